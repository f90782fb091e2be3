"""Which step falls today. A worker that was away sends what it missed, the latest step only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from samsyn.rules.reminders.duty import Duty, is_reminded_of, may_have_passed
from samsyn.rules.reminders.steps import AFTER, STEPS, steps_for

CATCH_UP = timedelta(days=7)
"""A step that was missed longer ago than this is not sent: it would only confuse. The next one is."""

LONGEST = timedelta(days=max(max(steps.before) for steps in STEPS))
"""No step falls earlier before its day than this."""


@dataclass(frozen=True, slots=True)
class Step:
    """`days` before the day; negative after it. `on` is the day the step fell."""

    days: int
    due: date
    on: date

    def __str__(self) -> str:
        """What tells it from other steps of the same duty: another due day makes other steps."""
        return f"{self.due}/{self.days}"


def step_of(duty: Duty, today: date) -> Step | None:
    """The step that has fallen last, if it fell today or in the days that a worker can catch up with.

    None when there is nothing to remind of, or no step fell. Which of them have been sent already is not asked here:
    the same step is the same until the next one falls, and a letter about it is written once.
    """
    if duty.due is None or not is_reminded_of(duty):
        return None
    days = [*steps_for(duty.kind).before, *([-AFTER] if may_have_passed(duty) else [])]
    fallen = [Step(each, duty.due, duty.due - timedelta(days=each)) for each in days]
    latest = max((step for step in fallen if step.on <= today), key=lambda step: step.on, default=None)
    if latest is None or latest.on < today - CATCH_UP or _is_outrun(latest, today):
        return None
    return latest


def _is_outrun(step: Step, today: date) -> bool:
    """A step before the day is not sent after it: where nothing says that a day has passed, it passes in silence."""
    return step.days >= 0 and today > step.due
