"""When an agreement begins, changes, is extended, is given notice of and ends."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from samsyn.rules.reading import Dossier, read_files
from samsyn.rules.reading.skeleton import skeleton
from samsyn.rules.terms.period import Deadline
from samsyn.rules.timeline import (
    Status,
    deadline_before,
    ending,
    if_notice_is_given,
    life,
    next_extension,
    status_on,
    stretches,
    terms_on,
)

SIGNED = skeleton("exempel")


def dossier(*changes: str, text: str = SIGNED) -> Dossier:
    """The example agreement (2027-01-01–2028-12-31, 6 months' notice) with these files in amendments/."""
    files = {"agreement.toml": text.encode()}
    files |= {f"amendments/{number}.toml": change.encode() for number, change in enumerate(changes)}
    return read_files(files)


def change(kind: str, on: str, *, name: str = "", rest: str = "") -> str:
    """A file in amendments/: what happened `on` that day, and `rest` of it."""
    head = f'id = "{name or kind.replace("_", "-")}"\nkind = "{kind}"\nclause = "3"\nsays = "Det hände."\non = {on}\n'
    return "[change]\n" + head + 'by = ["namnden", "foreningen"]\n' + rest


NOTICE = change("notice", "2027-08-31")


def test_the_last_day_belongs_to_the_agreement() -> None:
    assert date(2028, 12, 31) in life(dossier())
    assert date(2029, 1, 1) not in life(dossier())


def test_notice_ends_the_agreement_so_many_months_later_on_the_same_day() -> None:
    assert if_notice_is_given(dossier(), date(2027, 3, 15)).last == date(2027, 9, 15)


def test_notice_on_the_last_of_august_ends_on_the_last_of_february_also_in_a_leap_year() -> None:
    assert if_notice_is_given(dossier(), date(2027, 8, 31)).last == date(2028, 2, 29)


def test_notice_never_prolongs_an_agreement_that_ends_before() -> None:
    answer = if_notice_is_given(dossier(), date(2028, 11, 1))
    assert answer.possible
    assert answer.last == date(2028, 12, 31)


def test_notice_counted_to_the_end_of_the_month() -> None:
    text = SIGNED.replace("months = 6\n", 'months = 6\nends = "month_end"\n')
    assert if_notice_is_given(dossier(text=text), date(2027, 3, 15)).last == date(2027, 9, 30)


def test_without_a_clause_nobody_can_give_notice() -> None:
    text = SIGNED[: SIGNED.index("[notice.uppsagning]")] + SIGNED[SIGNED.index("[funding.bidrag]") :]
    answer = if_notice_is_given(dossier(text=text), date(2027, 3, 15))
    assert not answer.possible
    assert answer.reason.clause == "3"


def test_only_a_party_that_the_clause_names_can_give_notice() -> None:
    text = SIGNED.replace("months = 6\n", 'months = 6\nby = ["foreningen"]\n')
    assert not if_notice_is_given(dossier(text=text), date(2027, 3, 15), by="namnden").possible
    assert if_notice_is_given(dossier(text=text), date(2027, 3, 15), by="foreningen").possible


def test_a_notice_that_was_given_shortens_the_life_and_one_taken_back_does_not() -> None:
    withdrawn = change("withdrawal", "2027-10-01", rest='of = "notice"\n')
    assert life(dossier(NOTICE)).last == date(2028, 2, 29)
    assert life(dossier(NOTICE, withdrawn)).last == date(2028, 12, 31)
    assert life(dossier(NOTICE, withdrawn), known_on=date(2027, 9, 15)).last == date(2028, 2, 29)


def test_before_the_notice_nobody_knew_of_it() -> None:
    assert life(dossier(NOTICE), known_on=date(2027, 8, 30)).last == date(2028, 12, 31)


def test_an_extension_moves_the_end_and_the_next_deadline() -> None:
    extended = dossier(change("extension", "2028-09-01", rest="last = 2029-12-31\n"))
    option = next_extension(extended)
    assert life(extended).last == date(2029, 12, 31)
    assert option is not None
    assert (option.settle_by, option.new_last) == (date(2029, 9, 30), date(2030, 12, 31))


def test_when_all_extensions_are_used_there_is_none() -> None:
    text = SIGNED.replace("months = 12\n", "months = 12\ntimes = 1\n")
    extended = change("extension", "2028-09-01", rest="last = 2029-12-31\n")
    assert next_extension(dossier(text=text)) is not None
    assert next_extension(dossier(extended, text=text)) is None


def test_an_extension_goes_no_further_than_the_latest_end() -> None:
    text = SIGNED.replace("months = 12\n", "months = 12\nlatest_end = 2029-06-30\n")
    option = next_extension(dossier(text=text))
    assert option is not None
    assert option.new_last == date(2029, 6, 30)


def test_who_has_given_notice_is_not_asked_to_extend() -> None:
    assert next_extension(dossier(NOTICE)) is None


@pytest.mark.parametrize(
    ("deadline", "last", "settle_by"),
    [
        (Deadline(months_before_end=3), date(2025, 12, 31), date(2025, 9, 30)),
        (Deadline(months_before_end=3), date(2024, 5, 30), date(2024, 2, 28)),
        (Deadline(each_year="02-01"), date(2020, 4, 30), date(2020, 2, 1)),  # type: ignore[arg-type]
        (Deadline(each_year="02-01"), date(2021, 1, 15), date(2020, 2, 1)),  # type: ignore[arg-type]
        (Deadline(on=date(2029, 3, 31)), date(2029, 12, 31), date(2029, 3, 31)),
        (Deadline(on=date(2029, 3, 31)), date(2032, 12, 31), date(2032, 3, 31)),
    ],
)
def test_the_day_by_which_an_extension_is_settled(deadline: Deadline, last: date, settle_by: date) -> None:
    assert deadline_before(deadline, last) == settle_by


def test_terms_change_on_the_first_day_of_the_amendment_and_not_before() -> None:
    amended = dossier(
        change("amendment", "2027-06-01", rest='first = 2028-01-01\n[set.payment.utbetalning]\nwhen = "advance"\n')
    )
    assert terms_on(amended, date(2027, 12, 31)).payment["utbetalning"].when == "arrears"
    assert terms_on(amended, date(2028, 1, 1)).payment["utbetalning"].when == "advance"
    assert [stretch.span.start for stretch in stretches(amended)] == [date(2027, 1, 1), date(2028, 1, 1)]


def test_an_amendment_that_writes_the_key_answers_the_question_about_it() -> None:
    amended = dossier(change("amendment", "2027-06-01", rest='[set.payment.utbetalning]\nwhen = "advance"\n'))
    assert terms_on(amended, date(2027, 5, 31)).payment["utbetalning"].assumption
    assert not terms_on(amended, date(2027, 6, 1)).payment["utbetalning"].assumption


def test_a_confirmed_reading_held_all_along_once_it_is_known() -> None:
    answer = 'of = "forskott-eller-efterskott"\nanswer = "forskott"\n'
    confirmed = dossier(change("confirmation", "2027-10-01", rest=answer))
    assert terms_on(confirmed, date(2027, 1, 1)).payment["utbetalning"].when == "advance"
    assert terms_on(confirmed, date(2027, 1, 1), known_on=date(2027, 9, 30)).payment["utbetalning"].when == "arrears"


def test_stretches_join_without_gap_or_overlap_over_the_whole_life() -> None:
    changes = [
        change("amendment", "2027-02-01", name="ett", rest="first = 2027-03-01\n[set.notice.uppsagning]\nmonths = 3\n"),
        change("amendment", "2027-04-01", name="tva", rest='first = 2028-01-01\nremove = ["utbetalning"]\n'),
    ]
    found = stretches(dossier(*changes))
    assert found[0].span.start == date(2027, 1, 1)
    assert found[-1].span.last == date(2028, 12, 31)
    assert all(one.span.end == other.span.start for one, other in itertools.pairwise(found))


def test_status_follows_the_day() -> None:
    condition = '[condition.laga]\nclause = "3"\nsays = "Gäller när beslutet fått laga kraft."\nkind = "legal_force"\n'
    waiting = dossier(text=SIGNED + condition)
    met = dossier(change("condition_met", "2026-12-20", rest='of = "laga"\n'), text=SIGNED + condition)
    assert status_on(waiting, date(2026, 12, 24)).status == Status.WAITING
    assert status_on(met, date(2026, 12, 24)).status == Status.NOT_BEGUN
    assert status_on(met, date(2027, 1, 1)).status == Status.IN_FORCE
    assert status_on(dossier(NOTICE), date(2027, 9, 1)).status == Status.NOTICE_GIVEN
    assert status_on(dossier(NOTICE), date(2028, 3, 1)).status == Status.ENDED


def test_a_termination_ends_the_agreement_and_says_why() -> None:
    ended = dossier(change("termination", "2027-05-01", rest="last = 2027-05-31\n"))
    assert ending(ended).last == date(2027, 5, 31)
    assert ending(ended).cause == "termination"
    assert ending(ended).reason.clause == "3"


def test_a_proposal_or_draft_is_not_in_force_until_somebody_says_that_it_was_signed() -> None:
    question = """
[[source.assumption]]
id = "undertecknad"
question = "Är den undertecknad?"
chosen = "Nej."
alternatives = [{ id = "ja", says = "Ja.", set = { status = "signed" } }]
"""
    draft = SIGNED.replace('status = "signed" ', 'status = "draft" ').replace("[period]", question + "[period]")
    signed = change("confirmation", "2027-02-01", rest='of = "undertecknad"\nanswer = "ja"\n')
    assert status_on(dossier(text=draft), date(2027, 3, 1)).status == Status.PROPOSED
    assert status_on(dossier(text=draft), date(2029, 1, 1)).status == Status.ENDED
    assert status_on(dossier(signed, text=draft), date(2027, 1, 31)).status == Status.PROPOSED
    assert status_on(dossier(signed, text=draft), date(2027, 3, 1)).status == Status.IN_FORCE


LONGER_NOTICE = change("amendment", "2027-05-01", rest="first = 2027-07-01\n[set.notice.uppsagning]\nmonths = 9\n")


def test_notice_is_counted_by_the_terms_that_hold_on_the_day_it_is_given() -> None:
    amended = dossier(LONGER_NOTICE)
    assert if_notice_is_given(amended, date(2027, 6, 30)).last == date(2027, 12, 30)
    assert if_notice_is_given(amended, date(2027, 7, 1)).last == date(2028, 4, 1)
    given = dossier(LONGER_NOTICE, change("notice", "2027-08-31"))
    assert life(given).last == date(2028, 5, 31)


def test_an_extension_is_settled_by_the_terms_that_hold_when_the_period_ends() -> None:
    family = "[set.extension.forlangning]"
    moved = change("amendment", "2027-05-01", rest=f"{family}\ndeadline = {{ months_before_end = 1 }}\n")
    before, after = next_extension(dossier()), next_extension(dossier(moved))
    assert before is not None
    assert after is not None
    assert after.settle_by == date(2028, 11, 30)
    assert before.settle_by != after.settle_by


TACIT = SIGNED.replace('form = "written_agreement"', 'form = "tacit"')


def test_a_tacit_extension_happens_when_the_last_day_for_notice_passes_in_silence() -> None:
    """Two years to 2028-12-31, notice three months before: the day after 2028-09-30 it runs to 2029-12-31."""
    tacit = dossier(text=TACIT)
    assert life(tacit, date(2028, 9, 30)).last == date(2028, 12, 31)
    assert life(tacit, date(2028, 10, 1)).last == date(2029, 12, 31)
    assert status_on(tacit, date(2029, 8, 1)).status == Status.IN_FORCE
    assert ending(tacit, date(2031, 1, 1)).extensions == 3


def test_without_a_day_to_see_it_from_only_what_was_written_counts() -> None:
    assert life(dossier(text=TACIT)).last == date(2028, 12, 31)


def test_notice_in_time_stops_the_tacit_extension_and_notice_after_it_ends_the_new_period() -> None:
    in_time = dossier(change("notice", "2028-09-30"), text=TACIT)
    assert life(in_time, date(2030, 1, 1)).last == date(2028, 12, 31)
    late = dossier(change("notice", "2028-12-01"), text=TACIT)
    assert life(late, date(2030, 1, 1)).last == date(2029, 6, 1)
    assert if_notice_is_given(dossier(text=TACIT), date(2028, 12, 1)).last == date(2029, 6, 1)


def test_a_notice_taken_back_lets_the_silence_carry_it_on() -> None:
    withdrawn = change("withdrawal", "2028-09-15", rest='of = "notice"\n')
    taken_back = dossier(change("notice", "2028-09-01"), withdrawn, text=TACIT)
    assert life(taken_back, date(2028, 10, 1)).last == date(2029, 12, 31)


def test_silence_carries_no_further_than_the_clause_lets_it() -> None:
    once = dossier(text=TACIT.replace("months = 12\n", "months = 12\ntimes = 1\n"))
    assert life(once, date(2040, 1, 1)).last == date(2029, 12, 31)
    assert next_extension(once, date(2029, 1, 1)) is None


def test_a_change_in_a_period_that_silence_brought_is_a_change_in_time() -> None:
    assert dossier(change("amendment", "2029-03-01", rest="[set.notice.uppsagning]\nmonths = 3\n"), text=TACIT)


def test_nobody_gives_notice_of_what_has_not_begun() -> None:
    answer = if_notice_is_given(dossier(), date(2020, 1, 1))
    assert not answer.possible
    assert answer.last == date(2028, 12, 31)
