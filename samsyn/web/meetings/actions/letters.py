"""Letters about a meeting: the call with its invitation, changes of it, and minutes to approve."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from samsyn.rules.meetings import civil_day, clock_of
from samsyn.web.access.viewer import Viewer
from samsyn.web.meetings.invitations import invitation_for
from samsyn.web.meetings.models import Attendance, Meeting, Minutes
from samsyn.web.organisations.roles import Permission
from samsyn.web.reminders.actions import tell
from samsyn.web.reminders.models import Letter
from samsyn.web.reminders.queries import Receiver, receivers_in
from samsyn.web.ui.formats import civil_date


def tell_called(meeting: Meeting, *, by: Viewer, now: datetime) -> None:
    _invite(meeting, _("Du är kallad till %(meeting)s %(when)s."), by=by, now=now)


def tell_changed(meeting: Meeting, *, by: Viewer, now: datetime) -> None:
    _invite(meeting, _("%(meeting)s är ändrat. Det hålls nu %(when)s."), by=by, now=now)


def tell_cancelled(meeting: Meeting, *, by: Viewer, now: datetime) -> None:
    _invite(meeting, _("%(meeting)s %(when)s är inställt. Skälet står i Samsyn."), by=by, now=now)


def tell_to_approve(minutes: Minutes, organisations: Iterable[UUID], *, by: Viewer, now: datetime, today: date) -> None:
    """To those who sit in the body for each party; to everyone who may approve where a party has nobody there."""
    whole = set(organisations)
    seated = {each for each in _seated(minutes.meeting) if each.organisation_id in whole}
    unseated = whole - {each.organisation_id for each in seated}
    receivers = seated | set(receivers_in(unseated, Permission.FULFIL, today))
    says = _(
        "Protokollet från %(meeting)s ligger för godkännande. Varje part godkänner det eller skickar tillbaka det."
    )
    _news(minutes, "put-forward", receivers, says, by=by, now=now)


def tell_sent_back(minutes: Minutes, *, by: Viewer, now: datetime) -> None:
    says = _("Protokollet från %(meeting)s har skickats tillbaka. Vad som behöver rättas står i Samsyn.")
    _news(minutes, "sent-back", _seated(minutes.meeting), says, by=by, now=now)


def tell_approved(minutes: Minutes, *, by: Viewer, now: datetime) -> None:
    says = _("Protokollet från %(meeting)s är godkänt av alla parter.")
    _news(minutes, "approved", _seated(minutes.meeting), says, by=by, now=now)


def page_of(meeting: Meeting) -> str:
    """Under /as/<organisation>/."""
    return f"partnerships/{meeting.partnership.slug}/meetings/{meeting.pk}/"


def named(meeting: Meeting) -> str:
    return f"{meeting.body_name}, {gettext('möte')} {meeting.number}"


def when_words(meeting: Meeting) -> str:
    with override(settings.LANGUAGE_CODE):
        begins, ends = clock_of(meeting.starts_at), clock_of(meeting.ends_at)
        return f"{civil_date(civil_day(meeting.starts_at), 'weekday')} {begins:%H.%M}–{ends:%H.%M}"


def _in_swedish(says: Promise, meeting: Meeting) -> str:
    """Letters are in the language of the agreements, whatever language the writer's page has."""
    with override(settings.LANGUAGE_CODE):
        return str(says) % {"meeting": named(meeting), "when": when_words(meeting)}


def _seated(meeting: Meeting) -> set[Receiver]:
    called = Attendance.objects.filter(meeting=meeting, person__isnull=False)
    return {Receiver(*pair) for pair in called.values_list("person_id", "organisation_id")}


def _invite(meeting: Meeting, says: Promise, *, by: Viewer, now: datetime) -> None:
    """One letter for each who is called, with an invitation of their own. Nothing about a day that has been."""
    if meeting.ends_at <= now:
        return
    called = list(Attendance.objects.filter(meeting=meeting).select_related("person").order_by("pk"))
    organisations = {each.organisation_id for each in called if each.person}
    for each in called:
        if each.person is None:
            continue
        tell(
            [Receiver(each.person.pk, each.organisation_id)],
            kind=Letter.Kind.CALL,
            about=f"{meeting.pk}/{meeting.sequence}",
            partnership=meeting.partnership,
            says=_in_swedish(says, meeting),
            path=page_of(meeting),
            calendar=invitation_for(meeting, each.person, now).decode(),
            also_to=organisations,
            by=by,
            now=now,
        )


def _news(
    minutes: Minutes, about: str, receivers: Iterable[Receiver], says: Promise, *, by: Viewer, now: datetime
) -> None:
    tell(
        receivers,
        kind=Letter.Kind.NEWS,
        about=f"{minutes.pk}/{about}",
        partnership=minutes.meeting.partnership,
        says=_in_swedish(says, minutes.meeting),
        path=page_of(minutes.meeting),
        by=by,
        now=now,
    )
