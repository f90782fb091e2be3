"""The rows as one viewer may see them: the organisation that counts sees its own, and nobody else any."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models
from django.db.models import Sum

from samsyn.web.organisations.roles import Permission

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.tallies.models import (  # noqa: F401
        AddedButton,
        CardSeen,
        CardYear,
        ClosedPeriod,
        Closure,
        DaySum,
        Device,
        DeviceInvitation,
        Event,
        HeldDay,
        MonthSum,
    )

_M = TypeVar("_M", bound=models.Model)


class _OfTheCounting(models.QuerySet[_M]):
    def visible_to(self, viewer: Viewer) -> Self:
        if not viewer.may(Permission.READ_PARTNERSHIP):
            return self.none()
        return self.filter(organisation_id=viewer.organisation_id, partnership_id__in=viewer.partnerships)


class DeviceQuerySet(_OfTheCounting["Device"]):
    def live(self) -> Self:
        return self.filter(revoked_at=None)


class DeviceInvitationQuerySet(_OfTheCounting["DeviceInvitation"]):
    pass


class EventQuerySet(_OfTheCounting["Event"]):
    def counted(self) -> Self:
        return self.filter(state="counted")

    def waiting(self) -> Self:
        return self.filter(state="waits")

    def total(self) -> int:
        """The sum; nothing counted is 0."""
        found: int | None = self.aggregate(sum=Sum("n"))["sum"]
        return found or 0


class DaySumQuerySet(_OfTheCounting["DaySum"]):
    pass


class MonthSumQuerySet(_OfTheCounting["MonthSum"]):
    pass


class AddedButtonQuerySet(_OfTheCounting["AddedButton"]):
    def on(self, day: date) -> Self:
        """Those that are shown that day."""
        return self.filter(since__lte=day).exclude(until__lte=day)


class ClosedPeriodQuerySet(_OfTheCounting["ClosedPeriod"]):
    def closed(self) -> Self:
        return self.filter(reopened_at=None)


class ClosureQuerySet(_OfTheCounting["Closure"]):
    pass


class HeldDayQuerySet(_OfTheCounting["HeldDay"]):
    pass


class CardYearQuerySet(_OfTheCounting["CardYear"]):
    pass


class CardSeenQuerySet(_OfTheCounting["CardSeen"]):
    pass
