"""Papers as one viewer may see them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models
from django.db.models import Exists, OuterRef, Q

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.documents.models import Content, Document  # noqa: F401


class DocumentQuerySet(models.QuerySet["Document"]):
    def visible_to(self, viewer: Viewer) -> DocumentQuerySet:
        """One's own, drafts too; what the others have handed over; as a participant what is opened to participants."""
        own = Q(organisation_id=viewer.organisation_id, partnership_id__in=viewer.known_partnerships)
        for_us = Q(only_for=[]) | Q(only_for__contains=[viewer.organisation_id])
        parties = Q(partnership_id__in=viewer.partnerships) & for_us
        participants = Q(partnership_id__in=viewer.participations, also_for__contains=[viewer.organisation_id])
        return self.filter(own | (Q(handed_over_at__isnull=False) & (parties | participants)))

    def handed_over(self) -> DocumentQuerySet:
        return self.filter(handed_over_at__isnull=False)

    def to_point_to(self, partnership: UUID) -> DocumentQuerySet:
        """What a matter or a change can refer to: every party can read it. The newest first."""
        return self.handed_over().filter(partnership_id=partnership, only_for=[]).order_by("-number")

    def drafts_of(self, viewer: Viewer) -> DocumentQuerySet:
        return self.filter(organisation_id=viewer.organisation_id, handed_over_at=None)


class ContentQuerySet(models.QuerySet["Content"]):
    def visible_to(self, viewer: Viewer) -> ContentQuerySet:
        """The bytes of the papers that may be seen."""
        from samsyn.web.documents.models import Document

        seen = Document.objects.using(self.db).visible_to(viewer).filter(content_id=OuterRef("pk"))
        return self.filter(Exists(seen))
