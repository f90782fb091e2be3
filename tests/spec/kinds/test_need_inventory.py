"""Inventory of needs

An inventory of what visitors need, usually once and with no day said.
"""

from __future__ import annotations

from tests.spec.small import days, owed

GIVEN = """
    [duty.it]
    clause = "6"
    says = "Besökarnas behov inventeras."
    kind = "need_inventory"
    by = ["the-association"]
    to = []
    when = { once = "unspecified" }
"""


def test_it_stands_open_until_it_is_done() -> None:
    (found,) = owed(GIVEN, "need_inventory")
    assert days([found]) == ["once no day"]
    assert found.reason.says == "Ska göras en gång. Punkten säger ingen dag."
