"""Meetings and their papers as one viewer may see them: a party all of them, a participant those it is called to."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Self, TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from samsyn.rules.meetings import Answer, Facing, Outcome, State, outcome, state_of

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.meetings.models import (  # noqa: F401
        ActionPoint,
        AgendaItem,
        Attendance,
        Decision,
        Meeting,
        Minutes,
        MinutesAnswer,
    )
    from samsyn.web.partnerships.models import Partnership

_M = TypeVar("_M", bound=models.Model)


class Papers(models.QuerySet[_M]):
    """What has `partnership` and `also_for`."""

    def visible_to(self, viewer: Viewer) -> Self:
        called = Q(partnership_id__in=viewer.participations, also_for__contains=[viewer.organisation_id])
        return self.filter(Q(partnership_id__in=viewer.partnerships) | called)


class MeetingQuerySet(Papers["Meeting"]):
    def standing(self) -> Self:
        """Not cancelled."""
        return self.filter(cancelled_at=None)

    def approved(self) -> Self:
        """Held, and every party has approved the minutes: these are what counts."""
        return self.filter(approved_on__isnull=False)


class AgendaItemQuerySet(Papers["AgendaItem"]):
    pass


class AttendanceQuerySet(Papers["Attendance"]):
    pass


class DecisionQuerySet(Papers["Decision"]):
    def approved(self) -> Self:
        """In minutes that every party has approved: what the parties have decided, and what more can rest on."""
        return self.filter(meeting__approved_on__isnull=False)


class ActionPointQuerySet(Papers["ActionPoint"]):
    def open(self) -> Self:
        return self.filter(done_on=None, dropped_on=None)


class MinutesQuerySet(Papers["Minutes"]):
    pass


class MinutesAnswerQuerySet(Papers["MinutesAnswer"]):
    pass


def held_days(partnership: Partnership) -> dict[str, list[date]]:
    """Body → the days of its meetings with approved minutes, earliest first: what counts towards how often it meets."""
    from samsyn.web.meetings.models import Meeting

    found: dict[str, list[date]] = {}
    held = Meeting.objects.filter(partnership=partnership).approved().standing()
    for body, day in held.order_by("held_on").values_list("body", "held_on"):
        if day is not None:
            found.setdefault(body, []).append(day)
    return found


def decisions_to_rest_on(viewer: Viewer, partnership: Partnership) -> DecisionQuerySet:
    """What a new activity or a new button can be founded on: the latest meeting first."""
    from samsyn.web.meetings.models import Decision

    found = Decision.objects.visible_to(viewer).filter(partnership=partnership).approved()
    return found.select_related("meeting").order_by("-meeting__held_on", "-meeting__starts_at", "number")


def check_can_rest_on(decision: Decision, viewer: Viewer, partnership: Partnership) -> None:
    """ValidationError for a decision of others, or one whose minutes are not approved."""
    if not decisions_to_rest_on(viewer, partnership).filter(pk=decision.pk).exists():
        raise ValidationError({"decision": _("Välj ett beslut i ett godkänt protokoll från det här partnerskapet.")})


def latest_minutes(meeting: Meeting) -> Minutes | None:
    """The newest revision with its answers."""
    from samsyn.web.meetings.models import Minutes

    revisions = Minutes.objects.filter(meeting=meeting).select_related("document", "put_forward_by")
    return revisions.prefetch_related("answers__organisation", "answers__person").order_by("-revision").first()


def approvers_in(minutes: Minutes) -> dict[str, UUID]:
    """Party → organisation of those who are to approve, as it was when the minutes were put forward."""
    return {each["party"]: UUID(each["organisation"]) for each in minutes.content.get("approvers", ())}


def outcome_of(minutes: Minutes) -> Outcome:
    """How it stands with the approval. In words of the organisations' ids."""
    must = [str(each) for each in approvers_in(minutes).values()]
    said = [Answer(str(each.organisation_id), each.approved, each.on) for each in minutes.answers.all()]
    return outcome(must, said)


def state_of_meeting(meeting: Meeting, minutes: Minutes | None) -> State:
    """`minutes` is the newest revision, or None."""
    lies_there = minutes is not None and not outcome_of(minutes).is_sent_back
    return state_of(Facing(meeting.held_on, meeting.approved_on, meeting.cancelled_at is not None, lies_there))


def called_to(viewer: Viewer, first: datetime, until: datetime | None = None) -> models.QuerySet[Meeting]:
    """Standing meetings that one can see and that end after `first` (and begin before `until`), soonest first."""
    from samsyn.web.meetings.models import Meeting

    found = Meeting.objects.visible_to(viewer).standing().filter(ends_at__gt=first, held_on=None)
    if until is not None:
        found = found.filter(starts_at__lt=until)
    return found.select_related("partnership").order_by("starts_at", "pk")


def in_calendar_of(viewer: Viewer, first: datetime, until: datetime) -> models.QuerySet[Meeting]:
    """Meetings to which the person is called in person, for the organisation that it acts for. Cancelled ones too."""
    from samsyn.web.meetings.models import Meeting

    mine = {"attendances__person": viewer.person_id, "attendances__organisation": viewer.organisation_id}
    found = Meeting.objects.visible_to(viewer).filter(**mine, ends_at__gt=first, starts_at__lt=until)
    return found.select_related("partnership").distinct().order_by("starts_at", "pk")


def to_do(viewer: Viewer, until: date) -> models.QuerySet[ActionPoint]:
    """What the acting organisation took on at meetings and has not done, last day first; then what has no day."""
    from samsyn.web.meetings.models import ActionPoint

    mine = ActionPoint.objects.filter(partnership_id__in=viewer.partnerships, organisation=viewer.organisation_id)
    found = mine.open().filter(Q(due=None) | Q(due__lte=until)).select_related("partnership")
    return found.order_by(models.F("due").asc(nulls_last=True), "added_at")


def to_approve(viewer: Viewer) -> list[Minutes]:
    """Minutes that wait for the acting organisation's word, oldest first. One question, and one for their answers."""
    from samsyn.web.meetings.models import Minutes

    newer = Minutes.objects.filter(meeting=models.OuterRef("meeting"), revision__gt=models.OuterRef("revision"))
    open_ones = Minutes.objects.visible_to(viewer).filter(
        ~models.Exists(newer), meeting__approved_on=None, partnership_id__in=viewer.partnerships
    )
    found = open_ones.select_related("meeting__partnership").prefetch_related("answers").order_by("put_forward_at")
    return [each for each in found if str(viewer.organisation_id) in _waiting(each)]


def _waiting(minutes: Minutes) -> tuple[str, ...]:
    how = outcome_of(minutes)
    return () if how.is_sent_back else how.waiting
