"""What every act asks first: may this person, and can it happen in the state that the meeting is in."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samsyn.rules.meetings import Act, State, may_happen
from samsyn.web.access.viewer import Viewer
from samsyn.web.meetings.models import Meeting
from samsyn.web.meetings.permissions import check_may_work
from samsyn.web.meetings.queries import latest_minutes, state_of_meeting


def locked(meeting: Meeting, act: Act, *, by: Viewer) -> Meeting:
    """The meeting as it is now, kept still until the transaction ends.

    Raises PermissionDenied, or ValidationError when the act does not belong to its state.
    """
    check_may_work(by, meeting.partnership_id)
    found = Meeting.objects.select_for_update(of=("self",)).select_related("partnership").get(pk=meeting.pk)
    state = state_of_meeting(found, latest_minutes(found))
    if not may_happen(act, state):
        raise ValidationError(why_not(state), state.value)
    return found


def wait_in_line(meeting: Meeting) -> None:
    """Whoever does something with the meeting in the same instant is done first: a second press sees the first."""
    Meeting.objects.select_for_update(of=("self",)).filter(pk=meeting.pk).first()


def why_not(state: State) -> str:
    return {
        State.CALLED: _("Mötet har inte hållits än. Skriv först att det har hållits."),
        State.HELD: _("Mötet har redan hållits, och inget protokoll ligger för godkännande. Ladda om sidan."),
        State.MINUTED: _("Protokollet ligger hos parterna. Skicka tillbaka det om något behöver rättas."),
        State.APPROVED: _("Protokollet är godkänt av alla och ändras inte."),
        State.CANCELLED: _("Mötet är inställt. Kalla till ett nytt."),
    }[state]
