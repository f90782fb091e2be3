"""What people write of a figure from outside is one typed value, or nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from samsyn.web.theory.values import OutsideValue, value_of


@pytest.mark.parametrize(
    ("typed", "value", "says"),
    [
        ("717", OutsideValue("whole", Decimal(717)), "717"),
        ("30 000", OutsideValue("whole", Decimal(30000)), "30\N{NO-BREAK SPACE}000"),
        ("26,8", OutsideValue("decimal", Decimal("26.8")), "26,8"),
        ("31 av 131", OutsideValue("share", part=31, whole=131), "31 av 131 (24\N{NO-BREAK SPACE}%)"),
        ("0/12", OutsideValue("share", part=0, whole=12), "0 av 12 (0\N{NO-BREAK SPACE}%)"),
    ],
)
def test_a_value_is_read_as_it_is_written_and_said_with_its_whole(typed: str, value: OutsideValue, says: str) -> None:
    assert value_of(typed) == value
    assert value.says == says
    assert value_of(value.typed) == value


@pytest.mark.parametrize("typed", ["många", "", "132 av 131", "3 av 0", "-4", "12,34567", "ca 700"])
def test_what_is_no_value_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        value_of(typed)
