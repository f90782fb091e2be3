"""Extra nights in words: what the agreement says of them, and what was decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from samsyn.rules.places import Kind, Opening, may_open_extra
from samsyn.rules.terms import Agreement
from samsyn.web.beds.models import ExtraNight
from samsyn.web.beds.presenters.pools import night_pools


@dataclass(frozen=True, slots=True)
class Allowed:
    """One kind of night, as the agreement has it. The threshold is shown; a person decides."""

    trigger: str
    is_cold: bool
    opening: Opening


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision, and how many places it added at which site."""

    night: ExtraNight
    where: tuple[tuple[str, int], ...]


def openings(agreement: Agreement, night: date) -> list[Allowed]:
    pools = night_pools(agreement)
    if not pools:
        return []
    return [
        Allowed(
            str(words),
            trigger == ExtraNight.Trigger.COLD_NIGHT,
            may_open_extra(agreement, pools[0].id, Kind(trigger), night),
        )
        for trigger, words in ExtraNight.Trigger.choices
    ]


def decided(night: ExtraNight) -> Decided:
    standings: Sequence[object] = list(night.standings.all())
    counted = Counter(each.site.name for each in standings)  # type: ignore[attr-defined]
    return Decided(night, tuple(sorted(counted.items())))
