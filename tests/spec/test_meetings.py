"""Meetings: who may call, who is called, what is on the agenda, when minutes count, and which instant a time is.

A paragraph at a time, in small tables.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from itertools import permutations
from uuid import UUID

import pytest

from samsyn.rules.meetings import (
    AT_MOST,
    READINGS,
    STEPS,
    Act,
    Answer,
    Appointed,
    Called,
    Facing,
    Facts,
    NotOneInstant,
    State,
    Thing,
    acts_in,
    approvers,
    civil_day,
    instant,
    may_call,
    may_happen,
    organisations_in,
    outcome,
    proposed,
    span,
    state_of,
    who_is_called,
)
from samsyn.rules.terms import Agreement
from tests.spec.small import agreement

BODY = """
    [participant.the-office]
    clause = "5"
    says = "Kontoret sitter med utan att vara part."
    name = "Kontoret"

    [participant.the-team]
    clause = "5"
    says = "Teamet hör till nämnden."
    name = "Teamet"
    belongs_to = "the-municipality"

    [body.group]
    clause = "5"
    says = "Gruppen möts två gånger om året."
    name = "Gruppen"
    kind = "steering"
    members = [{members}]
    {more}
"""
M, A, OTHER, OFFICE = (UUID(int=number) for number in range(1, 5))
ORGANISATIONS = {"the-municipality": M, "the-association": A, "the-other-association": OTHER, "the-office": OFFICE}
TWO = '{ function = "Chef", party = "the-municipality" }, { function = "Ordförande", party = "the-association" }'
WITH_OFFICE = TWO + ', { function = "Gäst", participant = "the-office" }'


def terms(members: str = TWO, more: str = "") -> Agreement:
    return agreement(BODY.replace("{members}", members).replace("{more}", more)).agreement


@pytest.mark.parametrize(
    ("more", "allowed"),
    [
        ('convenor = "the-municipality"', {"the-municipality"}),
        (
            'convenor = "the-municipality"\nmay_call = ["the-other-association"]',
            {"the-municipality", "the-other-association"},
        ),
        ("", {"the-municipality", "the-association", "the-other-association"}),
    ],
)
def test_the_convenor_calls_those_who_are_named_may_and_where_nobody_is_named_every_party(
    more: str, allowed: set[str]
) -> None:
    read = terms(more=more)
    keys = [*read.party, *read.participant]
    assert {key for key in keys if may_call(read, read.body["group"], key).allowed} == allowed


def test_who_may_not_call_is_told_who_does_and_under_which_clause() -> None:
    read = terms(more='convenor = "the-municipality"\nmay_call = ["the-other-association"]')
    refusal = may_call(read, read.body["group"], "the-association").reason
    assert refusal.says == "Nämnden eller Den andra föreningen kallar till Gruppen. Be dem kalla."
    assert refusal.clause == "5"


def test_those_appointed_are_called_in_the_order_of_the_clause_and_an_empty_seat_is_called_all_the_same() -> None:
    read = terms(WITH_OFFICE)
    anna, bo, stray = (UUID(int=number) for number in (11, 12, 13))
    appointed = [Appointed(A, "Ordförande", bo), Appointed(M, "Chef", anna), Appointed(OTHER, "Rådgivare", stray)]
    assert who_is_called(read, read.body["group"], appointed, ORGANISATIONS) == [
        Called(M, "Chef", anna),
        Called(A, "Ordförande", bo),
        Called(OFFICE, "Gäst", None),
        Called(OTHER, "Rådgivare", stray),
    ]


def test_a_unit_of_a_party_is_called_through_it_and_one_without_an_organisation_is_not() -> None:
    read = terms(TWO + ', { function = "Samordnare", participant = "the-team" }')
    assert organisations_in(read, read.body["group"], ORGANISATIONS) == [M, A]
    assert organisations_in(read, read.body["group"], {"the-association": A}) == [A]


@pytest.mark.parametrize(
    ("members", "must"),
    [
        (WITH_OFFICE, ("the-municipality", "the-association")),
        ('{ function = "Samordnare", participant = "the-team" }', ("the-municipality",)),
        ('{ function = "Gäst", participant = "the-office" }', tuple(list(ORGANISATIONS)[:3])),
    ],
)
def test_every_party_with_a_seat_approves_the_minutes_and_all_parties_where_none_has(
    members: str, must: tuple[str, ...]
) -> None:
    read = terms(members)
    assert approvers(read, read.body["group"]) == must


def test_minutes_count_from_the_latest_answer_whatever_order_they_came_in() -> None:
    days = {"a": date(2026, 3, 3), "b": date(2026, 3, 9), "c": date(2026, 3, 5)}
    answers = [Answer(party, True, on) for party, on in days.items()]
    for order in permutations(answers):
        assert outcome(("a", "b", "c"), order).approved_on == date(2026, 3, 9)
        assert outcome(("a", "b", "c"), order[:2]).approved_on is None


def test_one_who_sends_back_stops_it_and_one_who_was_not_asked_does_not() -> None:
    yes, no = Answer("a", True, date(2026, 3, 3)), Answer("b", False, date(2026, 3, 4))
    assert outcome(("a", "b"), [yes, no]).sent_back_by == ("b",)
    assert outcome(("a", "b"), [yes, no]).approved_on is None
    assert outcome(("a",), [yes, no]).approved_on == date(2026, 3, 3)
    assert outcome((), []).approved_on is None


HELD = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        (Facing(), State.CALLED),
        (Facing(cancelled=True), State.CANCELLED),
        (Facing(held_on=HELD), State.HELD),
        (Facing(held_on=HELD, put_forward=True), State.MINUTED),
        (Facing(held_on=HELD, put_forward=True, approved_on=HELD), State.APPROVED),
    ],
)
def test_the_state_follows_from_what_has_happened(facts: Facing, state: State) -> None:
    assert state_of(facts) == state


def test_from_called_every_state_is_reached_and_from_approved_and_cancelled_nothing_happens() -> None:
    reached, new = set(), {State.CALLED}
    while new:
        reached |= new
        new = {step.after for step in STEPS if step.before in reached} - reached
    assert reached == set(State)
    assert acts_in(State.APPROVED) == acts_in(State.CANCELLED) == ()


def test_the_text_that_lies_with_the_parties_is_not_written_in() -> None:
    assert may_happen(Act.WRITE, State.HELD)
    assert not may_happen(Act.WRITE, State.MINUTED)
    assert not may_happen(Act.CANCEL, State.HELD)


def test_the_agenda_opens_with_what_was_to_be_done_then_what_is_due_and_closes_as_always() -> None:
    facts = Facts(
        obligations=[Thing("2", "Rapport", "6", date(2026, 5, 1)), Thing("1", "Besök", "4", date(2026, 3, 1))],
        assumptions=[Thing("x", "I förskott?", "4")],
        actions=[Thing("3", "Boka lokal")],
        changes=[Thing("4", "Tillägg", "3")],
        matters=[Thing("5", "Avvikelse")],
        last_minutes="möte 1, 2026-01-10",
    )
    assert [each.title for each in proposed(facts, date(2026, 4, 1))] == [
        "Mötet öppnas",
        "Dagordningen godkänns",
        "Protokollet från möte 1, 2026-01-10",
        "Boka lokal",
        "Besök",
        "Rapport",
        "Tillägg",
        "Avvikelse",
        "I förskott?",
        "Övriga frågor",
        "Nästa möte",
        "Mötet avslutas",
    ]


@pytest.mark.parametrize(
    ("due", "there"),
    [("2025-09-28", False), ("2025-09-29", True), ("2026-04-01", True), ("2026-06-02", True), ("2026-06-03", False)],
)
def test_what_is_due_around_the_meeting_is_on_the_agenda(due: str, there: bool) -> None:
    """Half a year back and two months ahead."""
    facts = Facts(obligations=[Thing("1", "Rapport", "6", date.fromisoformat(due))])
    assert ("Rapport" in [each.title for each in proposed(facts, date(2026, 4, 1))]) is there


def test_more_than_can_be_read_aloud_share_one_item_and_nothing_is_left_out() -> None:
    many = [Thing(str(number), f"Sak {number}") for number in range(1, 21)]
    found = [each for each in proposed(Facts(matters=many), date(2026, 4, 1)) if not each.fixed]
    assert len(found) == AT_MOST + 1
    assert found[-1].title == f"Ytterligare {20 - AT_MOST} ärenden mellan parterna"
    said = [each.title for each in found[:-1]] + found[-1].background.splitlines()
    assert said == [each.title for each in many]
    assert len({each.key for each in found}) == len(found)


def test_a_few_readings_are_asked_about_at_a_time() -> None:
    """The others stand on a page of their own: a meeting that is given forty questions answers none."""
    many = [Thing(str(number), f"Fråga {number}") for number in range(1, 41)]
    found = [each.title for each in proposed(Facts(assumptions=many), date(2026, 4, 1)) if not each.fixed]
    assert found == [f"Fråga {number}" for number in range(1, READINGS + 1)]


@pytest.mark.parametrize(
    ("day", "at", "utc"),
    [
        ("2026-03-02", "14:00", "2026-03-02T13:00"),
        ("2026-07-01", "14:00", "2026-07-01T12:00"),
        ("2026-03-29", "01:59", "2026-03-29T00:59"),
        ("2026-03-29", "03:00", "2026-03-29T01:00"),
        ("2026-10-25", "01:59", "2026-10-24T23:59"),
        ("2026-10-25", "03:00", "2026-10-25T02:00"),
    ],
)
def test_a_time_is_sweden_s(day: str, at: str, utc: str) -> None:
    found = instant(date.fromisoformat(day), time.fromisoformat(at))
    assert found == datetime.fromisoformat(utc).replace(tzinfo=UTC)


@pytest.mark.parametrize(("day", "says"), [("2026-03-29", "finns inte"), ("2026-10-25", "inträffar två gånger")])
@pytest.mark.parametrize("at", ["02:00", "02:30", "02:59"])
def test_half_past_two_on_the_nights_when_clocks_change_is_refused_with_what_to_write(
    day: str, says: str, at: str
) -> None:
    with pytest.raises(NotOneInstant, match=rf"{says}.*Skriv en tid före 02.00 eller från 03.00"):
        instant(date.fromisoformat(day), time.fromisoformat(at))


def test_a_meeting_over_midnight_is_that_evening_s() -> None:
    first, end = span(date(2026, 6, 1), time(22), time(0, 30))
    assert (end - first).total_seconds() == 2.5 * 3600
    assert civil_day(first) == date(2026, 6, 1)
    assert civil_day(end) == date(2026, 6, 2)


def test_over_a_night_when_clocks_change_the_hours_are_those_that_pass() -> None:
    spring = span(date(2026, 3, 28), time(23), time(4))
    autumn = span(date(2026, 10, 24), time(23), time(4))
    assert [(end - first).total_seconds() / 3600 for first, end in (spring, autumn)] == [4, 6]


@pytest.mark.parametrize(("begins", "ends"), [(time(14), time(13)), (time(14), time(14)), (time(9), time(21, 1))])
def test_a_time_that_was_typed_wrong_is_not_taken_for_a_night(begins: time, ends: time) -> None:
    with pytest.raises(ValueError, match=r"timmar|Skriv när det slutar"):
        span(date(2026, 6, 1), begins, ends)
