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
from samsyn.web.obligations.models import Obligation
from samsyn.web.obligations.presenters.rows import names


@dataclass(frozen=True, slots=True)
class Owed:
    """`who` has it to do, as the agreement calls them. `note` is what is known instead of a sum."""

    due: date
    kind: str
    who: str
    url: str
    ore: int | None
    note: str


@dataclass(frozen=True, slots=True)
class Line:
    """`passed` is the one whose day was longest ago, and `passed_n` how many there are."""

    name: str
    url: str
    others: str
    passed: Owed | None
    passed_n: int
    invoice: Owed | None
    payment: Owed | None
    year_ore: int | None
    year_note: str


def lines_of(
    found: Iterable[Any],
    dossiers: Mapping[UUID, Dossier],
    owed: Mapping[UUID, Obligation],
    sums: Mapping[UUID, YearSum],
    viewer: Viewer,
    today: date,
) -> list[Line]:
    """`found` are partnerships as `everywhere` annotates them."""
    return [_line(each, dossiers[each.pk], owed, sums.get(each.pk), viewer) for each in found]


def _line(each: Any, dossier: Dossier, owed: Mapping[UUID, Obligation], year: YearSum | None, viewer: Viewer) -> Line:
    to = addresses(viewer.organisation_slug, each.slug, dossier)

    def shown(key: UUID | None) -> Owed | None:
        return _owed(owed.get(key), dossier, to.obligations) if key else None

    return Line(
        name=each.name,
        url=to.economy,
        others=together([place.organisation.name for place in each.other_parties] or [""]),
        passed=shown(each.passed_id),
        passed_n=each.passed or 0,
        invoice=shown(each.invoice_id),
        payment=shown(each.payment_id),
        year_ore=year.ore if year and (year.ore or not year.unknown) else None,
        year_note=_unknown(year),
    )


def _owed(owed: Obligation | None, dossier: Dossier, to: str) -> Owed | None:
    if owed is None or owed.due is None:
        return None
    who = names(owed.by_keys, dossier.agreement)
    return Owed(owed.due, kind_title(owed.kind), who, f"{to}{owed.pk}/", owed.amount_ore, owed.amount_note)


def _unknown(year: YearSum | None) -> str:
    if year is None or not year.unknown:
        return ""
    return gettext("en del är inte känd än") if year.ore else gettext("inte känt än")
