"""What a paper is to meetings, for the page of the paper."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext

from samsyn.web.access.viewer import Viewer
from samsyn.web.documents.models import Document
from samsyn.web.documents.uses import Use
from samsyn.web.meetings.models import Minutes


def minutes_on(viewer: Viewer, document: Document) -> Iterator[Use]:
    """The minutes of which it is the PDF."""
    found = Minutes.objects.visible_to(viewer).filter(document=document)
    for each in found.select_related("meeting__partnership"):
        meeting = each.meeting
        words = {"body": meeting.body_name, "number": meeting.number, "revision": each.revision}
        start = f"/as/{viewer.organisation_slug}/partnerships/{meeting.partnership.slug}"
        said = gettext("Protokoll från %(body)s, möte %(number)s, version %(revision)s") % words
        yield Use(said, f"{start}/meetings/{meeting.pk}/", meeting.clause)
