"""What waits for the parties to decide: meetings, minutes, changes, matters, and what was to be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, ngettext

from samsyn.web.agreements.addresses import Addresses
from samsyn.web.meetings.presenters.rows import Row as MeetingRow
from samsyn.web.meetings.presenters.rows import name_of
from samsyn.web.steering.queries import Waiting


@dataclass(frozen=True, slots=True)
class Line:
    """`what` waits, and `says` for what; `day` where it has one."""

    what: str
    says: str
    url: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Open:
    """`next`: the meeting at which it can be decided."""

    next: MeetingRow | None
    lines: tuple[Line, ...]

    def shown(self, at_most: int) -> tuple[Line, ...]:
        return self.lines[:at_most]


def open_of(waiting: Waiting, meeting: MeetingRow | None, to: Addresses, today: date) -> Open:
    lines = [
        *(
            Line(
                _change(each.get_kind_display(), each.number), gettext("väntar på parterna"), f"{to.changes}{each.pk}/"
            )
            for each in waiting.changes
        ),
        *(
            Line(each.title, each.get_kind_display(), f"{to.matters}{each.pk}/", each.happens_on)
            for each in waiting.matters
        ),
        *(
            Line(name_of(each), gettext("protokollet är inte godkänt"), f"{to.meetings}{each.pk}/", each.held_on)
            for each in waiting.minutes
        ),
    ]
    return Open(meeting, (*lines, *_actions(waiting, to, today)))


def _change(kind: str, number: int) -> str:
    return f"{kind} {number}".capitalize()


def _actions(waiting: Waiting, to: Addresses, today: date) -> list[Line]:
    n = len(waiting.actions)
    if not n:
        return []
    late = sum(each is not None and each < today for each in waiting.actions)
    what = ngettext("%(n)s sak att göra från möten", "%(n)s saker att göra från möten", n) % {"n": n}
    says = ngettext("%(n)s har passerat sin dag", "%(n)s har passerat sin dag", late) % {"n": late} if late else ""
    return [Line(what, says, to.meetings)]
