"""To count a contact and to take back what was just counted.

These two acts write no history. It is the only exception in Samsyn from «an act has its history row inside», and it is
meant: a history row has an actor and an instant, and both would say who took a call and when. They also take no `now`,
so that there is no instant to store by mistake. docs/decisions/a-contact-leaves-no-trace.md; a test compares every
table before and after.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.partnerships.models import Partnership
from samsyn.web.support.line import Line
from samsyn.web.support.models import MOST_CHILDREN, SupportContact
from samsyn.web.support.permissions import check_may_count

DAYS_BACK = 7
"""So long afterwards can a contact be counted on its own day, and taken back. The wall (0002) says the same."""


@dataclass(frozen=True, slots=True)
class Said:
    """All that is ever known of a contact. Keys of the Line; '' and 0: not asked, none."""

    day: date
    channel: str
    kind: str
    first_or_returning: str = ""
    children: int = 0
    concern: str = ""


@transaction.atomic
def count_contact(line: Line, said: Said, contact: UUID, *, by: Viewer, today: date) -> None:
    """Count it once: `contact` is a random UUID 4 made with the page, and the same page sent again changes nothing.

    Raises ValidationError for what the agreement does not count, and for a day ahead or more than a week ago.
    """
    check_may_count(by, line.partnership.pk)
    _check(line, said, contact, today)
    row = SupportContact(
        id=contact,
        partnership=line.partnership,
        organisation_id=by.organisation_id,
        day=said.day,
        channel=said.channel,
        kind=said.kind,
        first_or_returning=said.first_or_returning,
        children=said.children,
        concern=said.concern,
    )
    row.clean_fields()
    SupportContact.objects.bulk_create([row], ignore_conflicts=True)


@transaction.atomic
def take_back(partnership: Partnership, contact: UUID, *, by: Viewer) -> bool:
    """Remove what was just counted; False where it is gone already or more than a week old."""
    check_may_count(by, partnership.pk)
    mine = SupportContact.objects.visible_to(by).filter(partnership=partnership, pk=contact)
    gone, _by_model = mine.delete()
    return gone > 0


def _check(line: Line, said: Said, contact: UUID, today: date) -> None:
    if contact.version != 4:
        raise ValidationError(_("Sidan var gammal. Ladda om den och räkna igen."))
    if not today - timedelta(days=DAYS_BACK) <= said.day <= today:
        raise ValidationError({"day": _("Välj i dag eller en av de sju dagarna före.")})
    asked = {"": "", "first": "", "returning": ""} if line.asks_before else {"": ""}
    wrong = {
        "channel": said.channel not in line.channels,
        "kind": said.kind not in line.kinds,
        "first_or_returning": said.first_or_returning not in asked,
        "children": not 0 <= said.children <= (MOST_CHILDREN if line.asks_children else 0),
        "concern": bool(said.concern) and said.concern not in line.concerns,
    }
    troubles = {
        name: _("Överenskommelsen räknar inte det. Välj något annat.") for name, is_so in wrong.items() if is_so
    }
    if troubles:
        raise ValidationError(troubles)
