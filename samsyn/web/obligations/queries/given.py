"""What belongs to one obligation: what has been shown of it, what is said against it, its meetings."""

from __future__ import annotations

from django.db.models import Q

from samsyn.web.access.viewer import Viewer
from samsyn.web.documents.models import Document
from samsyn.web.meetings.models import Meeting
from samsyn.web.obligations.models import Evidence, Objection, Obligation
from samsyn.web.obligations.queries import EvidenceQuerySet, ObjectionQuerySet

_MEETINGS = 12
_PAPERS = 200


def given_of(viewer: Viewer, obligation: Obligation) -> EvidenceQuerySet:
    """Newest day first, those taken back last."""
    found = Evidence.objects.visible_to(viewer).filter(obligation=obligation)
    found = found.select_related("organisation", "given_by", "document", "meeting")
    return found.order_by("taken_back_at", "-done_on", "-given_at")


def objections_of(viewer: Viewer, obligation: Obligation) -> ObjectionQuerySet:
    found = Objection.objects.visible_to(viewer).filter(obligation=obligation)
    return found.select_related("organisation", "raised_by").order_by("-raised_at")


def meetings_of(viewer: Viewer, obligation: Obligation) -> list[Meeting]:
    """Of the body that must meet, within the days that the obligation concerns."""
    if obligation.kind != "meeting":
        return []
    found = Meeting.objects.visible_to(viewer).standing()
    found = found.filter(partnership_id=obligation.partnership_id, body=obligation.term)
    within = (obligation.window_start, obligation.window_end)
    held = Q(held_on__gte=within[0], held_on__lt=within[1])
    called = Q(held_on=None, starts_at__date__gte=within[0], starts_at__date__lt=within[1])
    return list(found.filter(held | called).order_by("starts_at")[:_MEETINGS])


def papers_to_show(viewer: Viewer, obligation: Obligation) -> list[Document]:
    """What may be chosen as evidence: what is handed over, newest first, and one's own drafts before them."""
    found = Document.objects.visible_to(viewer).filter(partnership_id=obligation.partnership_id)
    own = found.drafts_of(viewer).order_by("-added_at")[:_PAPERS]
    return [*own, *found.handed_over().order_by("-number")[:_PAPERS]]


def meetings_to_show(viewer: Viewer, obligation: Obligation) -> list[Meeting]:
    found = Meeting.objects.visible_to(viewer).approved().filter(partnership_id=obligation.partnership_id)
    return list(found.order_by("-held_on")[:_PAPERS])
