"""What each party has undertaken, counted in the same words for all of them; and what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext

from samsyn.rules.obligations import MIDDLE, places_at_table
from samsyn.rules.quantities import DateRange
from samsyn.rules.terms import Agreement
from samsyn.web.agreements.addresses import Addresses
from samsyn.web.agreements.presenters.sides import duty_title, together
from samsyn.web.obligations.models import Obligation
from samsyn.web.obligations.queries import NOTHING_TO_SHOW

AHEAD = timedelta(days=60)
BACK = timedelta(days=365)
SHOWN, SHOWN_TO_MANY = 3, 2
"""Of what has passed and what comes; fewer where many parties have a line each."""


@dataclass(slots=True)
class Side:
    """A party, or what is done together. `done` counts those that are waived too; `after`: of them, after a day
    that the agreement states."""

    kind: str
    name: str
    mine: bool
    done: int = 0
    after: int = 0
    passed: int = 0
    coming: int = 0


@dataclass(frozen=True, slots=True)
class Next:
    """One duty with its day, whoever owes it."""

    day: date
    title: str
    who: str
    clause: str
    assumed: bool
    url: str


@dataclass(frozen=True, slots=True)
class Duties:
    """`back`: the days whose duties are counted as done or passed. `passed`: the latest; `coming`: the soonest."""

    sides: tuple[Side, ...]
    back: DateRange
    until: date
    passed: tuple[Next, ...]
    coming: tuple[Next, ...]

    @property
    def more_passed(self) -> int:
        return sum(side.passed for side in self.sides)


def duties_of(owed: Iterable[Obligation], agreement: Agreement, to: Addresses, today: date, own: str | None) -> Duties:
    """Duties with a day in the last twelve months or the next sixty days, and all that have passed their day."""
    back = DateRange.through(today - BACK + timedelta(days=1), today - timedelta(days=1))
    sides = {key: Side(*_named(key, agreement), key == own) for key in _order(agreement)}
    shown = SHOWN if len(sides) <= SHOWN + 1 else SHOWN_TO_MANY
    passed: list[Obligation] = []
    coming: list[Obligation] = []
    for each in owed:
        if each.due is None or each.kind in NOTHING_TO_SHOW:
            continue
        at = [sides[key] for key in places_at_table(agreement, each.kind, each.by_keys, each.joint) if key in sides]
        if each.is_open and each.due < today:
            passed.append(each)
            _count(at, "passed")
        elif each.is_open and each.due <= today + AHEAD:
            coming.append(each)
            _count(at, "coming")
        elif not each.is_open and each.due in back:
            _count(at, "done")
            if each.met_on and each.met_on > each.due and each.due_stated:
                _count(at, "after")
    return Duties(
        tuple(sides.values()),
        back,
        today + AHEAD,
        tuple(_next(each, agreement, to) for each in sorted(passed, key=_by_day, reverse=True)[:shown]),
        tuple(_next(each, agreement, to) for each in sorted(coming, key=_by_day)[:shown]),
    )


def _order(agreement: Agreement) -> Sequence[str]:
    """Around the table: public parties, what is shared, civil parties."""
    public = [key for key, each in agreement.party.items() if each.kind == "public"]
    return [*public, MIDDLE, *(key for key in agreement.party if key not in public)]


def _named(key: str, agreement: Agreement) -> tuple[str, str]:
    if key == MIDDLE:
        return "joint", gettext("Tillsammans")
    return agreement.party[key].kind, agreement.party[key].name


def _count(sides: Iterable[Side], what: str) -> None:
    for side in sides:
        setattr(side, what, getattr(side, what) + 1)


def _by_day(owed: Obligation) -> tuple[date, str, str]:
    return owed.due or date.max, owed.kind, owed.term


def _next(owed: Obligation, agreement: Agreement, to: Addresses) -> Next:
    assert owed.due is not None, "only duties with a day come here"
    keys = places_at_table(agreement, owed.kind, owed.by_keys, owed.joint)
    who = together(_named(key, agreement)[1] for key in keys) if keys else ""
    body = agreement.body.get(owed.term) if owed.kind == "meeting" else None
    title = ", ".join([duty_title(owed), *([body.name] if body else [])])
    return Next(owed.due, title, who, owed.clause, bool(owed.assumptions), f"{to.obligations}{owed.pk}/")
