"""What is said of a request and its answers: the same words to both sides. Pure."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from samsyn.rules.secrecy import Ground
from samsyn.web.insight.models import Answer, Request
from samsyn.web.insight.queries import Standing, State


def title_of(request: Request) -> str:
    return _("Begäran %(n)s om insyn") % {"n": request.number}


def paper_title(request: Request, number: int) -> str:
    """The title of an answer as a paper. It stands in the register that the public may have."""
    if number == 1:
        return _("Svar på begäran %(n)s om insyn") % {"n": request.number}
    return _("Svar %(number)s på begäran %(n)s om insyn") % {"number": number, "n": request.number}


def state_words(state: State) -> str:
    """A few words for a tag."""
    return {
        State.WAITING: _("väntar på svar"),
        State.MORE: _("mer kommer"),
        State.ALL: _("lämnat"),
        State.PART: _("lämnat till en del"),
        State.NOTHING: _("lämnas inte ut"),
        State.WITHDRAWN: _("tillbakatagen"),
    }[state]


def state_kind(state: State) -> str:
    return "waiting" if state.is_open else "done" if state in (State.ALL, State.PART) else "plain"


def stands_words(standing: Standing) -> str:
    """Where it stands and who does what next, in whole sentences."""
    request, who = standing.request, {"asks": standing.request.organisation.name, "asked": standing.request.asked.name}
    said = {
        State.WAITING: _("%(asked)s svarar %(asks)s."),
        State.MORE: _("%(asked)s har lämnat en del och lämnar mer."),
        State.ALL: _("%(asked)s har lämnat det som %(asks)s bad om."),
        State.PART: _("%(asked)s har lämnat en del, och sagt varför resten inte lämnas ut."),
        State.NOTHING: _("%(asked)s lämnar inte ut något, och har sagt varför."),
        State.WITHDRAWN: _("%(asks)s har tagit tillbaka sin begäran."),
    }[standing.state]
    says = said % who
    return f"{says} {when_words(request)}" if standing.state.is_open else says


def when_words(request: Request) -> str:
    """The last day by the clause, or that there is none; and what the one that asks would like."""
    if request.due:
        return _("Senast %(day)s enligt överenskommelsen.") % {"day": request.due}
    if request.wanted_by:
        said = _("Överenskommelsen säger ingen dag. %(who)s önskar svar till %(day)s.")
        return said % {"who": request.organisation.name, "day": request.wanted_by}
    return _("Överenskommelsen säger ingen dag.")


def outcome_words(answer: Answer | str, who: str) -> str:
    outcome = answer.outcome if isinstance(answer, Answer) else answer
    said = {
        Answer.Outcome.ALL: _("%(who)s lämnar allt som begärdes."),
        Answer.Outcome.MORE: _("%(who)s lämnar en del nu. Mer kommer."),
        Answer.Outcome.PART: _("%(who)s lämnar en del. Resten lämnas inte ut."),
        Answer.Outcome.NOTHING: _("%(who)s lämnar inte ut något."),
    }[Answer.Outcome(outcome)]
    return said % {"who": who}


def ground_words(ground: Ground) -> str:
    """«Uppgifter om enskilda …, enligt 26 kap. 1 § …»."""
    if not ground.law:
        return ground.says
    return _("%(says)s, enligt %(law)s") % {"says": ground.says, "law": ground.law}


def next_day(request: Request) -> date | None:
    return request.due or request.wanted_by
