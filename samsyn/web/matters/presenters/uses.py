"""What a paper is to the matters between the parties, for the page of the paper."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext

from samsyn.web.access.viewer import Viewer
from samsyn.web.documents.models import Document
from samsyn.web.documents.uses import Use
from samsyn.web.matters.models import Entry


def entries_on(viewer: Viewer, document: Document) -> Iterator[Use]:
    found = Entry.objects.visible_to(viewer).filter(document=document)
    for each in found.select_related("matter", "partnership"):
        words = {"number": each.matter.number, "title": each.matter.title, "day": each.on}
        start = f"/as/{viewer.organisation_slug}/partnerships/{each.partnership.slug}"
        said = gettext("Ärende %(number)s, %(day)s: %(title)s") % words
        yield Use(said, f"{start}/matters/{each.matter_id}/")
