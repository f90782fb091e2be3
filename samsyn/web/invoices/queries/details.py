"""What each side said of itself, as it held on a day."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.utils.timezone import localdate

from samsyn.web.invoices.models import BuyerDetails, Ledger, SellerDetails, Series


def seller_on(day: date, partnership: UUID, organisation: UUID) -> SellerDetails | None:
    found: SellerDetails | None = SellerDetails.objects.on(day, partnership, organisation).first()
    return found


def buyer_on(day: date, partnership: UUID, organisation: UUID) -> BuyerDetails | None:
    found: BuyerDetails | None = BuyerDetails.objects.on(day, partnership, organisation).first()
    return found


def seller_as_of(instant: datetime, partnership: UUID, organisation: UUID) -> SellerDetails | None:
    """What could be read in that instant: nothing that is written afterwards, whatever day it says it holds from."""
    rows = SellerDetails.objects.on(localdate(instant), partnership, organisation)
    found: SellerDetails | None = rows.filter(written_at__lte=instant).first()
    return found


def buyer_as_of(instant: datetime, partnership: UUID, organisation: UUID) -> BuyerDetails | None:
    rows = BuyerDetails.objects.on(localdate(instant), partnership, organisation)
    found: BuyerDetails | None = rows.filter(written_at__lte=instant).first()
    return found


def series_of(organisation: UUID) -> Series | None:
    found: Series | None = Series.objects.filter(organisation_id=organisation).first()
    return found


def ledger_of(partnership: UUID, organisation: UUID) -> Ledger | None:
    found: Ledger | None = Ledger.objects.filter(partnership_id=partnership, organisation_id=organisation).first()
    return found
