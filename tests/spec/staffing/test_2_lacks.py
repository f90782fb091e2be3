"""What somebody lacks, and what she is not put on

An extract that was shown has no day on which it expires. Only what a clause or a law puts before a sort of work keeps
anybody from it; everything else is shown as missing.
"""

from __future__ import annotations

from datetime import date

import pytest

from samsyn.rules.staffing import Demand, Fulfilled, blocked_from, lacks

CHECK = Demand("check", "check", "utdrag ur belastningsregistret", "", "5", before=("children",))
CAUSE = Demand(
    "check", "check", "utdrag ur belastningsregistret", "", "5", before=("children",), since=date(2026, 5, 4)
)
SECRETS = Demand("secrets", "undertaking", "tystnadsförbindelse", "", "10", before=("participants_data",))
FIRST_AID = Demand("first-aid", "demand", "utbildning i första hjälpen", "", "7", valid_months=24)
DAY = date(2026, 6, 1)


def why(demand: Demand, *met: Fulfilled, day: date = DAY, versions: dict[str, int] | None = None) -> list[str]:
    return [each.why for each in lacks([demand], met, day, versions)]


def test_what_was_shown_once_is_shown() -> None:
    """Ten years ago too: neither the act of 2013 nor the clause says that it is to be shown again."""
    assert why(CHECK) == ["missing"]
    assert why(CHECK, Fulfilled("check", date(2016, 6, 1))) == []


def test_what_is_shown_later_does_not_help_today() -> None:
    assert why(CHECK, Fulfilled("check", date(2026, 6, 2))) == ["missing"]


def test_after_a_cause_only_what_is_shown_since_counts() -> None:
    assert why(CAUSE, Fulfilled("check", date(2026, 5, 3))) == ["missing"]
    assert why(CAUSE, Fulfilled("check", date(2026, 5, 4))) == []


def test_another_demand_is_not_met_by_this_one() -> None:
    assert why(SECRETS, Fulfilled("check", date(2026, 5, 4))) == ["missing"]


@pytest.mark.parametrize(("day", "found"), [(date(2026, 5, 31), []), (date(2026, 6, 1), ["lapsed"])])
def test_a_course_lapses_where_a_clause_says_how_long_it_holds(day: date, found: list[str]) -> None:
    """Taken on 1 June 2024 it holds for 24 months."""
    assert why(FIRST_AID, Fulfilled("first-aid", date(2024, 6, 1)), day=day) == found


def test_who_has_signed_an_earlier_version_is_asked_for_the_new_one_and_kept_from_nothing() -> None:
    signed = Fulfilled("secrets", date(2025, 1, 1), version=1)
    (found,) = lacks([SECRETS], [signed], DAY, {"secrets": 2})
    assert (found.why, found.before) == ("new_version", ())
    assert not blocked_from(["participants_data"], [found])


def test_who_signs_the_newest_version_lacks_nothing() -> None:
    assert why(SECRETS, Fulfilled("secrets", DAY, version=2), versions={"secrets": 2}) == []


def test_only_what_stands_before_the_exposure_keeps_her_from_it() -> None:
    found = lacks([CHECK, SECRETS, FIRST_AID], [], DAY)
    assert len(found) == 3
    assert [each.demand.requirement for each in blocked_from(["children"], found)] == ["check"]
    assert [each.demand.requirement for each in blocked_from(["participants_data"], found)] == ["secrets"]
    assert blocked_from([], found) == []
