"""Days: within the agreement's life, the same however one looks, under keys that last."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from samsyn.rules.obligations import Obligation, duties, duties_of
from samsyn.rules.obligations.compose import composed
from samsyn.rules.quantities import DateRange, add_months
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.duties import Duty
from samsyn.rules.terms.funding import Payment
from samsyn.rules.timeline import life
from tests.generative.agreements import agreements, change, days_in, dossier

often = settings(deadline=None, max_examples=100)
Data = st.DataObject


def cut(draw: Data, span: DateRange) -> list[DateRange]:
    """The span in up to four parts that join."""
    inside = draw.draw(st.lists(days_in(span), max_size=3, unique=True))
    cuts = [span.start, *sorted(day for day in inside if day > span.start), span.end]
    return [DateRange(start, end) for start, end in pairwise(cuts)]


def meetings(draw: Data, span: DateRange) -> dict[str, list[date]]:
    return {"steering": draw.draw(st.lists(days_in(span), max_size=8))}


@often
@given(agreements(), st.data())
def test_what_an_obligation_concerns_lies_within_the_agreement_s_life(signed: Agreement, draw: Data) -> None:
    for each in duties_of(signed, happened=meetings(draw, signed.span)):
        assert signed.span.covers(each.window), each.key


@often
@given(agreements(), st.data())
def test_nothing_is_due_outside_the_agreement_s_life_unless_its_clause_says_so(signed: Agreement, draw: Data) -> None:
    for each in duties_of(signed, happened=meetings(draw, signed.span)):
        if each.due is not None and each.due not in signed.span:
            assert each.after_end, each.key
            assert each.due > signed.span.last, each.key
            assert _may_come_after(each), each.key
        else:
            assert not each.after_end, each.key


def _may_come_after(each: Obligation) -> bool:
    """A paper about the year that was, an invoice in arrears, days to pay an invoice."""
    term = each.owed.term
    if isinstance(term, Duty):
        return term.when.due_year == "following"
    return isinstance(term, Payment) and (term.when == "arrears" or term.days_to_pay is not None)


@often
@given(agreements(), st.data())
def test_after_notice_nothing_is_left_beyond_the_new_last_day(signed: Agreement, draw: Data) -> None:
    given = dossier(signed, change("notice", draw.draw(days_in(signed.span))))
    shorter = life(given)
    for each in duties(given):
        assert shorter.covers(each.window), each.key
        assert each.due is None or each.due in shorter or each.after_end, each.key


@often
@given(agreements(), st.data())
def test_any_split_of_a_period_gives_the_same_duties(signed: Agreement, draw: Data) -> None:
    given, held = dossier(signed), meetings(draw, signed.span)
    whole = duties(given, signed.span, happened=held)
    parts = [each for span in cut(draw, signed.span) for each in duties(given, span, happened=held)]
    dated = [each for each in parts if each.due is not None]
    assert sorted(dated, key=_day_and_key) == sorted((each for each in whole if each.due is not None), key=_day_and_key)
    assert {each.key: each for each in parts} == {each.key: each for each in whole}


def _day_and_key(each: Obligation) -> Any:
    return each.due, each.key


@often
@given(agreements(), st.data())
def test_terms_that_are_written_anew_without_a_change_give_the_same_duties(signed: Agreement, draw: Data) -> None:
    """However the life is cut into stretches of the same terms, it is the same life."""
    whole = duties_of(signed, happened=meetings(draw, signed.span))
    found = composed([(span, whole) for span in cut(draw, signed.span)])
    assert {each.key: each for each in found} == {each.key: each for each in whole}


@often
@given(agreements(), st.data())
def test_no_two_obligations_have_the_same_key(signed: Agreement, draw: Data) -> None:
    keys = [each.key for each in duties_of(signed, happened=meetings(draw, signed.span))]
    assert len(keys) == len(set(keys))


@often
@given(agreements(), st.data())
def test_an_amendment_and_its_inverse_give_the_original(signed: Agreement, draw: Data) -> None:
    on, old = draw.draw(days_in(signed.span)), signed.body["steering"].meets
    assert old is not None
    times = draw.draw(st.integers(1, 6).filter(lambda number: number != old.times))
    there = change("amendment", on, 1, {"set": {"body": {"steering": {"meets": {"times": times}}}}})
    back = change("amendment", on, 2, {"set": {"body": {"steering": {"meets": {"times": old.times}}}}})
    assert duties(dossier(signed, there, back)) == duties(dossier(signed))


@often
@given(agreements(), st.data())
def test_a_term_added_and_taken_away_the_same_day_leaves_nothing(signed: Agreement, draw: Data) -> None:
    on = draw.draw(days_in(signed.span))
    extra = {"clause": "1", "says": "Mer", "kind": "report", "by": ["board"], "when": {"every": "month"}}
    there = change("amendment", on, 1, {"add": {"duty": {"extra": extra}}})
    back = change("amendment", on, 2, remove=["extra"])
    assert duties(dossier(signed, there, back)) == duties(dossier(signed))


@often
@given(agreements(), st.data())
def test_deriving_anew_after_an_amendment_keeps_every_key_of_the_other_terms(signed: Agreement, draw: Data) -> None:
    on = draw.draw(days_in(signed.span))
    extra = {"clause": "1", "says": "Mer", "kind": "report", "by": ["board"], "when": {"every": "quarter"}}
    amended = dossier(signed, change("amendment", on, 1, {"add": {"duty": {"extra": extra}}}))
    before = {each.key: each for each in duties(dossier(signed))}
    after = {each.key: each for each in duties(amended)}
    assert {key: each for key, each in after.items() if key.term != "extra"} == before


@often
@given(agreements(), st.data())
def test_another_day_for_the_same_duty_keeps_every_key(signed: Agreement, draw: Data) -> None:
    """Only the day within the period changes, so every period still owes what it owed."""
    on = draw.draw(days_in(signed.span))
    yearly = {"clause": "1", "says": "Varje år", "id": "yearly", "kind": "report", "by": ["board"]}
    days = draw.draw(st.permutations(["02-01", "06-30", "12-01"]))
    there = change("amendment", signed.span.start, 1, {"add": {"duty": {"yearly": _with_day(yearly, days[0])}}})
    amendment = change("amendment", on, 2, {"set": {"duty": {"yearly": {"when": {"due": days[1]}}}}})
    before, after = duties(dossier(signed, there)), duties(dossier(signed, there, amendment))
    assert {each.key for each in before} == {each.key for each in after}


def _with_day(term: dict[str, Any], day: str) -> dict[str, Any]:
    return {**term, "when": {"every": "year", "due": day}}


@often
@given(agreements(), st.integers(1, 24))
def test_an_extension_keeps_every_key_there_was(signed: Agreement, months: int) -> None:
    """For agreements of a year or more. In a shorter one, a yearly duty that would round away is owed in the last
    year, and an extension makes another year the last."""
    if signed.span.days < 366:
        return
    last = add_months(signed.period.last, months)
    longer = dossier(signed, change("extension", signed.period.last, last=last))
    cut_short = {duty.id for duty in signed.duty.values() if duty.last}
    before = {each.key for each in duties(dossier(signed)) if each.term not in cut_short}
    assert before <= {each.key for each in duties(longer)}


@often
@given(agreements(), st.data())
def test_what_has_happened_changes_no_key_of_a_period(signed: Agreement, draw: Data) -> None:
    meets = signed.body["steering"].meets
    if meets and meets.every == "two_months":
        return  # counted from meeting to meeting, not by period
    held = duties_of(signed, happened=meetings(draw, signed.span))
    assert {each.key for each in held} == {each.key for each in duties_of(signed)}


@often
@given(agreements(), st.data())
def test_a_meeting_that_is_held_never_brings_the_next_day_closer_than_the_meeting(
    signed: Agreement, draw: Data
) -> None:
    """Days follow each other, and those that are left can still be spread after what was held."""
    for each in duties_of(signed, happened=meetings(draw, signed.span)):
        if each.frequency and each.met_on is None and each.frequency.held and each.window.days > each.frequency.of:
            assert each.due is not None
            assert each.due >= each.frequency.held[-1], each.key
