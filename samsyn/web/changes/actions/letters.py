"""Word to the parties when there is something to take a stand on, and when it is settled."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext, override

from samsyn.web.access.viewer import Viewer
from samsyn.web.changes.models import Change
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import PartnershipParty
from samsyn.web.reminders.actions import tell
from samsyn.web.reminders.queries import receivers_in


def tell_the_others(change: Change, *, by: Viewer, now: datetime, today: date) -> None:
    """The same words to all parties, once for each state of the change and each step."""
    places = PartnershipParty.objects.filter(partnership_id=change.partnership_id, kind=PartnershipParty.Kind.PARTY)
    receivers = receivers_in(places.values_list("organisation_id", flat=True), Permission.DECIDE, today)
    receivers = [each for each in receivers if each.person_id != by.person_id]
    with override("sv"):
        says = _sentence(change, by)
    tell(
        receivers,
        kind="news",
        about=f"change/{change.pk}/{change.steps.count()}/{_state(change)}",
        partnership=change.partnership,
        says=says,
        path=f"partnerships/{change.partnership.slug}/changes/{change.pk}/",
        by=by,
        now=now,
    )


def _state(change: Change) -> str:
    return "in-force" if change.version_id else change.closed_how or "pending"


def _sentence(change: Change, by: Viewer) -> str:
    words = {"what": change.get_kind_display(), "who": by.organisation_name, "clause": change.clause}
    if change.version_id:
        return (
            gettext("Ändringen (%(what)s, punkt %(clause)s) gäller nu. Allt som parterna behövde göra är gjort.")
            % words
        )
    if change.closed_how == Change.Closed.REFUSED:
        return gettext("%(who)s avböjde ändringen (%(what)s, punkt %(clause)s). Villkoren är som förut.") % words
    if change.closed_how == Change.Closed.WITHDRAWN:
        return (
            gettext("%(who)s tog tillbaka sitt förslag (%(what)s, punkt %(clause)s). Villkoren är som förut.") % words
        )
    return (
        gettext("Det finns något att ta ställning till: %(what)s, punkt %(clause)s. Senast gjorde %(who)s något.")
        % words
    )
