"""Who may call a meeting of a body: the convenor, those the clause names, or any party where nobody is named."""

from __future__ import annotations

from dataclasses import dataclass

from samsyn.rules.because import Reason
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.governance import Body


@dataclass(frozen=True, slots=True)
class Calling:
    """May this party call, and why or why not, with the clause."""

    allowed: bool
    reason: Reason


def may_call(agreement: Agreement, body: Body, party: str) -> Calling:
    """`party` is an id in the agreement. A participant never calls: it is not bound by the agreement.

    1. not a party: no; 2. the convenor: yes; 3. named in `may_call`: yes; 4. nobody is named to call: any party;
    5. otherwise no, and the reason says who calls.
    """
    convenor = body.convenor
    if party not in agreement.party:
        return _no(body, "Den som deltar utan att vara part kallar inte till möten. Be en av parterna.")
    if party == convenor:
        return _yes(body, f"{agreement.party_name(party)} är sammankallande.")
    if party in body.may_call:
        return _yes(body, f"{agreement.party_name(party)} får kalla när det behövs.")
    if convenor is None:
        return _yes(body, "Texten säger inte vem som kallar. Då får varje part göra det.")
    return _no(body, f"{_callers(agreement, body)} kallar till {body.name}. Be dem kalla.")


def _callers(agreement: Agreement, body: Body) -> str:
    keys = dict.fromkeys((body.convenor or "", *body.may_call))
    names = [agreement.party_name(key) for key in keys if key]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} eller {names[-1]}"


def _yes(body: Body, says: str) -> Calling:
    return Calling(True, Reason(body.clause, body.id, says))


def _no(body: Body, says: str) -> Calling:
    return Calling(False, Reason(body.clause, body.id, says))
