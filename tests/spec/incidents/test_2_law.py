"""What law adds to the telling

Rules of law stand in `samsyn/rules/incidents/law.toml`, each with where it was read and when. What nobody has looked
up stands there as a question and is asked on the page, never answered from memory.
"""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from samsyn.rules.incidents import KINDS, Tell, read, rules, to_look_up, to_tell
from samsyn.rules.terms.incidents import IncidentKind
from tests.spec.small import agreement

DAY = date(2026, 3, 2)
BASIS = """
    [legal_basis.basis]
    clause = "2"
    says = "Insats enligt socialtjänstlagen på nämndens uppdrag."
    basis = "sol_without_assessment"
"""
CONCERN = """
    [telling.concern]
    clause = "8"
    says = "Föreningen berättar för nämnden om en oro för ett barn."
    of = ["child_concern"]
    by = ["the-association"]
    to = ["the-municipality"]
"""


def told(terms: str, kind: IncidentKind, *, serious: bool = False, party: str = "the-association") -> list[Tell]:
    return to_tell(agreement(terms).agreement, kind, serious, DAY, party)


def test_a_wrong_in_work_on_the_boards_behalf_is_told_the_board() -> None:
    """27 kap. 2 and 4 §§: reported in the work itself, and the board is informed."""
    (found,) = told(BASIS, "lex_sarah")
    assert (found.name, found.law, found.holds) == ("Nämnden", "27 kap. 2 och 4 §§ socialtjänstlagen (2025:400)", True)
    assert (found.clause, found.by_day) == ("", None)


def test_a_serious_one_is_told_the_inspectorate_too() -> None:
    """27 kap. 6 §."""
    assert [each.name for each in told(BASIS, "lex_sarah", serious=True)] == [
        "Nämnden",
        "Inspektionen för vård och omsorg (IVO)",
    ]


def test_in_the_associations_own_work_it_is_said_on_which_condition_it_holds() -> None:
    """The municipality supports it: then the act's chapter 27 does not hold, unless the basis is another one."""
    (found,) = told(BASIS.replace("sol_without_assessment", "own_activity"), "lex_sarah")
    assert not found.holds
    assert found.only_if.startswith("Gäller om verksamheten är insatser enligt socialtjänstlagen")
    (silent,) = told("", "lex_sarah")
    assert silent.only_if == found.only_if


def test_an_assumed_basis_makes_the_answer_assumed() -> None:
    terms = (
        BASIS
        + """
    [[legal_basis.basis.assumption]]
    id = "which"
    question = "Vilket lagstöd?"
    chosen = "Utan behovsprövning."
    alternatives = [{ id = "own", says = "Egen verksamhet.", set = { basis = "own_activity" } }]
    """
    )
    assert told(terms, "lex_sarah")[0].assumed
    assert not told(BASIS, "lex_sarah")[0].assumed


def test_a_concern_for_a_child_is_reported_whatever_the_basis() -> None:
    """19 kap. 1 and 4 §§. That staff are obliged and volunteers are those who ought to is a reading."""
    (found,) = told("", "child_concern")
    assert (found.to, found.holds, found.assumed) == ("Socialtjänsten", True, True)
    assert (
        found.reading == "Personal räknas som skyldig, volontärer som de som bör anmäla och följer verksamhetens rutin."
    )


def test_a_public_party_that_the_clause_names_is_told_once_by_clause_and_law() -> None:
    (found,) = told(CONCERN, "child_concern")
    assert (found.to, found.clause, found.law) == (
        "the-municipality",
        "8",
        "19 kap. 1 och 4 §§ socialtjänstlagen (2025:400)",
    )


def test_another_association_is_not_the_authority() -> None:
    found = told(CONCERN.replace('to = ["the-municipality"]', 'to = ["the-other-association"]'), "child_concern")
    assert [each.to for each in found] == ["the-other-association", "Socialtjänsten"]


def test_what_nobody_has_looked_up_is_asked() -> None:
    """No paragraph of the work environment act has been read yet, so none is applied."""
    terms = agreement("").agreement
    (question,) = to_look_up(terms, "accident", "the-association")
    assert (question.id, question.law, question.checked_on) == ("work-environment", "", None)
    assert question.subject == "Om Arbetsmiljöverket ska underrättas, om vad och hur snart"
    assert told("", "accident", serious=True) == []


def test_a_question_is_answered_in_the_file_and_holds_from_then_on() -> None:
    law = read("""
    [work-environment]
    of = ["accident"]
    only_serious = true
    to = "Myndigheten"
    within_days = 0
    says = "En allvarlig olycka berättas för myndigheten."
    law = "1 § exempellagen"
    source = "exempellagen, läst av en jurist"
    checked_on = 2026-12-01
    subject = "Ska myndigheten underrättas?"
    asked_on = 2026-11-28
    """)
    terms = agreement("").agreement
    (found,) = to_tell(terms, "accident", True, DAY, "the-association", law=law)
    assert (found.to, found.by_day, found.law) == ("Myndigheten", DAY, "1 § exempellagen")
    assert to_look_up(terms, "accident", "the-association", law=law) == []


def test_a_half_answered_question_is_refused_and_says_what_is_missing() -> None:
    half = '[work-environment]\nof = ["accident"]\nto = "Myndigheten"\nlaw = "1 § exempellagen"\n'
    with pytest.raises(ValidationError, match="needs says, source, checked_on too"):
        read(half)


def test_every_rule_in_the_file_has_its_source_and_its_day() -> None:
    assert all(each.source and each.checked_on for each in rules() if each.filled)
    assert all(set(each.of) <= set(KINDS) for each in rules())
