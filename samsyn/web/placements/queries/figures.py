"""Figures over what both parties wrote: counted for any party that may read the partnership, and nobody is in them.

The counting reads all rows of the partnership under a job of its own, also what is no longer shared: a withdrawal does
not change what was counted. Only numbers leave.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q
from django.http import Http404

from samsyn.rules.indicators import Numbers, OfTraining, Rating, Taken, Talk, figures, numbers
from samsyn.rules.places import Forecast, forecast
from samsyn.rules.quantities import DateRange
from samsyn.rules.surveys import BothRaters, both_raters
from samsyn.web.access.jobs import Job
from samsyn.web.access.request import require
from samsyn.web.access.scope import also_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.placements.models import Attendance, Closing, Placement, SelfAssessment, StepDone
from samsyn.web.placements.queries.free import held
from samsyn.web.placements.queries.ground import Ground
from samsyn.web.placements.queries.rows import PlacementQuerySet

_ByRater = dict[str, list[Rating]]


@dataclass(frozen=True, slots=True)
class Followed:
    """A period's figures, each with its definition and clause; individuals and placements apart."""

    period: DateRange
    figures: list[OfTraining]
    numbers: Numbers
    raters: BothRaters
    """The participant's own change, and the change that the supervisor saw in the same participants."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The places of a pool on a day. `promised`: free today and given to someone from a later day."""

    places: int
    held: int
    promised: int

    @property
    def free(self) -> int:
        return self.places - self.held


def figures_of(viewer: Viewer, ground: Ground, period: DateRange, today: date) -> Followed:
    """By the definitions in the terms of `ground`. Http404 for who may not read the partnership."""
    until = min(period.last, today)
    facts, ratings = _facts(viewer, ground, until)
    found = figures(ground.terms, ground.pool.id, facts, period, today)
    return Followed(period, found, numbers(facts, period, today), _both(facts, ratings, period, until))


def forecast_of(viewer: Viewer, ground: Ground, today: date) -> Forecast:
    """Whether the year's goal is reached with the extensions given. Individuals count once, by their first day."""
    check_reads(viewer, ground.partnership)
    with also_as_job(Job.COUNT):
        rows = list(_placements(ground).order_by("first_day"))
    spans = [DateRange.through(each.first_day, each.ended_on or each.planned_last) for each in rows]
    started = {each.participant_id: each.first_day for each in _from_this_year(rows, ground, today)}
    return forecast(ground.terms, ground.pool.id, list(started.values()), spans, today, life=ground.life)


def standing_on(viewer: Viewer, ground: Ground, day: date) -> Standing:
    """How many are held and free, for every party; who they are is for those who work there."""
    check_reads(viewer, ground.partnership)
    there = [
        each
        for each in held(ground.partnership.pk, ground.pool.id)
        if each.place.since <= day and (each.place.until is None or day < each.place.until)
    ]
    taken = [each for each in there if any(day in span for span in each.taken)]
    promised = [each for each in there if each not in taken and each.promised_from(day)]
    return Standing(len(there), len(taken), len(promised))


def check_reads(viewer: Viewer, partnership: Partnership) -> None:
    require(viewer, Permission.READ_PARTNERSHIP)
    if partnership.pk not in viewer.partnerships:
        raise Http404


def _from_this_year(rows: Iterable[Placement], ground: Ground, today: date) -> list[Placement]:
    """Latest first, so that a mapping by participant keeps the first day in the year."""
    from samsyn.rules.places import year_of

    year = year_of(ground.terms, today, ground.life)
    return [each for each in reversed(list(rows)) if each.first_day in year]


def _placements(ground: Ground) -> PlacementQuerySet:
    return Placement.objects.filter(partnership=ground.partnership, pool=ground.pool.id, fell_through_on=None)


def _facts(viewer: Viewer, ground: Ground, until: date) -> tuple[list[Taken], list[_ByRater]]:
    """Beside each placement what was rated in it, by whom."""
    check_reads(viewer, ground.partnership)
    with also_as_job(Job.COUNT):
        found = _read(list(_placements(ground).order_by("first_day")), until)
    return [taken for _, taken, _ in found], [ratings for _, _, ratings in found]


def taken_in(viewer: Viewer, partnership: Partnership, until: date) -> list[tuple[Placement, Taken]]:
    """All placements of a partnership, in the order of their first days, with what is known of each through `until`.

    For counting only, as everything here: for any party that may read the partnership, under a job of its own.
    """
    check_reads(viewer, partnership)
    with also_as_job(Job.COUNT):
        rows = Placement.objects.filter(partnership=partnership, fell_through_on=None, first_day__lte=until)
        return [(row, taken) for row, taken, _ in _read(list(rows.order_by("first_day")), until)]


def _read(rows: list[Placement], until: date) -> list[tuple[Placement, Taken, _ByRater]]:
    """Four questions more, however many placements there are. Days of attendance through `until`."""
    ids = [each.pk for each in rows]
    days, talks, ratings, results = _days(ids, until), _talks(ids), _ratings(ids), _results(rows)
    return [
        (each, Taken(
            person=str(each.participant_id),
            sex=each.sex,  # type: ignore[arg-type]
            first=each.first_day,
            last=each.ended_on,
            result=results.get(each.pk),  # type: ignore[arg-type]
            present=days[each.pk][0],
            absent=days[each.pk][1],
            talks=tuple(talks[each.pk]),
            ratings=tuple(ratings[each.pk][SelfAssessment.Rater.PARTICIPANT]),
        ), ratings[each.pk])
        for each in rows
    ]  # fmt: skip


def _both(facts: list[Taken], ratings: list[_ByRater], period: DateRange, until: date) -> BothRaters:
    """Over the placements of which some day lies in the period. What was rated after `until` is not counted."""
    of = [rated for taken, rated in zip(facts, ratings, strict=True) if taken.is_in(period) and taken.first <= until]
    known = [{rater: [each for each in own if each.on <= until] for rater, own in rated.items()} for rated in of]
    raters = SelfAssessment.Rater
    return both_raters([(each.get(raters.PARTICIPANT, []), each.get(raters.SUPERVISOR, [])) for each in known])


def _days(ids: list[UUID], until: date) -> dict[UUID, tuple[int, int]]:
    there = Q(state=Attendance.State.PRESENT)
    counted = Attendance.objects.filter(placement_id__in=ids, day__lte=until).order_by().values("placement_id")
    found: dict[UUID, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for row in counted.annotate(present=Count("pk", filter=there), absent=Count("pk", filter=~there)):
        found[row["placement_id"]] = (row["present"], row["absent"])
    return found


def _talks(ids: list[UUID]) -> dict[UUID, list[Talk]]:
    found: dict[UUID, list[Talk]] = defaultdict(list)
    for each in StepDone.objects.standing().filter(placement_id__in=ids):
        found[each.placement_id].append(Talk(each.step, each.occurrence, each.done_on, each.function))
    return found


def _ratings(ids: list[UUID]) -> dict[UUID, _ByRater]:
    found: dict[UUID, _ByRater] = defaultdict(lambda: defaultdict(list))
    for each in SelfAssessment.objects.filter(placement_id__in=ids):
        found[each.placement_id][each.rater].append(Rating(each.wave, each.done_on, each.values, each.version))
    return found


def _results(rows: Iterable[Placement]) -> dict[UUID, str]:
    """What the host said, else what the other did."""
    hosts = {each.pk: each.organisation_id for each in rows}
    found: dict[UUID, str] = {}
    for each in Closing.objects.filter(placement_id__in=list(hosts)).exclude(result=""):
        if each.placement_id not in found or each.organisation_id == hosts[each.placement_id]:
            found[each.placement_id] = each.result
    return found
