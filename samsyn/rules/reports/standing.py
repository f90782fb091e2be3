"""Where a report stands, from what has been signed, sent back, gone through and submitted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum


class PartState(StrEnum):
    WRITING = "writing"
    SIGNED = "signed"
    SENT_BACK = "sent_back"
    """Somebody asks for a change; the next version of the part answers that."""


class State(StrEnum):
    WRITING = "writing"
    """At least one part is not signed, or has been sent back."""
    TO_GO_THROUGH = "to_go_through"
    """All parts are signed; the body has not gone through them as they are."""
    TO_COMPILE = "to_compile"
    SUBMITTED = "submitted"
    CHANGED = "changed"
    """Submitted; since then a part has been corrected, and the correction is not submitted."""


def part_state(signed: int, sent_back: int) -> PartState:
    """`signed` is the newest version's number, 0 where there is none; `sent_back` the newest that was sent back."""
    if not signed:
        return PartState.WRITING
    return PartState.SENT_BACK if sent_back >= signed else PartState.SIGNED


def state(
    parts: Mapping[str, PartState],
    seals: Sequence[str],
    *,
    body: bool,
    gone_through: Sequence[str] | None,
    submitted: Sequence[str] | None,
) -> State:
    """`parts` by party; `seals` are the sums of the parts as they are signed now.

    `body`: whether one is to go through them; `gone_through` and `submitted` are the sums of the parts as they were
    then, or None.
    """
    now = sorted(seals)
    if submitted is not None:
        whole = all(each == PartState.SIGNED for each in parts.values())
        return State.SUBMITTED if whole and sorted(submitted) == now else State.CHANGED
    if any(each != PartState.SIGNED for each in parts.values()):
        return State.WRITING
    if body and (gone_through is None or sorted(gone_through) != now):
        return State.TO_GO_THROUGH
    return State.TO_COMPILE
