"""Requirements on staff and volunteers."""

from __future__ import annotations

from typing import Literal

from samsyn.rules.terms.base import Flag, Id, Length, Term, Text, term
from samsyn.rules.terms.occasions import Exposure


@term
class StaffRequirement(Term):
    """krav på personal: education, supervision, further training, employer's duties."""

    by: tuple[Id, ...]
    of: Literal["employees", "volunteers", "all"]
    requirement: Text
    kind: Literal["education", "supervision", "further_training", "employer", "other"]
    before: tuple[Exposure, ...] = ()
    """What nobody is put on who does not fulfil it. Empty: it is shown as missing and blocks nothing."""
    valid_months: Length | None = None
    """How long it holds, only where a clause or a law says so."""


@term
class RegisterCheck(Term):
    """registerkontroll: which registers, whom, when. Only the fact that it was shown is ever noted."""

    by: tuple[Id, ...]
    of: tuple[Literal["employees", "volunteers"], ...]
    registers: tuple[Literal["criminal_records", "suspicions"], ...]
    when: tuple[Literal["hiring", "on_cause", "assignment"], ...]
    law: Text
    law_since: Text | None = None
    before: tuple[Exposure, ...] = ("children",)
    """What nobody is put on to whom it applies and who has not shown the extract."""
    oldest_months: Length | None = None
    """How old an extract may be on the day it is shown. It is checked there and then, and the date is not kept."""
    keeps_copy: Flag = False
    """true: under the act of 2007 an extract or a copy is kept. Samsyn notes only that it is, never what it says."""


@term
class Undertaking(Term):
    """tystnadsförbindelse: who must sign that they keep secrets."""

    by: tuple[Id, ...]
    of: Literal["employees", "volunteers", "all"]
    signed: Flag = True
    before: tuple[Exposure, ...] = ("participants_data",)
    """What nobody is put on who has not signed."""
    breach: Text | None = None


@term
class Volunteers(Term):
    """volontärer: their part in the work."""

    by: tuple[Id, ...]
    roles: tuple[Text, ...]
