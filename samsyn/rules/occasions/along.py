"""When an occasion is moved, what was planned within it comes along."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from samsyn.rules.occasions.span import Span

_SWEDEN = ZoneInfo("Europe/Stockholm")


def along(part: Span, before: Span, after: Span) -> Span:
    """Where a part of `before` lies in `after`.

    1. what stood at the beginning or at the end stands there; 2. anything else keeps its distance from the beginning by
    the clock in Sweden; 3. a part that nothing would be left of lasts as long as it did.
    """
    begins, finishes = _along(part.begins, before, after), _along(part.finishes, before, after)
    return Span(begins, finishes if finishes > begins else begins + part.lasts)


def _along(instant: datetime, before: Span, after: Span) -> datetime:
    if instant == before.begins:
        return after.begins
    if instant == before.finishes:
        return after.finishes
    away = _on_the_wall(instant) - _on_the_wall(before.begins)
    return (_on_the_wall(after.begins) + away).replace(tzinfo=_SWEDEN).astimezone(UTC)


def _on_the_wall(instant: datetime) -> datetime:
    return instant.astimezone(_SWEDEN).replace(tzinfo=None)
