"""What a paper shows, for the page of the paper."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext

from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.sides import kind_title
from samsyn.web.documents.models import Document
from samsyn.web.documents.uses import Use
from samsyn.web.obligations.models import Evidence


def shown_by(viewer: Viewer, document: Document) -> Iterator[Use]:
    """The obligations for which it is evidence that stands."""
    given = Evidence.objects.visible_to(viewer).standing().filter(document=document)
    start = f"/as/{viewer.organisation_slug}/partnerships/"
    for each in given.select_related("obligation", "partnership").order_by("done_on"):
        said = gettext("Visar att det här är gjort %(day)s: %(what)s")
        words = {"day": each.done_on, "what": kind_title(each.obligation.kind)}
        url = f"{start}{each.partnership.slug}/obligations/{each.obligation_id}/"
        yield Use(said % words, url, each.obligation.clause)
