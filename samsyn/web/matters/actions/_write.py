"""What every step in a matter has in common: lock, check, write, close, remember, tell."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_lazy, override

from samsyn.rules.matters import Step, hindrance
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.documents.models import Document
from samsyn.web.history.actions import record
from samsyn.web.matters.models import Entry, Matter
from samsyn.web.matters.permissions import check_may_take
from samsyn.web.matters.presenters.words import hindrance_words, kind_words, outcome_of, stands_words, step_words
from samsyn.web.matters.queries import Situation, party_keys, situation_of
from samsyn.web.meetings.models import Meeting
from samsyn.web.organisations.roles import Permission
from samsyn.web.project.conflicts import refusals_of

ACTS: Mapping[Step, str] = {
    Step.OPENED: "matter.open",
    Step.ACKNOWLEDGED: "matter.acknowledge",
    Step.APPROVED: "matter.approve",
    Step.REFUSED: "matter.refuse",
    Step.DIALOGUE: "matter.add_dialogue",
    Step.SETTLED: "matter.settle",
    Step.PASSED_ON: "matter.pass_on",
    Step.WITHDRAWN: "matter.withdraw",
}


def locked(matter: Matter, step: Step, *, by: Viewer) -> Situation:
    """The matter with its row locked, and how it stands; two who answer at once wait for each other here."""
    check_may_take(by, matter.partnership_id, step)
    mine = Matter.objects.select_for_update().get(pk=matter.pk)
    entries = list(mine.entries.order_by("recorded_at", "id"))
    return situation_of(mine, dossier_of(mine.partnership), party_keys(mine.partnership_id), entries)


def check_step(situation: Situation, step: Step, *, by: Viewer) -> None:
    """Raises ValidationError with the reason and what to do instead."""
    found = hindrance(situation.course, situation.key_of(by.organisation_id), step)
    if found is not None:
        raise ValidationError(hindrance_words(found, situation.footing.clause))


def take(
    situation: Situation,
    step: Step,
    says: str,
    *,
    by: Viewer,
    now: datetime,
    today: date,
    on: date | None = None,
    document: Document | None = None,
    meeting: Meeting | None = None,
) -> Entry:
    """1. the entry; 2. closed, if that was the last that was missing; 3. history; 4. letters to all parties."""
    matter = situation.matter
    entry = write_entry(matter, step, says, by=by, now=now, on=on or today, document=document, meeting=meeting)
    after = situation_of(matter, dossier_of(matter.partnership), situation.keys, [*situation.entries, entry])
    if after.course.is_over:
        matter.closed_on, matter.outcome = today, outcome_of(after.course)
        matter.save(update_fields=["closed_on", "outcome"])
    remember(after, entry, by=by, now=now, today=today)
    return entry


def write_entry(
    matter: Matter,
    step: Step,
    says: str,
    *,
    by: Viewer,
    now: datetime,
    on: date,
    document: Document | None = None,
    meeting: Meeting | None = None,
) -> Entry:
    entry = Entry(
        partnership_id=matter.partnership_id,
        matter=matter,
        kind=step,
        organisation_id=by.organisation_id,
        person_id=by.person_id if by.is_known else None,
        on=on,
        says=says,
        document=check_paper(document, matter.partnership_id),
        meeting=_check_meeting(meeting, matter.partnership_id),
        recorded_at=now,
    )
    with refusals_of(Entry):
        entry.save(force_insert=True)
    return entry


def remember(situation: Situation, entry: Entry, *, by: Viewer, now: datetime, today: date) -> None:
    """The act in the history, open to all parties, and word of it to those who do something about it."""
    from samsyn.web.reminders.actions import tell
    from samsyn.web.reminders.queries import receivers_in

    matter = situation.matter
    record(
        ACTS[Step(entry.kind)],
        by=by,
        now=now,
        subject=matter,
        partnership=matter.partnership_id,
        clause=matter.clause,
        refers_to={"number": matter.number, "kind": matter.kind, "entry": entry.pk, "obligation": matter.obligation_id},
        shared=True,
    )
    tell(
        receivers_in(situation.keys, Permission.FULFIL, today),
        kind="news",
        about=f"matter/{entry.pk}",
        partnership=matter.partnership_id,
        says=letter_words(situation, entry),
        path=f"partnerships/{matter.partnership.slug}/matters/{matter.pk}/",
        by=by,
        now=now,
    )


def letter_words(situation: Situation, entry: Entry) -> str:
    """What was done and what is missing; nothing of what was written, which is read in Samsyn."""
    matter, course = situation.matter, situation.course
    with override(settings.LANGUAGE_CODE):
        what = gettext("%(who)s %(did)s. Det är ärende %(number)s: %(kind)s.") % {
            "who": situation.name_of(situation.key_of(entry.organisation_id)),
            "did": step_words(entry.kind, course.form),
            "number": matter.number,
            "kind": kind_words(matter.kind).lower(),
        }
        return f"{what} {stands_words(course, situation.footing, matter.happens_on, situation.name_of)}"


def check_paper(document: Document | None, partnership_id: UUID) -> Document | None:
    """What all parties read may only point to what all parties see."""
    if document is not None and (document.partnership_id != partnership_id or document.is_draft):
        raise ValidationError(
            {"document": gettext_lazy("Lämna över handlingen i partnerskapet först, så att alla parter kan läsa den.")}
        )
    return document


def _check_meeting(meeting: Meeting | None, partnership_id: UUID) -> Meeting | None:
    if meeting is not None and meeting.partnership_id != partnership_id:
        raise ValidationError({"meeting": gettext_lazy("Välj ett möte i det här partnerskapet.")})
    return meeting
