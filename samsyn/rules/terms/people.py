"""Requirements on staff and volunteers."""

from __future__ import annotations

from typing import Literal

from samsyn.rules.terms.base import Flag, Id, Term, Text, term


@term
class StaffRequirement(Term):
    """krav på personal: education, supervision, further training, employer's duties."""

    by: tuple[Id, ...]
    of: Literal["employees", "volunteers", "all"]
    requirement: Text
    kind: Literal["education", "supervision", "further_training", "employer", "other"]


@term
class RegisterCheck(Term):
    """registerkontroll: which registers, whom, when. Only the fact that it was shown is ever noted."""

    by: tuple[Id, ...]
    of: tuple[Literal["employees", "volunteers"], ...]
    registers: tuple[Literal["criminal_records", "suspicions"], ...]
    when: tuple[Literal["hiring", "on_cause", "assignment"], ...]
    law: Text
    law_since: Text | None = None


@term
class Undertaking(Term):
    """tystnadsförbindelse: who must sign that they keep secrets."""

    by: tuple[Id, ...]
    of: Literal["employees", "volunteers", "all"]
    signed: Flag = True
    breach: Text | None = None


@term
class Volunteers(Term):
    """volontärer: their part in the work."""

    by: tuple[Id, ...]
    roles: tuple[Text, ...]
