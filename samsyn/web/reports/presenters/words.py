"""What is said of a report: the same words to all parties. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.text import get_text_list
from django.utils.translation import gettext

from samsyn.rules.reports import PartState, State
from samsyn.web.reports.queries import Standing


def state_words(state: State) -> str:
    """A few words for a tag."""
    return {
        State.WRITING: gettext("skrivs"),
        State.TO_GO_THROUGH: gettext("ska gås igenom"),
        State.TO_COMPILE: gettext("ska sammanställas"),
        State.SUBMITTED: gettext("lämnad"),
        State.CHANGED: gettext("rättas"),
    }[state]


def state_kind(state: State) -> str:
    return "done" if state == State.SUBMITTED else "waiting"


def part_words(state: PartState) -> str:
    return {
        PartState.WRITING: gettext("skrivs"),
        PartState.SIGNED: gettext("undertecknad"),
        PartState.SENT_BACK: gettext("ska ändras"),
    }[state]


def part_kind(state: PartState) -> str:
    return "done" if state == PartState.SIGNED else "waiting"


def stands_words(standing: Standing, today: date) -> str:
    """Where it stands and who does what next, in whole sentences."""
    names = {"who": standing.name_of(standing.compiler), "body": _body(standing)}
    if standing.state == State.WRITING:
        return _writing(standing, today)
    if standing.state == State.TO_GO_THROUGH:
        return gettext("Alla delar är undertecknade. %(body)s går igenom dem.") % names
    if standing.state == State.TO_COMPILE:
        return gettext("%(who)s sammanställer delarna och lämnar rapporten.") % names
    if standing.state == State.CHANGED:
        if not standing.compiler:
            return gettext("Rapporten är lämnad, och en del är på väg att rättas.")
        back = [standing.name_of(key) for key in standing.signers if standing.part_state(key) == PartState.SENT_BACK]
        if back:
            said = gettext("Rapporten är lämnad. Sedan dess är en del tillbakaskickad; %(who)s ändrar den.")
            return said % {"who": listed(back)}
        if standing.body and not standing.is_gone_through:
            return (
                gettext("Rapporten är lämnad. Sedan dess är en del ändrad; %(body)s går igenom delarna igen.") % names
            )
        return gettext("Rapporten är lämnad. Sedan dess är en del ändrad; %(who)s lämnar en rättad rapport.") % names
    last = standing.last
    assert last is not None
    who = handed_in_by(standing, last.organisation.name)
    return gettext("%(who)s lämnade rapporten %(day)s.") % {"who": who, "day": last.submitted_on}


def handed_in_by(standing: Standing, last: str) -> str:
    """Where nobody compiles, all that have signed hand it in together, whoever signed last."""
    return last if standing.compiler else listed(standing.name_of(key) for key in standing.signers)


def _writing(standing: Standing, today: date) -> str:
    waits = [standing.name_of(key) for key in standing.signers if standing.part_state(key) != PartState.SIGNED]
    said = gettext("%(who)s skriver och undertecknar.") % {"who": listed(waits)}
    if today < standing.days.end:
        said += " " + gettext("Den kan undertecknas från %(day)s, när tiden den avser är slut.") % {
            "day": standing.days.end
        }
    due, stated = standing.report.obligation.due, standing.report.obligation.due_stated
    if due is None or (due < standing.days.end and not stated):
        # The last day of the time itself stands for a day that nobody has said: it cannot be kept, nor missed.
        return said + " " + gettext("Överenskommelsen säger ingen dag.")
    when = gettext("Rapporten lämnas senast %(day)s.") if due >= today else gettext("Den skulle ha lämnats %(day)s.")
    return f"{said} {when % {'day': due}}"


def _body(standing: Standing) -> str:
    body = standing.terms.body.get(standing.body)
    return body.name if body else ""


def listed(names: Iterable[str]) -> str:
    return str(get_text_list(list(names), gettext("och")))
