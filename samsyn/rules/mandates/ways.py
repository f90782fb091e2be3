"""Every way in which something can be changed, from the clauses themselves. One of them is enough."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from samsyn.rules.because import Reason
from samsyn.rules.mandates.demand import (
    APPROVAL,
    BOARD_DECISION,
    CORRECTED,
    DEMAND,
    DIALOGUE,
    LEGAL_FORCE,
    NOTIFIED,
    Asked,
    Demand,
    NotPossible,
    Taken,
    Way,
)
from samsyn.rules.mandates.parties import approved_by, signed_by, told_by
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement, Term
from samsyn.rules.terms.period import Change, Termination
from samsyn.rules.timeline import next_extension, terms_on

OURS = "samsyn"
"""Stands among the assumptions of a reason where the text says nothing and the reading is the product's own."""


def ways(dossier: Dossier, asked: Asked, taken: Sequence[Taken] = (), *, today: date) -> tuple[Way, ...]:
    """At least one. Raises NotPossible where the agreement opens none, with the clause that says so."""
    terms = terms_on(dossier, today, today)
    found = tuple(_WAYS[asked.kind](dossier, terms, asked, taken, today))
    if not found:
        raise NotPossible(_why_not(terms, asked))
    return found


Finder = Callable[[Dossier, Agreement, Asked, Sequence[Taken], date], Iterator[Way]]


def _amendment(dossier: Dossier, terms: Agreement, asked: Asked, taken: Sequence[Taken], today: date) -> Iterator[Way]:
    yield from _as_a_change(terms, asked)


def _waiver(dossier: Dossier, terms: Agreement, asked: Asked, taken: Sequence[Taken], today: date) -> Iterator[Way]:
    """Where the text says nothing of waivers they need the form of a change: nobody gives up less than it has."""
    for term in _applying(terms.change.values()):
        if term.waiver == "written_by_receiver":
            reason = _reason(term, "Den som åtagandet är till avstår skriftligen.")
            yield Way(
                tuple(told_by(terms, party, "waiver", reason) for party in asked.to or tuple(terms.party)), reason
            )
        else:
            silent = () if term.waiver else (OURS,)
            yield _in_form(terms, term, asked, silent)
    if not terms.change:
        yield from _as_a_change(terms, asked)


def _as_a_change(terms: Agreement, asked: Asked) -> Iterator[Way]:
    """Without any clause on changes every party must sign: an agreement binds those who made it."""
    found = _applying(terms.change.values())
    for term in found:
        yield _in_form(terms, term, asked)
    if not found:
        says = "Texten säger inte hur den ändras. Alla parter undertecknar, som när den ingicks."
        reason = Reason(terms.source.clause, terms.source.id, says, (), (OURS,))
        yield Way(tuple(signed_by(terms, party, reason) for party in terms.party), reason)


def _in_form(terms: Agreement, term: Change, asked: Asked, silent: tuple[str, ...] = ()) -> Way:
    reason = _reason(term, _FORMS[term.form], silent)
    parties = term.by or tuple(terms.party)
    if term.form == "written_signed_by_all":
        return Way(tuple(signed_by(terms, party, reason) for party in parties), reason)
    families = asked.families
    return Way(tuple(approved_by(terms, party, asked.kind, families, reason) for party in parties), reason)


_FORMS = {
    "written_signed_by_all": "Ändringen ska vara skriftlig och undertecknad.",
    "written_approved_by_all": "Ändringen ska vara skriftlig och godkännas.",
    "mandate": "Ändringen beslutas av den som har mandat.",
}


def _extension(dossier: Dossier, terms: Agreement, asked: Asked, taken: Sequence[Taken], today: date) -> Iterator[Way]:
    """As the clause on extension says, in time; later only in the form of a change."""
    option = next_extension(dossier, today)
    if option and option.term.form != "tacit":
        term, by = option.term, option.settle_by
        reason = replace(option.reason, says=_EXTENDED[term.form].format(by=by))
        may = term.by or tuple(terms.party)
        if term.form == "written_agreement":
            none: frozenset[str] = frozenset()
            yield Way(tuple(approved_by(terms, each, "extension", none, reason, by) for each in may), reason)
        elif asked.by in may:
            yield Way((told_by(terms, asked.by, "extension", reason, by),), reason)
    if option is None or today > option.settle_by:
        yield from _as_a_change(terms, asked)


_EXTENDED = {
    "written_agreement": "Förlängningen ska vara överenskommen skriftligen senast {by}.",
    "written_notice": "Förlängningen ska meddelas skriftligen senast {by}.",
}


def _notice(dossier: Dossier, terms: Agreement, asked: Asked, taken: Sequence[Taken], today: date) -> Iterator[Way]:
    for term in _applying(terms.notice.values()):
        if not term.by or asked.by in term.by:
            says = f"Uppsägningen lämnas till de andra parterna. Uppsägningstiden är {term.months} månader."
            reason = _reason(term, says)
            yield Way((told_by(terms, asked.by, "notice", reason),), reason)


def _withdrawal(dossier: Dossier, terms: Agreement, asked: Asked, taken: Sequence[Taken], today: date) -> Iterator[Way]:
    """Where the text does not say how notice is taken back, those who relied on it must agree."""
    for term in _applying(terms.notice.values())[:1]:
        if term.taken_back_by == "giver":
            reason = _reason(term, "Den som sade upp tar tillbaka uppsägningen skriftligen.")
            yield Way((told_by(terms, asked.by, "withdrawal", reason),), reason)
            return
        says = "En uppsägning tas tillbaka när alla parter godkänner det."
        reason = _reason(term, says, () if term.taken_back_by else (OURS,))
        none: frozenset[str] = frozenset()
        yield Way(tuple(approved_by(terms, party, "withdrawal", none, reason) for party in terms.party), reason)


def _renegotiation(
    dossier: Dossier, terms: Agreement, asked: Asked, taken: Sequence[Taken], today: date
) -> Iterator[Way]:
    for term in _applying(terms.renegotiation.values()):
        if not term.by or asked.by in term.by:
            reason = _reason(term, "Den som vill ha nya samtal begär det hos de andra.")
            yield Way((Demand(asked.by, (NOTIFIED,), reason),), reason)


def _termination(
    dossier: Dossier, terms: Agreement, asked: Asked, taken: Sequence[Taken], today: date
) -> Iterator[Way]:
    for term in _applying(terms.termination.values()):
        if not term.by or asked.by in term.by:
            reason = _reason(term, _TRIED[term.after])
            told = told_by(terms, asked.by, "termination", reason)
            steps = (*_tried_first(term, asked, taken), NOTIFIED)
            yield Way((replace(told, steps=steps),), reason)


_TRIED = {
    "demand_for_correction": "Den som vill häva kräver först rättelse. Sker den inte utan dröjsmål får avtalet hävas.",
    "dialogue": "Parterna talar först igenom saken. Sedan får avtalet hävas.",
    "at_once": "Avtalet får hävas genast.",
}


def _tried_first(term: Termination, asked: Asked, taken: Sequence[Taken]) -> tuple[str, ...]:
    """If the other party says that it has put things right, they talk before anything is ended."""
    if term.after == "dialogue":
        return (DIALOGUE,)
    if term.after == "at_once":
        return ()
    answered = any(step.kind == CORRECTED and step.party != asked.by for step in taken)
    return (DEMAND, DIALOGUE) if answered else (DEMAND,)


def _condition(dossier: Dossier, terms: Agreement, asked: Asked, taken: Sequence[Taken], today: date) -> Iterator[Way]:
    term = terms.condition.get(asked.of)
    if term is None or not term.applies:
        return
    steps = {"legal_force": (BOARD_DECISION, LEGAL_FORCE), "board_decision": (BOARD_DECISION,)}.get(term.kind)
    reason = _reason(term, term.says)
    yield Way(tuple(Demand(party, steps or (APPROVAL,), reason) for party in term.by or tuple(terms.party)), reason)


def _confirmation(
    dossier: Dossier, terms: Agreement, asked: Asked, taken: Sequence[Taken], today: date
) -> Iterator[Way]:
    """What a text means is settled by all who made it; their approval of the minutes is such an approval."""
    for _, term, assumption in terms.assumptions():
        if assumption.id == asked.of:
            reason = Reason(term.clause, term.id, "Alla parter bekräftar tolkningen.", (), (OURS,))
            yield Way(tuple(Demand(party, (APPROVAL,), reason) for party in terms.party), reason)


def _repayment(dossier: Dossier, terms: Agreement, asked: Asked, taken: Sequence[Taken], today: date) -> Iterator[Way]:
    """The clause says who may claim it. Unless it says that a claim is enough, it is owed when it is agreed."""
    term = terms.repayment.get(asked.of)
    if term is None or not term.applies or asked.by not in term.to:
        return
    says = "Den som har betalat kräver beloppet och prövar undantagen. Den som ska betala godkänner kravet."
    reason = _reason(term, says, () if term.owed_when else (OURS,))
    claim = Demand(asked.by, (NOTIFIED,), reason, limits=term.exceptions)
    agreed = () if term.owed_when == "claimed" else tuple(Demand(party, (APPROVAL,), reason) for party in term.by)
    yield Way((claim, *agreed), reason)


_WAYS: dict[str, Finder] = {
    "amendment": _amendment,
    "waiver": _waiver,
    "extension": _extension,
    "notice": _notice,
    "withdrawal": _withdrawal,
    "renegotiation": _renegotiation,
    "termination": _termination,
    "condition_met": _condition,
    "confirmation": _confirmation,
    "repayment": _repayment,
}


_T = TypeVar("_T", bound=Term)


def _applying(terms: Iterable[_T]) -> list[_T]:
    return [term for term in terms if term.applies]


def _reason(term: Term, says: str, silent: tuple[str, ...] = ()) -> Reason:
    return Reason(term.clause, term.id, says, (), (*(each.id for each in term.assumption), *silent))


def _why_not(terms: Agreement, asked: Asked) -> Reason:
    """The clause that keeps the party from it, or the period where there is no clause at all."""
    family: Mapping[str, Term] = getattr(terms, _FAMILIES.get(asked.kind, ""), None) or {}
    term = next(iter(_applying(family.values())), None)
    if term is None:
        return Reason(
            terms.period.clause, terms.period.id, _NO_CLAUSE.get(asked.kind, "Överenskommelsen medger det inte.")
        )
    who = terms.party_name(asked.by) if asked.by else "Parten"
    return _reason(term, f"{who} kan inte göra detta enligt punkten.")


_FAMILIES = {
    "notice": "notice", "termination": "termination", "renegotiation": "renegotiation", "repayment": "repayment",
    "condition_met": "condition",
}  # fmt: skip
_NO_CLAUSE = {
    "notice": "Överenskommelsen har ingen punkt om uppsägning.",
    "termination": "Överenskommelsen har ingen punkt om hävning.",
    "renegotiation": "Överenskommelsen har ingen punkt om omförhandling.",
    "repayment": "Överenskommelsen har ingen punkt om återbetalning.",
    "condition_met": "Överenskommelsen har inget sådant villkor.",
    "confirmation": "Det finns ingen sådan tolkning att bekräfta.",
}
