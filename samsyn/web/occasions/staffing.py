"""Who works at an occasion. The capability downstream that knows says so itself.

staffing.register(staffing_of)     # in the capability's AppConfig.ready; shifts do

`staffing_of(viewer, occasions) -> {occasion.pk: Staffing}`, asked for many at once; one left out has nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from samsyn.web.access.viewer import Viewer

if TYPE_CHECKING:
    from samsyn.web.occasions.models import Occasion


@dataclass(frozen=True, slots=True)
class Staffing:
    """`working`: how many work at it. `names`: as known in the roster. `lacking`: shifts that nobody has taken, in
    words («Värd 18.00–21.00»)."""

    working: int = 0
    names: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()


Found = Callable[[Viewer, "Sequence[Occasion]"], Mapping[UUID, Staffing]]
_KNOWN: list[Found] = []


def register(found: Found) -> None:
    """One says it; a second registration is an error."""
    if _KNOWN and found not in _KNOWN:
        raise ValueError("Who works at an occasion is said by one capability.")
    if found not in _KNOWN:
        _KNOWN.append(found)


def staffing_of(viewer: Viewer, occasions: Sequence[Occasion]) -> dict[UUID, Staffing]:
    """One for each occasion, whoever knows."""
    said = _KNOWN[0](viewer, occasions) if _KNOWN and occasions else {}
    return {each.pk: said.get(each.pk, _responsible_only(each)) for each in occasions}


def _responsible_only(occasion: Occasion) -> Staffing:
    """Where nobody has shifts, who is responsible is there."""
    return Staffing(1) if occasion.responsible_id else Staffing()


def is_known() -> bool:
    """Whether anybody keeps who works."""
    return bool(_KNOWN)
