"""Who is called: written from who sits in the body on the day of the meeting."""

from __future__ import annotations

from uuid import UUID

from samsyn.rules import meetings as rules
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.governance import Body
from samsyn.web.agreements.queries import parties_of
from samsyn.web.meetings.models import AgendaItem, Attendance, Meeting
from samsyn.web.partnerships.models import Appointment, PartnershipParty


def call_those_who_sit(meeting: Meeting, terms: Agreement, body: Body) -> None:
    """Saves the meeting with the organisations that its papers are also for, and a row for everyone who is called.

    Called again for another day: who no longer sits there is not called, and who has come is. Guests, and those
    whose presence is noted, stay.
    """
    places = parties_of(meeting.partnership)
    called = rules.who_is_called(terms, body, _appointed(meeting), {k: p.organisation_id for k, p in places.items()})
    around = {each.organisation for each in called}
    meeting.also_for = sorted(
        place.organisation_id
        for place in places.values()
        if place.kind == PartnershipParty.Kind.PARTICIPANT and place.organisation_id in around
    )
    meeting.save()
    _bring_in_step(meeting, called)


def _appointed(meeting: Meeting) -> list[rules.Appointed]:
    seated = Appointment.objects.filter(partnership=meeting.partnership, body=meeting.body)
    seated = seated.on(rules.civil_day(meeting.starts_at)).order_by("since", "pk")
    return [rules.Appointed(each.organisation_id, each.function, each.person_id) for each in seated]


def _bring_in_step(meeting: Meeting, called: list[rules.Called]) -> None:
    known = {_key(each): each for each in Attendance.objects.filter(meeting=meeting)}
    wanted = {(each.organisation, each.function, each.person): each for each in called}
    gone = [row.pk for key, row in known.items() if key not in wanted and row.came is None and not row.name]
    Attendance.objects.filter(pk__in=gone).delete()
    Attendance.objects.bulk_create(
        Attendance(
            partnership=meeting.partnership,
            meeting=meeting,
            organisation_id=each.organisation,
            function=each.function,
            person_id=each.person,
            also_for=meeting.also_for,
        )
        for key, each in wanted.items()
        if key not in known
    )
    for table in (Attendance, AgendaItem):
        table.objects.filter(meeting=meeting).update(also_for=meeting.also_for)


def _key(row: Attendance) -> tuple[UUID, str, UUID | None]:
    return row.organisation_id, row.function, row.person_id
