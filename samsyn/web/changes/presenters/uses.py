"""What a paper is to changes, for the page of the paper."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext

from samsyn.web.access.viewer import Viewer
from samsyn.web.changes.models import Step
from samsyn.web.documents.models import Document
from samsyn.web.documents.uses import Use


def steps_on(viewer: Viewer, document: Document) -> Iterator[Use]:
    """The steps that it shows: a signed original, a decision."""
    found = Step.objects.visible_to(viewer).filter(document=document)
    for each in found.select_related("change", "partnership", "organisation").order_by("on"):
        change = each.change
        words = {
            "who": each.organisation.name,
            "did": Step.Kind(each.kind).label,
            "day": each.on,
            "kind": change.get_kind_display(),
            "number": change.number,
        }
        start = f"/as/{viewer.organisation_slug}/partnerships/{each.partnership.slug}"
        said = gettext("%(who)s %(did)s %(day)s: %(kind)s, ändring %(number)s") % words
        yield Use(said, f"{start}/changes/{change.pk}/", change.clause)
