"""How many different cards, in a table that is never added up."""

from __future__ import annotations

from django.utils import dates
from django.utils.translation import gettext

from samsyn.web.tallies.queries.cards import Different
from samsyn.web.ui.components.tables import Column, Table


def figures_of(year: int, found: Different) -> Table:
    """Months that have any, then the half-years and the year."""
    first, second = found.halves
    rows: list[tuple[object, int]] = [(str(dates.MONTHS[month]), n) for month, n in found.months.items()]
    rows += [(gettext("januari till juni"), first), (gettext("juli till december"), second)]
    return Table(
        caption=gettext("Olika personer med kort %(year)s") % {"year": year},
        columns=[Column(gettext("När")), Column(gettext("Olika kort"), amount=True)],
        rows=rows,
        sums=(gettext("hela året"), found.year),
        note=gettext(
            "Raderna summeras inte: samma kort kan stå i flera månader. Bara de som bär ett kort är med, så siffran "
            "säger inte hur många som kom."
        ),
    )
