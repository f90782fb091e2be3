"""Further rooms beside those of the roster. The capabilities downstream say so themselves.

ways.register("shifts", lambda viewer, home: Place("Pass", f"{home}shifts/"))     # in the capability's AppConfig.ready
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from samsyn.web.access.viewer import Viewer
from samsyn.web.ui.components.words import Place

Found = Callable[[Viewer, str], Place | None]
_KNOWN: dict[str, Found] = {}
_OWN: dict[str, Callable[[str], Place]] = {}


def register(name: str, found: Found) -> None:
    """`found` takes the viewer and the address of the roster, and gives a room or None."""
    _KNOWN[name] = found


def register_own(name: str, found: Callable[[str], Place]) -> None:
    """A link on each person's own page: `found` takes the address of the partnership's roster."""
    _OWN[name] = found


def further(viewer: Viewer, home: str, here: str) -> Iterator[Place]:
    for name, found in _KNOWN.items():
        place = found(viewer, home)
        if place is not None:
            yield replace(place, current=name == here)


def own(home: str) -> list[Place]:
    return [found(home) for found in _OWN.values()]
