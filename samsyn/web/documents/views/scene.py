"""What every page of a partnership's papers fetches first; who only takes part sees less around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext

from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.documents.models import Document
from samsyn.web.documents.permissions import check_may_add, check_may_read, may_add
from samsyn.web.documents.queries import DocumentQuerySet
from samsyn.web.organisations.models import Organisation
from samsyn.web.partnerships.models import Partnership, PartnershipParty
from samsyn.web.ui.components.words import Place


@dataclass(frozen=True)
class Scene:
    """`home` is the address of the list. `places` are the organisations at the table."""

    viewer: Viewer
    partnership: Partnership
    today: date
    home: str
    places: tuple[PartnershipParty, ...]
    around: Mapping[str, Any]

    @property
    def case_number(self) -> str:
        """The acting organisation's own."""
        mine = (place for place in self.places if place.organisation_id == self.viewer.organisation_id)
        return next((place.case_number for place in mine), "")

    @property
    def participants(self) -> dict[UUID, str]:
        """Those that take part without being parties, by organisation."""
        return {place.organisation_id: place.organisation.name for place in self.places if place.kind == "participant"}

    def documents(self) -> DocumentQuerySet:
        """Without their bytes."""
        found = Document.objects.visible_to(self.viewer).filter(partnership=self.partnership)
        return found.select_related("organisation", "content").defer("content__data", "content__seals")

    def one_or_404(self, document: UUID) -> Document:
        return get_object_or_404(self.documents(), pk=document)

    def own_or_404(self, document: UUID) -> Document:
        """One of the acting organisation's own, for someone who may change it."""
        return get_object_or_404(self.documents().filter(organisation_id=self.viewer.organisation_id), pk=document)

    def others(self, document: Document) -> list[Organisation]:
        """Who sees it once it is handed over, beside its owner."""
        return [place.organisation for place in self.places if document.is_shown_to(place)]

    def context(self, *inside: Place) -> dict[str, Any]:
        """`inside` are steps of the way from the list to the page."""
        return {
            **self.around,
            "trail": (*self.around["trail"], Place(gettext("Handlingar"), self.home), *inside),
            "may_add": may_add(self.viewer, self.partnership.pk),
            "home": self.home,
        }

    def on_the_list(self) -> dict[str, Any]:
        return {**self.context(), "trail": self.around["trail"]}


def scene_or_404(viewer: Viewer, slug: str, today: date) -> Scene:
    check_may_read(viewer)
    partnership = Partnership.objects.visible_to(viewer).filter(slug=slug).select_related("twin_of").first()
    if partnership is None:
        raise Http404
    start = f"/as/{viewer.organisation_slug}/partnerships/{slug}/"
    places = PartnershipParty.objects.visible_to(viewer).filter(partnership=partnership)
    ordered = places.select_related("organisation").order_by("organisation__kind", "organisation__name")
    around = _as_party(viewer, partnership, today) if partnership.pk in viewer.partnerships else _called(partnership)
    return Scene(viewer, partnership, today, f"{start}documents/", tuple(ordered), around)


def scene_of_writer_or_404(viewer: Viewer, slug: str, today: date) -> Scene:
    scene = scene_or_404(viewer, slug, today)
    check_may_add(viewer, scene.partnership.pk)
    return scene


def _as_party(viewer: Viewer, partnership: Partnership, today: date) -> dict[str, Any]:
    around = frame(viewer, partnership, dossier_of(partnership), today, "documents")
    return {**around.context(), "base": "agreements/_partnership.html"}


def _called(partnership: Partnership) -> dict[str, Any]:
    """The agreement is not theirs to read, so nothing of it stands around the page."""
    return {
        "base": "documents/_called.html",
        "partnership": partnership,
        "trail": (),
        "twin": partnership.is_demo,
        "real_terms": partnership.twin_of_id is not None,
    }
