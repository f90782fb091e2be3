"""Acts as sentences, by day. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from samsyn.web.history.acts import sentence
from samsyn.web.history.models import Act
from samsyn.web.project.clock import SWEDEN


@dataclass(frozen=True, slots=True)
class Told:
    """«Socialnämnden kallade till möte». `person` only of one's own and of those appointed; `page` may be empty.

    `times`: the same done so many times in a row, as when minutes are written item by item. `at` is the latest.
    """

    at: datetime
    who: str
    person: str
    what: str
    reason: str
    clause: str
    page: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class Day:
    """`derived`: how many times Samsyn has worked out the duties that day."""

    on: date
    told: tuple[Told, ...]
    derived: int


def days_of(
    acts: Iterable[Act],
    names: Mapping[UUID, str],
    pages: Mapping[UUID, str],
    derived: Mapping[date, int],
    home: str,
) -> list[Day]:
    """`acts` are in order; a day is a civil day in Sweden. `home` is the partnership's address."""
    by_day: dict[date, list[Told]] = {}
    for act in acts:
        told = by_day.setdefault(act.at.astimezone(SWEDEN).date(), [])
        new = _told(act, names, pages, home)
        if told and not new.reason and replace(told[-1], at=new.at, times=1) == new:
            told[-1] = replace(told[-1], times=told[-1].times + 1)
        else:
            told.append(new)
    return [Day(on, tuple(told), derived.get(on, 0)) for on, told in by_day.items()]


def _told(act: Act, names: Mapping[UUID, str], pages: Mapping[UUID, str], home: str) -> Told:
    path = pages.get(act.pk)
    return Told(
        at=act.at.astimezone(SWEDEN),
        who=act.organisation.name if act.organisation else act.job_name,
        person=names.get(act.person_id, "") if act.person_id else "",
        what=sentence(act.name),
        reason=act.reason,
        clause=act.clause,
        page=f"{home}{path}" if path else "",
    )
