"""Möte: a body meets at least as often as the text says; the convenor calls."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.rules.obligations.frequency import Rule
from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence, Obligation
from samsyn.rules.obligations.recurrence import at_least, since_last
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.obligations.standing import standing
from samsyn.rules.terms.governance import Body, Rhythm


def derive(body: Body, setting: Setting) -> Iterator[Obligation]:
    """Nothing where the text says no rhythm, and no day where it is enough to meet when needed."""
    if body.meets is None:
        return
    owed, meets = KIND.owed(body, *_sides(body), joint=body.convenor is None), body.meets
    rule: Rule = "exactly" if meets.exactly else "at_least"
    if meets.or_when_needed:
        yield from standing(owed, setting, "need")
    elif _from_last(meets):
        yield from since_last(owed, setting, meets.every, rule)
    else:
        yield from at_least(owed, setting, meets.every, meets.aligned, meets.times, rule)


def _from_last(meets: Rhythm) -> bool:
    """Is a meeting counted from the one before it? Every second month is, unless the text says otherwise."""
    if meets.counted is None:
        return meets.every == "two_months" and meets.times == 1
    return meets.counted == "from_last"


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
