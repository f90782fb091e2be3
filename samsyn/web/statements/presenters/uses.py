"""What a paper is to the statements, for the page of the paper."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q

from samsyn.web.access.viewer import Viewer
from samsyn.web.documents.models import Document
from samsyn.web.documents.uses import Use
from samsyn.web.statements.models import Submission


def handed_in_as(viewer: Viewer, document: Document) -> Iterator[Use]:
    """The statement itself, and what was enclosed with it."""
    rows = Submission.objects.visible_to(viewer).filter(Q(document=document) | Q(paper=document))
    for each in rows.select_related("partnership", "statement__obligation"):
        start = f"/as/{viewer.organisation_slug}/partnerships/{each.partnership.slug}"
        title, clause = each.content["title"], each.statement.obligation.clause
        yield Use(f"{title}, {each.content['organisation']}", f"{start}/statements/{each.statement_id}/", clause)
