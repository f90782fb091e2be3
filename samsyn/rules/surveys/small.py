"""Small groups: which of a whole are not told, so that subtraction does not tell them either."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

Key = TypeVar("Key")


def hidden(sizes: Mapping[Key, int], smallest: int) -> frozenset[Key]:
    """The groups that are not told, when the whole is.

    1. Those of 1 to `smallest` - 1. None at all is told: 0.
    2. Then the smallest of the others, in the order given, until what is left of the whole when all that is told has
       been taken from it is at least `smallest`, and of at least two groups.
    """
    told = sorted((key for key in sizes if sizes[key] >= max(smallest, 1)), key=lambda key: sizes[key])
    kept = [key for key in sizes if 0 < sizes[key] < smallest]
    while kept and told and (len(kept) < 2 or sum(sizes[key] for key in kept) < smallest):
        kept.append(told.pop(0))
    return frozenset(kept)


def in_turn(sizes: Sequence[int], smallest: int) -> tuple[int, ...]:
    """The places, in `sizes`, of the rounds that go into a sum over rounds; the rest wait for more.

    The rounds come in the order in which they ended. A large one goes in at once. Small ones go in together, as soon as
    those that wait are `smallest` answers: never one by one, for the sum before and after would tell it apart. What has
    once gone in stays in, whatever ends later.
    """
    inside: list[int] = []
    waiting: list[int] = []
    for place, size in enumerate(sizes):
        if size >= smallest or not size:
            inside.append(place)
            continue
        waiting.append(place)
        if sum(sizes[each] for each in waiting) >= smallest:
            inside += waiting
            waiting = []
    return tuple(sorted(inside))
