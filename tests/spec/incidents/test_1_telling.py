"""Who must be told of an incident

The parties promise each other in a clause on telling: of what, by whom, to whom and how soon. Law adds its own. An
answer says whom, at the latest when, and by which clause or law.
"""

from __future__ import annotations

from datetime import date

from samsyn.rules.incidents import Tell, to_tell
from samsyn.rules.terms.incidents import IncidentKind
from tests.spec.small import agreement

THREATS = """
    [telling.threats]
    clause = "7"
    says = "Föreningen berättar för nämnden om hot och våld."
    of = ["threat"]
    by = ["the-association"]
    to = ["the-municipality"]
    within_days = 2
"""
DAY = date(2026, 3, 2)


def told(
    terms: str, kind: IncidentKind, party: str = "the-association", *, serious: bool = False, known: bool = True
) -> list[Tell]:
    return to_tell(agreement(terms).agreement, kind, serious, DAY, party, known=known, law=())


def names(found: list[Tell]) -> list[str]:
    return [each.name for each in found]


def test_the_clause_says_whom_to_tell_and_when() -> None:
    """Days are counted from the day on which it happened: two days after the second of March."""
    (found,) = told(THREATS, "threat")
    assert (found.name, found.by_day, found.clause, found.assumed) == ("Nämnden", date(2026, 3, 4), "7", False)
    assert (found.why, found.term) == ("Föreningen berättar för nämnden om hot och våld.", "threats")


def test_only_the_kinds_and_the_parties_that_the_clause_names() -> None:
    assert told(THREATS, "accident") == []
    assert told(THREATS, "threat", "the-other-association") == []


def test_at_once_is_the_same_day() -> None:
    (found,) = told(THREATS.replace("within_days = 2", "within_days = 0"), "threat")
    assert found.by_day == DAY


def test_a_clause_that_says_no_day_gives_none() -> None:
    (found,) = told(THREATS.replace("within_days = 2", ""), "threat")
    assert found.by_day is None


def test_a_clause_on_serious_incidents_leaves_the_others_out() -> None:
    terms = THREATS + "    only_serious = true\n"
    assert told(terms, "threat") == []
    assert names(told(terms, "threat", serious=True)) == ["Nämnden"]


def test_several_are_told_and_nobody_tells_itself() -> None:
    """A clause between all parties names each of them on both sides."""
    terms = THREATS.replace('by = ["the-association"]', 'by = ["the-association", "the-municipality"]').replace(
        'to = ["the-municipality"]', 'to = ["the-municipality", "the-association", "the-other-association"]'
    )
    assert names(told(terms, "threat")) == ["Nämnden", "Den andra föreningen"]


def test_a_reading_of_the_time_is_named_in_the_answer() -> None:
    terms = (
        THREATS
        + """
    [[telling.threats.assumption]]
    id = "how-soon"
    question = "Hur snart?"
    chosen = "Inom två dagar."
    alternatives = [{ id = "at-once", says = "Genast.", set = { within_days = 0 } }]
    """
    )
    (found,) = told(terms, "threat")
    assert (found.by_day, found.assumed) == (date(2026, 3, 4), True)


def test_a_clause_that_begins_later_says_nothing_of_what_was_before() -> None:
    assert told(THREATS + "    first = 2026-06-01\n", "threat") == []


def test_a_child_whom_nobody_can_name_is_reported_to_nobody() -> None:
    """What is noted is that there was a concern. No record of anyone is made for it."""
    terms = THREATS.replace('"threat"', '"child_concern"')
    assert names(told(terms, "child_concern")) == ["Nämnden"]
    assert told(terms, "child_concern", known=False) == []
