"""The sums in sentences and tables. Figures of different kinds stand side by side and are never added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from samsyn.web.occasions.activity import Activity
from samsyn.web.occasions.models.choices import Figure
from samsyn.web.occasions.presenters.lists import were_there
from samsyn.web.occasions.presenters.one import heads_table
from samsyn.web.occasions.queries.figures import Figures
from samsyn.web.support.half import Half
from samsyn.web.ui.components.tables import Table
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.formats import civil_date


@dataclass(frozen=True, slots=True)
class FigureRow:
    name: str
    figure: str
    says: str
    held: int
    cancelled: int
    planned: int
    total: int
    different: tuple[str, ...]
    table: Table | None


def figure_rows(found: Iterable[Figures], names: Mapping[str, str], activities: Iterable[Activity]) -> list[FigureRow]:
    known = {each.key: each for each in activities}
    return [_row(each, names.get(each.activity, gettext("Tillfälle")), known.get(each.activity)) for each in found]


def months_of(half: Half, chosen: date | None, today: date) -> list[Place]:
    """The half-year as a whole and its months that have begun."""
    whole = Place(gettext("Hela halvåret"), f"?half={half}", current=chosen is None)
    firsts = [date(half.year, month, 1) for month in half.months]
    months = [
        Place(date_format(each, "F"), f"?month={each:%Y-%m}", current=each == chosen)
        for each in firsts
        if each <= today
    ]
    return [whole, *months]


def _row(each: Figures, name: str, activity: Activity | None) -> FigureRow:
    return FigureRow(
        name,
        str(Figure(each.figure).label),
        _says(each),
        each.held,
        each.cancelled,
        each.planned,
        each.total,
        tuple(_different(*said) for said in each.different),
        heads_table(dict(each.heads), gettext("Efter kön och ålder"), activity),
    )


def _says(each: Figures) -> str:
    held = ngettext("%(n)s tillfälle har hållits", "%(n)s tillfällen har hållits", each.held) % {"n": each.held}
    return gettext("%(held)s: %(total)s.") % {"held": held, "total": were_there(each.figure, each.total)}


def _different(first: date, last: date, n: int) -> str:
    words = ngettext(
        "Av ledarna sagt: %(n)s olika person %(first)s – %(last)s.",
        "Av ledarna sagt: %(n)s olika personer %(first)s – %(last)s.",
        n,
    )
    return words % {"n": n, "first": civil_date(first), "last": civil_date(last)}
