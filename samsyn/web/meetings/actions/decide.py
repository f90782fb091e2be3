"""A decision of the meeting. It counts when the minutes are approved by all."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.meetings import Act
from samsyn.rules.terms.base import Assumption
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.meetings.actions.checks import locked
from samsyn.web.meetings.models import AgendaItem, Decision, Meeting

acts.register(
    {
        "meeting.decide": gettext_lazy("skrev ett beslut i ett protokoll"),
        "meeting.remove_decision": gettext_lazy("tog bort ett beslut ur ett protokoll som inte är godkänt"),
    }
)


@transaction.atomic
def decide(
    meeting: Meeting,
    says: str,
    *,
    kind: str = Decision.Kind.OTHER,
    item: AgendaItem | None = None,
    assumption: str = "",
    answer: str = "",
    by: Viewer,
    now: datetime,
    today: date,
) -> Decision:
    """`assumption` and `answer` only for `confirm`: which reading, and which alternative (empty: as it is read).

    The same words under the same item, once more, give the decision that is there. Raises ValidationError for a
    reading that is not open, and for a second answer to the same one.
    """
    meeting = locked(meeting, Act.WRITE, by=by)
    said = {"meeting": meeting, "item": item, "kind": kind, "says": says, "assumption": assumption, "answer": answer}
    there = Decision.objects.filter(**said).first()
    if there is not None:
        return there
    if kind == Decision.Kind.CONFIRM:
        _check_open(meeting, assumption, answer, today)
    highest = Decision.objects.filter(meeting=meeting).aggregate(Max("number"))["number__max"] or 0
    decision = Decision(partnership=meeting.partnership, number=highest + 1, also_for=meeting.also_for, **said)
    decision.full_clean(exclude=["partnership", "meeting", "item", "also_for"])
    decision.save(force_insert=True)
    _record("meeting.decide", decision, by=by, now=now)
    return decision


@transaction.atomic
def remove_decision(decision: Decision, *, by: Viewer, now: datetime) -> None:
    """While the minutes are being written. The numbers of the others follow on."""
    meeting = locked(decision.meeting, Act.WRITE, by=by)
    if not Decision.objects.filter(pk=decision.pk, meeting=meeting).exists():
        return
    _record("meeting.remove_decision", decision, by=by, now=now)
    decision.delete()
    for number, each in enumerate(Decision.objects.filter(meeting=meeting), 1):
        if each.number != number:
            Decision.objects.filter(pk=each.pk).update(number=number)


def _check_open(meeting: Meeting, assumption: str, answer: str, today: date) -> None:
    found = open_assumptions(meeting, today).get(assumption)
    if found is None:
        raise ValidationError(_("Den tolkningen är inte öppen. Välj en som ingen har svarat på."))
    if answer and answer not in {each.id for each in found.alternatives}:
        raise ValidationError(_("Det svaret finns inte. Välj ett av dem som står under frågan."))
    if Decision.objects.filter(meeting=meeting, kind=Decision.Kind.CONFIRM, assumption=assumption).exists():
        raise ValidationError(_("Mötet har redan svarat på den frågan. Ta bort det beslutet först."))


def open_assumptions(meeting: Meeting, today: date) -> dict[str, Assumption]:
    """Readings of the text that nobody has answered, as the terms are today."""
    terms = terms_on(dossier_of(meeting.partnership), today, today)
    return {each.id: each for _family, _term, each in terms.assumptions()}


def _record(name: str, decision: Decision, *, by: Viewer, now: datetime) -> None:
    record(
        name,
        by=by,
        now=now,
        subject=decision,
        partnership=decision.partnership_id,
        refers_to={"meeting": decision.meeting_id, "number": decision.number, "kind": decision.kind},
    )
