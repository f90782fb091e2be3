"""The pages of the register."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.test import Client, override_settings

from samsyn.web.access.fixtures import Cast
from samsyn.web.indices.actions import enter
from samsyn.web.indices.models import IndexTable
from samsyn.web.indices.queries import versions_of
from samsyn.web.indices.tests.test_register import PUBLISHED, said
from samsyn.web.organisations.roles import Role

HOME = "/as/kommunen/indices/"
NOW, TODAY = datetime(2026, 12, 21, 9, tzinfo=UTC), date(2026, 12, 21)
TYPED = {
    "seen": "0", "series": "PKV", "published": "2026-12-18", "source": "https://example.org/pkv",
    "year_0": "2025", "percent_0": "2,4", "status_0": "outcome",
    "year_1": "2026", "percent_1": "−0,5 %", "status_1": "forecast",
}  # fmt: skip


@pytest.fixture
def browser(cast: Cast) -> Client:
    return cast.client(cast.municipality, Role.CONTROLLER)


@pytest.fixture
def entered(cast: Cast) -> IndexTable:
    with cast.as_(cast.municipality, Role.CONTROLLER) as viewer:
        return enter(said(), seen=0, by=viewer, now=NOW, today=TODAY)


def test_the_register_shows_each_table_with_its_day_source_and_writer(cast: Cast, entered: IndexTable) -> None:
    page = cast.client(cast.association, Role.STAFF).get("/as/foreningen/indices/").content.decode()
    for text in ("2026-12-18", "3,1\u00a0%", "ett påhittat papper", cast.municipality.name, "2017-09-28", "skl.se"):
        assert text in page
    assert "följer med Samsyn" in page
    assert "Skriv in en tabell" not in page


@override_settings(SAMSYN_TODAY=TODAY)
def test_a_table_is_typed_as_it_is_published(cast: Cast, browser: Client) -> None:
    answer = browser.post(f"{HOME}add/", TYPED, follow=True)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "−0,5\u00a0%" in page
    assert "räknas om" in page
    with cast.as_(cast.municipality, Role.CONTROLLER):
        (row,) = versions_of("PKV", PUBLISHED)
        assert [(each.year, str(each.percent), each.status) for each in row.figures.all()] == [
            (2025, "2.400", "outcome"), (2026, "-0.500", "forecast"),
        ]  # fmt: skip


@override_settings(SAMSYN_TODAY=TODAY)
@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"percent_0": "mycket"}, "är ingen procent"),
        ({"year_1": "2025"}, "står två gånger"),
        ({"year_0": ""}, "vilket år procenten gäller"),
        ({"percent_0": "", "percent_1": ""}, "minst ett år"),
        ({"source": ""}, "Källa"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(
    browser: Client, wrong: dict[str, str], says: str
) -> None:
    answer = browser.post(f"{HOME}add/", TYPED | wrong)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert says in page
    assert "2026-12-18" in page


@override_settings(SAMSYN_TODAY=TODAY)
def test_a_correction_shows_what_stood_and_why(browser: Client, entered: IndexTable) -> None:
    form = browser.get(f"{HOME}{entered.pk}/correct/").content.decode()
    assert 'value="3,1"' in form
    typed = {
        "seen": "1",
        "source": "rätt papper",
        "because": "Fel rad.",
        "year_0": "2026",
        "percent_0": "3,2",
        "status_0": "forecast",
    }
    answer = browser.post(f"{HOME}{entered.pk}/correct/", typed, follow=True)
    page = answer.content.decode()
    assert answer.status_code == 200
    for text in ("3,2\u00a0%", "3,1\u00a0%", "Skäl: Fel rad.", "Version 1, räknas inte längre"):
        assert text in page


@override_settings(SAMSYN_TODAY=TODAY)
def test_a_table_that_comes_with_samsyn_opens_filled_in(browser: Client) -> None:
    form = browser.get(f"{HOME}add/?series=PKV&published=2017-09-28").content.decode()
    for text in ('value="2,4"', 'value="2015"', "skl.se", "Vad som var fel"):
        assert text in form


@override_settings(SAMSYN_TODAY=TODAY)
def test_a_withdrawn_table_counts_no_more_and_stays_with_its_reason(browser: Client, entered: IndexTable) -> None:
    answer = browser.post(f"{HOME}{entered.pk}/withdraw/", {"seen": "1", "because": "Fel dag."}, follow=True)
    assert "räknas inte" in answer.content.decode()
    assert "Skäl: Fel dag." in browser.get(f"{HOME}{entered.pk}/").content.decode()


def test_who_may_not_write_finds_no_form(cast: Cast, entered: IndexTable) -> None:
    staff = cast.client(cast.municipality, Role.STAFF)
    for path in ("add/", f"{entered.pk}/correct/", f"{entered.pk}/withdraw/"):
        assert staff.get(f"{HOME}{path}").status_code == 404
