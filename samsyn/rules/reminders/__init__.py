"""When one is reminded of a duty, and in which words. The same days and the same words for both sides."""

from samsyn.rules.reminders.digest import digest_is_due
from samsyn.rules.reminders.duty import Duty, day_is_advice, is_reminded_of
from samsyn.rules.reminders.falling import CATCH_UP, LONGEST, Step, step_of
from samsyn.rules.reminders.steps import AFTER, DEFAULT, STEPS, Steps, steps_for
from samsyn.rules.reminders.wording import sentence

__all__ = [
    "AFTER",
    "CATCH_UP",
    "DEFAULT",
    "LONGEST",
    "STEPS",
    "Duty",
    "Step",
    "Steps",
    "day_is_advice",
    "digest_is_due",
    "is_reminded_of",
    "sentence",
    "step_of",
    "steps_for",
]
