"""Where an obligation is worked on: an invoice, a statement. The capabilities downstream say so themselves.

whereabouts.register(places_of)     # in the capability's AppConfig.ready
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from samsyn.web.access.viewer import Viewer
from samsyn.web.obligations.models import Obligation
from samsyn.web.ui.components.words import Place

Found = Callable[[Viewer, Obligation], Iterable[Place]]
"""`Place` with the address below that of the partnership: «invoices/<id>/»."""
_KNOWN: list[Found] = []


def register(found: Found) -> None:
    if found not in _KNOWN:
        _KNOWN.append(found)


def whereabouts_of(viewer: Viewer, obligation: Obligation, home: str) -> list[Place]:
    """As the viewer may see them, in the order in which they were registered. `home` is that of the partnership."""
    return [Place(place.text, f"{home}{place.url}") for found in _KNOWN for place in found(viewer, obligation)]
