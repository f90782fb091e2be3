"""Letters as one viewer may see them: one's own, in the organisation one acts for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.reminders.models import Letter, Wish  # noqa: F401


class LetterQuerySet(models.QuerySet["Letter"]):
    def visible_to(self, viewer: Viewer) -> LetterQuerySet:
        return self.filter(person_id=viewer.person_id, organisation_id=viewer.organisation_id)

    def to_send(self) -> LetterQuerySet:
        """Written, not waiting for a digest, and not yet in anyone's hands."""
        return self.filter(waits=False, taken_up_by=None, claimed_at=None)


class WishQuerySet(models.QuerySet["Wish"]):
    def visible_to(self, viewer: Viewer) -> WishQuerySet:
        return self.filter(person_id=viewer.person_id, organisation_id=viewer.organisation_id)
