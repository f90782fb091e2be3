"""Villkor: what must be so for the agreement to hold: legal force, money, unchanged circumstances."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence, Obligation
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.obligations.standing import standing
from samsyn.rules.quantities import DateRange
from samsyn.rules.terms.period import Condition


def derive(condition: Condition, setting: Setting) -> Iterator[Obligation]:
    """A decision must be there when the agreement starts; money and circumstances must be so all the time."""
    owed = KIND.owed(condition, condition.by or setting.parties)
    if condition.kind in ("funds", "circumstances"):
        yield from standing(owed, setting, "always")
    elif days := setting.days_of(condition):
        why = f"Överenskommelsen gäller bara om detta är uppfyllt. Den börjar {days.start}."
        window = DateRange.through(days.start, days.start)
        met_on = condition.met_on or next(iter(setting.done(condition.id)), None)
        yield Obligation(owed, "once", window, days.start, False, why, met_on=met_on)


KIND = Kind(
    name="condition",
    title="Villkor för att överenskommelsen gäller",
    english="Condition",
    meaning="What must be so for the agreement to hold: legal force, money, unchanged circumstances.",
    evidence=Evidence.NOTE,
    family="condition",
    derive=derive,
)
