"""Secrecy, legal basis, consent, and citations of law."""

from __future__ import annotations

from typing import Literal

from samsyn.rules.terms.base import Day, Flag, Id, Term, Text, term


@term
class Secrecy(Term):
    """sekretess: which regime holds for which party and which data."""

    of: tuple[Id, ...]
    """Parties that hold the secret."""
    binds: tuple[Id, ...]
    """Parties that must keep it."""
    law: Text
    rule: Literal["straight", "reversed", "contract", "statute"]
    """straight: rakt skaderekvisit (secret if harm can be assumed); reversed: omvänt (secret unless clearly
    harmless); contract: by promise; statute: tystnadsplikt by law."""
    about: Text


@term
class LegalBasis(Term):
    """lagstöd: is this an insats under the social services act, labour-market policy, or the organisation's own
    work. One choice that switches documentation, secrecy, retention and supervision."""

    basis: Literal["sol_without_assessment", "sol_decided", "labour_market", "own_activity"]
    law: Text | None = None


@term
class Consent(Term):
    """samtycke: a waiver of secrecy with scope, recipient and reservation; not a basis for processing."""

    asked_by: Id
    of: Text
    shared_with: tuple[Id, ...]
    covers: Text


@term
class Citation(Term):
    """laghänvisning: a paragraph that the text cites, and where it stands today."""

    cites: Text
    act: Text
    in_force: Flag
    now: Text | None = None
    since: Day | None = None
    source: Text


@term
class Openness(Term):
    """offentlighet: public records, transparency of the economy, saying that it is an IOP, equal respect."""

    by: tuple[Id, ...]
    kind: Literal["public_records", "economy", "iop", "values", "independence", "declaration"]
