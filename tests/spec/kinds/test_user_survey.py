"""User survey

A survey among those who take part, or the template that all activities share.
"""

from __future__ import annotations

from samsyn.rules.obligations import Evidence
from tests.spec.small import owed

GIVEN = """
    [duty.it]
    clause = "6"
    says = "Parterna tar fram en mall för brukarundersökningar."
    kind = "user_survey"
    by = ["the-municipality", "the-association", "the-other-association"]
    to = []
    when = { once = "unspecified" }
    joint = true
"""


def test_a_template_that_all_make_together_is_one_obligation() -> None:
    (found,) = owed(GIVEN, "user_survey")
    assert (found.occurrence, found.joint) == ("once", True)


def test_a_survey_every_year_is_shown_by_the_survey() -> None:
    found = owed(GIVEN.replace('once = "unspecified"', 'every = "year"'), "user_survey")
    assert {each.evidence for each in found} == {Evidence.SURVEY}
    assert len(found) == 3
