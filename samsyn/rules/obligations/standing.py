"""What has no day: it holds all the time, or falls due when somebody asks or something happens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from samsyn.rules.obligations.obligation import Obligation, Owed
from samsyn.rules.obligations.setting import Setting

On = Literal["request", "need", "event", "always"]
OCCURRENCE: dict[On, str] = {"request": "on-request", "need": "when-needed", "event": "on-event", "always": "standing"}
_WHY: dict[On, str] = {
    "request": "Ska göras när någon begär det.",
    "need": "Ska göras när det behövs.",
    "event": "Ska göras när det som punkten talar om händer.",
    "always": "Gäller hela tiden.",
}


def standing(owed: Owed, setting: Setting, on: On, within_days: int | None = None) -> Iterator[Obligation]:
    """One obligation over the days on which the term holds, without a day."""
    window = setting.days_of(owed.term)
    if window is not None:
        yield Obligation(owed, OCCURRENCE[on], window, None, False, _why(on, within_days))


def _why(on: On, within_days: int | None) -> str:
    if within_days is None:
        return _WHY[on]
    return _WHY[on][:-1] + (", omgående." if within_days == 0 else f", inom {within_days} dagar.")
