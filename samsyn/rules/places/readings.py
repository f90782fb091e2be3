"""What an answer rests on that the text does not say: the agreement's own open readings, and a few of ours."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from samsyn.rules.terms.base import Term


class Reading(StrEnum):
    """What Samsyn takes for granted where the agreement is silent. Stands among a Reason's assumptions."""

    BEYOND_THE_END = "places-beyond-the-end"
    LENGTH_NOT_STATED = "places-length-not-stated"
    DAY_NOT_STATED = "places-day-not-stated"
    HOURS_NOT_STATED = "places-hours-not-stated"


READINGS: Mapping[Reading, str] = {
    Reading.BEYOND_THE_END: "En plats som ges före överenskommelsens sista dag gäller ut sina nätter.",
    Reading.LENGTH_NOT_STATED: "Texten säger inte hur länge en plats gäller. En nattplats ges för en natt i taget, "
    "en arbetsträningsplats till överenskommelsens slut.",
    Reading.DAY_NOT_STATED: "Texten säger inte vilken dag steget tas senast. Ett steg i början tas första dagen, "
    "ett i slutet sista dagen, och de däremellan sprids jämnt.",
    Reading.HOURS_NOT_STATED: "Texten säger inte när inskrivningen är öppen. Den är öppen när som helst.",
}


def assumed(term: Term, *keys: str) -> tuple[str, ...]:
    """Ids of the term's assumptions that say something else under one of the keys («quarantine.nights»).

    That the term applies at all is one of the keys, always.
    """
    paths = [key.split(".") for key in (*keys, "applies")]
    return tuple(
        each.id
        for each in term.assumption
        if any(_sets(other.set, path) for other in each.alternatives for path in paths)
    )


def _sets(values: Mapping[str, Any], path: list[str]) -> bool:
    """`quarantine` as a whole reaches every key in it, and every key in it reaches `quarantine`."""
    if path[0] not in values:
        return False
    inner = values[path[0]]
    return len(path) == 1 or not isinstance(inner, Mapping) or _sets(inner, path[1:])
