"""Möte: a body meets at least as often as the text says; the convenor calls."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence, Obligation
from samsyn.rules.obligations.recurrence import at_least, since_last
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.terms.governance import Body


def derive(body: Body, setting: Setting) -> Iterator[Obligation]:
    """Nothing where the text says no rhythm. Every second month is counted from the last meeting."""
    if body.meets is None:
        return
    owed, meets = KIND.owed(body, *_sides(body), joint=body.convenor is None), body.meets
    if meets.every == "two_months" and meets.times == 1:
        yield from since_last(owed, setting, meets.every)
    else:
        yield from at_least(owed, setting, meets.every, meets.aligned, meets.times)


def _sides(body: Body) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who calls and who is called; all members together where nobody is named to call."""
    members = tuple(dict.fromkeys(seat.party or seat.participant or "" for seat in body.members))
    if body.convenor is None:
        return tuple(filter(None, members)), ()
    return (body.convenor,), tuple(member for member in members if member and member != body.convenor)


KIND = Kind(
    name="meeting",
    title="Möte",
    english="Meeting",
    meaning="A body meets at least as often as the text says; the convenor calls.",
    evidence=Evidence.MINUTES,
    family="body",
    derive=derive,
)
