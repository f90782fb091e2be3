"""The rows as one viewer may see them: the own organisation's, and each person's own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models

from samsyn.web.organisations.roles import Permission

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.roster.models import Cause, Fulfilled, UndertakingText, Worker  # noqa: F401

_M = TypeVar("_M", bound=models.Model)


class _OfTheEmployer(models.QuerySet[_M]):
    """Who does the daily work or answers for it sees them; an auditor reads nothing about individuals."""

    def visible_to(self, viewer: Viewer) -> Self:
        if not (viewer.may(Permission.WORK) or viewer.may(Permission.FULFIL)):
            return self.none()
        return self.filter(organisation_id=viewer.organisation_id, partnership_id__in=viewer.partnerships)


class WorkerQuerySet(_OfTheEmployer["Worker"]):
    def on(self, day: date) -> Self:
        return self.filter(days__contains=day)

    def of_oneself(self, viewer: Viewer) -> Self:
        """The viewer's own rows in the acting organisation, whatever her roles allow."""
        return self.filter(organisation_id=viewer.organisation_id, person_id=viewer.person_id)


class FulfilledQuerySet(_OfTheEmployer["Fulfilled"]):
    def standing(self) -> Self:
        return self.filter(taken_back_at=None)


class CauseQuerySet(_OfTheEmployer["Cause"]):
    def standing(self) -> Self:
        return self.filter(dropped_at=None)


class UndertakingTextQuerySet(_OfTheEmployer["UndertakingText"]):
    def since(self, day: date) -> Self:
        """Those that have begun, newest first."""
        return self.filter(since__lte=day).order_by("-since")
