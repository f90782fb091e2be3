"""What the sections of a report are made of: one voice for each party that fills in a part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from samsyn.rules.quantities import DateRange
from samsyn.rules.terms import Agreement
from samsyn.web.access.viewer import Viewer
from samsyn.web.reports.queries import Standing
from samsyn.web.reports.told import Told


@dataclass(frozen=True)
class Voice:
    """`words`: section → text. `figures` by indicator, as the others may see them."""

    key: str
    name: str
    words: Mapping[str, str]
    figures: Mapping[str, Told]


@dataclass(frozen=True)
class Material:
    """`voices`: whose part it is, or all parties' where the parts are put together; `together` are then the figures of
    all of them. `compiler`: the words of whoever compiles.
    """

    viewer: Viewer
    standing: Standing
    today: date
    voices: tuple[Voice, ...]
    together: Mapping[str, Told] = field(default_factory=dict)
    compiler: Mapping[str, str] = field(default_factory=dict)

    @property
    def terms(self) -> Agreement:
        return self.standing.terms

    @property
    def days(self) -> DateRange:
        return self.standing.days

    @property
    def several(self) -> bool:
        return len(self.voices) > 1

    def told(self, indicator: str) -> Told | None:
        """Of all of them together; where there is one voice, its own."""
        return (self.together if self.several else self.voices[0].figures).get(indicator)

    def any_told(self, indicator: str) -> Told | None:
        """Somebody's, for its name, its unit and how it is counted."""
        found = [self.together, *(voice.figures for voice in self.voices)]
        return next((each[indicator] for each in found if indicator in each), None)
