"""What other parts ask of invoices: how they stand, what the plan says, what has been paid, who says what of itself."""

from samsyn.web.invoices.queries.details import buyer_on, seller_on
from samsyn.web.invoices.queries.plan import (
    Period,
    ceiling_of,
    invoiced_by_label,
    next_to_invoice,
    next_to_pay,
    period_of,
    periods_of,
)
from samsyn.web.invoices.queries.received import Received, received
from samsyn.web.invoices.queries.standing import Stand, Standing, standing_of, standings
from samsyn.web.invoices.queries.unpaid import asked_for_by, unpaid

__all__ = [
    "Period",
    "Received",
    "Stand",
    "Standing",
    "asked_for_by",
    "buyer_on",
    "ceiling_of",
    "invoiced_by_label",
    "next_to_invoice",
    "next_to_pay",
    "period_of",
    "periods_of",
    "received",
    "seller_on",
    "standing_of",
    "standings",
    "unpaid",
]
