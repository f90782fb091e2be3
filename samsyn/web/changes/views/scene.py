"""What every page of changes fetches first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext

from samsyn.rules.mandates import NotPossible
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.addresses import Addresses, addresses
from samsyn.web.agreements.presenters.frame import Frame, frame
from samsyn.web.agreements.queries import dossier_of, parties_of, partnership_or_404
from samsyn.web.changes.models import Change
from samsyn.web.changes.standing import Standing, standing_of
from samsyn.web.documents.models import Document
from samsyn.web.partnerships.models import Partnership, PartnershipParty
from samsyn.web.ui.components.words import Place


@dataclass(frozen=True)
class Scene:
    """One partnership as the viewer sees its changes. `places` by the party's id in the agreement."""

    viewer: Viewer
    partnership: Partnership
    dossier: Dossier
    today: date
    places: Mapping[str, PartnershipParty]

    @property
    def mine(self) -> str:
        own = self.viewer.organisation_id
        return next((key for key, each in self.places.items() if each.organisation_id == own), "")

    @cached_property
    def agreement(self) -> Agreement:
        """The terms as they hold today."""
        return terms_on(self.dossier, self.today, self.today)

    @property
    def home(self) -> str:
        return f"/as/{self.viewer.organisation_slug}/partnerships/{self.partnership.slug}/changes/"

    def address(self, change: Change) -> str:
        return f"{self.home}{change.pk}/"

    @cached_property
    def frame_to(self) -> Addresses:
        """Where the partnership's other things are."""
        return addresses(self.viewer.organisation_slug, self.partnership.slug, self.dossier)

    def around(self, *inside: Place) -> Frame:
        return frame(self.viewer, self.partnership, self.dossier, self.today, "changes", *inside)

    def context(self, *further: Place) -> dict[str, Any]:
        """For a page below the list."""
        return self.around(Place(gettext("Ändringar"), self.home), *further).context()

    def changes(self) -> QuerySet[Change]:
        seen = Change.objects.visible_to(self.viewer).filter(partnership=self.partnership)
        related = ("organisation", "version", "obligation", "instead_of", "decision", "partnership")
        found: QuerySet[Change] = seen.select_related(*related).order_by("-number")
        return found

    def change_or_404(self, change: UUID) -> Change:
        found = self.changes().filter(pk=change).first()
        if found is None:
            raise Http404
        return found

    def papers(self) -> QuerySet[Document]:
        return Document.objects.visible_to(self.viewer).to_point_to(self.partnership.pk)


def scene_or_404(viewer: Viewer, slug: str, today: date) -> Scene:
    partnership = partnership_or_404(viewer, slug)
    return Scene(viewer, partnership, dossier_of(partnership), today, parties_of(partnership))


def standing_or_none(change: Change, today: date) -> Standing | None:
    """None where the agreement as it is now opens no way for it."""
    try:
        return standing_of(change, today)
    except NotPossible:
        return None
