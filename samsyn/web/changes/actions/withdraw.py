"""The party that proposed a change takes it back."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.web.access.viewer import Viewer
from samsyn.web.changes.actions.letters import tell_the_others
from samsyn.web.changes.models import Change
from samsyn.web.changes.permissions import check_may_decide
from samsyn.web.history import acts
from samsyn.web.history.actions import record

acts.register({"change.withdraw": _("tog tillbaka sitt förslag till ändring")})


@transaction.atomic
def withdraw(change: Change, because: str, *, by: Viewer, now: datetime, today: date) -> Change:
    """Ends it without effect. What is in force is not taken back by this, but by another change."""
    check_may_decide(by, change)
    locked = Change.objects.select_for_update().get(pk=change.pk)
    if locked.organisation_id != by.organisation_id:
        raise PermissionDenied("Only the party that proposed it takes it back.")
    if not locked.is_pending:
        raise ValidationError(gettext("Förslaget väntar inte längre på svar. Ladda om sidan för att se läget."))
    if not because.strip():
        raise ValidationError({"because": gettext("Skriv varför, så att de andra parterna förstår.")})
    locked.closed_at, locked.closed_how = now, Change.Closed.WITHDRAWN
    locked.save(update_fields=["closed_at", "closed_how"])
    record(
        "change.withdraw", by=by, now=now, subject=locked, partnership=locked.partnership_id, clause=locked.clause,
        reason=because, shared=True,
    )  # fmt: skip
    tell_the_others(locked, by=by, now=now, today=today)
    return locked
