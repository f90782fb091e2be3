"""What a paper is to insight, for the page of the paper."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext

from samsyn.web.access.viewer import Viewer
from samsyn.web.documents.models import Document
from samsyn.web.documents.uses import Use
from samsyn.web.insight.models import Answer
from samsyn.web.insight.presenters.words import title_of


def handed_over_as(viewer: Viewer, document: Document) -> Iterator[Use]:
    """The answers that it is, or that handed it over."""
    rows = Answer.objects.visible_to(viewer).filter(Q(document=document) | Q(handed__document=document)).distinct()
    for each in rows.select_related("partnership", "request__obligation", "request__organisation"):
        start = f"/as/{viewer.organisation_slug}/partnerships/{each.partnership.slug}"
        words = {"title": title_of(each.request), "who": each.request.organisation.name, "day": each.on}
        said = gettext("Lämnat till %(who)s %(day)s: %(title)s") % words
        yield Use(said, f"{start}/insight/{each.request_id}/", each.request.obligation.clause)
