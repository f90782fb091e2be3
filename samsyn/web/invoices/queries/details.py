"""What each side said of itself, as it held on a day."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from samsyn.web.invoices.models import BuyerDetails, Ledger, SellerDetails, Series


def seller_on(day: date, partnership: UUID, organisation: UUID) -> SellerDetails | None:
    found: SellerDetails | None = SellerDetails.objects.on(day, partnership, organisation).first()
    return found


def buyer_on(day: date, partnership: UUID, organisation: UUID) -> BuyerDetails | None:
    found: BuyerDetails | None = BuyerDetails.objects.on(day, partnership, organisation).first()
    return found


def series_of(organisation: UUID) -> Series | None:
    found: Series | None = Series.objects.filter(organisation_id=organisation).first()
    return found


def ledger_of(partnership: UUID, organisation: UUID) -> Ledger | None:
    found: Ledger | None = Ledger.objects.filter(partnership_id=partnership, organisation_id=organisation).first()
    return found
