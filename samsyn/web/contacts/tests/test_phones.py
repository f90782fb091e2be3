"""Numbers as people write them."""

from __future__ import annotations

import pytest

from samsyn.web.contacts.phones import NoPhone, Trouble, address_of, phone_of


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("040-34 50 00", "tel:+4640345000"),
        ("040–34 50 00", "tel:+4640345000"),
        ("(040) 34 50 00", "tel:+4640345000"),
        ("040/345 000", "tel:+4640345000"),
        ("08-123 456 78", "tel:+46812345678"),
        ("0410-123 45", "tel:+4641012345"),
        ("070 123 45 67", "tel:+46701234567"),
        ("+46 (0)40 34 50 00", "tel:+4640345000"),
        ("+46 40 34 50 00", "tel:+4640345000"),
        ("0046 40 34 50 00", "tel:+4640345000"),
        ("+47 22 12 34 56", "tel:+4722123456"),
        ("040-34 50 00 ankn 123", "tel:+4640345000;ext=123"),
        ("040-34 50 00, anknytning: 12", "tel:+4640345000;ext=12"),
        ("040-345000 #7", "tel:+4640345000;ext=7"),
        ("112", "tel:112"),
        ("114 14", "tel:11414"),
        ("1177", "tel:1177"),
    ],
)
def test_a_number_is_rung_however_it_is_written(typed: str, address: str) -> None:
    assert phone_of(typed).address == address


@pytest.mark.parametrize(
    ("typed", "trouble"),
    [
        ("ring mig", Trouble.SIGNS),
        ("040-34 50 00 eller 070", Trouble.SIGNS),
        ("٠٤٠٣٤٥٠٠٠", Trouble.SIGNS),
        ("345000", Trouble.AREA),
        ("34 50 00", Trouble.AREA),
        ("0", Trouble.LENGTH),
        ("040-34 50", Trouble.LENGTH),
        ("070-123 45 67 89", Trouble.LENGTH),
        ("+4", Trouble.LENGTH),
        ("+1234567890123456", Trouble.LENGTH),
        ("", Trouble.SIGNS),
    ],
)
def test_what_cannot_be_rung_is_told_why(typed: str, trouble: Trouble) -> None:
    with pytest.raises(NoPhone) as found:
        phone_of(typed)
    assert found.value.trouble is trouble
    assert address_of(typed) == ""
