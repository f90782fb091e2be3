"""Index uplift and payment plan: what is to be paid for which days, exact to the öre."""

from samsyn.rules.money.plan import PlannedPayment, payment_plan
from samsyn.rules.money.readings import MoneyReading, money_readings
from samsyn.rules.money.register import EMPTY, IndexFigure, IndexRegister, IndexTable
from samsyn.rules.money.replan import Replanned, ReplannedYear, replan
from samsyn.rules.money.rows import Row, rows_of
from samsyn.rules.money.sums import Planned, amount_between, amount_of_year

__all__ = [
    "EMPTY",
    "IndexFigure",
    "IndexRegister",
    "IndexTable",
    "MoneyReading",
    "Planned",
    "PlannedPayment",
    "Replanned",
    "ReplannedYear",
    "Row",
    "amount_between",
    "amount_of_year",
    "money_readings",
    "payment_plan",
    "replan",
    "rows_of",
]
