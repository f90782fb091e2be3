"""How many came, from heads at held occasions. Each figure by itself: they are never added to each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count as HowMany
from django.db.models import Sum

from samsyn.web.access.viewer import Viewer
from samsyn.web.occasions.models import DifferentPeople, Heads, Occasion
from samsyn.web.partnerships.models import Partnership


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one activity and one figure («attendance», «participants», «reached», «staff») in a period.

    `heads`: (sex, age band) → n, each empty where it was not asked. A head is one who was there one time: who comes
    twice is two. `different`: by the leaders' own word for parts of the period, [(first, last, n)]; another figure.
    """

    activity: str
    figure: str
    held: int
    cancelled: int
    planned: int
    heads: Mapping[tuple[str, str], int] = field(default_factory=dict)
    different: tuple[tuple[date, date, int], ...] = ()

    @property
    def total(self) -> int:
        """The sum of the table, always."""
        return sum(self.heads.values())

    def by_sex(self) -> dict[str, int]:
        return self._by(0)

    def by_age(self) -> dict[str, int]:
        return self._by(1)

    def _by(self, place: int) -> dict[str, int]:
        found: dict[str, int] = defaultdict(int)
        for whom, n in self.heads.items():
            found[whom[place]] += n
        return dict(found)


def figures(viewer: Viewer, partnership: Partnership, first: date, last: date) -> list[Figures]:
    """For each activity with an occasion from `first` through `last`, by its key. Three questions, however many."""
    mine = Occasion.objects.visible_to(viewer).filter(partnership=partnership).between(first, last)
    states: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for activity, figure, state, n in (
        mine.values_list("activity", "counts", "state").annotate(HowMany("id")).order_by()
    ):
        states[activity, figure][state] = n
    heads = _heads(viewer, partnership, first, last)
    said = _different(viewer, partnership, first, last)
    return [
        Figures(
            activity,
            figure,
            each.get("held", 0),
            each.get("cancelled", 0),
            each.get("planned", 0),
            heads.get((activity, figure), {}),
            said.get(activity, ()) if figure == "participants" else (),
        )
        for (activity, figure), each in sorted(states.items())
    ]


def _heads(viewer: Viewer, partnership: Partnership, first: date, last: date) -> dict[tuple[str, str], Any]:
    rows = Heads.objects.visible_to(viewer).standing().filter(partnership=partnership)
    within = rows.filter(occasion__day__gte=first, occasion__day__lte=last)
    found: dict[tuple[str, str], dict[tuple[str, str], int]] = defaultdict(dict)
    names = ("occasion__activity", "occasion__counts", "sex", "age_band")
    for activity, figure, sex, band, n in within.values_list(*names).annotate(Sum("n")).order_by():
        found[activity, figure][sex, band] = n
    return found


def _different(
    viewer: Viewer, partnership: Partnership, first: date, last: date
) -> dict[str, tuple[tuple[date, date, int], ...]]:
    """What was said of days that lie within the period: a word about a year is not one about its half."""
    rows = DifferentPeople.objects.visible_to(viewer).standing().filter(partnership=partnership)
    found: dict[str, list[tuple[date, date, int]]] = defaultdict(list)
    for each in rows.order_by("days"):
        begins, until = each.days.lower, date.fromordinal(each.days.upper.toordinal() - 1)
        if first <= begins and until <= last:
            found[each.activity].append((begins, until, each.n))
    return {activity: tuple(said) for activity, said in found.items()}
