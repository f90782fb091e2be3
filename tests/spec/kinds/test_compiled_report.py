"""Compiled report

One party compiles what the others have reported, for example to a board twice a year.
"""

from __future__ import annotations

from tests.spec.small import days, owed

GIVEN = """
    [duty.it]
    clause = "6"
    says = "Nämnden sammanställer rapporterna två gånger årligen."
    kind = "compiled_report"
    by = ["the-municipality"]
    to = ["the-municipality"]
    when = { every = "agreement_year", times = 2 }
"""


def test_twice_in_an_agreement_year_from_may_is_october_and_april() -> None:
    """No day is said for either. The first is set so that both are spread: 12 months / 2 = 6, to 31 October."""
    found = owed(GIVEN, "compiled_report", first="2026-05-01", last="2027-04-30")
    assert days(found) == ["2026 2026-10-31 not stated", "2026-2 2027-04-30 not stated"]
    assert found[1].which() == "gång 2 av 2, avtalsåret 2026-05-01–2027-04-30"


def test_every_half_year_is_another_thing_than_twice_a_year() -> None:
    """Half-years of the calendar: May and June are 2 / 6 ≈ 0,33 of one and round away, January to April are 4 / 6."""
    given = GIVEN.replace('every = "agreement_year", times = 2', 'every = "half_year"')
    found = owed(given, "compiled_report", first="2026-05-01", last="2027-04-30")
    assert [each.occurrence for each in found] == ["2026-h2", "2027-h1"]
