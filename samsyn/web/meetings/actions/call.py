"""Calling a meeting: numbered, with those who sit in the body and an agenda of what is due and open."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules import meetings as rules
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.governance import Body
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of, own_keys
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.meetings.actions.agenda import write_agenda
from samsyn.web.meetings.actions.letters import tell_called
from samsyn.web.meetings.actions.seats import call_those_who_sit
from samsyn.web.meetings.models import Meeting
from samsyn.web.meetings.permissions import check_may_work
from samsyn.web.meetings.proposals import proposals_for
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import take_turns

acts.register({"meeting.call": gettext_lazy("kallade till ett möte")})


@transaction.atomic
def call_meeting(
    partnership: Partnership,
    body: str,
    *,
    starts_at: datetime,
    ends_at: datetime,
    place: str = "",
    link: str = "",
    chosen: Collection[str] | None = None,
    by: Viewer,
    now: datetime,
    today: date,
) -> Meeting:
    """`body` is its id in the agreement; the instants know their zone. `chosen`: keys of proposed items; None: all.

    1. may this party call (ValidationError with the clause); 2. asked for again with the same beginning, the meeting
    that is there is given back; 3. number, seats, agenda; 4. history; 5. letters, unless the day has been already.
    """
    check_may_work(by, partnership.pk)
    dossier = dossier_of(partnership)
    terms = terms_on(dossier, today, today)
    found = _may_call(terms, body, partnership, by)
    _one_at_a_time(partnership, body)
    same = Meeting.objects.filter(partnership=partnership, body=body, starts_at=starts_at).standing().first()
    if same is not None:
        return same
    meeting = Meeting(
        partnership=partnership,
        body=body,
        body_name=found.name,
        clause=found.clause,
        number=_next_number(partnership, body),
        called_by_id=by.organisation_id,
        called_at=now,
        starts_at=starts_at,
        ends_at=ends_at,
        place=place,
        link=link,
    )
    return _written(meeting, dossier, terms, found, chosen, by=by, now=now, today=today)


def _written(
    meeting: Meeting,
    dossier: Dossier,
    terms: Agreement,
    body: Body,
    chosen: Collection[str] | None,
    *,
    by: Viewer,
    now: datetime,
    today: date,
) -> Meeting:
    meeting.full_clean(exclude=["called_by", "partnership", "also_for", "held_on", "cancelled_at", "approved_on"])
    proposed = proposals_for(meeting.partnership, dossier, body, rules.civil_day(meeting.starts_at), today, by)
    taken = [each for each in proposed if chosen is None or each.fixed or each.key in chosen]
    call_those_who_sit(meeting, terms, body)
    write_agenda(meeting, taken, by=by)
    record(
        "meeting.call",
        by=by,
        now=now,
        subject=meeting,
        partnership=meeting.partnership,
        clause=meeting.clause,
        refers_to={"body": body.id, "number": meeting.number, "day": rules.civil_day(meeting.starts_at)},
        shared=True,
    )
    tell_called(meeting, by=by, now=now)
    return meeting


def _may_call(terms: Agreement, body: str, partnership: Partnership, by: Viewer) -> Body:
    """Raises ValidationError with who calls instead, and the clause."""
    if body not in terms.body:
        raise ValidationError(_("Den gruppen finns inte i överenskommelsen som den gäller i dag."))
    key = own_keys(by, [partnership.pk])[partnership.pk].key
    calling = rules.may_call(terms, terms.body[body], key)
    if not calling.allowed:
        raise ValidationError(
            _("%(why)s (punkt %(clause)s)"), params={"why": calling.reason.says, "clause": calling.reason.clause}
        )
    return terms.body[body]


def _one_at_a_time(partnership: Partnership, body: str) -> None:
    """Two who call the same body in the same instant get a number each, one after the other."""
    take_turns(f"meetings/{partnership.pk}/{body}")


def _next_number(partnership: Partnership, body: str) -> int:
    highest = Meeting.objects.filter(partnership=partnership, body=body).aggregate(Max("number"))["number__max"]
    return (highest or 0) + 1
