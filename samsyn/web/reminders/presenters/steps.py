"""The table of steps in words. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language, gettext

from samsyn.rules.reminders import DEFAULT, STEPS, Steps
from samsyn.web.agreements.presenters.sides import kind_title, together
from samsyn.web.organisations.roles import Permission, roles_with


@dataclass(frozen=True, slots=True)
class StepLine:
    kinds: str
    days: str
    because: str


def step_lines() -> list[StepLine]:
    """Every row of the table, and last the one for all other kinds."""
    return [_line(steps) for steps in (*STEPS, DEFAULT)]


def who_is_reminded() -> str:
    """The roles that answer for duties, in words."""
    return together(str(role.label) for role in roles_with(Permission.FULFIL))


def _line(steps: Steps) -> StepLine:
    titles = [kind_title(kind) for kind in steps.kinds]
    kinds = ", ".join([titles[0], *(title[:1].lower() + title[1:] for title in titles[1:])]) if titles else ""
    english = (get_language() or "").startswith("en")
    return StepLine(
        kinds or gettext("Allt annat som har en dag"),
        days_in_words(steps.before),
        steps.english if english else steps.because,
    )


def days_in_words(before: Sequence[int]) -> str:
    """«30 och 7 dagar före, och på dagen»."""
    days = [str(each) for each in before if each]
    words = gettext("%(days)s dagar före") % {"days": together(days)}
    return gettext("%(before)s, och på dagen") % {"before": words} if 0 in before else words
