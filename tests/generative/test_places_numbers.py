"""Any numbers in any agreement: the first night is the first, blocks lose no night, steps stay within the placement."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from samsyn.rules.meetings import SWEDEN
from samsyn.rules.places import (
    Barred,
    Block,
    Kind,
    Waiting,
    entitlement,
    forecast,
    last_day,
    lifted,
    may_have,
    ordered,
    steps_due,
    tonight,
    united,
)
from samsyn.rules.quantities import DateRange, add_months
from samsyn.rules.terms import Agreement
from tests.generative.agreements import SAYS, agreement
from tests.generative.places import BEDS, FIRST, LAST, WOMEN, run, shelters

often = settings(deadline=None, max_examples=150)
days = st.dates(FIRST - timedelta(days=10), LAST + timedelta(days=10))
POOLS = (BEDS, WOMEN, "")
START = datetime(2026, 1, 1, tzinfo=UTC)
SCHEMES = (BEDS, WOMEN, f"extra:{BEDS}")


@st.composite
def ranges(draw: st.DrawFn) -> DateRange:
    first = draw(days)
    return DateRange(first, first + timedelta(days=draw(st.integers(1, 15))))


@st.composite
def any_blocks(draw: st.DrawFn) -> list[Block]:
    """Blocks in any schemes, each with any part of it slept."""
    found = []
    for number in range(draw(st.integers(0, 6))):
        nights = draw(ranges())
        slept = draw(st.integers(0, nights.days))
        stay_until = nights.start + timedelta(days=slept)
        found.append(
            Block(draw(st.sampled_from(SCHEMES)), nights, stay_until, str(number), draw(st.sampled_from(POOLS)))
        )
    return found


bars = st.lists(ranges().map(lambda nights: Barred("site", nights)), max_size=3)


@often
@given(shelters(), any_blocks(), bars, days, st.sampled_from([BEDS, WOMEN]), st.sampled_from(list(Kind)))
def test_from_when_is_the_first_night_on_which_the_answer_is_yes(
    terms: Agreement, blocks: list[Block], barred: list[Barred], first: date, pool: str, kind: Kind
) -> None:
    def ask(night: date) -> Any:
        return may_have(terms, pool, night, "woman", kind, blocks, barred, "site")

    nights = (first + timedelta(days=n) for n in range(120))
    assert ask(first).from_when == next((night for night in nights if ask(night).allowed), None)


@often
@given(shelters(), any_blocks(), bars, days, st.sampled_from([BEDS, WOMEN]), st.sampled_from(list(Kind)))
def test_a_no_has_a_sentence_and_a_clause_unless_it_is_a_bar(
    terms: Agreement, blocks: list[Block], barred: list[Barred], first: date, pool: str, kind: Kind
) -> None:
    answer = may_have(terms, pool, first, "woman", kind, blocks, barred, "site")
    assert answer.reason.says.endswith(".")
    assert answer.allowed is (answer.hindrance is None) is (answer.given is not None)
    assert answer.reason.clause or answer.hindrance == "barred_here"


@often
@given(any_blocks())
def test_united_blocks_hold_the_same_nights_and_no_night_twice(blocks: list[Block]) -> None:
    found = united(blocks)
    for scheme in SCHEMES:
        before = [
            night for each in blocks if each.scheme == scheme for night in run(each.nights.start, each.nights.days)
        ]
        after = [night for each in found.get(scheme, ()) for night in run(each.nights.start, each.nights.days)]
        assert sorted(after) == sorted(set(before))
    assert {scheme: united(each)[scheme] for scheme, each in found.items()} == found


@often
@given(any_blocks(), st.randoms(use_true_random=False))
def test_united_blocks_do_not_depend_on_their_order_and_only_lower_ends_are_raised(
    blocks: list[Block], chance: Any
) -> None:
    mixed = list(blocks)
    chance.shuffle(mixed)
    assert united(mixed) == united(blocks)
    before = {each.id: each for each in blocks}
    for each in (kept for found in united(blocks).values() for kept in found):
        assert each.nights.end == before[each.id].nights.end
        assert each.nights.start >= before[each.id].nights.start


@often
@given(any_blocks(), days)
def test_a_broken_quarantine_keeps_every_night_before_it_and_none_after(blocks: list[Block], night: date) -> None:
    for block in blocks:
        if block.stay_until <= night:
            left = lifted(block, night)
            kept = run(left.nights.start, left.nights.days) if left else set()
            assert kept == {each for each in run(block.nights.start, block.nights.days) if each < night}


@st.composite
def trainings(draw: st.DrawFn) -> Agreement:
    pool = {**SAYS, "id": "training", "kind": "training", "places": draw(st.integers(1, 40)), "by": ["board"]}
    pool["months"] = draw(st.integers(1, 12))
    parts = st.lists(st.sampled_from(["start", "during", "end"]), unique=True, max_size=3)
    steps = {
        f"step-{n}": {
            **SAYS, "id": f"step-{n}", "pool": "training", "kind": "follow_up", "at": draw(parts),
            "at_least": draw(st.integers(1, 5)), "days": draw(st.none() | st.integers(0, 90)),
        }
        for n in range(draw(st.integers(0, 4)))
    }  # fmt: skip
    return agreement({
        "agreement": {"id": "generated", "name": "Ett", "title": "Ett", "purpose": "Att.", "purpose_clause": "1"},
        "source": {**SAYS, "id": "source", "status": "signed"},
        "period": {**SAYS, "id": "period", "first": date(2026, 1, 1), "last": date(2026, 12, 31)},
        "party": {name: {**SAYS, "id": name, "name": name, "kind": "civil"} for name in ("board", "association")},
        "pool": {"training": pool},
        "step": steps,
    })  # fmt: skip


@often
@given(trainings(), days, st.integers(1, 400))
def test_steps_lie_within_the_placement_in_order_and_at_least_as_many_as_the_agreement_says(
    terms: Agreement, first: date, length: int
) -> None:
    last = first + timedelta(days=length - 1)
    found = steps_due(terms, "training", first, last)
    assert found == sorted(found, key=lambda each: each.due)
    for step in terms.step.values():
        mine = sorted((each for each in found if each.step_id == step.id), key=lambda each: each.occurrence)
        assert [each.occurrence for each in mine] == list(range(1, mine[0].of + 1))
        assert len(mine) >= max(step.at_least, len(step.at))
        assert {each.at for each in mine} >= set(step.at)
        assert all(first <= each.due <= last for each in mine)
        between = [each.due for each in mine if each.at == "during"]
        assert between == sorted(between)


@often
@given(trainings(), days, st.integers(1, 200), st.integers(1, 100))
def test_an_extension_renumbers_no_step_and_brings_none_closer(
    terms: Agreement, first: date, length: int, more: int
) -> None:
    last = first + timedelta(days=length - 1)
    before = {(each.step_id, each.occurrence): each for each in steps_due(terms, "training", first, last)}
    longer = steps_due(terms, "training", first, last + timedelta(days=more))
    assert {(each.step_id, each.occurrence) for each in longer} == set(before)
    assert all(each.due >= before[each.step_id, each.occurrence].due for each in longer)


@often
@given(trainings(), st.lists(st.tuples(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(1, 9)), max_size=9),
       st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(1, 6))  # fmt: skip
def test_an_extension_never_raises_a_forecast_and_nobody_who_began_is_forgotten(
    terms: Agreement, taken: list[tuple[date, int]], today: date, more: int
) -> None:
    assume(len(taken) <= terms.pool["training"].places)
    started = [first for first, _ in taken]
    spans = [DateRange(first, add_months(first, months)) for first, months in taken]
    longer = [DateRange(each.start, add_months(each.end, more)) for each in spans]
    now, later = (forecast(terms, "training", started, each, today) for each in (spans, longer))
    assert now.expected >= later.expected >= len(started)
    assert now.individuals_so_far == now.places_so_far == sum(first <= today for first in started)


@often
@given(days, st.integers(1, 24))
def test_a_month_s_length_is_never_more_than_the_months_and_a_later_start_never_ends_earlier(
    first: date, months: int
) -> None:
    last = last_day(first, months)
    assert add_months(first, months) - timedelta(days=1) <= last <= add_months(first, months)
    assert last <= last_day(first + timedelta(days=1), months)


@often
@given(st.integers(0, 2 * 365 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes)))
def test_every_instant_belongs_to_one_night_and_nights_follow_each_other(at: datetime) -> None:
    night, later = tonight(at), tonight(at + timedelta(hours=1))
    assert later - night in (timedelta(0), timedelta(days=1))
    assert night in (at.astimezone(SWEDEN).date(), at.astimezone(SWEDEN).date() - timedelta(days=1))


@often
@given(st.lists(st.integers(0, 99), unique=True, max_size=12), st.sampled_from(["arrival", "priority", "lottery"]),
       st.text(min_size=1, max_size=5), st.randoms(use_true_random=False))  # fmt: skip
def test_a_line_holds_the_same_people_in_the_same_order_however_it_was_written(
    arrived: list[int], order: Any, seed: str, chance: Any
) -> None:
    line = [Waiting(f"guest-{n}", n, n % 3 == 0) for n in arrived]
    found = ordered(line, order, seed)
    assert sorted(found, key=line.index) == line
    chance.shuffle(line)
    assert ordered(line, order, seed) == found


@often
@given(shelters(), days, st.sampled_from([BEDS, WOMEN]), st.sampled_from(list(Kind)))
def test_what_is_given_begins_on_the_night_and_says_if_it_reaches_past_the_end(
    terms: Agreement, first: date, pool: str, kind: Kind
) -> None:
    found = entitlement(terms, pool, first, kind)
    assert found.nights.start == first
    assert found.beyond is (FIRST <= first <= LAST < found.nights.last)
    assert found.beyond is ("places-beyond-the-end" in found.reason.assumptions)
