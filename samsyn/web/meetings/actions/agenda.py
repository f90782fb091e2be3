"""The agenda: written from what is proposed, then added to, worded, put in order and cut by any party."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.meetings import Act, Kind, Proposal
from samsyn.rules.meetings.agenda import CLOSERS
from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.meetings.actions.checks import locked
from samsyn.web.meetings.models import AgendaItem, Meeting

acts.register(
    {
        "meeting.add_item": gettext_lazy("lade till en punkt på en dagordning"),
        "meeting.edit_item": gettext_lazy("ändrade en punkt på en dagordning"),
        "meeting.move_item": gettext_lazy("flyttade en punkt på en dagordning"),
        "meeting.remove_item": gettext_lazy("tog bort en punkt från en dagordning"),
    }
)


def write_agenda(meeting: Meeting, proposals: Iterable[Proposal], *, by: Viewer) -> None:
    """As proposed. Part of calling the meeting, whose act says so in the history."""
    AgendaItem.objects.bulk_create(
        AgendaItem(
            partnership=meeting.partnership,
            meeting=meeting,
            position=position,
            kind=each.kind.value,
            title=each.title,
            background=each.background,
            clause=each.clause,
            added_by_id=by.organisation_id,
            also_for=meeting.also_for,
            **_tied(each),
        )
        for position, each in enumerate(proposals, 1)
    )


def _tied(proposal: Proposal) -> dict[str, object]:
    """What the item is about, in the column for its kind."""
    if not proposal.id:
        return {}
    if proposal.kind == Kind.ASSUMPTION:
        return {"assumption": proposal.id}
    column = {Kind.OBLIGATION: "obligation_id", Kind.ACTION: "action_id"}.get(proposal.kind, "about")
    return {column: UUID(proposal.id)}


@transaction.atomic
def add_item(meeting: Meeting, title: str, background: str = "", *, by: Viewer, now: datetime) -> AgendaItem:
    """Placed before what closes the meeting."""
    meeting = locked(meeting, Act.AGENDA, by=by)
    item = AgendaItem(
        partnership=meeting.partnership,
        meeting=meeting,
        title=title,
        background=background,
        added_by_id=by.organisation_id,
        also_for=meeting.also_for,
    )
    put_on_agenda(meeting, item)
    _record("meeting.add_item", item, by=by, now=now)
    return item


@transaction.atomic
def edit_item(item: AgendaItem, title: str, background: str, *, by: Viewer, now: datetime) -> AgendaItem:
    """Raises ValidationError where somebody else has taken it off the agenda meanwhile."""
    meeting = locked(item.meeting, Act.AGENDA, by=by)
    there = AgendaItem.objects.filter(pk=item.pk, meeting=meeting).first()
    if there is None:
        raise ValidationError(_("Punkten finns inte längre på dagordningen. Lägg till den igen om den ska tas upp."))
    item = there
    if (item.title, item.background) == (title, background):
        return item
    item.title, item.background = title, background
    item.full_clean(exclude=["partnership", "meeting", "added_by", "obligation", "action", "about", "also_for"])
    item.save(update_fields=["title", "background"])
    _record("meeting.edit_item", item, by=by, now=now)
    return item


@transaction.atomic
def move_item(item: AgendaItem, *, up: bool, by: Viewer, now: datetime) -> None:
    """One step. At the end of the list it stays where it is."""
    meeting = locked(item.meeting, Act.AGENDA, by=by)
    items = list(AgendaItem.objects.filter(meeting=meeting))
    place = next((n for n, each in enumerate(items) if each.pk == item.pk), -1)
    other = place - 1 if up else place + 1
    if place < 0 or not 0 <= other < len(items):
        return
    items[place], items[other] = items[other], items[place]
    _renumber(items)
    _record("meeting.move_item", item, by=by, now=now)


@transaction.atomic
def remove_item(item: AgendaItem, *, by: Viewer, now: datetime) -> None:
    """Raises ValidationError for one under which something is written: what was said is not thrown away."""
    meeting = locked(item.meeting, Act.AGENDA, by=by)
    there = AgendaItem.objects.filter(pk=item.pk, meeting=meeting).first()
    if there is None:
        return
    if there.noted or there.decisions.exists():
        raise ValidationError(_("Under punkten finns en anteckning eller ett beslut. Ta bort det först."))
    _record("meeting.remove_item", there, by=by, now=now)
    there.delete()
    _renumber(list(AgendaItem.objects.filter(meeting=meeting)))


def put_on_agenda(meeting: Meeting, item: AgendaItem) -> None:
    """Before what closes the meeting. Not an act of its own: the act that leads here says what happened."""
    items = list(AgendaItem.objects.filter(meeting=meeting))
    place = len(items) - sum(1 for each in items if _closes(each))
    item.position = place + 1
    item.full_clean(exclude=["partnership", "meeting", "added_by", "obligation", "action", "about", "also_for"])
    item.save(force_insert=True)
    _renumber([*items[:place], item, *items[place:]])


def _closes(item: AgendaItem) -> bool:
    return item.kind == AgendaItem.Kind.FREE and item.title in CLOSERS


def _renumber(items: list[AgendaItem]) -> None:
    for position, each in enumerate(items, 1):
        each.position = position
    AgendaItem.objects.bulk_update(items, ["position"])


def _record(name: str, item: AgendaItem, *, by: Viewer, now: datetime) -> None:
    about = {"meeting": item.meeting_id}
    record(name, by=by, now=now, subject=item, partnership=item.partnership_id, refers_to=about)
