"""Which demands apply to somebody who works

A check of registers is asked for when somebody is taken on, or when there is cause. What everybody must sign, and what
education is demanded, holds for all who are there.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from samsyn.rules.staffing import CauseFacts, Demand, WorkerFacts, demands_on
from tests.spec.small import agreement

CHECKS = """
    [register_check.before-march]
    clause = "5"
    says = "Den som anställs visar utdrag ur belastningsregistret."
    by = ["the-association"]
    of = ["employees"]
    registers = ["criminal_records"]
    when = ["hiring"]
    law = "Lagen (2013:852), i lydelsen före 2026-03-01"
    last = 2026-02-28

    [register_check.from-march]
    clause = "5"
    says = "Den som anställs visar utdrag ur båda registren."
    by = ["the-association"]
    of = ["employees"]
    registers = ["criminal_records", "suspicions"]
    when = ["hiring"]
    law = "Lagen (2013:852), 1 och 4 §§"
    first = 2026-03-01
    oldest_months = 6

    [register_check.on-cause]
    clause = "5"
    says = "Finns det anledning begärs utdrag av den som redan är där."
    by = ["the-association"]
    of = ["employees", "volunteers"]
    registers = ["criminal_records"]
    when = ["on_cause"]
    law = "Bara överenskommelsen"

    [volunteers.those]
    clause = "4"
    says = "Volontärer bär upp verksamheten."
    by = ["the-association"]
    roles = ["Volontär", "Ledarstjärna"]
"""
SECRETS = """
    [undertaking.secrets]
    clause = "10"
    says = "Alla som arbetar i verksamheten skriver under en tystnadsförbindelse."
    by = ["the-association"]
    of = "all"

    [staff.leader]
    clause = "6"
    says = "De anställda är utbildade i socialt arbete."
    by = ["the-association"]
    of = "employees"
    requirement = "Utbildning i socialt arbete, eller likvärdigt"
    kind = "education"
    first = 2027-01-01

    [staff.employer]
    clause = "6"
    says = "Föreningen är arbetsgivare."
    by = ["the-association"]
    of = "employees"
    requirement = "Arbetsgivaransvar"
    kind = "employer"
"""


def demands(
    terms: str, kind: Literal["employee", "outreach", "volunteer"], since: date, day: date, *causes: CauseFacts,
    role: str = "", party: str = "the-association",
) -> list[Demand]:  # fmt: skip
    return demands_on(agreement(terms).agreement, party, WorkerFacts(kind, since, role, causes), day)


def ids(found: list[Demand]) -> list[str]:
    return [each.requirement for each in found]


def test_who_was_taken_on_while_the_old_check_held_has_that_one_to_show() -> None:
    """Also afterwards: the new one asks those who are taken on from its first day."""
    found = demands(CHECKS, "employee", since=date(2026, 2, 28), day=date(2026, 6, 1))
    assert ids(found) == ["before-march"]
    assert (found[0].what, found[0].before) == ("utdrag ur belastningsregistret", ("children",))


def test_who_is_taken_on_from_the_first_of_march_shows_both_registers() -> None:
    (found,) = demands(CHECKS, "employee", since=date(2026, 3, 1), day=date(2026, 3, 1))
    assert found.what == "utdrag ur belastningsregistret och misstankeregistret"
    assert found.why == "Anställd 2026-03-01, när kravet gällde."
    assert (found.clause, found.law) == ("5", "Lagen (2013:852), 1 och 4 §§")


def test_who_was_there_before_the_agreement_is_not_asked_at_hiring() -> None:
    assert not demands(CHECKS, "employee", since=date(2025, 12, 31), day=date(2026, 3, 1))


def test_a_volunteer_is_not_hired() -> None:
    assert not demands(CHECKS, "volunteer", since=date(2026, 4, 1), day=date(2026, 4, 1))


def test_a_check_at_assignment_asks_the_volunteers_who_begin_while_it_holds() -> None:
    at_start = CHECKS.replace('["employees"]', '["volunteers"]').replace('["hiring"]', '["assignment"]')
    assert ids(demands(at_start, "volunteer", since=date(2026, 4, 1), day=date(2026, 4, 1))) == ["from-march"]
    assert ids(demands(at_start, "volunteer", since=date(2026, 2, 1), day=date(2026, 4, 1))) == ["before-march"]
    assert not demands(at_start, "employee", since=date(2026, 4, 1), day=date(2026, 4, 1))


def test_on_cause_it_applies_from_the_day_on_which_cause_was_found() -> None:
    """What was shown before that day does not answer it."""
    cause = CauseFacts("on-cause", date(2026, 5, 4))
    early = demands(CHECKS, "volunteer", date(2025, 1, 1), date(2026, 5, 3), cause)
    (found,) = demands(CHECKS, "volunteer", date(2025, 1, 1), date(2026, 5, 4), cause)
    assert not early
    assert (found.requirement, found.since, found.why) == (
        "on-cause",
        date(2026, 5, 4),
        "Anledning prövades 2026-05-04.",
    )


def test_an_outreach_worker_is_a_volunteer_where_the_agreement_names_her_role_among_theirs() -> None:
    """Otherwise an employee. The agreement does not say; this is how it is read."""
    begins = date(2026, 4, 1)
    assert ids(demands(CHECKS, "outreach", begins, begins, role="Uppsökare")) == ["from-march"]
    assert not demands(CHECKS, "outreach", begins, begins, role="ledarstjärna")


def test_what_all_must_sign_is_asked_also_of_those_who_were_there_before() -> None:
    found = demands(SECRETS, "volunteer", since=date(2019, 1, 1), day=date(2026, 1, 1))
    assert [(each.requirement, each.before) for each in found] == [("secrets", ("participants_data",))]


def test_a_demand_on_education_blocks_nothing_unless_the_term_says_so() -> None:
    """It holds from its own first day. What an employer must do is no demand on a person."""
    day = date(2027, 1, 1)
    assert ids(demands(SECRETS, "employee", date(2026, 1, 1), date(2026, 12, 31))) == ["secrets"]
    found = demands(SECRETS, "employee", date(2026, 1, 1), day)
    assert [(each.requirement, each.before) for each in found][1:] == [("leader", ())]


def test_another_party_asks_nothing_of_its_own_by_this_clause() -> None:
    assert not demands(CHECKS + SECRETS, "employee", date(2026, 4, 1), date(2026, 4, 1), party="the-municipality")
