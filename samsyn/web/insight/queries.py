"""Requests with where each stands, what may be asked by which clause, and who may be put on a staff list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from django.db.models import Prefetch

from samsyn.rules.obligations.standing import OCCURRENCE
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.duties import Duty
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.documents.models import Document
from samsyn.web.insight.models import Answer, Handed, Request
from samsyn.web.insight.permissions import may_ask
from samsyn.web.insight.rows import RequestQuerySet
from samsyn.web.obligations.models import Obligation
from samsyn.web.partnerships.models import Partnership

KINDS = ("insight", "report", "statistics")
"""The kinds of obligation that, on request, are answered here."""
_PAPERS = 60


class State(StrEnum):
    WAITING = "waiting"
    MORE = "more"
    """Answered in part; the rest is to come."""
    ALL = "all"
    PART = "part"
    NOTHING = "nothing"
    WITHDRAWN = "withdrawn"

    @property
    def is_open(self) -> bool:
        return self in (State.WAITING, State.MORE)


@dataclass(frozen=True)
class Standing:
    request: Request
    answers: Sequence[Answer]

    @property
    def state(self) -> State:
        if self.request.withdrawn_at:
            return State.WITHDRAWN
        return State(self.answers[-1].outcome) if self.answers else State.WAITING


def standings_in(viewer: Viewer, partnerships: Iterable[UUID]) -> list[Standing]:
    """All requests, the newest first. One query where there are none, else three."""
    rows = Request.objects.visible_to(viewer).filter(partnership_id__in=list(partnerships))
    return [Standing(each, list(each.answers.all())) for each in with_answers(rows).order_by("-on", "-number")]


def one_of(viewer: Viewer, partnership: Partnership, request: UUID) -> Standing | None:
    found = with_answers(Request.objects.visible_to(viewer).filter(partnership=partnership, pk=request)).first()
    return Standing(found, list(found.answers.all())) if found else None


def with_answers(rows: RequestQuerySet) -> RequestQuerySet:
    handed = Handed.objects.select_related("document").defer("document__content")
    answers = Answer.objects.select_related("document", "organisation", "staff_list").prefetch_related(
        Prefetch("handed", queryset=handed)
    )
    known = rows.select_related("obligation", "organisation", "asked", "partnership")
    return known.prefetch_related(Prefetch("answers", queryset=answers))


def on_request(viewer: Viewer, partnership: Partnership) -> list[Obligation]:
    """What a party owes another when it is asked, by its clause."""
    rows = Obligation.objects.visible_to(viewer).filter(
        partnership=partnership, kind__in=KINDS, occurrence=OCCURRENCE["request"]
    )
    return list(rows.standing().order_by("clause", "term"))


def askable(viewer: Viewer, partnership: Partnership) -> list[Obligation]:
    """Those of them that the acting party may ask by."""
    return [each for each in on_request(viewer, partnership) if may_ask(viewer, each) and askees(viewer, each)]


def askees(viewer: Viewer, obligation: Obligation) -> list[UUID]:
    """Who owes it, beside the acting organisation itself."""
    return [each for each in obligation.owed_by if each != viewer.organisation_id]


def duty_behind(dossier: Dossier, obligation: Obligation, day: date) -> tuple[Agreement, Duty | None]:
    """The terms on the day and the duty in them; None where an amendment has taken it away."""
    terms = terms_on(dossier, day, day)
    return terms, terms.duty.get(obligation.term)


def due_by_clause(duty: Duty | None, on: date) -> date | None:
    """The last day to answer, where the clause gives a time. Where it gives none there is none."""
    within = duty.when.within_days if duty else None
    return None if within is None else on + timedelta(days=within)


def papers_to_hand_over(viewer: Viewer, partnership: Partnership) -> list[Document]:
    """The acting party's own: drafts first, then what is handed over already, the newest first."""
    own = Document.objects.visible_to(viewer).filter(partnership=partnership, organisation_id=viewer.organisation_id)
    drafts = own.drafts_of(viewer).defer("content").order_by("-added_at")
    return [*drafts[:_PAPERS], *own.handed_over().defer("content").order_by("-number")[:_PAPERS]]
