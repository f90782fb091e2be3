"""An orderly end: tasks that either party takes in, and that are done or dropped like all that is to be done."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import parties_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.meetings.actions import drop_action, finish_action
from samsyn.web.meetings.models import ActionPoint
from samsyn.web.meetings.permissions import check_may_work
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import take_turns

acts.register({"wind_down.add_task": _("skrev upp något att göra inför avslutet")})


@transaction.atomic
def add_task(
    partnership: Partnership, says: str, organisation: UUID, *, function: str = "", due: date | None = None, by: Viewer,
    now: datetime,
) -> ActionPoint:  # fmt: skip
    """The same words for the same organisation, once more, give the task there is.

    Raises ValidationError for an organisation that is not in the partnership.
    """
    check_may_work(by, partnership.pk)
    if organisation not in {place.organisation_id for place in parties_of(partnership).values()}:
        raise ValidationError({"organisation": gettext("Välj en part i partnerskapet.")})
    take_turns(f"wind-down/{partnership.pk}")
    said = {"partnership": partnership, "organisation_id": organisation, "says": says, "wind_down": True}
    there = ActionPoint.objects.filter(**said).open().first()
    if there is not None:
        return there
    task = ActionPoint(**said, function=function, due=due, added_at=now)
    if not says.strip():
        raise ValidationError({"says": gettext("Skriv vad som ska göras.")})
    task.save(force_insert=True)
    record(
        "wind_down.add_task", by=by, now=now, subject=task, partnership=partnership,
        refers_to={"organisation": organisation}, shared=True,
    )  # fmt: skip
    return task


def finish_task(task: ActionPoint, done_on: date, says: str = "", *, by: Viewer, now: datetime, today: date) -> None:
    """By any party. Finished a second time nothing happens."""
    finish_action(task, done_on, says, by=by, now=now, today=today)


def drop_task(task: ActionPoint, because: str, *, by: Viewer, now: datetime, today: date) -> None:
    """It will not be done, for a reason that all can read."""
    drop_action(task, because, by=by, now=now, today=today)
