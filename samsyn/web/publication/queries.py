"""How it stands with the public page: who has opened it, what lies on it, and what could lie there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samsyn.rules.reading import Dossier
from samsyn.rules.terms.followup import Publication
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.documents.models import Document
from samsyn.web.partnerships.models import Partnership, PartnershipParty
from samsyn.web.publication.models import Edition, Opening, Paper, PaperOpening

AUDIENCES = ("board", "public")
"""Whose reports may be let out to everyone."""


@dataclass(frozen=True, slots=True)
class Days:
    """`last` None: without an end."""

    first: date
    last: date | None

    def __contains__(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


def days_of(row: Opening | Edition) -> Days:
    upper = row.days.upper
    return Days(row.days.lower, None if upper is None else date.fromordinal(upper.toordinal() - 1))


@dataclass(frozen=True)
class Standing:
    """`openings` by party; `missing`: those that have not opened. `edition`: what is shown on its days."""

    places: Mapping[str, PartnershipParty]
    openings: Mapping[UUID, Opening]
    edition: Edition | None

    @property
    def missing(self) -> list[PartnershipParty]:
        return [each for each in self.places.values() if each.organisation_id not in self.openings]

    @property
    def days(self) -> Days | None:
        """Those that all have in common; None where somebody has not opened, or they have none."""
        if self.missing or not self.openings:
            return None
        each = [days_of(row) for row in self.openings.values()]
        lasts = [days.last for days in each if days.last is not None]
        found = Days(max(days.first for days in each), min(lasts) if lasts else None)
        return found if found.last is None or found.first <= found.last else None

    def is_shown(self, today: date) -> bool:
        return self.edition is not None and today in days_of(self.edition)


def standing_of(partnership: Partnership) -> Standing:
    """Three questions; for whoever may read the partnership, or a job."""
    parties = PartnershipParty.objects.filter(partnership=partnership, kind=PartnershipParty.Kind.PARTY)
    places = {each.key: each for each in parties.select_related("organisation").order_by("key")}
    rows = Opening.objects.filter(partnership=partnership).standing()
    openings = {each.organisation_id: each for each in rows}
    edition = Edition.objects.filter(partnership=partnership).standing().first()
    return Standing(places, openings, edition)


def publication_of(dossier: Dossier, today: date) -> Publication | None:
    """What the agreement lets be told. The last of several: an amendment's own."""
    found = [each for each in terms_on(dossier, today, today).publication.values() if each.applies]
    return found[-1] if found else None


@dataclass(frozen=True)
class Candidate:
    """A submitted report that may be read by everyone, and who has let it out.

    `lies_there`: everyone may read it as soon as the page is open. `is_newest`: no corrected one has come since.
    `for_anyone`: no figure in it is for the parties alone.
    """

    document: Document
    openings: Mapping[UUID, PaperOpening]
    lies_there: bool
    is_newest: bool
    for_anyone: bool = True


def candidates_in(viewer: Viewer, partnership: Partnership, dossier: Dossier, today: date) -> list[Candidate]:
    """Submitted reports for a board or for everyone, the latest first; an earlier version only where it is let out."""
    from samsyn.web.reports.content import is_for_anyone
    from samsyn.web.reports.models import Submission

    kinds = [key for key, each in terms_on(dossier, today, today).report.items() if each.audience in AUDIENCES]
    rows = Submission.objects.visible_to(viewer).filter(partnership=partnership, report__term__in=kinds)
    submitted = list(rows.order_by("number").select_related("document"))
    newest = {each.report_id: each.pk for each in submitted}
    opened: dict[UUID, dict[UUID, PaperOpening]] = {}
    for row in PaperOpening.objects.visible_to(viewer).filter(partnership=partnership).standing():
        opened.setdefault(row.document_id, {})[row.organisation_id] = row
    there = {each.document_id for each in papers_in(viewer, partnership)}
    return [
        Candidate(
            each.document,
            opened.get(each.document_id, {}),
            each.document_id in there,
            newest[each.report_id] == each.pk,
            is_for_anyone(each.content),
        )
        for each in sorted(submitted, key=lambda each: (each.submitted_at, each.pk), reverse=True)
        if newest[each.report_id] == each.pk or each.document_id in opened
    ]


def papers_in(viewer: Viewer, partnership: Partnership) -> Sequence[Paper]:
    """Those that everyone may read, the latest first."""
    rows = Paper.objects.visible_to(viewer).filter(partnership=partnership).standing()
    return list(rows.without_bytes().order_by("-dated", "pk"))
