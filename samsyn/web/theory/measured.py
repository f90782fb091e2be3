"""Where the figure of an indicator is read, for whom. The capability downstream says so; else its clause does.

measured.register(pages_of)   # in ready; pages_of(viewer, partnership, dossier, day, to) → {indicator: address}
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from samsyn.rules.reading import Dossier
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.addresses import Addresses
from samsyn.web.partnerships.models import Partnership

Pages = Callable[[Viewer, Partnership, Dossier, date, Addresses], Mapping[str, str]]
_KNOWN: list[Pages] = []


def register(pages: Pages) -> None:
    _KNOWN.append(pages)


def pages_of(viewer: Viewer, partnership: Partnership, dossier: Dossier, day: date, to: Addresses) -> Mapping[str, str]:
    """Indicator → the page of its figure, of those that the viewer is shown."""
    return {key: url for each in _KNOWN for key, url in each(viewer, partnership, dossier, day, to).items()}
