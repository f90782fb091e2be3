"""utlämnande: may this leave the party on another's request? Tried at the door, once for each answer.

Samsyn knows the grounds that the agreement and the law give. A person tries them and answers for it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from samsyn.rules.because import Reason
from samsyn.rules.secrecy.decision import Decision
from samsyn.rules.terms import Agreement

Verdict = Literal["whole", "part", "nothing"]
_SOCIAL = "26 kap. 1 § offentlighets- och sekretesslagen (2009:400)"
_LABOUR = "28 kap. 11 § offentlighets- och sekretesslagen (2009:400)"
NOT_KEPT, NOT_COVERED = "not-kept", "not-covered"


@dataclass(frozen=True, slots=True)
class Ground:
    """Why something is held back. `law`: the paragraph, empty where it is no matter of secrecy; `clause`: the label."""

    key: str
    says: str
    law: str = ""
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Trial:
    """What the one who answers says at the door. `tried_as` is in which function; `because` in the party's words."""

    verdict: Verdict
    tells_of_anyone: bool
    """Does anything of it tell of a person who has sought help or taken part, also without a name."""
    tried_as: str
    grounds: tuple[str, ...] = ()
    because: str = ""


def grounds_for(terms: Agreement, party: str) -> list[Ground]:
    """What the party can hold something back for, secrecy first.

    1. What the agreement says of secrecy that binds it; 2. what the law does: of an authority OSL 28:11 in
    labour-market work and else 26:1, of others SoL 17:11 where the work is an insats under that act (READING: an
    organisation's own work has no duty of silence by law); 3. an extract from a register, of which only that it was
    shown is noted; 4. personal data that the question does not need; 5. that there is no such thing, or that the clause
    does not ask it.
    """
    agreed = [
        Ground(each.id, each.about, each.law, each.clause)
        for each in terms.secrecy.values()
        if each.applies and party in each.binds
    ]
    by_law = [each for each in _by_law(terms, party) if each.law not in {known.law for known in agreed}]
    return [
        *agreed,
        *by_law,
        Ground("extracts", "Utdrag ur register: bara att de har visats upp får antecknas", "5 § lagen (2013:852)"),
        Ground("not-needed", "Personuppgifter som begäran inte behöver", "EU:s dataskyddsförordning, artikel 5.1 c"),
        Ground(NOT_KEPT, "Uppgiften finns inte hos oss"),
        Ground(NOT_COVERED, "Punkten i överenskommelsen omfattar inte det"),
    ]


def protected_at(terms: Agreement, party: str) -> str:
    """The paragraph by which an authority keeps what tells of individuals secret once it has it; empty for others."""
    return next((each.law for each in _by_law(terms, party) if each.key.startswith("osl")), "")


def may_hand_out(trial: Trial, known: Collection[Ground]) -> Decision:
    """In this order, the first that applies decides:

    1. Nobody has tried it: no. 2. It tells of someone: no, whatever the ground; nothing about individuals goes this
    way. 3. Something is held back without a ground that this party has, or without a reason in words: no.
    4. Nothing is handed out: no. 5. Otherwise yes.
    """
    laws = tuple(("grund", each.law or each.says) for each in known if each.key in trial.grounds)
    if not trial.tried_as.strip():
        return _no("Ingen har prövat om det får lämnas ut.")
    if trial.tells_of_anyone:
        return _no("Det säger något om en enskild som har sökt hjälp eller deltagit. Sådant lämnas inte ut här.")
    if trial.verdict != "whole" and (not trial.because.strip() or not laws or len(laws) != len(set(trial.grounds))):
        return _no("Det som inte lämnas ut ska ha en grund och en förklaring.")
    if trial.verdict == "nothing":
        return Decision(False, Reason("", "secrecy", "Det lämnas inte ut.", laws))
    says = "Det får lämnas ut." if trial.verdict == "whole" else "En del får lämnas ut."
    return Decision(True, Reason("", "secrecy", says, laws))


def _by_law(terms: Agreement, party: str) -> list[Ground]:
    found = terms.party.get(party)
    basis = {each.basis for each in terms.legal_basis.values() if each.applies}
    if found is not None and found.kind == "public":
        about = "Uppgifter om enskildas personliga förhållanden"
        if "labour_market" in basis:
            return [Ground("osl-28-11", f"{about} i arbetsmarknadspolitisk verksamhet", _LABOUR)]
        return [Ground("osl-26-1", f"{about} i socialtjänsten", _SOCIAL)]
    if basis & {"sol_without_assessment", "sol_decided"}:
        law = "17 kap. 11 § socialtjänstlagen (2025:400)"
        return [Ground("sol-17-11", "Tystnadsplikt om enskildas personliga förhållanden", law)]
    return []


def _no(says: str) -> Decision:
    return Decision(False, Reason("", "secrecy", says))
