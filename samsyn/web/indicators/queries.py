"""The figures of an agreement: counted from the acting organisation's own facts, by the same definition for all.

Each sort of fact costs a question or a few to the database, however many figures are counted from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction
from uuid import UUID

from django.http import Http404

from samsyn.rules.indicators import Changed, Figure, Mean, Value
from samsyn.rules.indicators.model import figure
from samsyn.rules.quantities import DateRange
from samsyn.rules.quantities.dates import add_months
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.indicators import Indicator
from samsyn.rules.timeline import terms_on
from samsyn.web.access.jobs import Job
from samsyn.web.access.request import require
from samsyn.web.access.scope import current, within
from samsyn.web.access.viewer import Seat, Viewer
from samsyn.web.agreements.queries import own_key
from samsyn.web.indicators.holders import holders, is_told
from samsyn.web.indicators.protection import of_answers
from samsyn.web.indicators.sources import Asked, facts_of
from samsyn.web.organisations.roles import Permission, Role
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.clock import SWEDEN

SHORTEST = 181
"""In days: what another organisation owns is told of a half-year or more. Between months a few could be told apart."""


@dataclass(frozen=True, slots=True)
class Point:
    """A month's value, or the part of a month that lies in the period."""

    days: DateRange
    value: Value


@dataclass(frozen=True, slots=True)
class Series:
    """The figure over the whole period, and month by month. The months of different people do not add up to it."""

    figure: Figure
    points: tuple[Point, ...]


def figures_of(
    viewer: Viewer,
    partnership: Partnership,
    dossier: Dossier,
    period: DateRange,
    *,
    now: datetime,
    only: Sequence[str] = (),
    organisation: UUID | None = None,
) -> list[Figure]:
    """In the order of the agreement. `only`: these indicators, in this order.

    The acting organisation's own (`organisation`, where given, must be it), and those that the agreement lets all
    parties see; of what others own no split, which is let go of when a period has ended. Http404 for who may not
    read the partnership.
    """
    require(viewer, Permission.READ_PARTNERSHIP)
    if partnership.pk not in viewer.partnerships or organisation not in (None, viewer.organisation_id):
        raise Http404
    asked = _asked(viewer, partnership, dossier, period, now, only)
    return _counted(asked, now)


def exact_of(
    partnership: Partnership,
    organisation_id: UUID,
    dossier: Dossier,
    period: DateRange,
    *,
    now: datetime,
    only: Sequence[str] = (),
) -> list[Figure]:
    """The organisation's own figures alone, whoever asks: for its signed parts and its releases."""
    with _standing_for(partnership, organisation_id, _civil(now)) as viewer:
        asked = _asked(viewer, partnership, dossier, period, now, only)
        own = tuple(each for each in asked.indicators if asked.own in holders(each, asked.terms) or not each.facts)
        return _counted(replace(asked, indicators=own), now)


def series_of(
    viewer: Viewer,
    partnership: Partnership,
    dossier: Dossier,
    period: DateRange,
    *,
    now: datetime,
    only: Sequence[str] = (),
) -> list[Series]:
    """Month by month. A month is counted by itself, by the definition that the whole period is counted by.

    Of what another organisation owns there are no months.
    """
    whole = figures_of(viewer, partnership, dossier, period, now=now, only=only)
    months = list(months_of(period))
    asked = _asked(viewer, partnership, dossier, period, now, only)
    found = [{one.indicator: one.value for one in _counted(replace(asked, period=days), now)} for days in months]
    by_month = list(zip(months, found, strict=True))
    return [
        Series(each, tuple(Point(days, own[each.indicator]) for days, own in by_month if each.indicator in own))
        for each in whole
    ]


def indicators_of(viewer: Viewer, partnership: Partnership, dossier: Dossier, day: date) -> list[Indicator]:
    """Those whose figures the acting organisation is shown, in the order of the agreement."""
    terms, own = terms_on(dossier, day, day), own_key(viewer, partnership.pk) or ""
    return [each for each in terms.indicator.values() if each.applies and is_told(each, terms, own)]


def months_of(period: DateRange) -> Iterator[DateRange]:
    start = period.start
    while start < period.end:
        end = min(add_months(start.replace(day=1), 1), period.end)
        yield DateRange(start, end)
        start = end


def _asked(
    viewer: Viewer, partnership: Partnership, dossier: Dossier, period: DateRange, now: datetime, only: Sequence[str]
) -> Asked:
    today = _civil(now)
    day = min(period.last, today)
    terms, own = terms_on(dossier, day, today), own_key(viewer, partnership.pk) or ""
    told = _chosen(terms, own, only)
    if not _sits(viewer, partnership):
        told = [each for each in told if "refusals" not in (*each.facts, *each.over)]
    return Asked(viewer, partnership, dossier, terms, own, period, today, tuple(told))


def _chosen(terms: Agreement, own: str, only: Sequence[str]) -> list[Indicator]:
    named: Iterable[str] = only or terms.indicator
    found = [terms.indicator[each] for each in named if each in terms.indicator]
    return [each for each in found if each.applies and is_told(each, terms, own)]


def _counted(asked: Asked, now: datetime) -> list[Figure]:
    facts, found = facts_of(asked), []
    for each in asked.indicators:
        owned = not each.facts or asked.own in holders(each, asked.terms)
        if not owned and (asked.period.end - asked.period.start).days < SHORTEST:
            continue
        made = figure(each, asked.terms, facts, asked.period, now, asked.today, asked.own if each.facts else "")
        made = of_answers(made, each, facts) if "answers" in each.facts else made
        found.append(made if owned else _to_others(made))
    return found


def _to_others(made: Figure) -> Figure:
    """Another party's figure: the total, and no split. It is of today, and can be had of a half-year and of the year:
    the difference between two of them may be one person, and what each of them tells by itself says nothing of that.
    """
    return replace(made, organisation="", parts=(), value=_coarse(made.value))


def _coarse(value: Value) -> Value:
    """A mean to one decimal, as it is shown: with all of them the newcomer's own could be reckoned."""
    if isinstance(value, Mean | Changed):
        tenths = int(abs(value.mean) * 10 + Fraction(1, 2))  # half away from zero, as it is written
        return replace(value, mean=Fraction(tenths if value.mean > 0 else -tenths, 10))
    return value


def _sits(viewer: Viewer, partnership: Partnership) -> bool:
    return any(each.partnership_id == partnership.pk for each in viewer.seats)


@contextmanager
def _standing_for(partnership: Partnership, organisation_id: UUID, today: date) -> Iterator[Viewer]:
    """A viewer that stands for the organisation and for no person; the seats of whoever acts are kept."""
    before = current()
    keys = [each.partition("/") for each in before.seats.split(",") if each]
    seats = frozenset(Seat(UUID(place), body, "") for place, _, body in keys)
    viewer = Viewer(
        organisation_id=organisation_id,
        roles=frozenset({Role.STAFF}),
        partnerships=frozenset({partnership.pk}),
        seats=seats,
        day=today,
        job=Job.COUNT,
    )
    with within(replace(viewer.scope(), viewer=before.viewer)):
        yield viewer


def _civil(now: datetime) -> date:
    return now.astimezone(SWEDEN).date()


__all__ = ["Point", "Series", "exact_of", "figures_of", "indicators_of", "months_of", "series_of"]
