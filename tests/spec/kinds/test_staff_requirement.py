"""Staff requirement

Education, supervision and further training of those who work, and the employer's duties.
"""

from __future__ import annotations

from tests.spec.small import days, owed, who

GIVEN = """
    [staff.it]
    clause = "6"
    says = "Personalen får handledning."
    by = ["the-association"]
    of = "employees"
    requirement = "Kontinuerlig handledning"
    kind = "supervision"
"""


def test_it_has_no_day() -> None:
    assert days(owed(GIVEN, "staff_requirement")) == ["standing no day"]


def test_it_is_owed_by_those_who_are_named() -> None:
    assert who(owed(GIVEN, "staff_requirement")) == ["the-association →"]
