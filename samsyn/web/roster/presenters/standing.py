"""What is demanded of one who works, how it stands, and all that is noted. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from samsyn.rules.staffing import Demand, Lack
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.people import RegisterCheck
from samsyn.web.organisations.roles import Role
from samsyn.web.roster.models import Cause, Fulfilled, Worker
from samsyn.web.roster.presenters.words import lacking, stops, what
from samsyn.web.roster.queries.standing import Standing
from samsyn.web.ui.formats import civil_date


@dataclass(frozen=True, slots=True)
class Asked:
    """One demand. `lacks`: what is missing, as a sentence, else `met` says when it was met. `stops`: what work it keeps
    her from until then. `can_ask`: it applies first when somebody has tried whether there is cause."""

    requirement: str
    kind: str
    what: str
    why: str
    clause: str
    law: str
    assumed: bool
    lacks: str = ""
    met: str = ""
    stops: str = ""
    can_ask: bool = False
    cause: UUID | None = None
    tried: str = ""


@dataclass(frozen=True, slots=True)
class NotedRow:
    id: UUID
    says: str
    on: date
    to: str
    role: str
    taken_back: str


def asked_of(
    terms: Agreement,
    party: str,
    worker: Worker,
    standing: Standing,
    noted: Sequence[Fulfilled],
    causes: Sequence[Cause],
) -> list[Asked]:
    """The demands that apply, and the checks that would apply if there were cause."""
    lacking_by = {each.demand.requirement: each for each in standing.lacks}
    tried = {each.requirement: each for each in reversed(causes)}
    found = [_asked(each, lacking_by.get(each.requirement), noted, tried) for each in standing.demands]
    there = {each.requirement for each in found}
    return [*found, *(_on_cause(each) for each in _possible(terms, party, worker) if each.id not in there)]


def noted_rows(noted: Iterable[Fulfilled], terms: Agreement) -> list[NotedRow]:
    return [
        NotedRow(
            id=each.pk,
            says=_says(each, terms),
            on=each.on,
            to=each.noted_by.display_name if each.noted_by else "",
            role=each.role,
            taken_back=str(each.get_taken_back_because_display()) if each.taken_back_at else "",
        )
        for each in noted
    ]


def _asked(demand: Demand, lack: Lack | None, noted: Sequence[Fulfilled], tried: Mapping[str, Cause]) -> Asked:
    cause = tried.get(demand.requirement)
    return Asked(
        requirement=demand.requirement,
        kind=demand.kind,
        what=what(demand),
        why=demand.why,
        clause=demand.clause,
        law=demand.law,
        assumed=bool(demand.assumptions),
        lacks=f"{lacking(lack)}." if lack else "",
        met="" if lack else _met(demand, noted),
        stops=stops(lack.before) if lack else "",
        cause=cause.pk if cause and demand.since else None,
        tried=_tried(cause) if cause and demand.since else "",
    )


def _met(demand: Demand, noted: Sequence[Fulfilled]) -> str:
    latest = max(
        (each for each in noted if each.requirement == demand.requirement and each.taken_back_at is None),
        key=lambda each: each.on,
        default=None,
    )
    if latest is None:
        return ""
    said = {
        "check": _("Visat %(day)s för rollen %(role)s."),
        "undertaking": _("Underskriven %(day)s, version %(version)s."),
        "demand": _("Uppfyllt %(day)s."),
    }[latest.kind]
    version = latest.version.number if latest.version else ""
    return said % {"day": civil_date(latest.on), "role": latest.role, "version": version}


def _possible(terms: Agreement, party: str, worker: Worker) -> Iterator[RegisterCheck]:
    group = "volunteers" if worker.kind == Worker.Kind.VOLUNTEER else "employees"
    for term in terms.register_check.values():
        known = group in term.of or worker.kind == Worker.Kind.OUTREACH
        if term.applies and party in term.by and "on_cause" in term.when and known:
            yield term


def _on_cause(term: RegisterCheck) -> Asked:
    return Asked(
        requirement=term.id,
        kind="check",
        what=_("Utdrag ur register på förekommen anledning"),
        why=term.says,
        clause=term.clause,
        law=term.law,
        assumed=bool(term.assumption),
        can_ask=True,
    )


def _tried(cause: Cause) -> str:
    said = _("Anledning har prövats av %(function)s %(day)s.")
    return said % {"function": Role(cause.tried_as).label, "day": civil_date(cause.on)}


def _says(noted: Fulfilled, terms: Agreement) -> str:
    if noted.kind == Fulfilled.Kind.CHECK:
        return _("Utdrag ur register visat, kopia förvaras") if noted.copy_kept else _("Utdrag ur register visat")
    if noted.version is not None:
        return _("Tystnadsförbindelse underskriven, version %(number)s") % {"number": noted.version.number}
    term = terms.staff.get(noted.requirement)
    said = term.requirement if term else _("Krav på personal uppfyllt")
    return f"{said} ({noted.get_how_display()})" if noted.how else said
