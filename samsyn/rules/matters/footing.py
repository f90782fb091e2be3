"""What the agreement says about a kind of matter: which clause, who answers, what comes first, where it goes then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from samsyn.rules.matters.table import Form, Kind
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.base import Assumption, Term
from samsyn.rules.terms.duties import Duty

_T = TypeVar("_T", bound=Term)


class Reading(StrEnum):
    """What Samsyn takes for granted where the clause is silent. Shown with a dashed tag."""

    EACH_ACKNOWLEDGES = "each_acknowledges"  # «meddelas partnerskapet»: every other party says that it has come
    EVERYONE_CONFIRMS = "everyone_confirms"  # «lösas genom dialog»: settled when every party has said the same
    PRINCIPAL = "principal"  # a deviation is one of the decisions of principle that a body takes
    THROUGH_ITS_PARTIES = "through_its_parties"  # the body's yes is the yes of each party that sits in it


@dataclass(frozen=True, slots=True)
class Beside:
    """A clause that goes with it, in our own words."""

    term: str
    clause: str
    says: str


@dataclass(frozen=True, slots=True)
class Footing:
    """What a matter rests on. `term` and `clause` are empty where the agreement says nothing about its kind.

    `approvers` are ids of parties, in the order of the agreement. `body` is the body that decides, if the clause names
    one. `then` is where a dispute goes if dialogue does not help (`Dispute.then`). `of`: what a deviation is one from.
    """

    form: Form
    term: str = ""
    clause: str = ""
    says: str = ""
    approvers: tuple[str, ...] = ()
    dialogue_first: bool = False
    body: str = ""
    then: str = ""
    of: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    beside: tuple[Beside, ...] = ()


def footings_of(agreement: Agreement, kind: Kind) -> list[Footing]:
    """Each clause that a matter of this kind can rest on, the closest first; one without a clause where there is none.

    1. its own terms; 2. for a deviation also decisions that a body is to take beforehand; 3. what goes with it.
    """
    found = list(_OF_KIND[kind](agreement)) or [_silent(kind)]
    return [replace(each, beside=tuple(_beside(agreement, kind, each.term))) for each in found]


def footing_for(agreement: Agreement, kind: Kind, term: str) -> Footing:
    """The one that rests on this term; without a term the way of the kind that no clause regulates."""
    found = footings_of(agreement, kind)
    fitting = [each for each in found if each.term == term]
    return fitting[0] if fitting else replace(_silent(kind), beside=found[0].beside)


def _silent(kind: Kind) -> Footing:
    if kind is Kind.DISPUTE:
        return Footing(Form.DISPUTE, readings=(Reading.EVERYONE_CONFIRMS,))
    return Footing(Form.NOTICE, readings=(Reading.EACH_ACKNOWLEDGES,))


def _economic(agreement: Agreement) -> Iterator[Footing]:
    for duty in _duties(agreement, "economic_notice"):
        yield replace(_on(Form.NOTICE, duty), readings=(Reading.EACH_ACKNOWLEDGES,))


def _deviation(agreement: Agreement) -> Iterator[Footing]:
    for term in _standing(agreement.deviation.values()):
        yield replace(
            _on(Form.APPROVAL, term),
            approvers=_in_order(agreement, term.approved_by) or tuple(agreement.party),
            dialogue_first=term.after == "dialogue",
            of=tuple(term.of),
        )
    yield from (_beforehand(agreement, duty) for duty in _duties(agreement, "prior_approval"))


def _beforehand(agreement: Agreement, duty: Duty) -> Footing:
    """A decision taken beforehand by a body, or by the parties that are named."""
    body = next((each for each in duty.to if each in agreement.body), "")
    seated = [each.party for each in agreement.body[body].members if each.party] if body else [*duty.to, *duty.by]
    readings = (Reading.PRINCIPAL, Reading.THROUGH_ITS_PARTIES) if body else (Reading.PRINCIPAL,)
    return replace(
        _on(Form.APPROVAL, duty),
        approvers=_in_order(agreement, seated) or tuple(agreement.party),
        body=body,
        readings=readings,
    )


def _dispute(agreement: Agreement) -> Iterator[Footing]:
    for term in _standing(agreement.dispute.values()):
        yield replace(
            _on(Form.DISPUTE, term),
            dialogue_first=term.first_by == "dialogue",
            then=term.then,
            readings=(Reading.EVERYONE_CONFIRMS,),
        )


def _nothing(agreement: Agreement) -> Iterator[Footing]:
    return iter(())


_OF_KIND = {
    Kind.ECONOMIC_CHANGE: _economic,
    Kind.DEVIATION: _deviation,
    Kind.DISPUTE: _dispute,
    Kind.OTHER: _nothing,
}


def _beside(agreement: Agreement, kind: Kind, own: str) -> Iterator[Beside]:
    """What a reader of the matter should have at hand."""
    for term in _standing(_NEAR[kind](agreement)):
        if term.id != own:
            yield Beside(term.id, term.clause, term.says)


def _near_economy(agreement: Agreement) -> list[Term]:
    openness = [each for each in agreement.openness.values() if each.kind == "economy"]
    return [*openness, *agreement.other_funding.values(), *agreement.repayment.values()]


def _near_deviation(agreement: Agreement) -> list[Term]:
    return [*_of_event(agreement), *agreement.change.values(), *agreement.repayment.values()]


def _near_dispute(agreement: Agreement) -> list[Term]:
    return [*_of_event(agreement), *agreement.termination.values(), *agreement.repayment.values()]


def _near_nothing(agreement: Agreement) -> list[Term]:
    return []


_NEAR = {
    Kind.ECONOMIC_CHANGE: _near_economy,
    Kind.DEVIATION: _near_deviation,
    Kind.DISPUTE: _near_dispute,
    Kind.OTHER: _near_nothing,
}


def _of_event(agreement: Agreement) -> list[Term]:
    return [each for each in agreement.renegotiation.values() if each.on == "event"]


def _duties(agreement: Agreement, kind: str) -> list[Duty]:
    return [each for each in agreement.duty.values() if each.kind == kind and each.applies]


def _standing(terms: Iterable[_T]) -> Iterator[_T]:
    return (each for each in terms if each.applies)


def _in_order(agreement: Agreement, keys: Iterable[str]) -> tuple[str, ...]:
    wanted = set(keys)
    return tuple(key for key in agreement.party if key in wanted)


def _on(form: Form, term: Term) -> Footing:
    return Footing(form, term.id, term.clause, term.says, assumptions=term.assumption)
