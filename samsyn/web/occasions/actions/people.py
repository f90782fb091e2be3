"""How many different people there were in a group, by its leaders' own word."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.types.range import DateRange as PgRange

from samsyn.rules.quantities import DateRange
from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.occasions.models import DifferentPeople, Occasion
from samsyn.web.occasions.permissions import check_may_hold
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import refusals_of

LONGEST = timedelta(days=366)

acts.register({"occasion.different": gettext_lazy("skrev hur många olika personer som var med i en grupp")})


@transaction.atomic
def say_different(
    partnership: Partnership,
    activity: str,
    days: DateRange,
    n: int,
    reason: str = "",
    *,
    by: Viewer,
    now: datetime,
    today: date,
) -> DifferentPeople:
    """Of the group occasions held on `days`. Said anew of the same days with a reason, it replaces what was said."""
    check_may_hold(by, partnership.pk)
    if days.last > today:
        raise ValidationError({"last": _("Perioden är inte slut än. Skriv en dag till och med i dag.")})
    if days.end - days.start > LONGEST:
        raise ValidationError({"last": _("Skriv högst ett år åt gången.")})
    held = Occasion.objects.visible_to(by).held().filter(partnership=partnership, activity=activity, kind="group")
    if not held.between(days.start, days.last).exists():
        raise ValidationError(_("Gruppen har inget hållet tillfälle de dagarna."))
    whole = PgRange(days.start, days.end)
    rows = DifferentPeople.objects.visible_to(by).filter(partnership=partnership, activity=activity, days=whole)
    there = rows.standing().select_for_update().first()
    if there is not None:
        if there.n == n:
            return there
        if not reason.strip():
            raise ValidationError({"reason": _("Det står redan %(n)s. Skriv varför det ändras.") % {"n": there.n}})
        there.replaced_at = now
        there.save(update_fields=["replaced_at"])
    with refusals_of(DifferentPeople):
        made = DifferentPeople.objects.create(
            partnership=partnership,
            organisation_id=by.organisation_id,
            activity=activity,
            days=whole,
            n=n,
            reason=reason.strip(),
            said_at=now,
            said_by_id=by.person_id,
        )
    refers = {"activity": activity, "first": days.start, "last": days.last, "count": n}
    record(
        "occasion.different", by=by, now=now, subject=made, partnership=partnership, reason=reason.strip(),
        refers_to=refers,
    )  # fmt: skip
    return made
