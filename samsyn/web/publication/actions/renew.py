"""The page says what the parties have let go of: a new edition where that has changed."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy
from psycopg.types.range import DateRange as PgRange

from samsyn.web.access.jobs import Job
from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.conflicts import take_turns
from samsyn.web.publication.content import digest
from samsyn.web.publication.gathering import content_now
from samsyn.web.publication.models import Edition
from samsyn.web.publication.queries import Days, days_of, standing_of

acts.register({"publication.renew": gettext_lazy("lade ut den offentliga sidan med det som är släppt")})


@transaction.atomic
def renew(partnership: Partnership, *, by: Viewer | Job, now: datetime, today: date) -> Edition | None:
    """The standing edition: the one that is there if it says the same, or a new one. None: there is no page to show.

    Where somebody has become a party since, and has not opened the page, it is taken away.
    """
    take_turns(f"publication/{partnership.pk}")
    standing = standing_of(partnership)
    days = standing.days
    if days is None or (days.last is not None and days.last < today):
        _close(standing.edition, now)
        return None
    content = content_now(partnership, today, now, by)
    seal = digest(content)
    if standing.edition is not None and standing.edition.sha256 == seal and days_of(standing.edition) == days:
        return standing.edition
    _close(standing.edition, now)
    made = _make(partnership, content, seal, days, by, now)
    record("publication.renew", by=by, now=now, subject=made, partnership=partnership.pk, shared=True)
    return made


def renew_all(*, now: datetime, today: date) -> int:
    """Every page that all parties have opened, a transaction for each. How many are shown."""
    from samsyn.web.access.scope import acting_as_job

    with acting_as_job(Job.DERIVE):
        opened = list(Partnership.objects.filter(pk__in=_opened()))
    shown = 0
    for partnership in opened:
        with acting_as_job(Job.DERIVE):
            shown += renew(partnership, by=Job.DERIVE, now=now, today=today) is not None
    return shown


def _opened() -> list[UUID]:
    from samsyn.web.publication.models import Opening

    return list(Opening.objects.standing().values_list("partnership_id", flat=True).distinct())


def _close(edition: Edition | None, now: datetime) -> None:
    if edition is not None:
        edition.closed_at = now
        edition.save(update_fields=["closed_at"])


def _make(
    partnership: Partnership, content: dict[str, object], seal: str, days: Days, by: Viewer | Job, now: datetime
) -> Edition:
    last = Edition.objects.filter(partnership=partnership).aggregate(last=Max("number"))["last"] or 0
    return Edition.objects.create(
        partnership=partnership, number=last + 1, slug=partnership.slug, content=content, sha256=seal,
        days=PgRange(days.first, None if days.last is None else days.last + timedelta(days=1)),
        made_by_id=by.person_id if isinstance(by, Viewer) else None, made_at=now,
    )  # fmt: skip
