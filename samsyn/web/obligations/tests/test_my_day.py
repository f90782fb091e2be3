"""My day: what waits over all partnerships, for whom, and on which civil date."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from pytest_django import Settings

from samsyn.rules.reading import files_in, read_files
from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.actions import register_partnership
from samsyn.web.obligations.models import Obligation
from samsyn.web.obligations.tests.laying import NOW, YOUTH, Laid, asked, lay
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.project import clock


@pytest.fixture(autouse=True)
def _today(settings: Settings) -> None:
    settings.SAMSYN_TODAY = date(2026, 10, 8)


def day_of(cast: Cast, organisation: Organisation, role: Role = Role.CONTROLLER, rest: str = "") -> str:
    page = cast.client(organisation, role).get(f"/as/{organisation.slug}/{rest}")
    assert page.status_code == 200
    return page.content.decode().replace("\u00a0", " ")


def test_it_greets_with_the_weekday_in_swedish(youth: Laid, cast: Cast) -> None:
    assert "torsdag 8 oktober 2026" in day_of(cast, cast.association)


def test_the_own_duty_says_you_and_the_other_side_s_says_to_you(youth: Laid, cast: Cast) -> None:
    club, board = day_of(cast, cast.association), day_of(cast, cast.municipality)
    assert "Faktura · Ni" in club
    assert "Faktura · OV Helsingborg HK, till er" in board


def test_what_two_boards_owe_together_names_the_other_one(youth: Laid, cast: Cast) -> None:
    assert "Betalning · Ni tillsammans med Skol- och fritidsnämnden" in day_of(cast, cast.municipality)


def test_what_others_owe_each_other_is_left_out(youth: Laid, cast: Cast) -> None:
    with acting_as_job(Job.SEED):
        Obligation.objects.filter(partnership=youth.partnership, kind="invoice").update(owed_to=[cast.other_board.pk])
    assert "Faktura · Ni" in day_of(cast, cast.association)
    assert "Faktura" in day_of(cast, cast.other_board)
    assert "Faktura" not in day_of(cast, cast.municipality)


def test_recently_passed_is_worded_alike_for_both_sides(youth: Laid, cast: Cast) -> None:
    said = "Dagen har passerat. Inget underlag finns i Samsyn ännu."
    assert day_of(cast, cast.association).count(said) == day_of(cast, cast.municipality).count(said) == 1


def test_readings_to_confirm_are_counted_by_partnership(youth: Laid, cast: Cast) -> None:
    count = len(list(youth.dossier.agreement.assumptions()))
    assert f"{count} tolkningar att bekräfta" in day_of(cast, cast.association)


def test_a_deadline_in_the_next_half_year_stands_beside(youth: Laid, cast: Cast, settings: Settings) -> None:
    assert "sista dag att förlänga" not in day_of(cast, cast.association)
    settings.SAMSYN_TODAY = date(2028, 1, 10)
    assert "sista dag att förlänga" in day_of(cast, cast.association)


def test_the_sentence_counts_what_is_own_and_what_is_together(youth: Laid, cast: Cast, settings: Settings) -> None:
    settings.SAMSYN_TODAY = date(2026, 12, 10)
    said = "Socialnämnden har 4 saker att göra tillsammans med andra till och med 31 januari."
    page = day_of(cast, cast.municipality)
    assert f"{said} 1 sak ska andra göra för er." in page


def test_a_day_without_anything_says_what_will_stand_here(cast: Cast) -> None:
    assert "Här visas det som ni ska göra" in day_of(cast, cast.association)


@pytest.mark.parametrize(("role", "link"), [(Role.ADMINISTRATOR, "people/"), (Role.PROTECTION_OFFICER, "privacy/")])
def test_who_reads_no_content_finds_only_their_own_work(role: Role, link: str, youth: Laid, cast: Cast) -> None:
    page = day_of(cast, cast.association, role)
    assert f'href="/as/foreningen/{link}"' in page
    assert "Klubben" not in page
    assert "Kvällsexpeditionen" not in page


def test_another_organisation_s_day_shows_nothing_of_it(youth: Laid, cast: Cast) -> None:
    assert "Kvällsexpeditionen" not in day_of(cast, cast.other_association)


def test_more_than_a_page_of_passed_days_can_be_read_on_their_own(youth: Laid, cast: Cast) -> None:
    page = day_of(cast, cast.association, rest="?show=passed")
    assert "Passerat utan underlag" in page
    assert "Faktura · Ni" in page


def test_what_passed_long_ago_is_not_forgotten_until_it_is_done(youth: Laid, cast: Cast) -> None:
    told = "saker vars dag har passerat har inget underlag i Samsyn"
    assert told in day_of(cast, cast.association)
    assert 'senast <time datetime="2026-03-31">' in day_of(cast, cast.association, rest="?show=passed")
    with acting_as_job(Job.SEED):
        Obligation.objects.filter(due__lt=date(2026, 10, 8)).update(met_on=date(2026, 10, 7))
    assert told not in day_of(cast, cast.association)


def test_half_past_eleven_in_the_evening_in_london_is_the_next_day_in_sweden(
    youth: Laid, cast: Cast, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    class LateEvening(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return datetime(2026, 9, 30, 22, 30, tzinfo=UTC).astimezone(tz)

    browser = cast.client(cast.association, Role.CONTROLLER)
    settings.SAMSYN_TODAY = None
    monkeypatch.setattr(clock, "datetime", LateEvening)
    page = browser.get("/as/foreningen/").content.decode().replace("\u00a0", " ")
    assert "torsdag 1 oktober 2026" in page
    assert "i dag</span>" in page


@pytest.mark.slow
def test_fifty_partnerships_ask_the_database_as_often_as_three(cast: Cast) -> None:
    browser = cast.client(cast.association, Role.CONTROLLER)
    for number in range(3):
        lay(YOUTH, slug=f"kvallar-{number}", with_={"ov-helsingborg": cast.association})
    three = asked(browser, "/as/foreningen/")
    for number in range(3, 50):
        lay(YOUTH, slug=f"kvallar-{number}", with_={"ov-helsingborg": cast.association})
    assert len(asked(browser, "/as/foreningen/")) == len(three) <= 27


def test_who_does_daily_work_in_many_partnerships_asks_as_often_as_in_few(cast: Cast) -> None:
    browser = cast.client(cast.association, Role.HEAD)
    for number in range(2):
        lay(YOUTH, slug=f"kvallar-{number}", with_={"ov-helsingborg": cast.association})
    two = asked(browser, "/as/foreningen/")
    for number in range(2, 12):
        lay(YOUTH, slug=f"kvallar-{number}", with_={"ov-helsingborg": cast.association})
    assert len(asked(browser, "/as/foreningen/")) == len(two) <= 32


def test_the_turn_of_the_month_is_seen_from_the_first_days_of_the_month_before(
    youth: Laid, cast: Cast, settings: Settings
) -> None:
    settings.SAMSYN_TODAY = date(2026, 11, 20)
    page = day_of(cast, cast.association)
    assert 'Fram till <time datetime="2026-12-31">31 december</time>' in page
    assert 'senast <time datetime="2026-12-31">' in page


def test_a_meeting_is_held_together_whoever_calls_it(youth: Laid, cast: Cast, settings: Settings) -> None:
    settings.SAMSYN_TODAY = date(2026, 12, 10)
    assert "Möte · Tillsammans, ni kallar" in day_of(cast, cast.association)
    assert "Möte · Tillsammans, OV Helsingborg HK kallar" in day_of(cast, cast.municipality)


def test_what_goes_on_of_itself_has_a_last_day_for_stopping_it(cast: Cast, settings: Settings) -> None:
    files = dict(files_in(YOUTH))
    written = files["agreement.toml"].decode().replace('set = { form = "tacit" }', 'set = { form = "written_notice" }')
    files["agreement.toml"] = written.replace('\nform = "written_notice"', '\nform = "tacit"', 1).encode()
    assert files["agreement.toml"] != written.encode()
    dossier = read_files(files)
    with acting_as_job(Job.SEED):
        others = dict.fromkeys(dossier.agreement.party, cast.other_board)
        parties = others | {"ov-helsingborg": cast.association, "socialnamnden": cast.municipality}
        register_partnership(files, parties, by=Job.SEED, now=NOW, today=date(2026, 3, 2))
    settings.SAMSYN_TODAY = date(2028, 1, 10)
    page = day_of(cast, cast.association)
    assert "sista dag att säga upp, annars förlängs den till" in page
    assert "sista dag att förlänga" not in page
