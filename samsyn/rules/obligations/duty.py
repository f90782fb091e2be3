"""From a [duty.…] to its occurrences: its `when` decides the shape, its kind the rest."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.rules.obligations.kind import Kind, Shape
from samsyn.rules.obligations.obligation import Obligation, Owed
from samsyn.rules.obligations.once import once_between, once_by, once_sometime
from samsyn.rules.obligations.recurrence import recurring
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.obligations.standing import standing
from samsyn.rules.terms.duties import Duty, When


def shape_of(when: When) -> Shape:
    if when.every:
        return "recurring"
    return "standing" if when.on else "once"


def derive_duty(kind: Kind, duty: Duty, setting: Setting) -> Iterator[Obligation]:
    """Every occurrence of a duty.

    Where several owe it and it is not joint, each owes its own: what is done at some time is then one obligation for
    each, and what holds all the time is one obligation with all their names.
    """
    when = duty.when
    if when.on:
        owed = kind.owed(duty, duty.by, duty.to, joint=duty.joint)
        yield from standing(owed, setting, when.on, when.within_days)
    elif duty.joint or len(duty.by) == 1:
        yield from _dated(kind.owed(duty, duty.by, duty.to, joint=duty.joint), setting, when)
    else:
        for party in duty.by:
            yield from _dated(kind.owed(duty, (party,), duty.to, whose=party), setting, when)


def _dated(owed: Owed, setting: Setting, when: When) -> Iterator[Obligation]:
    if when.every:
        return recurring(owed, setting, when)
    if when.by:
        return once_by(owed, setting, when.by)
    if when.between:
        return once_between(owed, setting, *when.between)
    return once_sometime(owed, setting)
