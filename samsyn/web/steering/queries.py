"""What the screen stands on, as one viewer may see it: a question for each sort of thing, however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count

from samsyn.exchange.reports import Words, from_plain
from samsyn.rules.money.budget import budget_lines
from samsyn.rules.quantities import DateRange
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import life
from samsyn.web.access.viewer import Viewer
from samsyn.web.beds.models import Standing as SetUp
from samsyn.web.books.queries import outcome
from samsyn.web.changes.models import Change
from samsyn.web.indices.queries import register
from samsyn.web.matters.models import Matter
from samsyn.web.meetings.models import ActionPoint, Meeting
from samsyn.web.partnerships.models import Partnership
from samsyn.web.placements.queries.figures import standing_on
from samsyn.web.placements.queries.ground import ground_in
from samsyn.web.reports.models import Submission
from samsyn.web.steering.presenters.money import Spent
from samsyn.web.steering.presenters.places import Places, places_of

_LINES = 3


@dataclass(frozen=True, slots=True)
class Waiting:
    """`actions`: the days of what was to be done, None where it has none. `meeting`: the next one."""

    meeting: Meeting | None
    minutes: Sequence[Meeting]
    changes: Sequence[Change]
    matters: Sequence[Matter]
    actions: Sequence[date | None]


def waiting_in(viewer: Viewer, partnership: Partnership, now: datetime) -> Waiting:
    """Four questions."""
    meetings = Meeting.objects.visible_to(viewer).standing().filter(partnership=partnership, approved_on=None)
    found = list(meetings.select_related("partnership").order_by("starts_at"))
    coming = [each for each in found if each.held_on is None and each.ends_at > now]
    actions = ActionPoint.objects.visible_to(viewer).filter(partnership=partnership).open()
    return Waiting(
        coming[0] if coming else None,
        [each for each in found if each.held_on is not None],
        list(Change.objects.visible_to(viewer).filter(partnership=partnership).pending().order_by("number")),
        list(Matter.objects.visible_to(viewer).filter(partnership=partnership).open().order_by("number")),
        list(actions.values_list("due", flat=True)),
    )


def places_in(
    viewer: Viewer, partnership: Partnership, dossier: Dossier, agreement: Agreement, today: date
) -> list[Places]:
    """Who has a training place both parties may count; who sleeps where is told by released figures."""
    pools = [each for each in agreement.pool.values() if each.applies]
    there = _set_up(viewer, partnership, today) if any(each.kind == "night" for each in pools) else {}
    found = []
    for pool in pools:
        if pool.kind == "night":
            found.append(places_of(pool, there.get(pool.id, 0)))
            continue
        ground = ground_in(partnership, dossier, {}, pool.id, today, today)
        if ground is not None:
            stands = standing_on(viewer, ground, today)
            found.append(places_of(pool, stands.places, stands.held, stands.promised))
    return found


def _set_up(viewer: Viewer, partnership: Partnership, night: date) -> dict[str, int]:
    rows = SetUp.objects.visible_to(viewer).filter(partnership=partnership, nights__contains=night)
    open_ones = rows.exclude(site__closed_on__lte=night)
    return dict(open_ones.order_by().values_list("pool").annotate(n=Count("place", distinct=True)))


def spent_in_year(
    viewer: Viewer, partnership: Partnership, dossier: Dossier, agreement: Agreement, today: date
) -> Spent:
    """What is set aside for the calendar year, and what both sides see of the books until today."""
    span = life(dossier, today)
    year = DateRange.through(date(today.year, 1, 1), date(today.year, 12, 31)).overlap(span)
    if year is None:
        return Spent(DateRange.through(today, today), (), ())
    used = outcome(viewer, partnership.pk, year.start, today, released_only=True)
    return Spent(year, budget_lines(agreement, year, None, register(), span), used)


@dataclass(frozen=True, slots=True)
class LatestReport:
    """`lines`: the first words of those who compiled it, or of who wrote it; a few paragraphs."""

    id: UUID
    title: str
    day: date
    lines: tuple[str, ...]


def latest_report(viewer: Viewer, partnership: Partnership) -> LatestReport | None:
    rows = Submission.objects.visible_to(viewer).filter(partnership=partnership).select_related("document")
    found = rows.order_by("submitted_at", "number").last()
    if found is None:
        return None
    blocks = from_plain(found.content["document"]).blocks
    words = next((each.lines for each in blocks if isinstance(each, Words)), ())
    return LatestReport(found.pk, found.document.title, found.submitted_on, tuple(filter(None, words))[:_LINES])
