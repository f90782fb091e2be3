"""Register check

An extract from the register is shown when somebody is hired. The extract is not kept.
"""

from __future__ import annotations

from samsyn.rules.obligations import Evidence
from tests.spec.small import days, owed, who

GIVEN = """
    [register_check.it]
    clause = "6"
    says = "Den som anställs visar utdrag ur belastningsregistret."
    by = ["the-association"]
    of = ["employees"]
    registers = ["criminal_records"]
    when = ["hiring"]
    law = "2013:852"
"""


def test_it_has_no_day() -> None:
    assert days(owed(GIVEN, "register_check")) == ["on-event no day"]


def test_it_is_owed_by_those_who_are_named() -> None:
    assert who(owed(GIVEN, "register_check")) == ["the-association →"]


def test_only_a_note_that_it_was_shown_is_evidence() -> None:
    (found,) = owed(GIVEN, "register_check")
    assert found.evidence is Evidence.NOTE


def test_a_law_that_changes_is_two_terms_each_with_its_days() -> None:
    """The old rule to the last of February, the new one from the first of March."""
    new = GIVEN.replace("register_check.it", "register_check.new") + "    first = 2026-03-01\n"
    found = owed(GIVEN + "    last = 2026-02-28\n" + new, "register_check")
    assert [str(each.window) for each in found] == ["2026-01-01–2026-02-28", "2026-03-01–2028-12-31"]
