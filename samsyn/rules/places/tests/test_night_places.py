"""The night places of the seed, worked through: 115, of which 20 for women; five or seven nights, then two."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from samsyn.rules.places import (
    Block,
    Ended,
    Given,
    Hindrance,
    How,
    Kind,
    blocks,
    closing,
    entitlement,
    latest_arrival,
    may_have,
    may_open_extra,
    may_override,
    order_of,
    own_places,
    scheme,
)
from samsyn.rules.places.tests.seeds import NIGHT, WOMEN, night_places, read_as
from samsyn.rules.quantities import DateRange
from samsyn.rules.terms import Agreement

SUNDAY = date(2019, 11, 24)
POOLS = {NIGHT: 5, WOMEN: 7}


def night(number: int) -> date:
    return SUNDAY + timedelta(days=number)


def given(agreement: Agreement, pool: str = NIGHT, first: date = SUNDAY, kind: Kind = Kind.ORDINARY) -> Given:
    return entitlement(agreement, pool, first, kind)


def held(agreement: Agreement, how: How | None = None, on: int = 0, **place: object) -> tuple[Block, ...]:
    found = given(agreement, **place)  # type: ignore[arg-type]
    return blocks(found, Ended(how, found.nights.start + timedelta(days=on)) if how else None)


@pytest.mark.parametrize(("pool", "nights"), POOLS.items())
def test_a_place_is_five_nights_or_seven_and_two_of_quarantine(pool: str, nights: int) -> None:
    found = given(night_places(), pool)
    assert (found.nights.days, found.quarantine_nights) == (nights, 2)
    assert held(night_places(), pool=pool)[0].nights.days == nights + 2


def test_ninety_five_places_are_anyone_s_and_twenty_women_s() -> None:
    assert [own_places(night_places(), pool) for pool in POOLS] == [95, 20]
    beside = read_as(night_places(), "inom-eller-utover", "utover")
    assert [own_places(beside, pool) for pool in POOLS] == [115, 20]


@pytest.mark.parametrize("pool", POOLS)
def test_the_first_night_again_is_the_one_after_the_quarantine_and_no_earlier(pool: str) -> None:
    read = night_places()
    mine, free = held(read, pool=pool), night(POOLS[pool] + 2)
    for number in range(POOLS[pool] + 2):
        answer = may_have(read, pool, night(number), "woman", blocks=mine)
        assert (answer.allowed, answer.from_when) == (False, free)
    assert may_have(read, pool, free, "woman", blocks=mine).allowed


def test_the_sentence_can_be_said_at_the_desk() -> None:
    answer = may_have(night_places(), NIGHT, night(5), "man", blocks=held(night_places()))
    assert answer.reason.says == "Plats igen från söndag 1 december, efter två nätters karens."
    assert answer.reason.clause == "Ändringar från föregående avtalsperiod st. 2"


@pytest.mark.parametrize(
    ("alternative", "again"), [(None, night(7)), ("fran-avresan", night(4)), ("ingen-karens", night(2))]
)
def test_each_reading_of_an_early_departure_has_its_day(alternative: str | None, again: date) -> None:
    read = read_as(night_places(), "karens-tidigt-slut", alternative) if alternative else night_places()
    found = closing(given(read), Ended(How.LEFT, night(2)))
    assert (found.again_from, found.slept) == (again, DateRange(SUNDAY, night(2)))
    assert may_have(read, NIGHT, night(2), "man", blocks=found.blocks).from_when == again
    assert "karens-tidigt-slut" in found.reason.assumptions


@pytest.mark.parametrize(
    ("alternative", "again"), [(None, night(0)), ("fran-forsta-natten", night(2)), ("full-karens", night(7))]
)
def test_each_reading_of_a_no_show_has_its_day(alternative: str | None, again: date) -> None:
    read = read_as(night_places(), "karens-utebliven", alternative) if alternative else night_places()
    found = closing(given(read), Ended(How.NO_SHOW, night(0)))
    assert (found.again_from, found.slept) == (again, None)
    assert may_have(read, NIGHT, night(0), "man", blocks=found.blocks).from_when == again
    assert found.reason.assumptions == ("karens-utebliven",)


def test_a_refusal_after_an_early_departure_names_the_reading() -> None:
    left = held(night_places(), How.LEFT, 2)
    answer = may_have(night_places(), NIGHT, night(3), "man", blocks=left)
    assert (answer.hindrance, answer.reason.assumptions) == (Hindrance.QUARANTINE, ("karens-tidigt-slut",))


def test_from_an_ordinary_place_to_a_woman_s_place_depends_on_a_reading_in_either_pool() -> None:
    answer = may_have(night_places(), WOMEN, night(5), "woman", blocks=held(night_places()))
    assert answer.from_when == night(7)
    assert answer.reason.assumptions == ("karens-mellan-verksamheter", "karens-mellan-verksamheter-kvinnor")
    for assumption in answer.reason.assumptions:
        read = read_as(night_places(), assumption, "samma-slag")
        answer = may_have(read, WOMEN, night(5), "woman", blocks=held(read))
        assert answer.allowed
        assert assumption in answer.reason.assumptions


@pytest.mark.parametrize("pool", POOLS)
def test_quarantine_does_not_keep_from_a_cold_night_unless_the_parties_say_so(pool: str) -> None:
    read, assumption = night_places(), "karens-hindrar-extra" + ("-kvinnor" if pool == WOMEN else "")
    mine = held(read, pool=pool)
    end = POOLS[pool]
    answer = may_have(read, pool, night(end), "woman", Kind.COLD_NIGHT, mine)
    assert answer.allowed
    assert assumption in answer.reason.assumptions
    other = read_as(read, assumption, "karens-hindrar")
    refused = may_have(other, pool, night(end), "woman", Kind.COLD_NIGHT, held(other, pool=pool))
    assert (refused.hindrance, refused.from_when) == (Hindrance.QUARANTINE, night(end + 2))


@pytest.mark.parametrize(
    ("kind", "assumption", "alternative"),
    [
        (Kind.COLD_NIGHT, "karens-extra-natt", "karens-aven-extra"),
        (Kind.SPECIAL_EVENT, "karens-sarskild-handelse", "karens-aven-handelse"),
    ],
)
def test_an_extra_place_gives_a_quarantine_only_if_the_parties_say_so(
    kind: Kind, assumption: str, alternative: str
) -> None:
    read = night_places()
    assert may_have(read, NIGHT, night(1), "man", blocks=held(read, kind=kind)).allowed
    assert assumption in given(read, kind=kind).reason.assumptions
    other = read_as(read, assumption, alternative)
    mine = held(other, kind=kind)
    assert may_have(other, NIGHT, night(1), "man", blocks=mine).from_when == night(3)
    assert may_have(other, NIGHT, night(1), "man", kind, mine).allowed


@pytest.mark.parametrize("sex", ["woman", "man", "other", "not_stated"])
def test_who_may_have_a_woman_s_place_is_a_reading(sex: str) -> None:
    wide = read_as(night_places(), "vem-kvinnoplatser", "alla-utom-man")
    narrow = may_have(night_places(), WOMEN, SUNDAY, sex)  # type: ignore[arg-type]
    assert narrow.allowed is (sex == "woman")
    assert narrow.allowed or narrow.reason.assumptions == ("vem-kvinnoplatser",)
    assert may_have(wide, WOMEN, SUNDAY, sex).allowed is (sex != "man")  # type: ignore[arg-type]


def test_who_may_break_a_quarantine_is_a_reading_and_may_be_nobody() -> None:
    read = night_places()
    desk = may_override(read, NIGHT, "ny-gemenskap", {"samordningsfunktion"})
    assert (desk.allowed, desk.reason.assumptions) == (True, ("undantag-fran-karens",))
    nobody = read_as(read, "undantag-fran-karens", "ingen-gor-undantag")
    assert not may_override(nobody, NIGHT, "ny-gemenskap", {"samordningsfunktion"}).allowed
    board = read_as(read, "undantag-fran-karens", "socialforvaltningen-gor-undantag")
    assert may_override(board, NIGHT, "socialnamnden").allowed


def test_the_line_and_the_latest_hour_are_readings() -> None:
    read = night_places()
    assert (order_of(read, NIGHT)[0], latest_arrival(read, NIGHT, SUNDAY).at) == ("arrival", None)
    assert order_of(read_as(read, "turordning", "lottning"), NIGHT)[0] == "lottery"
    at = latest_arrival(read_as(read, "senaste-ankomst", "samma-kvall"), NIGHT, SUNDAY)
    assert at.reason.says == "Kom senast söndag 24 november 21.00. Sedan går platsen till nästa i kön."
    assert at.reason.assumptions == ("senaste-ankomst",)


def test_extra_places_are_opened_for_either_pool_by_the_one_who_coordinates() -> None:
    found = may_open_extra(night_places(), WOMEN, Kind.COLD_NIGHT, SUNDAY)
    assert (found.allowed, found.reason.says) == (True, "Samordningsfunktionen beslutar.")
    limited = read_as(night_places(), "extra-kall-natt", "smhi-minus-sju")
    assert not may_open_extra(limited, NIGHT, Kind.COLD_NIGHT, date(2019, 10, 31)).allowed
    assert may_open_extra(limited, NIGHT, Kind.COLD_NIGHT, date(2020, 3, 31)).allowed


def test_on_the_last_night_of_the_agreement_a_place_is_given_in_full_and_the_night_after_none() -> None:
    last = night_places().period.last
    found = may_have(night_places(), NIGHT, last, "man")
    assert found.allowed
    assert found.given is not None
    assert found.given.beyond
    assert found.given.nights.days == 5
    assert may_have(night_places(), NIGHT, last + timedelta(days=1), "man").hindrance is Hindrance.NOT_IN_FORCE


def test_every_reading_of_the_pools_is_named_by_some_answer() -> None:
    """An open question that no answer depends on would be asked for nothing, or an answer hides what it rests on."""
    named: set[str] = set()
    for pool in POOLS:
        read = night_places()
        named |= set(order_of(read, pool)[1].assumptions) | set(latest_arrival(read, pool, SUNDAY).reason.assumptions)
        named |= set(may_override(read, pool, None).reason.assumptions)
        named |= set(may_have(read, WOMEN, SUNDAY, "man").reason.assumptions)
        for kind in Kind:
            mine = held(read, pool=pool, kind=kind)
            named |= set(given(read, pool, kind=kind).reason.assumptions)
            for asked in POOLS:
                for again in Kind:
                    end = night(POOLS[pool])
                    named |= set(may_have(read, asked, end, "woman", again, mine).reason.assumptions)
        for how in (How.LEFT, How.NO_SHOW):
            named |= set(closing(given(read, pool), Ended(how, SUNDAY)).reason.assumptions)
    computed = {
        each.id
        for pool in POOLS
        for each in night_places().pool[pool].assumption
        if any("places" not in other.set and other.set for other in each.alternatives)
    }
    assert computed - named == set()


def test_the_scheme_of_both_pools_is_the_whole_one() -> None:
    assert {scheme(night_places(), pool) for pool in POOLS} == {NIGHT}
    assert {scheme(night_places(), pool, Kind.COLD_NIGHT) for pool in POOLS} == {f"extra:{NIGHT}"}
