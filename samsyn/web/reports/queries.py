"""Reports with where each stands, the template that each is made by, and what is soon to be opened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from samsyn.rules.meetings.seats import parties_behind
from samsyn.rules.quantities import DateRange
from samsyn.rules.reading import Dossier
from samsyn.rules.reports import PartState, State, opens_on, part_state, state
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.followup import Report as Template
from samsyn.rules.terms.followup import Section
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.meetings.models import Meeting
from samsyn.web.obligations.models import Obligation
from samsyn.web.partnerships.models import Partnership, PartnershipParty
from samsyn.web.reports.models import Draft, GoneThrough, Part, Report, SentBack, Submission

if TYPE_CHECKING:
    from samsyn.web.reports.rows import ReportQuerySet

Places = Mapping[str, PartnershipParty]
_LONG_AGO = timedelta(days=90)
"""What was due longer ago than this does not open by itself, so that an old agreement is not met by a heap of them."""


@dataclass(frozen=True)
class Standing:
    """A report and where it stands. `places` are the parties, by key; `parts` every signed version, oldest first."""

    report: Report
    dossier: Dossier
    terms: Agreement
    template: Template
    places: Places
    parts: Mapping[str, Sequence[Part]]
    gone_through: Sequence[GoneThrough]
    submissions: Sequence[Submission]

    @property
    def days(self) -> DateRange:
        return days_of(self.report)

    @property
    def signers(self) -> tuple[str, ...]:
        return tuple(key for key in self.template.signed_by if key in self.places)

    @property
    def compiler(self) -> str:
        """The party that compiles and submits; "" where nobody does: it is submitted as the last one signs."""
        return self.template.compiled_by or ""

    @property
    def body(self) -> str:
        """The body that is to go through the parts, or ""."""
        return self.template.gone_through_by or ""

    def signed(self, key: str) -> Part | None:
        """The newest version of a party's part."""
        versions = self.parts.get(key, ())
        return versions[-1] if versions else None

    @property
    def newest(self) -> dict[str, Part]:
        return {key: part for key in self.signers if (part := self.signed(key)) is not None}

    def part_state(self, key: str) -> PartState:
        versions = self.parts.get(key, ())
        back = [each.number for each in versions if each.sent_back.all()]
        return part_state(versions[-1].number if versions else 0, max(back, default=0))

    @property
    def seals(self) -> list[str]:
        return sorted(part.sha256 for part in self.newest.values())

    @property
    def last(self) -> Submission | None:
        return self.submissions[-1] if self.submissions else None

    @property
    def state(self) -> State:
        return state(
            {key: self.part_state(key) for key in self.signers},
            self.seals,
            body=bool(self.body),
            gone_through=self.gone_through[-1].seals if self.gone_through else None,
            submitted=self.last.seals if self.last else None,
        )

    @property
    def is_gone_through(self) -> bool:
        """The parts as they are now."""
        return bool(self.gone_through) and sorted(self.gone_through[-1].seals) == self.seals

    def key_of(self, organisation: UUID | None) -> str:
        """Which party the organisation is, or ""."""
        return next((key for key, place in self.places.items() if place.organisation_id == organisation), "")

    def name_of(self, key: str) -> str:
        return self.places[key].organisation.name if key in self.places else key

    @property
    def seated(self) -> frozenset[str]:
        """The parties that sit in the body, themselves or by a unit of theirs."""
        body = self.terms.body.get(self.body)
        units = self.terms.participant
        found = [
            seat.party or (units[seat.participant].belongs_to if seat.participant in units else None)
            for seat in (body.members if body else ())
        ]
        return frozenset(key for key in found if key)

    def sections(self, by: str) -> tuple[Section, ...]:
        """Those of each part («part»), or of whoever compiles («compiler»)."""
        return tuple(each for each in self.template.sections if each.by == by)

    @property
    def readers(self) -> frozenset[str]:
        """The parties that read a signed part: those it is owed to, who compiles, who goes through it, and its signer.

        Where nobody compiles, those that sign put their parts together themselves.
        """
        owed = [self.terms.duty.get(each or "") for each in (self.template.duty, self.template.part_duty)]
        to = {party for each in owed if each for key in each.to or () for party in parties_behind(self.terms, key)}
        own = {self.compiler} if self.compiler else set(self.signers)
        return frozenset({*to, *own, *self.seated} & set(self.places))

    def only_for(self, key: str) -> list[UUID]:
        """The organisations that read the part of a party; empty where all the parties do."""
        readers = self.readers | {key}
        if readers >= set(self.places):
            return []
        return sorted(self.places[each].organisation_id for each in readers)

    @property
    def is_kept(self) -> bool:
        """Whether some party does not read the parts."""
        return any(self.only_for(key) for key in self.signers)

    def reads_all(self, organisation: UUID | None) -> bool:
        """Whether a party reads every part, and so may see them put together before they are submitted."""
        mine = self.key_of(organisation)
        return bool(mine) and all(mine in self.readers | {key} for key in self.signers)

    @property
    def has_own_part(self) -> bool:
        """Whether a part and the whole are two papers. Where one party alone signs and submits, they are one."""
        return bool(self.compiler) or len(self.signers) > 1


def days_of(report: Report) -> DateRange:
    return DateRange(report.days.lower, report.days.upper)


def terms_of(dossier: Dossier, report: Report) -> tuple[Agreement, Template] | None:
    """The terms on the last day of the duty, and the template in them; None where none of the versions has it."""
    last = report.obligation.window_end - timedelta(days=1)
    for terms in (terms_on(dossier, last, last), dossier.agreement):
        if report.term in terms.report:
            return terms, terms.report[report.term]
    return None


def standings_in(viewer: Viewer, dossiers: Mapping[UUID, Dossier]) -> list[Standing]:
    """All that are open or submitted, the nearest last day first. One query where there are none."""
    rows = Report.objects.visible_to(viewer).filter(partnership_id__in=list(dossiers))
    found = list(_whole(rows))
    places = places_in({each.partnership_id for each in found}) if found else {}
    known = ((each, terms_of(dossiers[each.partnership_id], each)) for each in found)
    standings = [
        _standing(each, dossiers[each.partnership_id], *said, places[each.partnership_id])
        for each, said in known
        if said
    ]
    return sorted(standings, key=lambda each: (each.report.obligation.due or date.max, each.report.term))


def standing_of(viewer: Viewer, dossier: Dossier, partnership: Partnership, pk: UUID) -> Standing | None:
    rows = Report.objects.visible_to(viewer).filter(partnership=partnership, pk=pk)
    found = _whole(rows).first()
    said = terms_of(dossier, found) if found else None
    return _standing(found, dossier, *said, places_in([partnership.pk])[partnership.pk]) if found and said else None


def _standing(report: Report, dossier: Dossier, terms: Agreement, template: Template, places: Places) -> Standing:
    by_organisation = {place.organisation_id: key for key, place in places.items()}
    parts: dict[str, list[Part]] = {}
    for part in report.parts.all():
        parts.setdefault(by_organisation.get(part.organisation_id, ""), []).append(part)
    gone = list(report.gone_through.all())
    return Standing(report, dossier, terms, template, places, parts, gone, list(report.submissions.all()))


def places_in(partnerships: Iterable[UUID]) -> dict[UUID, dict[str, PartnershipParty]]:
    """The parties' places by key, by partnership."""
    found: dict[UUID, dict[str, PartnershipParty]] = {each: {} for each in partnerships}
    rows = PartnershipParty.objects.filter(partnership_id__in=list(found), kind=PartnershipParty.Kind.PARTY)
    for place in rows.select_related("organisation"):
        found[place.partnership_id][place.key] = place
    return found


def soon_due(partnership: Partnership, dossier: Dossier, today: date) -> list[tuple[str, Obligation]]:
    """Template and obligation: what is to be open by now."""
    terms = terms_on(dossier, today, today)
    found = []
    for term, obligation in owed_reports(partnership, terms):
        opens = opens_on(obligation.due, terms.report[term].opens_days_before) if obligation.due else None
        if opens and opens <= today <= (obligation.due or today) + _LONG_AGO:
            found.append((term, obligation))
    return found


def not_opened(partnership: Partnership, dossier: Dossier, today: date) -> list[tuple[str, Obligation]]:
    """What can be opened by hand: what still follows from the terms and has no report, the nearest first."""
    return list(owed_reports(partnership, terms_on(dossier, today, today)))


def owed_reports(partnership: Partnership, terms: Agreement) -> list[tuple[str, Obligation]]:
    """Of several that owe the same occurrence, each its own, the first stands for all."""
    by_duty = {each.duty: term for term, each in terms.report.items() if each.applies}
    if not by_duty:
        return []
    rows = Obligation.objects.filter(partnership=partnership, term__in=list(by_duty)).open()
    behind = Obligation.objects.filter(pk__in=Report.objects.filter(partnership=partnership).values("obligation_id"))
    known = {(each.term, base_of(each)) for each in behind if not each.lasts}
    found: dict[tuple[str, str], tuple[str, Obligation]] = {}
    for each in rows.order_by("due", "term", "occurrence"):
        key = (each.term, base_of(each))
        if key not in known:
            found.setdefault(key, (by_duty[each.term], each))
    return list(found.values())


def base_of(obligation: Obligation) -> str:
    """The occurrence without whose it is: «2026» of «2026-foreningen»."""
    whose = f"-{obligation.by_keys[0]}" if len(obligation.by_keys) == 1 else ""
    return obligation.occurrence.removesuffix(whose) if whose else obligation.occurrence


def obligations_met(standing: Standing, term: str) -> list[Obligation]:
    """The obligations of a term that the report is about: of the same occurrence as its own, else of the same days.

    A duty may fall oftener than the report's own, or more seldom; the one whose last day is nearest counts.
    """
    own = standing.report.obligation
    rows = list(Obligation.objects.filter(partnership_id=own.partnership_id, term=term).standing())
    same = [each for each in rows if base_of(each) == base_of(own)]
    return same or _nearest(rows, own.due)


def _nearest(rows: Sequence[Obligation], due: date | None) -> list[Obligation]:
    """For each that owes it the one whose last day lies nearest; what has no day has only one."""
    found: dict[tuple[str, ...], Obligation] = {}
    for each in rows:
        found[tuple(each.by_keys)] = min(
            (each, found.get(tuple(each.by_keys), each)),
            key=lambda one: abs((one.due - due).days) if one.due and due else 0,
        )
    return list(found.values())


def meetings_to_choose(viewer: Viewer, standing: Standing) -> QuerySet[Meeting]:
    """Meetings of the body with approved minutes, held since the report was opened or up to two months before."""
    rows = Meeting.objects.visible_to(viewer).filter(partnership=standing.report.partnership, body=standing.body)
    since = standing.report.opened_at.date() - timedelta(days=62)
    return rows.approved().filter(held_on__gte=since).order_by("-held_on")


def draft_of(viewer: Viewer, report: Report) -> Draft:
    """What the acting party has written so far; an empty one, not yet kept, where nobody has begun."""
    found = Draft.objects.visible_to(viewer).filter(report=report).first()
    own = {"partnership_id": report.partnership_id, "organisation_id": viewer.organisation_id}
    return found or Draft(report=report, **own)


def _whole(rows: ReportQuerySet) -> ReportQuerySet:
    back = Prefetch("sent_back", queryset=SentBack.objects.select_related("organisation"))
    parts = Part.objects.select_related("organisation", "document", "said").prefetch_related(back)
    gone = GoneThrough.objects.select_related("organisation", "meeting")
    submissions = Submission.objects.select_related("organisation", "document")
    known = rows.select_related("obligation", "partnership").prefetch_related(Prefetch("parts", queryset=parts))
    known = known.prefetch_related(Prefetch("gone_through", queryset=gone))
    return known.prefetch_related(Prefetch("submissions", queryset=submissions))
