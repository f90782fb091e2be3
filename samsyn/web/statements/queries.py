"""Statements with where each stands, what they answer, and what is soon to be opened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch

from samsyn.rules.money.statements import OPENS_BEFORE, State, state
from samsyn.rules.quantities import DateRange
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.duties import Duty
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.obligations.models import Obligation
from samsyn.web.partnerships.models import Partnership, PartnershipParty
from samsyn.web.statements.models import Answer, Statement, Submission
from samsyn.web.statements.rows import StatementQuerySet

KINDS: tuple[str, ...] = tuple(Statement.Kind.values)
"""The kinds of obligation that are answered by a statement."""


@dataclass(frozen=True)
class Standing:
    """A statement and where it stands. `receivers` are the organisations that it is owed to."""

    statement: Statement
    submissions: Sequence[Submission]
    receivers: frozenset[UUID]
    state: State

    @property
    def last(self) -> Submission | None:
        return self.submissions[-1] if self.submissions else None

    @property
    def answers(self) -> Sequence[Answer]:
        """To the last submission, in the order they came."""
        return list(self.last.answers.all()) if self.last else []

    def waits_for(self, organisation: UUID | None) -> bool:
        answered = {each.organisation_id for each in self.answers}
        return self.state == State.WAITING and organisation in self.receivers and organisation not in answered


def standings_in(viewer: Viewer, partnerships: Iterable[UUID]) -> list[Standing]:
    """All that are open or handed in, the latest first. One query where there are none, else four."""
    rows = Statement.objects.visible_to(viewer).filter(partnership_id__in=list(partnerships))
    found = list(_with_answers(rows))
    parties = parties_in({each.partnership_id for each in found}) if found else {}
    return [standing_of(each, parties[each.partnership_id]) for each in found]


def standing_of(statement: Statement, parties: Iterable[UUID]) -> Standing:
    submissions = list(statement.submissions.all())
    receivers = receivers_of(statement.obligation, statement.organisation_id, parties)
    said = None
    if submissions:
        said = {str(each.organisation_id): each.accepted for each in submissions[-1].answers.all()}
    return Standing(statement, submissions, receivers, state(said, {str(each) for each in receivers}))


def one_of(viewer: Viewer, partnership: Partnership, pk: UUID) -> Statement | None:
    rows = Statement.objects.visible_to(viewer).filter(partnership=partnership, pk=pk)
    return _with_answers(rows).first()


def receivers_of(obligation: Obligation, giver: UUID, parties: Iterable[UUID]) -> frozenset[UUID]:
    """Those the text names; nobody named: all the other parties."""
    return frozenset(obligation.owed_to or parties) - {giver}


def parties_in(partnerships: Iterable[UUID]) -> dict[UUID, list[UUID]]:
    """The organisations that are parties, by partnership."""
    found: dict[UUID, list[UUID]] = {each: [] for each in partnerships}
    places = PartnershipParty.objects.filter(partnership_id__in=list(found), kind=PartnershipParty.Kind.PARTY)
    for partnership, organisation in places.values_list("partnership_id", "organisation_id"):
        found[partnership].append(organisation)
    return found


def soon_due(partnership: Partnership, today: date) -> list[Obligation]:
    """Obligations whose statement is to be open by now: their last day is near, or has been."""
    rows = Obligation.objects.filter(partnership=partnership, kind__in=KINDS, due__lte=today + OPENS_BEFORE)
    return list(rows.open().order_by("due", "occurrence"))


def not_opened(viewer: Viewer, partnership: Partnership) -> list[Obligation]:
    """What still follows from the terms and has no statement of the party that owes it, the nearest first."""
    opened = Statement.objects.filter(obligation=OuterRef("pk"))
    rows = Obligation.objects.visible_to(viewer).filter(partnership=partnership, kind__in=KINDS)
    return list(rows.open().filter(~Exists(opened)).order_by("due", "term", "occurrence"))


def duty_behind(dossier: Dossier, statement: Statement) -> tuple[Agreement, Duty | None]:
    """The terms on the last day that it covers, and the duty in them; None where an amendment has taken it away."""
    last = days_of(statement).last
    terms = terms_on(dossier, last, last)
    return terms, terms.duty.get(statement.obligation.term) or dossier.agreement.duty.get(statement.obligation.term)


def days_of(statement: Statement) -> DateRange:
    return DateRange(statement.days.lower, statement.days.upper)


def _with_answers(rows: StatementQuerySet) -> StatementQuerySet:
    answers = Prefetch("answers", queryset=Answer.objects.select_related("organisation", "person"))
    submissions = Submission.objects.select_related("signed_by", "document", "paper").prefetch_related(answers)
    known = rows.select_related("obligation", "organisation", "partnership")
    return known.prefetch_related(Prefetch("submissions", queryset=submissions))
