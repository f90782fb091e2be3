"""Exact types: amounts in öre, civil dates, half-open date ranges, per cent."""

from samsyn.rules.quantities.amount import Amount
from samsyn.rules.quantities.dates import DateRange, MonthDay, add_months, day_before, end_of_month
from samsyn.rules.quantities.percent import Percent, Rounding, round_amount

__all__ = [
    "Amount",
    "DateRange",
    "MonthDay",
    "Percent",
    "Rounding",
    "add_months",
    "day_before",
    "end_of_month",
    "round_amount",
]
