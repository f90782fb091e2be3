"""The rows as one viewer may see them: what is asked is all parties', what is answered is one organisation's own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models
from django.db.models import Q

from samsyn.web.organisations.roles import Permission

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.surveys.models import (  # noqa: F401
        Answer,
        FreeText,
        Question,
        QuestionText,
        Round,
        Sheet,
        Template,
        Version,
    )

_M = TypeVar("_M", bound=models.Model)


class _Asked(models.QuerySet[_M]):
    """Read by all parties; another's draft is not shown."""

    _fixed: str | None = None

    def visible_to(self, viewer: Viewer) -> Self:
        if not viewer.may(Permission.READ_PARTNERSHIP):
            return self.none()
        found = self.filter(partnership_id__in=viewer.partnerships)
        if self._fixed is None:
            return found
        return found.filter(Q(organisation_id=viewer.organisation_id) | Q(**{f"{self._fixed}__isnull": False}))


class Own(models.QuerySet[_M]):
    def visible_to(self, viewer: Viewer) -> Self:
        if not viewer.may(Permission.READ_PARTNERSHIP):
            return self.none()
        return self.filter(organisation_id=viewer.organisation_id, partnership_id__in=viewer.partnerships)


class TemplateQuerySet(_Asked["Template"]):
    pass


class VersionQuerySet(_Asked["Version"]):
    _fixed = "fixed_at"

    def fixed(self) -> Self:
        return self.filter(fixed_at__isnull=False)

    def drafts(self) -> Self:
        return self.filter(fixed_at=None)


class QuestionQuerySet(_Asked["Question"]):
    _fixed = "version__fixed_at"


class QuestionTextQuerySet(_Asked["QuestionText"]):
    _fixed = "question__version__fixed_at"


class RoundQuerySet(Own["Round"]):
    def open_on(self, day: date) -> Self:
        return self.filter(closed_at=None, first_day__lte=day, last_day__gte=day)


class SheetQuerySet(Own["Sheet"]):
    pass


class AnswerQuerySet(Own["Answer"]):
    pass


class FreeTextQuerySet(Own["FreeText"]):
    pass
