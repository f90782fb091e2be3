"""Lines of the lists: when, what, where, how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext, ngettext

from samsyn.rules.reading import Dossier
from samsyn.web.access.viewer import Viewer
from samsyn.web.occasions.models import Figure, Occasion
from samsyn.web.occasions.queries.lists import totals_of
from samsyn.web.occasions.staffing import is_known, staffing_of

_KINDS = {"planned": "plain", "held": "done", "cancelled": "cannot"}


@dataclass(frozen=True, slots=True)
class Line:
    id: UUID
    day: date
    when: str
    name: str
    place: str
    state: str
    state_kind: str
    note: str
    """How many were there; why it is cancelled; who works and what is lacking."""


@dataclass(frozen=True, slots=True)
class Week:
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SharedLine:
    day: date
    when: str
    name: str
    place: str
    holder: str
    cancelled: bool


def lines_of(viewer: Viewer, names: Mapping[str, str], occasions: Sequence[Occasion]) -> dict[UUID, Line]:
    """Two questions more, however many."""
    totals = totals_of(viewer, occasions)
    open_ones = [each for each in occasions if each.state == Occasion.State.PLANNED]
    working = staffing_of(viewer, open_ones) if is_known() else {}
    return {
        each.pk: Line(
            each.pk,
            each.day,
            hours(each),
            names.get(each.activity, gettext("Tillfälle")),
            ", ".join(filter(None, (each.place, each.receiver))),
            str(each.get_state_display()),
            _KINDS[each.state],
            _note(each, totals.get(each.pk, 0), working),
        )
        for each in occasions
    }


def hours(occasion: Occasion) -> str:
    return f"{occasion.starts:%H.%M}–{occasion.ends:%H.%M}"


def weeks_of(lines: Iterable[Line], today: date) -> list[Week]:
    """By the Monday of each week, in order."""
    found: dict[date, list[Line]] = {}
    for each in lines:
        found.setdefault(each.day - timedelta(days=each.day.weekday()), []).append(each)
    return [Week(_week(monday, today), tuple(of_it)) for monday, of_it in found.items()]


def shared_lines(occasions: Iterable[Occasion], dossier: Dossier) -> list[SharedLine]:
    names = {each.id: each.name for each in dossier.agreement.activity.values()}
    return [
        SharedLine(
            each.day,
            hours(each),
            names.get(each.activity, gettext("Tillfälle")),
            each.place,
            each.organisation.name,
            each.state == Occasion.State.CANCELLED,
        )
        for each in occasions
    ]


def were_there(figure: str, n: int) -> str:
    """«12 deltagare», in the word of the figure. They are four figures, so the word is always there."""
    words = {
        Figure.ATTENDANCE: ngettext("%(n)s närvarande", "%(n)s närvarande", n),
        Figure.PARTICIPANTS: ngettext("%(n)s deltagare", "%(n)s deltagare", n),
        Figure.REACHED: ngettext("%(n)s nådd", "%(n)s nådda", n),
        Figure.STAFF: ngettext("%(n)s ur personalen", "%(n)s ur personalen", n),
    }
    return words[Figure(figure)] % {"n": n}


def _note(each: Occasion, total: int, working: Mapping[UUID, object]) -> str:
    if each.state == Occasion.State.HELD:
        return were_there(each.counts, total) if total else gettext("ingen kom")
    if each.state == Occasion.State.CANCELLED:
        return each.cancelled_because
    staffing = working.get(each.pk)
    lacking = len(getattr(staffing, "lacking", ()))
    return ngettext("%(n)s ledigt pass", "%(n)s lediga pass", lacking) % {"n": lacking} if lacking else ""


def _week(monday: date, today: date) -> str:
    number = monday.isocalendar().week
    this = today - timedelta(days=today.weekday())
    if monday == this:
        return gettext("Den här veckan")
    if monday == this + timedelta(days=7):
        return gettext("Nästa vecka")
    return gettext("Vecka %(number)s") % {"number": number}
