"""May this person have a place from this night

The answer is yes with what is given, or no with the first thing in the way, its clause, and the first night on which it
would be yes.
"""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from samsyn.rules.meetings import SWEDEN
from samsyn.rules.places import (
    Barred,
    Block,
    Ended,
    Hindrance,
    How,
    Kind,
    blocks,
    entitlement,
    full,
    is_minor,
    may_have,
    may_override,
    open_at,
    renamed,
    scheme,
)
from samsyn.rules.quantities import DateRange
from samsyn.rules.terms import Agreement
from tests.spec.small import agreement

BEDS = """
    [body.desk]
    clause = "3"
    says = "Samordningen ger platser."
    name = "Samordningen"
    kind = "coordination"
    members = [{ function = "Samordnare", party = "the-association" }]

    [pool.beds]
    clause = "4"
    says = "Fyrtio platser i fem nätter, sedan två nätters karens."
    kind = "night"
    places = 40
    nights = 5
    quarantine = { nights = 2, RULES }

    [pool.women]
    clause = "5"
    says = "Tio av dem är kvinnors, i sju nätter."
    kind = "night"
    places = 10
    part_of = "beds"
    reserved_for = "Kvinnor"
    sexes = ["woman"]
    nights = 7
    quarantine = { nights = 2, RULES }
"""


def day(number: int, month: int = 11) -> date:
    return date(2026, month, number)


def terms(rules: str = "", more: str = "") -> Agreement:
    return agreement(BEDS.replace(", RULES", f", {rules}" if rules else "") + more).agreement


def place(pool: str, first: date, rules: str = "", ended: Ended | None = None, kind: Kind = Kind.ORDINARY) -> Block:
    """What a place in the pool blocked."""
    return blocks(entitlement(terms(rules), pool, first, kind), ended)[0]


FIVE_NIGHTS = place("beds", day(22))


def test_who_has_no_place_and_no_quarantine_may_have_one() -> None:
    answer = may_have(terms(), "beds", day(28), "man")
    assert answer.allowed
    assert answer.from_when == day(28)
    assert answer.given is not None
    assert answer.given.nights == DateRange(day(28), day(3, 12))


def test_who_has_a_place_is_told_until_when_and_when_the_next_may_begin() -> None:
    answer = may_have(terms(), "beds", day(25), "man", blocks=[FIVE_NIGHTS])
    assert (answer.hindrance, answer.from_when) == (Hindrance.HAS_A_PLACE, day(29))
    assert answer.reason.says == (
        "Har redan en plats till och med natten torsdag 26 november. "
        "Ny plats från söndag 29 november, efter två nätters karens."
    )


def test_in_quarantine_the_return_date_is_said() -> None:
    for night in (day(27), day(28)):
        answer = may_have(terms(), "beds", night, "man", blocks=[FIVE_NIGHTS])
        assert (answer.hindrance, answer.from_when) == (Hindrance.QUARANTINE, day(29))
        assert answer.reason.says == "Plats igen från söndag 29 november, efter två nätters karens."
        assert answer.reason.clause == "4"
    assert may_have(terms(), "beds", day(29), "man", blocks=[FIVE_NIGHTS]).allowed


def test_a_place_that_begins_later_must_not_fall_within_the_new_one_or_its_quarantine() -> None:
    """A place from the 25th is promised. Five nights and two from the 19th end on the 26th: too late."""
    later = place("beds", day(25))
    answer = may_have(terms(), "beds", day(19), "man", blocks=[later])
    assert (answer.hindrance, answer.from_when) == (Hindrance.HAS_A_PLACE, day(2, 12))
    assert may_have(terms(), "beds", day(18), "man", blocks=[later]).allowed


def test_two_quarantines_do_not_overlap_either() -> None:
    """The place from the 25th was given up beforehand, and its quarantine stands."""
    rules = 'after_no_show = "full"'
    given_up = place("beds", day(25), rules, Ended(How.NO_SHOW, day(25)))
    answer = may_have(terms(rules), "beds", day(19), "man", blocks=[given_up])
    assert (answer.hindrance, answer.from_when) == (Hindrance.QUARANTINE, day(2, 12))


def test_the_quarantine_after_one_pool_holds_in_the_others_where_the_agreement_says_all() -> None:
    assert scheme(terms(), "women") == "beds"
    assert may_have(terms(), "women", day(27), "woman", blocks=[FIVE_NIGHTS]).from_when == day(29)


def test_where_it_holds_in_the_same_pool_alone_a_woman_goes_from_one_to_the_other_at_once() -> None:
    """Still not on the same night: nobody sleeps in two places."""
    rules = 'across_pools = "same_pool"'
    slept = place("beds", day(22), rules)
    assert scheme(terms(rules), "women") == "own:women"
    assert may_have(terms(rules), "women", day(27), "woman", blocks=[slept]).allowed
    answer = may_have(terms(rules), "women", day(24), "woman", blocks=[slept])
    assert (answer.hindrance, answer.from_when) == (Hindrance.HAS_A_PLACE, day(27))


def test_where_one_pool_says_all_and_the_other_the_same_pool_neither_keeps_from_the_other() -> None:
    """The two quarantines are one rule between the pools: an answer in either of them parts them."""
    rules = 'across_pools = "same_pool"', 'across_pools = "all"'
    for one, other in (rules, rules[::-1]):
        read = agreement(BEDS.replace("RULES", one, 1).replace("RULES", other)).agreement
        assert scheme(read, "women") != scheme(read, "beds")


def test_a_quarantine_that_began_under_another_reading_counts_as_the_clause_is_read_now() -> None:
    """Its name is never a name of the other reading, so that what the database holds apart is what the rules say."""
    alone = terms('across_pools = "same_pool"')
    assert renamed(terms(), "women", scheme(alone, "women")) == scheme(terms(), "women")
    assert renamed(alone, "women", scheme(terms(), "women")) == scheme(alone, "women")
    assert renamed(alone, "beds", "extra:beds") == "extra:beds"
    names = {scheme(read, pool) for read in (terms(),) for pool in ("beds", "women")}
    assert names.isdisjoint({scheme(alone, pool) for pool in ("beds", "women")})


def test_a_block_of_a_pool_that_is_gone_keeps_its_name() -> None:
    assert renamed(terms(), "gone", "gone") == "gone"


@pytest.mark.parametrize("sex", ["man", "other", "not_stated"])
def test_a_reserved_place_is_for_those_who_say_that_they_are_of_the_group(sex: str) -> None:
    answer = may_have(terms(), "women", day(28), sex)  # type: ignore[arg-type]
    assert (answer.hindrance, answer.from_when, answer.reason.clause) == (Hindrance.WRONG_SEX, None, "5")
    assert answer.reason.says == "Platserna är reserverade: kvinnor. Fråga om en annan plats."
    assert may_have(terms(), "beds", day(28), "woman").allowed


def test_a_quarantine_does_not_keep_from_an_extra_place_unless_the_agreement_says_so() -> None:
    assert scheme(terms(), "women", Kind.COLD_NIGHT) == "extra:beds"
    assert may_have(terms(), "beds", day(28), "man", Kind.COLD_NIGHT, [FIVE_NIGHTS]).allowed
    rules = "holds_on_extra_nights = true"
    answer = may_have(terms(rules), "beds", day(28), "man", Kind.COLD_NIGHT, [place("beds", day(22), rules)])
    assert (answer.hindrance, answer.from_when) == (Hindrance.QUARANTINE, day(29))


def test_who_has_a_place_needs_no_extra_one_the_same_night() -> None:
    answer = may_have(terms(), "beds", day(25), "man", Kind.COLD_NIGHT, [FIVE_NIGHTS])
    assert (answer.hindrance, answer.from_when) == (Hindrance.HAS_A_PLACE, day(27))


def test_after_an_extra_night_an_ordinary_place_may_begin_the_next() -> None:
    extra = place("beds", day(27), kind=Kind.COLD_NIGHT)
    assert may_have(terms(), "beds", day(27), "man", blocks=[extra]).from_when == day(28)


def test_a_bar_holds_at_its_site_and_ends_by_itself() -> None:
    bar = Barred("north", DateRange(day(20), day(4, 12)))
    answer = may_have(terms(), "beds", day(28), "man", bars=[bar], site="north")
    assert (answer.hindrance, answer.from_when) == (Hindrance.BARRED_HERE, day(4, 12))
    assert answer.reason.says == "Avstängd här till och med torsdag 3 december. Plats igen från fredag 4 december."
    assert may_have(terms(), "beds", day(28), "man", bars=[bar], site="south").allowed


def test_the_first_night_is_after_everything_that_is_in_the_way() -> None:
    """Quarantine until the 29th, barred until the 4th, and a place that is promised from the 6th."""
    bar = Barred("north", DateRange(day(20), day(4, 12)))
    promised = place("beds", day(6, 12))
    answer = may_have(terms(), "beds", day(28), "man", blocks=[FIVE_NIGHTS, promised], bars=[bar], site="north")
    assert answer.from_when == day(13, 12)


def test_a_minor_is_never_placed() -> None:
    answer = may_have(terms(), "beds", day(28), "man", minor=True)
    assert (answer.hindrance, answer.from_when) == (Hindrance.MINOR, None)
    assert answer.reason.says == "Gästen är under 18 år och får ingen plats här. Ring socialjouren."
    assert is_minor(2009, day(28)) is True
    assert is_minor(2008, day(28)) is None
    assert is_minor(2007, day(28)) is False


def test_no_place_is_given_on_a_night_when_the_agreement_does_not_hold() -> None:
    early = may_have(terms(), "beds", date(2025, 12, 30), "man")
    assert (early.hindrance, early.from_when, early.reason.clause) == (Hindrance.NOT_IN_FORCE, date(2026, 1, 1), "1")
    late = may_have(terms(), "beds", date(2029, 1, 1), "man")
    assert (late.hindrance, late.from_when) == (Hindrance.NOT_IN_FORCE, None)
    extended = DateRange.through(date(2026, 1, 1), date(2029, 12, 31))
    assert may_have(terms(), "beds", date(2029, 1, 1), "man", life=extended).allowed


def test_a_pool_that_ends_before_the_agreement_gives_no_place_after_its_last_day() -> None:
    read = terms(more="    first = 2026-11-01\n    last = 2026-11-27")
    assert may_have(read, "women", day(27), "woman").allowed
    assert may_have(read, "women", day(28), "woman").hindrance is Hindrance.NOT_IN_FORCE
    assert may_have(read, "women", day(30, 10), "woman").from_when == day(1)


def test_when_no_place_is_free_the_counter_of_places_says_so() -> None:
    answer = full(terms(), "women", day(28), day(30))
    assert (answer.hindrance, answer.from_when, answer.reason.clause) == (Hindrance.FULL, day(30), "5")
    assert answer.reason.says == "Fullt natten lördag 28 november. Nästa lediga plats är från måndag 30 november."


INTAKE = """
    intake_only_there = true

    [intake_point.church]
    clause = "6"
    says = "Inskrivning vardagar 10.00–11.30."
    name = "Kyrkan"
    pools = ["beds", "women"]
    days = ["mon", "tue", "wed", "thu", "fri"]
    opens = "10:00"
    closes = "11:30"
"""


def at(number: int, clock: str) -> datetime:
    return datetime.combine(day(number), time.fromisoformat(clock), SWEDEN)


def test_places_are_given_at_the_named_points_and_hours() -> None:
    read = terms(more=INTAKE)
    assert open_at(read, "women", at(27, "10:00")).points == ("church",)
    for closed in (at(27, "09:59"), at(27, "11:30"), at(28, "10:30")):
        assert not open_at(read, "women", closed).allowed


def test_outside_the_hours_one_is_told_when_it_opens_and_which_night_that_can_give() -> None:
    """On Saturday at three: the next hour is on Monday, and the first night that of Monday."""
    read = terms(more=INTAKE)
    closed = open_at(read, "women", at(28, "15:00"))
    assert closed.opens_next == at(30, "10:00")
    assert closed.reason.says == "Inskrivningen är stängd. Den öppnar måndag 30 november 10.00, Kyrkan."
    answer = may_have(read, "women", day(28), "woman", intake=closed)
    assert (answer.hindrance, answer.from_when) == (Hindrance.INTAKE_CLOSED, day(30))


def test_where_places_are_given_elsewhere_too_the_hours_do_not_bind() -> None:
    assert open_at(terms(more=INTAKE.replace("true", "false", 1)), "women", at(28, "15:00")).allowed


def test_a_point_without_hours_is_open_all_its_days() -> None:
    read = terms(more=INTAKE.replace('opens = "10:00"', "").replace('closes = "11:30"', ""))
    assert open_at(read, "women", at(27, "23:59")).allowed
    assert not open_at(read, "women", at(28, "00:00")).allowed
    assert open_at(read, "women", at(28, "00:00")).opens_next == at(30, "00:00")


def test_hours_after_midnight_are_a_point_of_their_own_and_give_a_place_for_the_night_that_is_ending() -> None:
    late = INTAKE.split("intake_only_there = true")[1].replace("church", "late").replace("10:00", "00:00")
    read = terms(more=INTAKE + late.replace("11:30", "02:00"))
    assert open_at(read, "women", at(27, "01:59")).points == ("late",)
    assert not open_at(read, "women", at(27, "02:00")).allowed


def test_a_quarantine_or_a_bar_is_broken_by_those_the_agreement_names() -> None:
    named = terms(more='    override_by = ["the-municipality"]')
    assert may_override(named, "women", "the-municipality").allowed
    assert not may_override(named, "women", "the-association", {"desk"}).allowed
    assert may_override(named, "women", None).reason.says == (
        "Nämnden får göra undantag från karens och avstängning, med skäl."
    )


def test_a_body_that_is_named_is_those_who_have_a_seat_in_it() -> None:
    named = terms(more='    override_by = ["desk"]')
    assert may_override(named, "women", "the-association", {"desk"}).allowed
    assert not may_override(named, "women", "the-association").allowed


def test_where_nobody_is_named_nobody_may() -> None:
    found = may_override(terms(), "beds", "the-municipality", {"desk"})
    assert (found.allowed, found.reason.says) == (False, "Ingen får göra undantag från karens och avstängning.")


def test_an_early_departure_is_answered_by_its_reading() -> None:
    rules = 'after_early_departure = "from_departure"'
    left = place("beds", day(22), rules, Ended(How.LEFT, day(24)))
    assert may_have(terms(rules), "beds", day(25), "man", blocks=[left]).from_when == day(26)
