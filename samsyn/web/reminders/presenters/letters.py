"""Letters as their receiver sees them: in a list, and one whole. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from django.utils.timezone import localtime
from django.utils.translation import gettext

from samsyn.web.project.clock import SWEDEN
from samsyn.web.reminders.models import Letter
from samsyn.web.reminders.presenters.body import BETWEEN, is_address

StateKind = Literal["plain", "done", "soon", "waiting"]


@dataclass(frozen=True, slots=True)
class Line:
    """`says` is the letter's first sentences, in the language of letters. `told` says how it has been sent, and `state`
    the same in short."""

    id: UUID
    url: str
    kind: str
    says: str
    partnership: str
    on: date
    at: str
    state: str
    state_kind: StateKind
    told: str
    held_by: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph; with `url` it leads there; `between` stands between gathered letters."""

    text: str = ""
    url: str = ""
    between: bool = False


def line_of(letter: Letter, organisation: str) -> Line:
    """`organisation` is the slug of the one that the reader acts for."""
    made = localtime(letter.made_at, SWEDEN)
    start = f"/as/{organisation}/letters/"
    state, kind, told = _state(letter)
    return Line(
        id=letter.pk,
        url=f"{start}{letter.pk}/",
        kind=letter.get_kind_display().capitalize(),
        says=letter.body.split("\n\n", 1)[0],
        partnership=letter.partnership.name if letter.partnership else "",
        on=made.date(),
        at=f"{made:%H.%M}",
        state=state,
        state_kind=kind,
        told=told,
        held_by=f"{start}{letter.taken_up_by_id}/" if letter.taken_up_by_id else "",
    )


def _state(letter: Letter) -> tuple[str, StateKind, str]:
    """In short, as a tag; and as a sentence."""
    if letter.taken_up_by_id:
        return gettext("samlat"), "done", gettext("Det här finns med i ett samlat brev.")
    if letter.only_here:
        return gettext("visas bara här"), "plain", gettext("Brevet visas bara här i Samsyn. Det har inte skickats.")
    if letter.waits:
        said = gettext("Det skickas med nästa samlade brev, så som du har valt.")
        return gettext("väntar på det samlade brevet"), "waiting", said
    if letter.sent_at:
        return (
            gettext("skickat"),
            "done",
            gettext("Skickat till din adress %(when)s.") % {"when": _when(letter.sent_at)},
        )
    if letter.claimed_at:
        said = gettext(
            "Brevet lämnades till posten %(when)s. Samsyn vet inte om det kom fram, och skickar det inte igen."
        )
        return gettext("osäkert om det kom fram"), "soon", said % {"when": _when(letter.claimed_at)}
    return gettext("skickas strax"), "waiting", gettext("Brevet skickas inom några minuter.")


def _when(instant: datetime) -> str:
    there = localtime(instant, SWEDEN)
    return gettext("%(day)s klockan %(time)s") % {"day": there.date(), "time": f"{there:%H.%M}"}


def blocks_of(body: str) -> Iterator[Block]:
    """An address is led to by the line before it: «Läs mer i Samsyn:» becomes the link itself."""
    for paragraph in body.split("\n\n"):
        lines = [line for line in paragraph.splitlines() if line.strip()]
        if not lines:
            continue
        if paragraph.strip() == BETWEEN:
            yield Block(between=True)
        elif is_address(lines[-1]):
            yield Block(" ".join(lines[:-1]).removesuffix(":") or lines[-1], lines[-1])
        else:
            yield Block(" ".join(lines))
