"""How old an extract may be

It is asked there and then, when the extract is shown: the date of the extract is compared and kept nowhere.
"""

from __future__ import annotations

from datetime import date

import pytest

from samsyn.rules.staffing import Unfit, unfit_extract
from samsyn.rules.terms.people import RegisterCheck
from tests.spec.small import agreement

CHECK = """
    [register_check.both]
    clause = "5"
    says = "Den som anställs visar utdrag ur båda registren, högst sex månader gamla."
    by = ["the-association"]
    of = ["employees"]
    registers = ["criminal_records", "suspicions"]
    when = ["hiring"]
    law = "Lagen (2013:852), 1 och 4 §§"
    oldest_months = 6
"""


def check(terms: str = CHECK) -> RegisterCheck:
    return agreement(terms).agreement.register_check["both"]


@pytest.mark.parametrize(
    ("dated", "shown", "fits"),
    [
        (date(2026, 3, 1), date(2026, 9, 1), True),
        (date(2026, 3, 1), date(2026, 9, 2), False),
        (date(2026, 8, 31), date(2027, 2, 28), True),
        (date(2026, 8, 31), date(2027, 3, 1), False),
        (date(2026, 3, 1), date(2026, 3, 1), True),
    ],
)
def test_not_older_than_six_months(dated: date, shown: date, fits: bool) -> None:
    """2013:852 4 §. Six months from 31 August end on the last of February."""
    assert (unfit_extract(check(), dated, shown) is None) is fits


def test_an_extract_from_tomorrow_is_a_slip() -> None:
    assert unfit_extract(check(), date(2026, 3, 2), date(2026, 3, 1)) == Unfit("not_yet")


def test_where_nobody_has_said_how_old_it_may_be_any_age_does() -> None:
    any_age = check(CHECK.replace("oldest_months = 6", ""))
    assert unfit_extract(any_age, date(1999, 1, 1), date(2026, 3, 1)) is None
