"""One line of the controller's list of money."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from samsyn.rules.reading import Dossier
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.addresses import addresses
from samsyn.web.agreements.presenters.sides import kind_title, together
from samsyn.web.economy.everywhere import YearSum
from samsyn.web.invoices.models import Invoice
from samsyn.web.invoices.presenters.words import title_of
from samsyn.web.obligations.models import Obligation
from samsyn.web.obligations.presenters.rows import names


@dataclass(frozen=True, slots=True)
class Owed:
    """`who` has it to do, as the agreement calls them. `note` is what is known instead of a sum.

    `kind` is what it is: the kind of the obligation, or an invoice by its number.
    """

    due: date
    kind: str
    who: str
    url: str
    ore: int | None
    note: str


@dataclass(frozen=True, slots=True)
class Line:
    """`passed` is the one whose day was longest ago, and `passed_n` how many there are. `payment` comes next."""

    name: str
    url: str
    others: str
    passed: Owed | None
    passed_n: int
    invoice: Owed | None
    payment: Owed | None
    year_ore: int | None
    year_note: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the page has read of what `everywhere` points at."""

    owed: Mapping[UUID, Obligation]
    bills: Mapping[UUID, Invoice]
    paid: Mapping[UUID, int]
    sums: Mapping[UUID, YearSum]


def lines_of(found: Iterable[Any], dossiers: Mapping[UUID, Dossier], known: Known, viewer: Viewer) -> list[Line]:
    """`found` are partnerships as `everywhere` annotates them."""
    return [_line(each, dossiers[each.pk], known, viewer) for each in found]


def _line(each: Any, dossier: Dossier, known: Known, viewer: Viewer) -> Line:
    to, year = addresses(viewer.organisation_slug, each.slug, dossier), known.sums.get(each.pk)

    def owed(key: UUID | None) -> Owed | None:
        return _owed(known, key, dossier, to.obligations) if key else None

    def bill(key: UUID | None) -> Owed | None:
        return _bill(known.bills.get(key), to.invoices) if key else None

    return Line(
        name=each.name,
        url=to.economy,
        others=together([place.organisation.name for place in each.other_parties] or [""]),
        passed=_first(owed(each.late_id), bill(each.late_bill_id)),
        passed_n=each.late_n + each.late_bill_n,
        invoice=owed(each.invoice_id),
        payment=_first(owed(each.payment_id), bill(each.bill_id)),
        year_ore=year.ore if year and (year.ore or not year.unknown) else None,
        year_note=_unknown(year),
    )


def _first(*found: Owed | None) -> Owed | None:
    return min((each for each in found if each is not None), key=lambda each: each.due, default=None)


def _owed(known: Known, key: UUID, dossier: Dossier, to: str) -> Owed | None:
    owed = known.owed.get(key)
    if owed is None or owed.due is None:
        return None
    who = names(owed.by_keys, dossier.agreement)
    left = None if owed.amount_ore is None else owed.amount_ore - known.paid.get(key, 0)
    return Owed(owed.due, kind_title(owed.kind), who, f"{to}{owed.pk}/", left, owed.amount_note)


def _bill(bill: Any, to: str) -> Owed | None:
    if bill is None or bill.due is None:
        return None
    return Owed(bill.due, title_of(bill), bill.payer.name, f"{to}{bill.pk}/", bill.left, "")


def _unknown(year: YearSum | None) -> str:
    if year is None or not year.unknown:
        return ""
    return gettext("en del är inte känd än") if year.ore else gettext("inte känt än")
