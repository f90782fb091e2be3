"""An occasion with its shifts, as staff read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext, ngettext

from samsyn.web.occasions.models import Occasion
from samsyn.web.shifts.models import Shift
from samsyn.web.shifts.presenters.rows import Row, row_of


@dataclass(frozen=True, slots=True)
class Card:
    occasion: UUID
    day: date
    times: str
    activity: str
    place: str
    rows: tuple[Row, ...]
    summary: str


def card_of(occasion: Occasion, shifts: Sequence[Shift], names: Mapping[str, str], now: datetime) -> Card:
    return Card(
        occasion=occasion.pk,
        day=occasion.day,
        times=f"{occasion.starts:%H.%M}\N{EN DASH}{occasion.ends:%H.%M}",
        activity=names.get(occasion.activity, gettext("Tillfälle")),
        place=occasion.place,
        rows=tuple(row_of(each, names, now) for each in shifts),
        summary=_summary(shifts),
    )


def _summary(shifts: Sequence[Shift]) -> str:
    if not shifts:
        return gettext("Inga pass är utlagda.")
    free = sum(each.state == Shift.State.FREE for each in shifts)
    taken = ngettext("%(n)s pass är tillsatt", "%(n)s pass är tillsatta", len(shifts) - free) % {
        "n": len(shifts) - free
    }
    if not free:
        return f"{taken}."
    return f"{taken}, " + ngettext("%(n)s är ledigt.", "%(n)s är lediga.", free) % {"n": free}
