"""What several organisations have let go of, added together. The sum is weighed and let go of as everything else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.types.range import DateRange as PgRange

from samsyn.rules.indicators import Figure, Part, Value, from_plain
from samsyn.rules.indicators.figure import figure_from_plain
from samsyn.rules.quantities import DateRange
from samsyn.rules.timeline import terms_on
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import also_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.clock import SWEDEN
from samsyn.web.project.conflicts import refusals_of, take_turns
from samsyn.web.releases.actions.writing import Letting, write
from samsyn.web.releases.adding import added
from samsyn.web.releases.models import ExactCell, Release
from samsyn.web.releases.permissions import check_may_compile
from samsyn.web.releases.queries import figures_by_release
from samsyn.web.releases.told import FIGURE, TOTAL, Of, ReleasedFigure

acts.register({"release.compile": gettext_lazy("lade samman parternas siffror")})


@transaction.atomic
def compile_figures(
    partnership: Partnership,
    indicators: Sequence[str],
    days: DateRange,
    organisations: Collection[UUID],
    *,
    promises: bool = True,
    for_good: bool = True,
    by: Viewer,
    now: datetime,
) -> list[ReleasedFigure]:
    """A figure for each indicator of which any of these organisations has let go over just these days.

    `for_good` False: only looked at, as a preview. Compiled again of the same parts it is the one that is there.
    """
    check_may_compile(by, partnership)
    take_turns(f"releases/{partnership.pk}")
    parts = _latest(partnership, indicators, days, organisations)
    made_of = {each: tuple(part.pk for part in parts[each]) for each in indicators if each in parts}
    left_out = {each: _left_out(parts[each], organisations) for each in made_of}
    figures = _sums(parts, made_of, now)
    last = _last_of(partnership, made_of, days, by)
    new = [each for each in figures if not _is_there(last.get(each.indicator), made_of[each.indicator])]
    terms = terms_on(dossier_of(partnership), days.last, now.astimezone(SWEDEN).date())
    letting = Letting.of(partnership, terms, new, promises=promises, by=by, made_of=made_of, without=left_out)
    seen = {each.indicator: each for each in letting.seen()}
    if for_good:
        seen |= _written(letting, last, by=by, now=now)
    there = {each.indicator: last[each.indicator] for each in figures if each.indicator not in seen}
    told = figures_by_release(by, there.values())
    return [seen[each] if each in seen else told[there[each].pk] for each in made_of]


def _written(
    letting: Letting, last: dict[str, Release], *, by: Viewer, now: datetime
) -> dict[str, ReleasedFigure]:  # fmt: skip
    made = {}
    for each in letting.figures:
        before = last.get(each.indicator)
        number = before.number + 1 if before else 1
        because = _("En parts siffror har rättats.") if before else ""
        with refusals_of(Release):
            made[each.indicator] = write(letting, each, number=number, because=because, by=by, now=now)
        record(
            "release.compile", by=by, now=now, subject=made[each.indicator], partnership=letting.partnership.pk,
            clause=each.clause, shared=True, refers_to={"number": number},
        )  # fmt: skip
    told = figures_by_release(by, made.values())
    return {indicator: told[row.pk] for indicator, row in made.items()}


def _latest(
    partnership: Partnership, indicators: Sequence[str], days: DateRange, organisations: Collection[UUID]
) -> dict[str, list[Release]]:
    rows = Release.objects.filter(
        partnership=partnership, kind=Release.Kind.OWN, indicator__in=indicators,
        organisation__in=organisations, days=PgRange(days.start, days.end),
    ).order_by("organisation__name", "number")  # fmt: skip
    latest = {(each.indicator, each.organisation_id): each for each in rows}
    found: dict[str, list[Release]] = defaultdict(list)
    for (indicator, _organisation), each in latest.items():
        found[indicator].append(each)
    return dict(found)


def _sums(parts: dict[str, list[Release]], made_of: dict[str, tuple[UUID, ...]], now: datetime) -> list[Figure]:
    values = _values([key for keys in made_of.values() for key in keys])
    found = []
    for indicator in made_of:
        own = [values[each.pk] for each in parts[indicator]]
        lines = {
            of: added([one[of] for one in own if of in one]) for of in dict.fromkeys(o for one in own for o in one)
        }
        head = {name: each for name, each in parts[indicator][0].about.items() if name in FIGURE}
        head |= {
            "organisation": "",
            "as_of": now.isoformat(),
            "value": {"kind": "total", "value": 0, "n": 0},
            "parts": [],
        }
        figure = replace(figure_from_plain(head), value=lines.pop(TOTAL))
        found.append(replace(figure, parts=tuple(Part(of[0], of[1], value) for of, value in lines.items())))  # type: ignore[arg-type]
    return found


def _values(releases: Sequence[UUID]) -> dict[UUID, dict[Of, Value]]:
    found: dict[UUID, dict[Of, Value]] = defaultdict(dict)
    with also_as_job(Job.COMPILE):
        for each in ExactCell.objects.filter(release__in=releases, name="", value__isnull=False).order_by("place"):
            found[each.release_id][tuple(each.by), tuple(each.keys)] = from_plain(each.value or {})
    return found


def _left_out(parts: Sequence[Release], organisations: Collection[UUID]) -> tuple[UUID, ...]:
    """Those that have not let go of it, and those that have not measured it."""
    inside = {each.organisation_id for each in parts if each.about["kind"] != "not_measured"}
    return tuple(each for each in organisations if each not in inside)


def _last_of(
    partnership: Partnership, indicators: Collection[str], days: DateRange, by: Viewer
) -> dict[str, Release]:  # fmt: skip
    rows = Release.objects.filter(
        partnership=partnership, organisation_id=by.organisation_id, kind=Release.Kind.COMPILED,
        indicator__in=list(indicators), days=PgRange(days.start, days.end),
    ).order_by("number")  # fmt: skip
    return {each.indicator: each for each in rows}


def _is_there(last: Release | None, made_of: Sequence[UUID]) -> bool:
    return last is not None and set(last.made_of) == set(made_of)
