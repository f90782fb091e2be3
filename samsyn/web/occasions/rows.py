"""The rows as one viewer may see them: the organisation that holds an occasion sees its own.

Of an occasion that is opened to all parties the others are shown when, where and what, through `shared_with`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models

from samsyn.web.organisations.roles import Permission

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.occasions.models import (  # noqa: F401
        Count,
        DifferentPeople,
        Heads,
        Occasion,
        OwnActivity,
        Series,
    )

_M = TypeVar("_M", bound=models.Model)


class _OfTheHolder(models.QuerySet[_M]):
    def visible_to(self, viewer: Viewer) -> Self:
        if not viewer.may(Permission.READ_PARTNERSHIP):
            return self.none()
        return self.filter(organisation_id=viewer.organisation_id, partnership_id__in=viewer.partnerships)


class OwnActivityQuerySet(_OfTheHolder["OwnActivity"]):
    def going_on(self, day: date) -> Self:
        return self.filter(since__lte=day).exclude(ended_on__lt=day)


class SeriesQuerySet(_OfTheHolder["Series"]):
    pass


class OccasionQuerySet(_OfTheHolder["Occasion"]):
    def shared_with(self, viewer: Viewer) -> Self:
        """What other parties hold and have opened to all."""
        if not viewer.may(Permission.READ_PARTNERSHIP):
            return self.none()
        others = self.filter(shared=True, partnership_id__in=viewer.partnerships)
        return others.exclude(organisation_id=viewer.organisation_id)

    def between(self, first: date, last: date) -> Self:
        """Both included."""
        return self.filter(day__gte=first, day__lte=last)

    def planned(self) -> Self:
        return self.filter(state="planned")

    def held(self) -> Self:
        return self.filter(state="held")


class CountQuerySet(_OfTheHolder["Count"]):
    def standing(self) -> Self:
        return self.filter(replaced_at=None)


class HeadsQuerySet(_OfTheHolder["Heads"]):
    def standing(self) -> Self:
        """Of the counts that nothing has replaced."""
        return self.filter(count__replaced_at=None)


class DifferentPeopleQuerySet(_OfTheHolder["DifferentPeople"]):
    def standing(self) -> Self:
        return self.filter(replaced_at=None)
