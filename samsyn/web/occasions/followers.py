"""Who else must act when an occasion is moved or cancelled. The capability downstream says so itself.

followers.register(Follower(moved=…, cancelled=…))     # in the capability's AppConfig.ready; shifts do

Both are called within the act's transaction, after the occasion is written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from samsyn.rules.occasions import Span
from samsyn.web.access.viewer import Viewer

if TYPE_CHECKING:
    from samsyn.web.occasions.models import Occasion


@dataclass(frozen=True, slots=True)
class Follower:
    """`moved(occasion, before, by, now)`: it was at `before`. `cancelled(occasions, by, now)`: one or many."""

    moved: Callable[[Occasion, Span, Viewer, datetime], None]
    cancelled: Callable[[Sequence[Occasion], Viewer, datetime], None]


_KNOWN: list[Follower] = []


def register(follower: Follower) -> None:
    if follower not in _KNOWN:
        _KNOWN.append(follower)


def moved(occasion: Occasion, before: Span, *, by: Viewer, now: datetime) -> None:
    if occasion.span != before:
        for each in _KNOWN:
            each.moved(occasion, before, by, now)


def cancelled(occasions: Sequence[Occasion], *, by: Viewer, now: datetime) -> None:
    for each in _KNOWN:
        each.cancelled(occasions, by, now)
