"""What one party must do to sign or to approve, as its mandates say."""

from __future__ import annotations

from datetime import date

from samsyn.rules.because import Reason
from samsyn.rules.mandates.demand import APPROVAL, BOARD_DECISION, LEGAL_FORCE, NOTIFIED, SIGNATURE, Demand
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.governance import Mandate

VERBS = {
    "amendment": "change", "waiver": "change", "extension": "extend", "notice": "terminate",
    "withdrawal": "terminate", "termination": "terminate",
}  # fmt: skip
"""What a mandate must say that its holder may do; approve is enough for all of them."""


def signed_by(agreement: Agreement, party: str, reason: Reason) -> Demand:
    """The signature of the one whom the text names as signing for the party."""
    mandates = _mandates(agreement, party, "sign")
    named = mandates[0].function if mandates else agreement.party[party].signs or ""
    return Demand(party, (SIGNATURE,), reason, function=named)


def approved_by(
    agreement: Agreement, party: str, kind: str, families: frozenset[str], reason: Reason, by: date | None = None
) -> Demand:
    """The approval of the party: by the function that has the mandate, within its limits, or by the board itself."""
    verb = VERBS.get(kind, "approve")
    mandates = _mandates(agreement, party, verb) or _mandates(agreement, party, "approve")
    if not mandates:
        return Demand(party, (APPROVAL,), reason, by=by)
    mandate = mandates[0]
    why = _rests_on(mandate, reason)
    board = (BOARD_DECISION, LEGAL_FORCE) if mandate.legal_force else (BOARD_DECISION,)
    if mandate.level == "board" or families & set(mandate.not_reaching):
        return Demand(party, board, why, by=by)
    return Demand(party, (APPROVAL,), why, instead=board, function=mandate.function, limits=mandate.limits, by=by)


def told_by(agreement: Agreement, party: str, kind: str, reason: Reason, by: date | None = None) -> Demand:
    """That the party has told the others in writing, by whoever may do so for it."""
    mandates = _mandates(agreement, party, VERBS.get(kind, ""))
    function = mandates[0].function if mandates else agreement.party[party].signs or ""
    limits = mandates[0].limits if mandates else ()
    why = _rests_on(mandates[0], reason) if mandates else reason
    return Demand(party, (NOTIFIED,), why, function=function, limits=limits, by=by)


def _mandates(agreement: Agreement, party: str, verb: str) -> list[Mandate]:
    found = [each for each in agreement.mandate.values() if each.applies and each.party == party]
    return [each for each in found if verb in each.may]


def _rests_on(mandate: Mandate, reason: Reason) -> Reason:
    """The demand itself comes from `reason`; who may meet it from the mandate."""
    assumed = (*reason.assumptions, *(each.id for each in mandate.assumption))
    return Reason(mandate.clause, mandate.id, mandate.says, reason.inputs, assumed)
