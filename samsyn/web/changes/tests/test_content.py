"""What a change says stands in JSON without losing a bit."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from samsyn.web.changes.content import from_json, to_json


@pytest.mark.parametrize(
    "value",
    [
        {"set": {"money": {"ersattning": {"amount": Decimal("4600000.50"), "first": date(2028, 2, 29)}}}},
        {"add": {"goal": {"day": {"says": "Ett mål som heter som en dag."}}}},
        {"add": {"goal": {"exact": {"says": "Och ett som heter som ett tal.", "share": Decimal("0.10")}}}},
        {"remove": ["day", "exact"]},
    ],
)
def test_a_change_comes_back_as_it_was_written(value: dict[str, Any]) -> None:
    assert from_json(to_json(value)) == value
