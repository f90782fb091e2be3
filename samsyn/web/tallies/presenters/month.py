"""A month of a pad: its days with what is counted, and the figures per open day."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.formats import localize
from django.utils.translation import gettext

from samsyn.rules.opening import Mark, OpenDays, Outcome, outcome, per_open_day
from samsyn.rules.quantities import DateRange
from samsyn.web.tallies.models import Event, HeldDay
from samsyn.web.tallies.queries.figures import ByDay


@dataclass(frozen=True, slots=True)
class DayRow:
    day: date
    figures: tuple[int, ...]
    note: str
    """Empty for a day that was planned and held."""
    quiet: bool
    """Nothing is counted, so its zeros are not shown."""


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    total: int
    per_day: str
    """One decimal; a dash where no day was held."""


@dataclass(frozen=True, slots=True)
class WhomTable:
    """The month by sex or age: one row for each button, one column for each answer that was given."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class ByHand:
    """One line of a paper tally, or one correction. `why`: which paper, or what was wrong."""

    day: date
    says: str
    why: str
    who: str
    state: str
    """Empty where it is counted."""


def by_hand_lines(rows: Iterable[Event], buttons: Mapping[str, str], sexes: Mapping[str, str]) -> list[ByHand]:
    return [
        ByHand(
            day=each.day,
            says=_counted_words(each, buttons, sexes),
            why=each.reason,
            who=each.person.display_name if each.person else "",
            state="" if each.state == Event.State.COUNTED else str(Event.State(each.state).label),
        )
        for each in rows
    ]


def _counted_words(row: Event, buttons: Mapping[str, str], sexes: Mapping[str, str]) -> str:
    whom = ", ".join(each for each in (sexes.get(row.sex, ""), row.age_band.replace("-", "–")) if each)
    said = {"name": buttons.get(row.button, row.button) + (f" ({whom})" if whom else ""), "n": abs(row.n)}
    if row.source == Event.Source.PAPER:
        return gettext("%(name)s: %(n)s från papper") % said
    if row.n > 0:
        return gettext("%(name)s: rättat, %(n)s fler") % said
    return gettext("%(name)s: rättat, %(n)s färre") % said


def month_of(day: date) -> DateRange:
    return DateRange.through(day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1]))


def day_rows(
    planned: Iterable[date],
    counts: ByDay,
    marked: Iterable[HeldDay],
    marks: Mapping[date, Mark],
    buttons: Iterable[str],
    *,
    has_hours: bool = True,
) -> list[DayRow]:
    """Every day that was planned, counted on or spoken of, the latest first.

    `has_hours`: the agreement says when it is open. Where it does not, no day is said to be outside a plan.
    """
    plan, said, keys = set(planned), {each.day: each for each in marked}, list(buttons)
    found = []
    for day in sorted(plan | set(counts) | set(said), reverse=True):
        became = outcome(day in plan, bool(counts.get(day)), marks.get(day))
        figures = tuple(counts.get(day, {}).get(key, 0) for key in keys)
        note = _note(became, day in plan or not has_hours, bool(counts.get(day)), said.get(day))
        found.append(DayRow(day, figures, note, not counts.get(day)))
    return found


def columns(counts: ByDay, buttons: Mapping[str, str], days: OpenDays) -> list[Column]:
    held = len(days.held)
    totals = {key: sum(each.get(key, 0) for each in counts.values()) for key in buttons}
    return [Column(name, totals[key], _decimal(totals[key], held)) for key, name in buttons.items()]


def whom_table(
    title: str, sums: Mapping[str, Mapping[str, int]], buttons: Mapping[str, str], sexes: Mapping[str, str]
) -> WhomTable | None:
    """None where nobody has been asked, or nothing is counted. `sexes`: what they are called at the pad."""
    answers = sorted({answer for each in sums.values() for answer in each if answer}, key=_order)
    if not answers:
        return None
    unasked = any(each.get("") for each in sums.values())
    keys = [*answers, *([""] if unasked else [])]
    heads = tuple(sexes.get(each) or each or gettext("ej frågat") for each in keys)
    rows = [(name, tuple(sums.get(key, {}).get(each, 0) for each in keys)) for key, name in buttons.items()]
    return WhomTable(title, heads, tuple(row for row in rows if any(row[1])))


def _note(became: Outcome, planned: bool, counted: bool, said: HeldDay | None) -> str:
    if became is Outcome.CANCELLED:
        words = gettext("inställd, men räknat: %(why)s") if counted else gettext("inställd: %(why)s")
        return words % {"why": said.reason if said else ""}
    if became is Outcome.HELD:
        return "" if planned else gettext("hållen utan att vara planerad")
    return gettext("planerad, inget räknat")


def _decimal(total: int, held: int) -> str:
    found = per_open_day(total, held)
    return "–" if found is None else str(localize(found))


def _order(answer: str) -> tuple[int, str]:
    """Sexes in the order of the pad, ages by their first year."""
    if answer in Event.Sex.values:
        return Event.Sex.values.index(answer), answer
    return int(answer.split("-")[0].rstrip("+")), answer
