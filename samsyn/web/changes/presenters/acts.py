"""What the viewer's own party can do with a change: one act first, the others beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from samsyn.rules.mandates import Demand
from samsyn.web.changes.models import Change, Step
from samsyn.web.changes.presenters.words import STEPS
from samsyn.web.changes.standing import Standing


@dataclass(frozen=True)
class Act:
    """A link to the form of a step."""

    kind: str
    text: str
    url: str


@dataclass(frozen=True)
class Acts:
    first: Act | None
    others: tuple[Act, ...]


def acts_of(change: Change, standing: Standing | None, own: str, here: str, *, may: bool) -> Acts:
    """`here` is the address of the change. Nothing for someone who does not decide for the party."""
    if not may or standing is None or not change.is_pending:
        return Acts(None, ())
    open_now = standing.kinds_for(own)
    first = next_step(standing, own)
    rest = [kind for kind in STEPS if kind in open_now and kind != first]
    acts = [_act(kind, here) for kind in rest]
    if _is_of(change, standing, own):
        acts.append(Act("withdraw", gettext("Ta tillbaka förslaget"), f"{here}withdraw/"))
    return Acts(_act(first, here) if first else None, tuple(acts))


def next_step(standing: Standing, own: str) -> str | None:
    """The first step of the own party that the nearest way still misses; else what it can answer with."""
    open_now = standing.kinds_for(own)
    for demand in standing.missing:
        if demand.party == own and (kind := _untaken(demand, standing, open_now)):
            return kind
    return next((kind for kind in (Step.Kind.RECEIVED,) if kind in open_now), None)


def limits_for(standing: Standing, own: str, kind: str) -> tuple[str, ...]:
    """What the one who takes the step certifies."""
    demands = [each for each in standing.demanded_of(own) if kind in each.steps]
    return tuple(dict.fromkeys(limit for each in demands for limit in each.limits))


def function_for(standing: Standing, own: str, kind: str) -> str:
    return next((each.function for each in standing.demanded_of(own) if kind in each.steps and each.function), "")


def _untaken(demand: Demand, standing: Standing, open_now: Sequence[str] | frozenset[str]) -> str | None:
    begun = [step.kind for step in standing.taken if step.party == demand.party]
    chains = [demand.steps, demand.instead]
    if any(kind in begun for kind in demand.instead):
        chains.reverse()  # the board has decided: the next is what belongs to that
    return next((kind for chain in chains for kind in chain if kind in open_now and kind not in begun), None)


def _act(kind: str, here: str) -> Act:
    words = STEPS[kind]
    return Act(kind, str(words.act), f"{here}{words.place}/")


def _is_of(change: Change, standing: Standing, own: str) -> bool:
    return standing.asked.by == own
