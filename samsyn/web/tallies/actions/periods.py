"""A period is closed when its figures are given, and reopened only by decision. What came too late is decided on."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.types.range import DateRange as PgRange

from samsyn.rules.quantities import DateRange
from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import refusals_of
from samsyn.web.tallies.models import ClosedPeriod, Event
from samsyn.web.tallies.permissions import check_may_answer_for
from samsyn.web.tallies.queries.ground import own_pad

acts.register(
    {
        "tally.close": gettext_lazy("stängde en räknad period"),
        "tally.reopen": gettext_lazy("öppnade en räknad period igen"),
        "tally.count": gettext_lazy("beslutade att räkna det som kom sent"),
        "tally.refuse": gettext_lazy("beslutade att inte räkna det som kom sent"),
    }
)


@transaction.atomic
def close_period(
    partnership: Partnership, pad: str, days: DateRange, *, by: Viewer, now: datetime, today: date
) -> ClosedPeriod:
    """What comes after waits for a decision. The same days again: the one there is."""
    check_may_answer_for(by, partnership.pk)
    own_pad(by, partnership, pad, today)
    if days.last >= today:
        raise ValidationError({"last": _("Välj en sista dag som har varit. I dag räknas det fortfarande.")})
    whose = {"partnership": partnership, "organisation_id": by.organisation_id, "pad": pad}
    whole = PgRange(days.start, days.end)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(tallies_key(%s, %s, %s, 7))", [by.organisation_id, partnership.pk, pad]
        )
    there = ClosedPeriod.objects.visible_to(by).closed().filter(**whose, days=whole).first()
    if there is not None:
        return there
    with refusals_of(ClosedPeriod):
        made = ClosedPeriod.objects.create(**whose, days=whole, closed_at=now, closed_by_id=by.person_id)
    about = {"pad": pad, "from": days.start, "until": days.last}
    record("tally.close", by=by, now=now, subject=made, partnership=partnership, refers_to=about)
    return made


@transaction.atomic
def reopen_period(period: ClosedPeriod, because: str, *, by: Viewer, now: datetime) -> ClosedPeriod:
    """What waits goes on waiting: it came late whatever happens to the period. Again: nothing happens."""
    check_may_answer_for(by, period.partnership_id)
    if not because.strip():
        raise ValidationError({"because": _("Skriv varför perioden öppnas igen.")})
    period = ClosedPeriod.objects.select_for_update(of=("self",)).get(pk=period.pk)
    if period.reopened_at is not None:
        return period
    period.reopened_at, period.reopened_by_id, period.reopened_because = now, by.person_id, because.strip()
    period.save(update_fields=["reopened_at", "reopened_by", "reopened_because"])
    about = {"pad": period.pad, "from": period.days.lower, "until": period.days.upper}
    record(
        "tally.reopen",
        by=by,
        now=now,
        subject=period,
        partnership=period.partnership_id,
        reason=because.strip(),
        refers_to=about,
    )
    return period


@transaction.atomic
def decide(
    partnership: Partnership,
    pad: str,
    day: date,
    count: bool,
    because: str,
    *,
    until: datetime,
    by: Viewer,
    now: datetime,
) -> int:
    """All that waits for a day and had come by `until`, when the page was shown: counted, or not. How many events.

    None left: somebody else was quicker, and nothing happens.
    """
    check_may_answer_for(by, partnership.pk)
    if not because.strip():
        raise ValidationError({"because": _("Skriv varför.")})
    waiting = Event.objects.visible_to(by).waiting().filter(partnership=partnership, pad=pad, day=day)
    ids = [each.pk for each in waiting.filter(received_at__lte=until).order_by("pk").select_for_update(of=("self",))]
    if not ids:
        return 0
    state = Event.State.COUNTED if count else Event.State.REFUSED
    said = {"state": state, "decided_at": now, "decided_by_id": by.person_id, "decided_because": because.strip()}
    mine = Event.objects.filter(pk__in=ids)
    try:
        with transaction.atomic():
            # An undoing is counted only once what it undoes is.
            mine.filter(n__gt=0).update(**said)
            mine.filter(n__lt=0).update(**said)
    except IntegrityError as trouble:
        raise ValidationError(
            _("Det kan inte räknas: någon siffra skulle bli mindre än noll. Rätta dagen först, eller räkna inte.")
        ) from trouble
    record(
        "tally.count" if count else "tally.refuse",
        by=by,
        now=now,
        partnership=partnership,
        reason=because.strip(),
        refers_to={"pad": pad, "day": day, "events": len(ids)},
    )
    return len(ids)
