"""Prior approval

What must be approved before it is done: decisions of principle, changes of what was agreed.
"""

from __future__ import annotations

from samsyn.rules.obligations import Evidence
from tests.spec.small import days, owed

GIVEN = """
    [duty.it]
    clause = "6"
    says = "Principiella beslut fattas av parterna tillsammans innan de genomförs."
    kind = "prior_approval"
    by = ["the-municipality", "the-association"]
    to = []
    when = { on = "event" }
"""


def test_it_has_no_day() -> None:
    assert days(owed(GIVEN, "prior_approval")) == ["on-event no day"]


def test_it_is_shown_by_the_approval() -> None:
    (found,) = owed(GIVEN, "prior_approval")
    assert found.evidence is Evidence.APPROVAL
