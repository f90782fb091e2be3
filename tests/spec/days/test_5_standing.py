"""What has no day: always, on request, when needed, when something happens

It is one obligation over the days on which the term holds. It is shown beside the dated ones and never late.
"""

from __future__ import annotations

import pytest

from tests.spec.small import days, owed

INSIGHT = """
    [duty.insight]
    clause = "5.1"
    says = "Föreningen lämnar uppgifter på begäran."
    kind = "insight"
    by = ["the-association"]
    to = ["the-municipality"]
"""


@pytest.mark.parametrize(
    ("on", "occurrence"),
    [("always", "standing"), ("request", "on-request"), ("need", "when-needed"), ("event", "on-event")],
)
def test_the_occurrence_says_what_brings_it_about(on: str, occurrence: str) -> None:
    given = INSIGHT + f'when = {{ on = "{on}" }}'
    assert days(owed(given, "insight")) == [f"{occurrence} no day"]


def test_days_after_the_request_are_told_in_the_reason() -> None:
    given = INSIGHT + 'when = { on = "request", within_days = 14 }'
    (found,) = owed(given, "insight")
    assert found.reason.says == "Ska göras när någon begär det, inom 14 dagar."


def test_at_once_is_no_days() -> None:
    given = INSIGHT + 'when = { on = "event", within_days = 0 }'
    (found,) = owed(given, "insight")
    assert found.reason.says == "Ska göras när det som punkten talar om händer, omgående."


def test_what_several_must_do_all_the_time_is_one_obligation_with_all_their_names() -> None:
    """It is never done with, so there is nothing that one of them could have done and the other not."""
    given = INSIGHT.replace('by = ["the-association"]', 'by = ["the-association", "the-other-association"]')
    (found,) = owed(given + 'when = { on = "always" }', "insight")
    assert found.by == ("the-association", "the-other-association")
