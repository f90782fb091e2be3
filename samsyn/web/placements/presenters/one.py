"""Attendance, closings and what may be shared, of one placement."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext

from samsyn.web.placements.models import Attendance, Closing, Consent, Placement
from samsyn.web.placements.presenters.words import listed, scope_words


@dataclass(frozen=True, slots=True)
class Attended:
    present: int
    notified: int
    absent: int

    @property
    def days(self) -> int:
        return self.present + self.notified + self.absent


@dataclass(frozen=True, slots=True)
class Closed:
    """One party's word of it."""

    who: str
    mine: bool
    result: str
    outcome: str
    said_on: date


@dataclass(frozen=True, slots=True)
class Sharing:
    """`says`: what may cross today; `stopped`: nothing may, and what the host has received follows its own rules."""

    says: str
    stopped: bool


def attendance_of(counts: Mapping[str, int]) -> Attended:
    states = Attendance.State
    return Attended(*(counts.get(each, 0) for each in (states.PRESENT, states.ABSENT_NOTIFIED, states.ABSENT)))


def closings_of(closings: Iterable[Closing], mine: UUID, name: Callable[[UUID], str]) -> list[Closed]:
    return [
        Closed(
            name(each.organisation_id),
            each.organisation_id == mine,
            str(each.get_result_display()) if each.result else "",
            str(each.get_outcome_display()),
            each.said_on,
        )
        for each in closings
    ]


def sharing_of(covering: Iterable[Consent], placement: Placement, name: Callable[[UUID], str]) -> Sharing:
    host, sender = name(placement.organisation_id), name(placement.sender_id)
    scopes = [scope for each in covering for scope in each.scope]
    if not scopes:
        return Sharing(received_words(host, sender), True)
    says = gettext("Deltagaren har samtyckt till att %(sender)s och %(host)s delar %(what)s.")
    return Sharing(says % {"host": host, "sender": sender, "what": listed(scope_words(scopes))}, False)


def received_words(host: str, sender: str) -> str:
    """What a withdrawal means: what stops, what goes on, and what has already crossed."""
    return gettext(
        "Steg, närvaro, skattningar och hur det gick lämnas inte längre mellan parterna; var och en antecknar bara för "
        "sig. Att platsen är upptagen ser %(host)s och %(sender)s fortfarande: verksamhet, plats, första och sista "
        "dag. Det som %(host)s redan har fått finns kvar där och följer deras regler. Antalen räknas fortfarande."
    ) % {"host": host, "sender": sender}
