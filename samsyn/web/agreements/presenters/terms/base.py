"""What a family needs so that its terms can be read: titles, labels, words for values, units."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from django.utils.functional import Promise


@dataclass(frozen=True)
class Vocabulary:
    """Words of some families. `labels` and `words` are keyed by the dataclass and its key.

    `units`: what a number counts (months, days, nights, places, per_cent, years, posts).
    `always`: keys where also «no» or «the text does not say» is worth a line.
    """

    families: Mapping[str, Promise] = field(default_factory=dict)
    labels: Mapping[type, Mapping[str, Promise]] = field(default_factory=dict)
    words: Mapping[tuple[type, str], Mapping[object, Promise]] = field(default_factory=dict)
    units: Mapping[tuple[type, str], str] = field(default_factory=dict)
    always: Set[tuple[type, str]] = frozenset()
