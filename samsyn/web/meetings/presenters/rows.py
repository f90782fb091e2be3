"""A meeting in a list, and as one line anywhere else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from samsyn.rules.meetings import State, civil_day, clock_of
from samsyn.web.access.viewer import Viewer
from samsyn.web.meetings.models import Meeting


@dataclass(frozen=True, slots=True)
class Row:
    """`state` in words, empty for what is simply coming. `kind` is that of its tag."""

    url: str
    title: str
    day: date
    when: str
    place: str
    partnership: str
    state: str
    kind: str
    mine: bool


def row_of(meeting: Meeting, viewer: Viewer, *, mine: bool = False) -> Row:
    """Comes with its partnership."""
    state, kind = _state(meeting)
    return Row(
        url=f"/as/{viewer.organisation_slug}/partnerships/{meeting.partnership.slug}/meetings/{meeting.pk}/",
        title=name_of(meeting),
        day=meeting.held_on or civil_day(meeting.starts_at),
        when=hours(meeting),
        place=meeting.place or (gettext("Digitalt") if meeting.link else ""),
        partnership=meeting.partnership.name,
        state=state,
        kind=kind,
        mine=mine,
    )


def name_of(meeting: Meeting) -> str:
    return gettext("%(body)s, möte %(number)s") % {"body": meeting.body_name, "number": meeting.number}


def hours(meeting: Meeting) -> str:
    """«14.00–15.30», and that it goes on past midnight."""
    begins, ends = clock_of(meeting.starts_at), clock_of(meeting.ends_at)
    text = f"{begins:%H.%M}–{ends:%H.%M}"
    if civil_day(meeting.ends_at) > civil_day(meeting.starts_at):
        return gettext("%(hours)s nästa dag") % {"hours": text}
    return text


def _state(meeting: Meeting) -> tuple[str, str]:
    """As far as the row itself tells: whether minutes lie with the parties is asked on the page of the meeting."""
    if meeting.cancelled_at is not None:
        return gettext("inställt"), "plain"
    if meeting.approved_on is not None:
        return gettext("godkänt protokoll"), "done"
    return (gettext("hållet, protokoll inte godkänt än"), "waiting") if meeting.held_on else ("", "plain")


STATE_KINDS = {State.HELD: "waiting", State.MINUTED: "waiting", State.APPROVED: "done"}
"""The kind of tag for a state; the others are plain."""


def state_words(state: State) -> str:
    return {
        State.CALLED: gettext("kallat"),
        State.HELD: gettext("hållet, protokollet skrivs"),
        State.MINUTED: gettext("protokollet ligger för godkännande"),
        State.APPROVED: gettext("godkänt protokoll"),
        State.CANCELLED: gettext("inställt"),
    }[state]
