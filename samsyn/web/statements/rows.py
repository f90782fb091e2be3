"""The rows as one viewer may see them: what a party is writing is its own, what it has handed in all parties read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models

from samsyn.web.organisations.roles import Permission

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.statements.models import Addition, Answer, Draft, Statement, Submission  # noqa: F401

_M = TypeVar("_M", bound=models.Model)


class Shared(models.QuerySet[_M]):
    def visible_to(self, viewer: Viewer) -> Self:
        if not viewer.may(Permission.READ_PARTNERSHIP):
            return self.none()
        return self.filter(partnership_id__in=viewer.partnerships)


class Own(Shared[_M]):
    def visible_to(self, viewer: Viewer) -> Self:
        return super().visible_to(viewer).filter(organisation_id=viewer.organisation_id)


class StatementQuerySet(Shared["Statement"]):
    def own(self, viewer: Viewer) -> Self:
        return self.visible_to(viewer).filter(organisation_id=viewer.organisation_id)


class DraftQuerySet(Own["Draft"]):
    pass


class AdditionQuerySet(Own["Addition"]):
    pass


class SubmissionQuerySet(Shared["Submission"]):
    pass


class StatementAnswerQuerySet(Shared["Answer"]):
    pass
