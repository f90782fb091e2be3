"""What is said of a statement: the same words to both sides. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from uuid import UUID

from django.utils.text import get_text_list
from django.utils.translation import gettext

from samsyn.rules.money.statements import State
from samsyn.web.statements.queries import Standing

Names = Callable[[UUID], str]


def state_words(state: State) -> str:
    """A few words for a tag."""
    return {
        State.OPEN: gettext("skrivs"),
        State.WAITING: gettext("väntar på svar"),
        State.SENT_BACK: gettext("ska ändras"),
        State.ACCEPTED: gettext("godtagen"),
    }[state]


def state_kind(state: State) -> str:
    return "done" if state == State.ACCEPTED else "waiting"


def stands_words(standing: Standing, names: Names, today: date) -> str:
    """Where it stands and who does what next, in whole sentences."""
    who, due = standing.statement.organisation.name, standing.statement.obligation.due
    if standing.state == State.OPEN:
        if due is None:
            return gettext("%(who)s skriver redovisningen. Överenskommelsen säger ingen dag.") % {"who": who}
        said = (
            gettext("%(who)s skriver redovisningen och lämnar den senast %(day)s.")
            if due >= today
            else gettext("%(who)s skriver redovisningen. Den skulle ha lämnats senast %(day)s.")
        )
        return said % {"who": who, "day": due}
    if standing.state == State.WAITING:
        answered = {each.organisation_id for each in standing.answers}
        missing = sorted(names(each) for each in standing.receivers if each not in answered)
        return gettext("%(who)s har lämnat redovisningen. %(missing)s läser den och svarar.") % {
            "who": who, "missing": listed(missing),
        }  # fmt: skip
    back = [names(each.organisation_id) for each in standing.answers if not each.accepted]
    if standing.state == State.SENT_BACK:
        return gettext("%(back)s har skickat tillbaka redovisningen. %(who)s ändrar den och lämnar den igen.") % {
            "who": who, "back": listed(back),
        }  # fmt: skip
    return gettext("Redovisningen är godtagen av %(who)s.") % {
        "who": listed(names(each.organisation_id) for each in standing.answers)
    }


def listed(names: Iterable[str]) -> str:
    return str(get_text_list(list(names), gettext("och")))
