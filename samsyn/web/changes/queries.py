"""Changes and the steps taken on them as one viewer may see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.changes.models import Change, Step  # noqa: F401
    from samsyn.web.partnerships.models import Partnership


class ChangeQuerySet(models.QuerySet["Change"]):
    def visible_to(self, viewer: Viewer) -> ChangeQuerySet:
        """What has been proposed, and one's own drafts."""
        own = Q(organisation_id=viewer.organisation_id) | Q(proposed_at__isnull=False)
        return self.filter(own, partnership_id__in=viewer.partnerships)

    def pending(self) -> ChangeQuerySet:
        """Proposed, and neither in force nor closed."""
        return self.filter(proposed_at__isnull=False, closed_at=None, version=None)


class StepQuerySet(models.QuerySet["Step"]):
    def visible_to(self, viewer: Viewer) -> StepQuerySet:
        """Steps are taken only on what has been proposed, which every party sees."""
        return self.filter(partnership_id__in=viewer.partnerships)


def pending_with_steps(viewer: Viewer, partnership: Partnership) -> list[Change]:
    """What waits in a partnership, newest first. One query, and one more where anything waits."""
    return list(_pending(viewer).filter(partnership=partnership).order_by("-number"))


def pending_everywhere(viewer: Viewer, at_most: int) -> list[Change]:
    """What waits over all partnerships and is not yet answered by the viewer's own party, the longest first."""
    unanswered = _pending(viewer).exclude(steps__organisation_id=viewer.organisation_id)
    return list(unanswered.order_by("proposed_at")[:at_most])


def _pending(viewer: Viewer) -> ChangeQuerySet:
    from samsyn.web.changes.models import Change, Step

    steps = models.Prefetch("steps", queryset=Step.objects.select_related("place"))
    pending = Change.objects.visible_to(viewer).pending()
    return pending.select_related("obligation", "organisation", "partnership").prefetch_related(steps)
