"""What every page of matters needs: the partnership, its dossier, which party each organisation is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.http import Http404
from django.utils.translation import gettext

from samsyn.rules.reading import Dossier
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.frame import Frame, frame
from samsyn.web.agreements.queries import dossier_of, partnership_or_404
from samsyn.web.documents.models import Document
from samsyn.web.matters.models import Entry, Matter
from samsyn.web.matters.queries import MatterQuerySet, Situation, party_keys, situation_of
from samsyn.web.meetings.models import Meeting
from samsyn.web.partnerships.models import Partnership
from samsyn.web.ui.components.words import Place


@dataclass(frozen=True)
class Scene:
    """`keys` is organisation → party id."""

    viewer: Viewer
    partnership: Partnership
    dossier: Dossier
    today: date
    keys: Mapping[UUID, str]

    @property
    def mine(self) -> str:
        return self.keys.get(self.viewer.organisation_id, "")

    @property
    def home(self) -> str:
        return f"/as/{self.viewer.organisation_slug}/partnerships/{self.partnership.slug}/matters/"

    def around(self, *inside: Place) -> Frame:
        return frame(self.viewer, self.partnership, self.dossier, self.today, "matters", *inside)

    def inside(self, *further: Place) -> dict[str, Any]:
        """The context of a page below the list."""
        return self.around(Place(gettext("Ärenden"), self.home), *further).context()

    def matters(self) -> MatterQuerySet:
        """With all that was written in them."""
        written = Entry.objects.select_related("document", "meeting", "person")
        mine = Matter.objects.visible_to(self.viewer).filter(partnership=self.partnership)
        return mine.select_related("obligation").prefetch_related(Prefetch("entries", queryset=written))

    def situation_or_404(self, matter: UUID) -> Situation:
        found = self.matters().filter(pk=matter).first()
        if found is None:
            raise Http404
        return self.situations([found])[0]

    def situations(self, matters: Iterable[Matter]) -> list[Situation]:
        return [situation_of(each, self.dossier, self.keys, _entries(each)) for each in matters]

    def papers(self) -> QuerySet[Document]:
        return Document.objects.visible_to(self.viewer).to_point_to(self.partnership.pk)

    def meetings(self) -> QuerySet[Meeting]:
        standing = Meeting.objects.visible_to(self.viewer).standing()
        found: QuerySet[Meeting] = standing.filter(partnership=self.partnership).order_by("-starts_at")
        return found


def scene_or_404(viewer: Viewer, slug: str, today: date) -> Scene:
    partnership = partnership_or_404(viewer, slug)
    return Scene(viewer, partnership, dossier_of(partnership), today, party_keys(partnership.pk))


def _entries(matter: Matter) -> Sequence[Entry]:
    return list(matter.entries.all())
