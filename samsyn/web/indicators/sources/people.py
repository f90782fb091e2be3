"""Individuals with a placement. Both parties are told the figures; nobody is in them."""

from __future__ import annotations

from samsyn.rules.indicators.facts import Fact
from samsyn.web.agreements.queries import parties_of
from samsyn.web.indicators.sources.asked import Asked
from samsyn.web.placements.queries.figures import taken_in


def read(asked: Asked) -> list[Fact]:
    """Those of all hosts: what the other party sees of it is told by whoever shows it."""
    wanted = asked.kinds & {"participants", "placements"}
    if not wanted or asked.period.start > asked.today:
        return []
    keys = {place.organisation_id: key for key, place in parties_of(asked.partnership).items()}
    return [
        Fact(
            kind,
            row.first_day,
            organisation=keys.get(row.organisation_id, ""),
            sex=row.sex,
            pool=row.pool,
            track=row.track,
            service=row.track,
            person=taken.person,
            last=taken.last,
            taken=taken,
        )
        for row, taken in taken_in(asked.viewer, asked.partnership, asked.until)
        for kind in sorted(wanted)
    ]
