"""The supervisor's board: places over time, who starts and ends, tomorrow's list, steps that someone must take."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.dates import MONTHS
from django.utils.translation import gettext

from samsyn.charts.places_over_time import PlacesOverTime, Span, Words
from samsyn.web.placements.models import Attendance, Placement, TrainingPlace
from samsyn.web.placements.presenters.path import PathStep
from samsyn.web.placements.presenters.words import standing_words
from samsyn.web.placements.queries.following import Followed
from samsyn.web.ui.components.tables import Column, Table

SOON = timedelta(days=14)
_BEFORE, _WIDE, _NARROW = 4, 26, 10
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Who:
    """A placement in a list."""

    id: UUID
    name: str
    place: int | None
    track: str
    url: str
    first_day: date
    last_day: date
    state: str
    state_kind: str


@dataclass(frozen=True, slots=True)
class Present:
    """One row of the day: who, and what is noted. `state` empty: nothing yet."""

    who: Who
    state: str
    talk: bool


@dataclass(frozen=True, slots=True)
class Due:
    """A step that someone must take, in the path of one placement."""

    who: Who
    step: PathStep


def who_of(placement: Placement, followed: Followed | None, tracks: Mapping[str, str], home: str, today: date) -> Who:
    state, kind = standing_words(placement, today)
    day = max(today, placement.first_day)
    return Who(
        id=placement.pk,
        name=placement.known_as,
        place=followed.place_on(day) if followed else None,
        track=tracks.get(placement.track, ""),
        url=f"{home}{placement.pk}/",
        first_day=placement.first_day,
        last_day=placement.ended_on or placement.planned_last,
        state=state,
        state_kind=kind,
    )


def pictures(
    places: Sequence[TrainingPlace],
    placements: Mapping[UUID, Placement],
    followed: Mapping[UUID, Followed],
    today: date,
) -> list[PlacesOverTime]:
    """Wide and narrow: the same, over fewer weeks."""
    monday = today - timedelta(days=today.weekday())
    numbers = tuple(sorted({each.number for each in places}))
    spans = tuple(_spans(placements, followed, today))
    frames = ((monday - timedelta(weeks=_BEFORE), _WIDE), (monday, _NARROW))
    return [PlacesOverTime(first, weeks, today, numbers, spans, picture_words()) for first, weeks in frames]


def _spans(placements: Mapping[UUID, Placement], followed: Mapping[UUID, Followed], today: date) -> Iterable[Span]:
    for key, placement in placements.items():
        for time in followed[key].times if key in followed else ():
            kind = "promised" if time.first > today else "held" if time.until > today else "over"
            yield Span(time.place.number, time.first, time.until, placement.known_as, kind)  # type: ignore[arg-type]


def picture_words() -> Words:
    return Words(
        title=gettext("Platserna över tid"),
        place=gettext("Plats"),
        week=gettext("v."),
        today=gettext("I dag"),
        free=gettext("Lediga"),
        summary=gettext("{held} av {places} platser är upptagna {today}. Tabellen under bilden säger samma sak."),
        months=tuple(str(MONTHS[n]) for n in range(1, 13)),
    )


def table_of_places(whom: Iterable[Who], link: Callable[[Who], object], day: Callable[[date], object]) -> Table:
    """The same as the picture, in words."""
    rows = sorted(whom, key=lambda each: (each.place or 0, each.first_day))
    return Table(
        caption=gettext("Vem som har vilken plats"),
        columns=[
            Column(gettext("Plats"), amount=True),
            Column(gettext("Deltagare")),
            Column(gettext("Verksamhet")),
            Column(gettext("Första dag")),
            Column(gettext("Sista dag")),
            Column(gettext("Läge")),
        ],
        rows=[
            (each.place or "–", link(each), each.track or "–", day(each.first_day), day(each.last_day), each.state)
            for each in rows
        ],
        empty=gettext("Ingen har någon plats i den här tiden."),
    )


def coming_and_going(whom: Iterable[Who], today: date) -> tuple[list[Who], list[Who]]:
    """Who starts, and who ends, within two weeks."""
    last = today + SOON
    every = list(whom)
    starts = sorted((each for each in every if today <= each.first_day <= last), key=lambda each: each.first_day)
    ends = sorted((each for each in every if today <= each.last_day <= last), key=lambda each: each.last_day)
    return starts, ends


def there_on(placements: Iterable[Placement], day: date) -> list[Placement]:
    """Whose placement has that day."""
    return [
        each
        for each in placements
        if each.fell_through_on is None and each.first_day <= day <= (each.ended_on or each.planned_last)
    ]


def next_weekday(day: date) -> date:
    """The next day that is neither Saturday nor Sunday. No reading of the agreement: only which list is shown."""
    following = day + timedelta(days=1)
    while following.weekday() >= _SATURDAY:
        following += timedelta(days=1)
    return following


def rows_of_the_day(whom: Iterable[Who], noted: Mapping[UUID, Attendance]) -> list[Present]:
    found = []
    for each in sorted(whom, key=lambda one: (one.track, one.name.casefold())):
        row = noted.get(each.id)
        found.append(Present(each, row.state if row else "", row.talk if row else False))
    return found


def sum_of_the_day(rows: Sequence[Present]) -> str:
    here = sum(each.state == Attendance.State.PRESENT for each in rows)
    left = sum(not each.state for each in rows)
    said = gettext("%(here)s av %(all)s är här.") % {"here": here, "all": len(rows)}
    return f"{said} {gettext('%(left)s är inte antecknade.') % {'left': left}}" if left else said
