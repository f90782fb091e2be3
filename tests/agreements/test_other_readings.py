"""Every other reading of every agreement is a whole agreement too: nothing contradicts, duties can be derived."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from samsyn.rules.obligations import duties_of
from samsyn.rules.reading import Dossier, read_agreement
from samsyn.rules.reading.checks import CHECKS
from samsyn.rules.reading.checks.assumptions import alternatives_are_possible
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import with_alternative

ROOT = Path(__file__).parents[2]
FOLDERS = [
    *sorted(path.parent for path in (ROOT / "agreements").glob("*/agreement.toml")),
    ROOT / "tests/agreements/sixth",
]
OTHERS = [check for check in CHECKS if check is not alternatives_are_possible]


def _readings(dossier: Dossier) -> Iterator[tuple[str, Agreement]]:
    """Every alternative that changes something, with the agreement as it would have it."""
    for _, _, assumption in dossier.agreement.assumptions():
        for alternative in assumption.alternatives:
            if alternative.set:
                name = f"{assumption.id} = {alternative.id}"
                yield name, with_alternative(dossier.agreement, assumption.id, alternative.id)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_another_reading_contradicts_nothing(folder: Path) -> None:
    found = [
        f"{name}: {finding.what}"
        for name, reading in _readings(read_agreement(folder))
        for check in OTHERS
        for finding in check(reading)
    ]
    assert found == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_another_reading_gives_duties_within_the_life_of_the_agreement(folder: Path) -> None:
    outside = [
        f"{name}: {obligation.key}"
        for name, reading in _readings(read_agreement(folder))
        for obligation in duties_of(reading)
        if not reading.span.covers(obligation.window)
    ]
    assert outside == []
