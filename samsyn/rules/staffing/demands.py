"""Which demands of the agreement apply to somebody who works, from when and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from samsyn.rules.places.readings import assumed
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.base import Term
from samsyn.rules.terms.occasions import Exposure
from samsyn.rules.terms.people import RegisterCheck, StaffRequirement, Undertaking

_REGISTERS = {"criminal_records": "belastningsregistret", "suspicions": "misstankeregistret"}
DemandKind = Literal["check", "undertaking", "demand"]


@dataclass(frozen=True, slots=True)
class CauseFacts:
    """Somebody who answers for the staff has found cause, on a day, to ask for a check. Not why."""

    requirement: str
    on: date


@dataclass(frozen=True, slots=True)
class WorkerFacts:
    """`since` is the day on which the organisation took her on; `role` is her function in its own words."""

    kind: Literal["employee", "outreach", "volunteer"]
    since: date
    role: str = ""
    causes: tuple[CauseFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing that she must have shown, signed or met.

    `what` names it within a sentence («utdrag ur belastningsregistret»), `why` says why it applies to her, as a
    sentence. `before`: what she is not put on until then; empty, it is only shown. `since`: only what was shown on that
    day or later counts (a cause). `valid_months`: how long it holds, only where a clause or a law says so; an extract
    has no such time. `assumptions`: ids of the readings that it rests on.
    """

    requirement: str
    kind: DemandKind
    what: str
    why: str
    clause: str
    law: str = ""
    before: tuple[Exposure, ...] = ()
    since: date | None = None
    valid_months: int | None = None
    assumptions: tuple[str, ...] = ()


def demands_on(terms: Agreement, party: str, worker: WorkerFacts, day: date) -> list[Demand]:
    """All that the party must see to before and while she works on a day.

    1. a check at hiring: of an employee who was taken on while the term held, whenever that was; at assignment:
    likewise of a volunteer; on cause: from the day on which cause was found; 2. an undertaking to sign, and a demand on
    staff: of all whom it names, while the term holds, also of those who were there before. What an employer must do is
    no demand on a person. An outreach worker is a volunteer where the agreement names her role among the volunteers'
    (READING), and else an employee.
    """
    volunteer = _is_volunteer(terms, party, worker)
    return [
        *_checks(terms, party, worker, day, volunteer),
        *_undertakings(terms, party, day, volunteer),
        *_requirements(terms, party, day, volunteer),
    ]


def demands_of_party(terms: Agreement, party: str, day: date) -> list[Term]:
    """The terms that demand something of those who work for a party, on a day: for a page that lists them."""
    families: list[RegisterCheck | Undertaking | StaffRequirement] = [
        *terms.register_check.values(),
        *(each for each in terms.undertaking.values() if each.signed),
        *(each for each in terms.staff.values() if each.kind != "employer"),
    ]
    return [each for each in families if each.applies and party in each.by and _holds(each, day)]


def _is_volunteer(terms: Agreement, party: str, worker: WorkerFacts) -> bool:
    if worker.kind != "outreach":
        return worker.kind == "volunteer"
    named = [role for each in terms.volunteers.values() if each.applies and party in each.by for role in each.roles]
    return worker.role.strip().casefold() in {role.casefold() for role in named}


def _checks(terms: Agreement, party: str, worker: WorkerFacts, day: date, volunteer: bool) -> Iterator[Demand]:
    for term in terms.register_check.values():
        if not term.applies or party not in term.by or _group(volunteer) not in term.of:
            continue
        causes = [each.on for each in worker.causes if each.requirement == term.id and each.on <= day]
        if "on_cause" in term.when and causes:
            yield _check(term, f"Anledning prövades {max(causes)}.", max(causes))
        elif _taken_on_under(terms, term, worker, volunteer):
            taken_on = "Volontär sedan" if volunteer else "Anställd"
            yield _check(term, f"{taken_on} {worker.since}, när kravet gällde.", None)


def _taken_on_under(terms: Agreement, term: RegisterCheck, worker: WorkerFacts, volunteer: bool) -> bool:
    """A term that begins after she was taken on does not ask her; one that has ended since still does."""
    if ("assignment" if volunteer else "hiring") not in term.when:
        return False
    return (term.first or terms.period.first) <= worker.since and (term.last is None or worker.since <= term.last)


def _check(term: RegisterCheck, why: str, since: date | None) -> Demand:
    return Demand(
        requirement=term.id,
        kind="check",
        what=f"utdrag ur {' och '.join(_REGISTERS[each] for each in term.registers)}",
        why=why,
        clause=term.clause,
        law=term.law,
        before=term.before,
        since=since,
        assumptions=assumed(term, "registers", "of", "when", "by", "before"),
    )


def _undertakings(terms: Agreement, party: str, day: date, volunteer: bool) -> Iterator[Demand]:
    for term in terms.undertaking.values():
        if term.signed and _of_her(term, term.by, term.of, party, day, volunteer):
            yield Demand(
                requirement=term.id,
                kind="undertaking",
                what="underskriven tystnadsförbindelse",
                why="Den gäller alla som arbetar i verksamheten." if term.of == "all" else term.says,
                clause=term.clause,
                before=term.before,
                assumptions=assumed(term, "of", "by", "before", "signed"),
            )


def _requirements(terms: Agreement, party: str, day: date, volunteer: bool) -> Iterator[Demand]:
    for term in terms.staff.values():
        if term.kind != "employer" and _of_her(term, term.by, term.of, party, day, volunteer):
            yield Demand(
                requirement=term.id,
                kind="demand",
                what=term.requirement,
                why=term.says,
                clause=term.clause,
                before=term.before,
                valid_months=term.valid_months,
                assumptions=assumed(term, "of", "by", "before", "requirement", "valid_months"),
            )


def _of_her(term: Term, by: tuple[str, ...], of: str, party: str, day: date, volunteer: bool) -> bool:
    return term.applies and party in by and of in ("all", _group(volunteer)) and _holds(term, day)


def _holds(term: Term, day: date) -> bool:
    return (term.first or day) <= day <= (term.last or day)


def _group(volunteer: bool) -> Literal["employees", "volunteers"]:
    return "volunteers" if volunteer else "employees"
