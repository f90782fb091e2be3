"""Rows in order of time, under headings that a person would say."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.utils import dates
from django.utils.translation import gettext

from samsyn.rules.quantities import add_months, end_of_month
from samsyn.web.obligations.presenters.rows import Row

RECENT = timedelta(days=45)
"""For so long a day that has passed is shown before what comes."""


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    rows: tuple[Row, ...]


def by_time(rows: Iterable[Row], today: date) -> list[Group]:
    """Rows with a day, sorted by it → earlier by year, the last weeks, this month, three months, later by year."""
    grouped = groupby(rows, key=lambda row: _heading(row.due or today, today))
    return [Group(title, tuple(group)) for title, group in grouped]


def _heading(due: date, today: date) -> str:
    if due < today - RECENT:
        return gettext("Tidigare, %(year)s") % {"year": due.year}
    if due < today:
        return gettext("De senaste veckorna")
    if due <= end_of_month(today):
        return gettext("Denna månad")
    if due <= end_of_month(add_months(today.replace(day=1), 3)):
        return gettext("De närmaste tre månaderna")
    return gettext("Senare, %(year)s") % {"year": due.year}


def month_name(first: date) -> str:
    """«november 2026»."""
    month = str(dates.MONTHS[first.month])
    return f"{month.lower() if gettext('januari') == 'januari' else month} {first.year}"
