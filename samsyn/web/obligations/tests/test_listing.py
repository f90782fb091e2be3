"""The list by time: what stands under which heading, how it is narrowed, and what it costs."""

import re
from datetime import date

import pytest
from django.conf import settings
from pytest_django import Settings

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.obligations.models import Obligation
from samsyn.web.obligations.tests.laying import Laid, asked
from samsyn.web.obligations.tests.test_pages import address, first
from samsyn.web.organisations.roles import Role

QUERIES_OF_A_PAGE = 11
"""Session, person, entry, partnership, version, parties, kinds, whether the viewer's party counts (for the tabs), and
for the list how many, which, and how many more."""


@pytest.fixture(autouse=True)
def _today(settings: Settings) -> None:
    settings.SAMSYN_TODAY = date(2026, 10, 8)


def seen(cast: Cast, laid: Laid, rest: str = "") -> str:
    return cast.client(cast.association, Role.CONTROLLER).get(address("foreningen", laid, rest)).content.decode()


def test_headings_say_when_as_a_person_would(youth: Laid, cast: Cast) -> None:
    page = seen(cast, youth)
    order = [
        page.index(f"<h2>{title}</h2>")
        for title in ("De senaste veckorna", "De närmaste tre månaderna", "Senare, 2027")
    ]
    assert order == sorted(order)


def test_a_day_that_has_passed_is_said_without_blame(youth: Laid, cast: Cast) -> None:
    page = seen(cast, youth)
    passed = page[page.index("De senaste veckorna") : page.index("De närmaste tre månaderna")]
    assert passed.count("inget underlag ännu") == passed.count('<li class="entry">') > 0
    assert page.count("inget underlag ännu") == passed.count("inget underlag ännu")
    assert not re.search(r"försena|\bsent?\b|\bsaknas\b|-cannot", page)


def test_what_has_passed_without_evidence_can_be_seen_alone_however_long_ago(youth: Laid, cast: Cast) -> None:
    page = seen(cast, youth, "?period=passed")
    assert page.count("inget underlag ännu") == page.count('<li class="entry">') > 0
    assert 'datetime="2026-03-31"' in page
    assert 'datetime="2026-03-31"' not in seen(cast, youth)


def test_a_day_that_the_text_does_not_give_says_so(youth: Laid, cast: Cast) -> None:
    assert "dagen står inte i texten" in seen(cast, youth, "?kind=payment")
    assert "dagen står inte i texten" not in seen(cast, youth, "?kind=invoice")


def test_a_sum_that_waits_for_an_index_says_which_and_what_was_last_known(youth: Laid, cast: Cast) -> None:
    assert "Väntar på PKV 2026. Senast kända summa: 250\u00a0000\u00a0kr." in seen(cast, youth, "?kind=invoice")


def test_a_duty_that_rests_on_a_reading_has_the_dashed_tag(youth: Laid, cast: Cast) -> None:
    assert "clause-assumed" in seen(cast, youth, "?kind=invoice")


def test_the_agreement_s_own_words_keep_their_language_for_who_reads_in_english(youth: Laid, cast: Cast) -> None:
    browser = cast.client(cast.association, Role.CONTROLLER)
    browser.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    page = browser.get(address("foreningen", youth)).content.decode()
    assert "Later, 2027" in page
    assert '<p class="duty-says" lang="sv">' in page


def test_the_list_is_narrowed_by_kind(youth: Laid, cast: Cast) -> None:
    page = seen(cast, youth, "?kind=meeting&period=all")
    assert page.count('<li class="entry">') == 6


def test_the_list_is_narrowed_to_what_one_party_owes_alone_or_together(youth: Laid, cast: Cast) -> None:
    page = seen(cast, youth, "?party=skol-och-fritidsnamnden&period=2027")
    kinds = {line.split(" ·")[0] for line in page.split("<span>") if " · " in line}
    assert {"Betalning", "Uppräkning", "Dialog om förlängning"} <= kinds
    assert "Möte" not in kinds


def test_what_is_owed_together_can_be_seen_alone(youth: Laid, cast: Cast) -> None:
    page = seen(cast, youth, "?party=joint&period=2027")
    assert "Parterna tillsammans" in page
    assert "Faktura ·" not in page


def test_a_year_shows_only_that_year(youth: Laid, cast: Cast) -> None:
    page = seen(cast, youth, "?period=2027")
    assert 'datetime="2027-' in page
    assert 'datetime="2026-12' not in page


def test_what_has_no_day_stands_apart_and_is_pointed_to_with_its_number(youth: Laid, cast: Cast) -> None:
    with acting_as_job(Job.SEED):
        count = Obligation.objects.filter(partnership=youth.partnership, due=None).count()
    assert f"{count} åtaganden till har ingen dag" in seen(cast, youth)
    page = seen(cast, youth, "?period=none")
    assert page.count('<li class="entry">') == count
    assert "<h2>Hela tiden</h2>" in page


@pytest.mark.parametrize(
    "nonsense", ["?party=nobody", "?kind=drop table", "?period=1066", "?page=x", "?period=now&page=99"]
)
def test_nonsense_in_the_address_is_read_as_no_wish(nonsense: str, youth: Laid, cast: Cast) -> None:
    assert "De närmaste tre månaderna" in seen(cast, youth, nonsense) or "Senare" in seen(cast, youth, nonsense)


def test_a_choice_without_a_match_says_what_will_stand_here(youth: Laid, cast: Cast) -> None:
    page = seen(cast, youth, "?kind=extension_deadline&period=2026")
    assert "Inget att visa här" in page
    assert "?period=all" in page


def test_an_agreement_that_is_over_shows_its_whole_time(youth: Laid, cast: Cast, settings: Settings) -> None:
    settings.SAMSYN_TODAY = date(2031, 5, 1)
    assert "<h2>Tidigare, 2026</h2>" in seen(cast, youth)


def test_what_no_longer_follows_from_the_terms_is_not_in_the_list_but_still_has_its_page(
    youth: Laid, cast: Cast
) -> None:
    with acting_as_job(Job.SEED):
        gone = Obligation.objects.get(partnership=youth.partnership, kind="extension_deadline")
        Obligation.objects.filter(pk=gone.pk).update(fell_away_on=date(2026, 9, 1))
    assert str(gone.pk) not in seen(cast, youth, "?period=all")
    assert "Gäller inte längre" in seen(cast, youth, f"{gone.pk}/")


@pytest.mark.parametrize(
    ("rest", "queries"),
    [
        ("?period=all", QUERIES_OF_A_PAGE),
        ("sides/", QUERIES_OF_A_PAGE - 2),
        ("calendar/", QUERIES_OF_A_PAGE - 2),
        ("one", QUERIES_OF_A_PAGE + 2),
    ],
)
def test_a_page_asks_the_database_so_many_times(rest: str, queries: int, youth: Laid, cast: Cast) -> None:
    browser = cast.client(cast.association, Role.CONTROLLER)
    rest = f"{first(youth, kind='invoice').pk}/" if rest == "one" else rest
    assert len(asked(browser, address("foreningen", youth, rest))) == queries


def test_a_long_list_is_cut_into_pages_that_keep_what_was_chosen(youth: Laid, cast: Cast) -> None:
    one, two = seen(cast, youth, "?period=all"), seen(cast, youth, "?period=all&page=2")
    assert one.count('<li class="entry">') == 30
    assert 0 < two.count('<li class="entry">') <= 30
    assert "?period=all&amp;page=2" in one


def test_what_has_no_day_is_counted_as_narrowly_as_the_list(youth: Laid, cast: Cast) -> None:
    page = seen(cast, youth, "?kind=invoice&period=all")
    assert "till har ingen dag" not in page
    with acting_as_job(Job.SEED):
        undated = Obligation.objects.filter(partnership=youth.partnership, due=None)
        kind = undated.values_list("kind", flat=True)[0]
        count = undated.filter(kind=kind).count()
    page = seen(cast, youth, f"?kind={kind}&period=all")
    assert f"?party=&amp;kind={kind}&amp;period=none" in page
    assert ("Ett åtagande till har ingen dag" if count == 1 else f"{count} åtaganden till har ingen dag") in page


def test_a_meeting_is_shared_and_says_who_calls(youth: Laid, cast: Cast) -> None:
    page = seen(cast, youth, "?kind=meeting&period=all")
    assert "Möte · tillsammans, " in page
    assert " kallar</span>" in page
    assert "shape-joint" in page
    assert page.count("Möte · tillsammans") == seen(cast, youth, "?party=joint&period=all").count("Möte · tillsammans")


def test_a_day_that_is_the_last_one_says_latest_and_the_agreement_s_own_end_does_not(youth: Laid, cast: Cast) -> None:
    assert 'senast <time datetime="2028-03-31">' in seen(cast, youth, "?kind=extension_deadline&period=all")
    assert "senast <time" not in seen(cast, youth, "?kind=end_of_period&period=all")


def test_nothing_is_owed_from_one_to_itself(youth: Laid, cast: Cast) -> None:
    with acting_as_job(Job.SEED):
        invoices = Obligation.objects.filter(partnership=youth.partnership, kind="invoice")
        invoices.update(to_keys=["ov-helsingborg"])
    page = seen(cast, youth, "?kind=invoice&period=all")
    assert "Faktura · OV Helsingborg HK</span>" in page
