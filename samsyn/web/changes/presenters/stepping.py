"""What the form of a step says around its fields."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from samsyn.rules.mandates import Demand
from samsyn.web.changes.models import Change, Step
from samsyn.web.changes.presenters.words import STEPS
from samsyn.web.changes.standing import Standing


@dataclass(frozen=True)
class StepPage:
    """`lead` says what it means to take the step, `certified` what stands before each limit."""

    heading: str
    lead: str
    act: str
    done: str
    clause: str
    assumed: bool
    certified: str


def page_of(kind: str, standing: Standing, own: str) -> StepPage:
    words = STEPS[kind]
    demand = next((each for each in standing.demanded_of(own) if kind in (*each.steps, *each.instead)), None)
    reason = demand.reason if demand else standing.way.reason
    return StepPage(
        heading=str(words.title),
        lead=_lead(kind, demand),
        act=str(words.act),
        done=gettext("Det är inskrivet: er part %(did)s.") % {"did": words.did},
        clause=reason.clause,
        assumed=bool(reason.assumptions),
        certified=gettext("Vi har prövat det här") if standing.asked.kind == Change.Kind.REPAYMENT else "",
    )


def _lead(kind: str, demand: Demand | None) -> str:
    if kind == Step.Kind.SIGNATURE:
        return gettext(
            "Papperet undertecknas utanför Samsyn. Lägg in det här, så ser alla parter vem som undertecknade, var "
            "och när."
        )
    if kind == Step.Kind.REFUSAL:
        return gettext("Ändringen avslutas, villkoren är som förut, och alla parter ser varför.")
    if kind == Step.Kind.LEGAL_FORCE:
        return gettext("Ett beslut har vunnit laga kraft när det inte längre kan överklagas.")
    if kind == Step.Kind.DIALOGUE:
        return gettext("Skriv ner vad ni kom fram till. Alla parter ser det.")
    if demand is not None:
        return demand.reason.says
    return gettext("Alla parter ser det.")
