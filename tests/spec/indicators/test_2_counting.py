"""How anything is counted: what is missing, what is not measured, and splits that add up

The half-year is January to June 2026, looked at when it is over. «31, 2 missing» is a sum with two open days on which
nothing was counted.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from samsyn.rules.indicators import counts, figure_from_plain, plain_figure
from samsyn.rules.indicators.different import Word, different
from samsyn.rules.indicators.facts import Fact, Taken
from samsyn.rules.terms.indicators import Indicator, Reached, Where
from tests.spec.indicators.said import DAY, HALF, counted, lines, shown, terms_of

TERMS = terms_of("arbetstraning")
APRIL, JULY = date(2026, 4, 1), date(2026, 7, 1)


def indicator(**said: Any) -> Indicator:
    given: dict[str, Any] = {"measure": "count", "facts": ("visits",), "split": ("sex",), "level": "output"} | said
    return Indicator(id="it", clause="1", says="Det.", name="Det", of="Det", unit="gånger", **given)


def visits(n: int, day: date = DAY, **said: Any) -> Fact:
    return Fact("visits", day, n=n, **said)


def closed(day: date = DAY) -> Fact:
    return Fact("visits", day, n=0, gap=True)


def test_only_what_lies_in_the_period_is_counted_and_nothing_of_days_to_come() -> None:
    facts = [visits(31), visits(7, JULY), visits(5, date(2025, 12, 31)), visits(2, APRIL)]
    assert shown(counted(indicator(), TERMS, *facts).value) == "33, 0 missing"
    assert shown(counted(indicator(), TERMS, *facts, today=DAY).value) == "31, 0 missing"


def test_an_open_day_without_a_count_is_missing_and_not_nought() -> None:
    assert shown(counted(indicator(), TERMS, visits(31), closed(APRIL), closed()).value) == "31, 2 missing"


def test_where_nobody_counted_at_all_it_is_not_measured() -> None:
    assert shown(counted(indicator(), TERMS, closed(), closed(APRIL)).value) == "not measured: not_counted, 2 in all"
    assert shown(counted(indicator(), TERMS).value) == "not measured: not_counted, 0 in all"


def test_a_time_without_any_contact_or_night_written_down_is_not_measured_but_one_without_occasions_is_nought() -> None:
    for kind in ("contacts", "nights", "guests", "place_nights"):
        assert shown(counted(indicator(facts=(kind,)), TERMS).value) == "not measured: not_counted, 0 in all"
    assert shown(counted(indicator(facts=("heads",)), TERMS).value) == "0, 0 missing"


def test_a_service_that_nobody_used_where_others_were_counted_is_nought() -> None:
    lunches = indicator(facts=("services",), where=Where(service=("lunch",)))
    assert shown(counted(lunches, TERMS, visits(31)).value) == "0, 0 missing"


def test_nothing_in_samsyn_measures_it_is_an_answer() -> None:
    assert shown(counted(indicator(facts=()), TERMS, visits(31)).value) == "not measured: no_facts, 0 in all"


def test_of_a_period_that_lies_ahead_nothing_is_said() -> None:
    early = counted(indicator(), TERMS, visits(31), today=date(2025, 12, 31))
    assert shown(early.value) == "not measured: not_started, 0 in all"


def test_a_split_adds_up_with_those_who_did_not_say() -> None:
    made = counted(indicator(), TERMS, visits(20, sex="woman"), visits(4, sex="not_stated"), visits(7))
    assert shown(made.value) == "31, 0 missing"
    assert lines(made, "sex") == {"woman": "20, 0 missing", "man": "0, 0 missing", "not_stated": "11, 0 missing"}


def test_where_nobody_was_asked_there_is_one_line_and_no_women() -> None:
    assert lines(counted(indicator(), TERMS, visits(31)), "sex") == {"not_stated": "31, 0 missing"}


def test_sex_is_crossed_with_each_other_split_and_adds_up_there_too() -> None:
    facts = [visits(20, sex="woman", age_band="13-17"), visits(7, sex="man", age_band="6-9"), visits(4, sex="woman")]
    made = counted(indicator(split=("sex", "age_band")), TERMS, *facts)
    assert list(lines(made, "age_band")) == ["6-9", "13-17", "not_stated"]
    crossed = {keys: value for keys, value in lines(made, "sex", "age_band").items() if not value.startswith("0,")}
    assert crossed == {
        "woman 13-17": "20, 0 missing",
        "woman not_stated": "4, 0 missing",
        "man 6-9": "7, 0 missing",
    }


def test_someone_who_states_another_sex_later_is_of_that_one_throughout() -> None:
    first, last = Fact("guests", DAY, person="a", sex="not_stated"), Fact("guests", APRIL, person="a", sex="woman")
    made = counted(indicator(measure="distinct", facts=("guests",)), TERMS, first, last)
    assert (shown(made.value), lines(made, "sex")) == (
        "1, 0 missing",
        {"woman": "1, 0 missing", "man": "0, 0 missing"},
    )


def test_guests_who_are_forgotten_cannot_be_told_apart() -> None:
    known, forgotten = Fact("guests", DAY, person="a"), Fact("guests", DAY, rows=3)
    made = counted(indicator(measure="distinct", facts=("guests",)), TERMS, known, known, forgotten)
    assert shown(made.value) == "1, 3 missing"


def nights(n: int, site: str = "kajen", **said: Any) -> Fact:
    return Fact("nights", DAY, n=n, site=site, **said)


def test_a_ratio_is_kept_as_what_it_is_made_of() -> None:
    used = indicator(measure="ratio", facts=("nights",), over=("place_nights",), split=("site",))
    places = [Fact("place_nights", DAY, n=181 * 4, site="kajen"), Fact("place_nights", DAY, n=181 * 2, site="lyktan")]
    made = counted(used, TERMS, nights(600), nights(300, "lyktan"), *places)
    assert shown(made.value) == f"900/{181 * 6}, 0 missing"
    assert lines(made, "site") == {"kajen": "600/724, 0 missing", "lyktan": "300/362, 0 missing"}
    assert shown(counted(used, TERMS, nights(600)).value) == "not measured: no_whole, 0 in all"


def test_a_share_of_women_says_how_many_did_not_say() -> None:
    share = indicator(measure="ratio", facts=("visits",), where=Where(sex=("woman",)), split=())
    assert shown(counted(share, TERMS, visits(20, sex="woman"), visits(8, sex="man"), visits(3)).value) == (
        "20/31, 3 missing"
    )
    assert shown(counted(share, TERMS, visits(31)).value) == "not measured: not_asked, 31 in all"


def test_hours_are_exact_and_rest_on_so_many_shifts() -> None:
    hours = indicator(measure="sum", facts=("hours",), split=())
    reported = [Fact("hours", DAY, n=Fraction(9, 4), rows=1), Fact("hours", DAY, n=Fraction(6), rows=2)]
    made = counted(hours, TERMS, *reported, Fact("hours", DAY, n=0, rows=2, gap=True))
    assert (shown(made.value), made.value.n) == ("33/4, 2 missing", 3)


def test_how_long_something_was_is_the_mean_of_those_that_are_over() -> None:
    length = indicator(measure="duration", facts=("placements",), split=())
    over = Taken("a", "woman", date(2026, 1, 1), date(2026, 1, 10))
    longer = replace(over, person="b", last=date(2026, 1, 20))
    going = replace(over, person="c", last=None)
    facts = [Fact("placements", each.first, person=each.person, taken=each) for each in (over, longer, going)]
    assert shown(counted(length, TERMS, *facts).value) == "15 over 2, 1 missing"


def test_of_a_group_only_a_word_about_all_its_days_says_how_many_there_were() -> None:
    """Adding two words would count whoever was there in both twice."""
    about = indicator(measure="distinct", facts=("different_people",), split=())
    held, like = {"group": [DAY, APRIL]}, {"group": Fact("heads", DAY, activity="group")}
    march, april = Word("group", DAY, DAY, 8), Word("group", APRIL, APRIL, 9)
    both = Word("group", date(2026, 2, 1), date(2026, 4, 30), 11)
    apart = different([march, april], held, HALF, like)
    assert shown(counted(about, TERMS, *apart).value) == "not measured: not_counted, 1 in all"
    assert shown(counted(about, TERMS, *different([march, both], held, HALF, like)).value) == "11, 0 missing"


def test_who_must_have_rated_higher_is_missing_until_she_has_rated_twice() -> None:
    higher = indicator(
        measure="share_reaching", facts=("participants",), reached=Reached(steps=("sjalvskattning",), rated_higher=True)
    )
    once = Taken("a", "woman", date(2026, 1, 1), date(2026, 2, 1))
    made = counted(higher, TERMS, Fact("participants", once.first, person="a", taken=once))
    assert shown(made.value) == "0 of 1, 1 missing"


def test_what_a_figure_is_made_of_are_numbers_of_which_none_is_part_of_another() -> None:
    share = indicator(measure="ratio", facts=("visits",), where=Where(sex=("woman",)), split=())
    made = counted(share, TERMS, visits(20, sex="woman"), visits(8, sex="man"))
    assert counts(made.value) == {"part": 20, "rest": 8}


def test_a_figure_is_the_same_after_it_has_been_written_down() -> None:
    made = counted(indicator(), TERMS, visits(20, sex="woman"), closed(APRIL))
    assert figure_from_plain(plain_figure(made)) == made


def test_another_definition_is_another_version_and_other_words_are_not() -> None:
    one = counted(indicator(), TERMS, visits(1)).version
    assert counted(indicator(note="En annan anmärkning."), TERMS, visits(1)).version == one
    assert counted(indicator(where=Where(site=("huset",))), TERMS, visits(1)).version != one
