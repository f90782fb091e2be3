"""Around the table

At which side a duty stands, and what stands in the middle. The same on every page.
"""

from __future__ import annotations

import pytest

from samsyn.rules.obligations import MIDDLE, places_at_table
from samsyn.rules.reading import read_files
from samsyn.rules.reading.skeleton import skeleton

THREE_PARTIES = """
[party.fritidsnamnden]
clause = "1"
says = "Fritidsnämnden är offentlig part."
name = "Fritidsnämnden"
kind = "public"
legal_name = "Exempelstads kommun"

[participant.enheten]
clause = "1"
says = "Enheten är en del av nämndens förvaltning."
name = "Enheten"
belongs_to = "namnden"

[participant.grannen]
clause = "1"
says = "Grannen deltar utan att vara part."
name = "Grannen"
"""
AGREEMENT = read_files({"agreement.toml": (skeleton("exempel") + THREE_PARTIES).encode()}).agreement


@pytest.mark.parametrize(
    ("what", "kind", "by", "joint", "places"),
    [
        ("what one party owes stands at its side", "report", ["foreningen"], False, ("foreningen",)),
        ("what several owe, each its own, stands at each one's side", "report", ["namnden", "foreningen"], False,
         ("namnden", "foreningen")),
        ("what both sides owe together stands in the middle", "review", ["namnden", "foreningen"], True, (MIDDLE,)),
        ("what two boards owe together is still one side's", "payment", ["namnden", "fritidsnamnden"], True,
         ("namnden", "fritidsnamnden")),
        ("a meeting is shared, whoever calls it", "meeting", ["foreningen"], False, (MIDDLE,)),
        ("a unit stands at its party's side", "information", ["enheten"], False, ("namnden",)),
        ("a unit and its party are one place", "information", ["enheten", "namnden"], False, ("namnden",)),
        ("what a body owes stands in the middle", "evaluation", ["styrgrupp"], False, (MIDDLE,)),
        ("what someone beside the parties owes stands in the middle", "cooperation", ["grannen"], False, (MIDDLE,)),
    ],
)  # fmt: skip
def test_places(what: str, kind: str, by: list[str], joint: bool, places: tuple[str, ...]) -> None:
    assert places_at_table(AGREEMENT, kind, by, joint) == places, what
