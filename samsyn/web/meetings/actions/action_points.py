"""Who does what by when. Agreed at a meeting, and on the agenda of the next one until it is done or dropped."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.meetings import Act
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import parties_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.meetings.actions.agenda import put_on_agenda
from samsyn.web.meetings.actions.checks import locked
from samsyn.web.meetings.models import ActionPoint, AgendaItem, Meeting
from samsyn.web.meetings.permissions import check_may_work
from samsyn.web.meetings.proposals import action_title

acts.register(
    {
        "action.agree": gettext_lazy("skrev upp något att göra"),
        "action.finish": gettext_lazy("skrev att något är gjort"),
        "action.drop": gettext_lazy("strök något som skulle göras"),
    }
)


@transaction.atomic
def agree_action(
    meeting: Meeting,
    says: str,
    organisation: UUID,
    *,
    function: str = "",
    due: date | None = None,
    by: Viewer,
    now: datetime,
) -> ActionPoint:
    """While the minutes are written. The same words for the same organisation, once more, give the one there is."""
    meeting = locked(meeting, Act.WRITE, by=by)
    if organisation not in {place.organisation_id for place in parties_of(meeting.partnership).values()}:
        raise ValidationError(_("Välj en organisation som är med i partnerskapet."))
    if due is not None and meeting.held_on is not None and due < meeting.held_on:
        said_when = _("Mötet hölls %(day)s. Skriv en dag som kommer efter det, eller lämna tomt.")
        raise ValidationError({"due": said_when % {"day": meeting.held_on}})
    said = {"organisation_id": organisation, "says": says, "function": function, "due": due}
    there = ActionPoint.objects.filter(meeting=meeting, **said).open().first()
    if there is not None:
        return there
    action = ActionPoint(
        partnership=meeting.partnership, meeting=meeting, added_at=now, also_for=meeting.also_for, **said
    )
    action.full_clean(exclude=["partnership", "meeting", "organisation", "also_for", "due", "done_on", "dropped_on"])
    action.save(force_insert=True)
    _follow(action, meeting, by=by)
    _record("action.agree", action, by=by, now=now)
    return action


@transaction.atomic
def finish_action(
    action: ActionPoint, done_on: date, says: str = "", *, by: Viewer, now: datetime, today: date
) -> ActionPoint:
    """By any party. Finished a second time nothing happens. Raises ValidationError for a day that has not come."""
    action = _locked(action, by)
    if action.done_on is not None:
        return action
    _check_open(action)
    if done_on > today:
        raise ValidationError({"done_on": _("Den dagen har inte varit än. Skriv dagen då det blev gjort.")})
    action.done_on, action.done_note = done_on, says
    action.save(update_fields=["done_on", "done_note"])
    _record("action.finish", action, by=by, now=now)
    return action


@transaction.atomic
def drop_action(action: ActionPoint, because: str, *, by: Viewer, now: datetime, today: date) -> ActionPoint:
    """It will not be done, for a reason that all can read."""
    action = _locked(action, by)
    if action.dropped_on is not None:
        return action
    _check_open(action)
    if not because.strip():
        raise ValidationError({"because": _("Skriv varför det inte görs.")})
    action.dropped_on, action.dropped_because = today, because
    action.full_clean(exclude=["partnership", "meeting", "organisation", "also_for", "due", "done_on"])
    action.save(update_fields=["dropped_on", "dropped_because"])
    _record("action.drop", action, by=by, now=now)
    return action


def _follow(action: ActionPoint, meeting: Meeting, *, by: Viewer) -> None:
    """On the agenda of the next meeting, where that is called already; otherwise it is proposed when it is called."""
    coming = Meeting.objects.filter(partnership=meeting.partnership, body=meeting.body, held_on=None).standing()
    following = coming.filter(starts_at__gt=meeting.starts_at).order_by("starts_at").first()
    if following is None:
        return
    item = AgendaItem(
        partnership=meeting.partnership,
        meeting=following,
        kind=AgendaItem.Kind.ACTION,
        title=action_title(action),
        action=action,
        added_by_id=by.organisation_id,
        also_for=following.also_for,
    )
    put_on_agenda(following, item)


def _locked(action: ActionPoint, by: Viewer) -> ActionPoint:
    check_may_work(by, action.partnership_id)
    return ActionPoint.objects.select_for_update(of=("self",)).get(pk=action.pk)


def _check_open(action: ActionPoint) -> None:
    if not action.is_open:
        raise ValidationError(_("Det är redan gjort eller struket. Ladda om sidan för att se läget."))


def _record(name: str, action: ActionPoint, *, by: Viewer, now: datetime) -> None:
    about = {"meeting": action.meeting_id, "organisation": action.organisation_id}
    record(name, by=by, now=now, subject=action, partnership=action.partnership_id, refers_to=about, shared=True)
