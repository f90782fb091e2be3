"""An occasion is cancelled, with the reason; or the rest of a series."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.occasions import followers
from samsyn.web.occasions.actions.ground import locked
from samsyn.web.occasions.actions.plan import about
from samsyn.web.occasions.models import Occasion, Series
from samsyn.web.occasions.permissions import check_may_hold

acts.register(
    {
        "occasion.cancel": gettext_lazy("ställde in ett tillfälle"),
        "occasion.cancel_rest": gettext_lazy("ställde in resten av en serie"),
    }
)


@transaction.atomic
def cancel(occasion: Occasion, because: str, *, by: Viewer, now: datetime) -> Occasion:
    """For good; cancelled already: as it is. What was held is not cancelled: ValidationError."""
    found = locked(occasion, by)
    if found.state == Occasion.State.CANCELLED:
        return found
    if found.state == Occasion.State.HELD:
        raise ValidationError(_("Tillfället är inskrivet som hållet. Ta tillbaka det först, om det inte hölls."))
    _check(because)
    found.state = Occasion.State.CANCELLED
    found.cancelled_at = found.changed_at = now
    found.cancelled_by_id, found.cancelled_because = by.person_id, because.strip()
    found.revision += 1
    found.save(update_fields=["state", "cancelled_at", "cancelled_by", "cancelled_because", "revision", "changed_at"])
    record(
        "occasion.cancel", by=by, now=now, subject=found, partnership=found.partnership, reason=because.strip(),
        refers_to=about(found),
    )  # fmt: skip
    followers.cancelled([found], by=by, now=now)
    return found


@transaction.atomic
def cancel_rest(series: Series, first: date, because: str, *, by: Viewer, now: datetime) -> int:
    """All that are planned from `first` on. How many; none left: 0, and nothing is written."""
    check_may_hold(by, series.partnership_id)
    _check(because)
    rest = Occasion.objects.visible_to(by).planned().filter(series=series, day__gte=first)
    found = list(rest.select_for_update().order_by("pk"))
    if not found:
        return 0
    Occasion.objects.visible_to(by).filter(pk__in=[each.pk for each in found]).update(
        state=Occasion.State.CANCELLED,
        cancelled_at=now,
        changed_at=now,
        cancelled_by_id=by.person_id,
        cancelled_because=because.strip(),
        revision=F("revision") + 1,
    )
    refers = {"activity": series.activity, "first": first, "count": len(found)}
    record(
        "occasion.cancel_rest", by=by, now=now, subject=series, partnership=series.partnership_id,
        reason=because.strip(), refers_to=refers,
    )  # fmt: skip
    followers.cancelled(found, by=by, now=now)
    return len(found)


def _check(because: str) -> None:
    if not because.strip():
        raise ValidationError({"because": _("Skriv varför det ställs in.")})
