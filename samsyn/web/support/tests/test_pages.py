"""The pages: buttons only, a tab that tells nothing, a way out, and no page at all for anybody else."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.urls import reverse
from django.utils import translation
from pytest_django import Settings

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.obligations.tests.laying import asked
from samsyn.web.organisations.roles import Role
from samsyn.web.support.classification import contacts_too_old
from samsyn.web.support.models import SupportContact
from samsyn.web.support.tests.conftest import Table

HOW_MANY = 5


def title(page: str) -> str:
    found = re.search(r"<title>(.*?)</title>", page, re.DOTALL)
    assert found
    return found[1]


def text(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def counted() -> int:
    with acting_as_job(Job.SEED):
        return SupportContact.objects.count()


@pytest.mark.parametrize("path", ["", "figures/"])
def test_the_tab_says_neither_whose_nor_what(table: Table, path: str) -> None:
    said = title(text(table.client(), table.at(path))).lower()
    assert said in ("siffror – samsyn", "sammanställning – samsyn")
    for word in (table.partnership.name, table.theirs.name, "jour", "stöd", "kontakt", "kvinn", "våld"):
        assert word.lower() not in said


def test_after_a_count_and_after_a_mistake_the_tab_is_the_same(table: Table) -> None:
    client = table.client()
    for said in (table.pressed(), {}):
        assert title(client.post(table.at("count/"), said).content.decode()) == "Siffror – Samsyn"


def test_the_next_page_is_not_told_from_where_one_came(table: Table) -> None:
    client = table.client()
    for answer in (client.get(table.at()), client.post(table.at("count/"), {}), client.get(table.at("figures/"))):
        assert answer.headers["Referrer-Policy"] == "strict-origin"


def test_nothing_can_be_typed(table: Table) -> None:
    page = text(table.client(), table.at()).split('class="count"')[1]
    kinds = set(re.findall(r'<input[^>]*type="(\w+)"', page))
    assert kinds == {"radio", "hidden"}
    assert "<textarea" not in page
    assert 'type="text"' not in page


@pytest.mark.parametrize("path", ["", "figures/"])
def test_there_is_a_way_out_that_is_a_plain_link(table: Table, path: str, settings: Settings) -> None:
    page = text(table.client(), table.at(path))
    found = re.search(r'<a [^>]*href="([^"]+)"[^>]*data-leave', page)
    assert found
    assert found[1] == reverse("almanac")
    settings.SAMSYN_EXIT = "https://vader.example/"
    assert 'href="https://vader.example/" rel="noreferrer"' in text(table.client(), table.at(path))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_where_it_leads_nothing_says_whose_site_it_is(table: Table, language: str) -> None:
    client = table.client()
    client.cookies[django_settings.LANGUAGE_COOKIE_NAME] = language
    with translation.override(language):
        page = text(client, reverse("almanac"))
    for word in ("samsyn", table.theirs.name, table.partnership.name, "logga", "personal"):
        assert word.lower() not in re.sub(r"<link[^>]*>", "", page).lower(), word


def test_the_tab_in_the_partnership_is_there_for_the_party_that_has_the_line(table: Table) -> None:
    home = f"/as/{{}}/partnerships/{table.partnership.slug}/"
    theirs = text(table.client(role=Role.HEAD), home.format(table.theirs.slug))
    ours = text(table.client(table.ours, Role.HEAD), home.format(table.ours.slug))
    assert ">Siffror</a>" in theirs
    assert "/support/" not in ours


@pytest.mark.parametrize("path", ["", "figures/"])
def test_for_the_other_party_the_pages_do_not_exist(table: Table, path: str) -> None:
    assert table.client(table.ours, Role.HEAD).get(table.at(path, table.ours)).status_code == 404


def test_who_only_reads_is_led_to_the_sums(table: Table) -> None:
    answer = table.client(role=Role.AUDITOR).get(table.at())
    assert answer.headers["Location"] == table.at("figures/")
    assert table.client(role=Role.AUDITOR).post(table.at("count/"), table.pressed()).status_code == 404


def test_a_press_counts_and_says_what_and_a_second_press_takes_it_back(table: Table) -> None:
    client = table.client()
    said = table.pressed(children="2", concern="talk_held", first_or_returning="first")
    page = client.post(table.at("count/"), said).content.decode()
    assert "Stödsamtal, telefon, i dag, första gången, 2 barn" in page
    assert counted() == 1
    answer = client.post(table.at("undo/"), {"contact": said["contact"]}, follow=True)
    assert "borttaget" in answer.content.decode()
    assert counted() == 0
    assert "redan borttaget" in client.post(
        table.at("undo/"), {"contact": said["contact"]}, follow=True
    ).content.decode()  # fmt: skip


def test_the_same_page_sent_again_counts_once_and_every_page_is_new(table: Table) -> None:
    client = table.client()
    said = table.pressed()
    for _ in range(3):
        client.post(table.at("count/"), said)
    assert counted() == 1
    ids = {re.findall(r'name="contact" value="([^"]+)"', text(client, table.at()))[-1] for _ in range(3)}
    assert len(ids) == 3


def test_a_mistake_is_told_at_its_buttons_and_all_that_was_pressed_is_kept(table: Table) -> None:
    said = table.pressed(children="3", concern="talk_held")
    del said["channel"]
    answer = table.client().post(table.at("count/"), said)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Välj hur kontakten togs." in page
    for value in ("3", "talk_held", table.kind):
        assert re.search(rf'value="{value}"[^>]*checked', page), value
    assert counted() == 0


def test_what_was_left_out_is_not_asked_and_none(table: Table) -> None:
    said = table.pressed()
    for name in ("first_or_returning", "children", "concern"):
        del said[name]
    assert table.client().post(table.at("count/"), said).status_code == 200
    with acting_as_job(Job.SEED):
        assert SupportContact.objects.values_list("first_or_returning", "children", "concern").get() == ("", 0, "")


def test_a_day_chosen_stays_chosen_in_the_open(table: Table) -> None:
    yesterday = table.today - timedelta(days=1)
    page = table.client().post(table.at("count/"), table.pressed(day=yesterday)).content.decode()
    assert re.search(rf'value="{yesterday}"[^>]*checked', page)
    assert '<details class="opens" open>' in page


def of(half: str, table: Table) -> str:
    return text(table.client(role=Role.CONTROLLER), table.at(f"figures/?half={half}"))


def lay_down(table: Table, **other: Any) -> None:
    said = {"day": table.today, "channel": "phone", "kind": table.kind}
    with acting_as_job(Job.SEED):
        SupportContact.objects.create(
            **{"partnership": table.partnership, "organisation": table.theirs, **said, **other}
        )


def cells(page: str, caption: str) -> dict[str, list[str]]:
    """Row head → figures, of the table with that caption."""
    table = page.split(f"<caption>{caption}")[1].split("</table>")[0]
    rows = re.findall(r"<tr><th[^>]*>([^<]*)</th>(.*?)</tr>", table, re.DOTALL)
    return {head: re.findall(r"<td[^>]*>([^<]*)</td>", rest) for head, rest in rows if "<td" in rest}


def test_the_sums_are_by_month_and_half_year(table: Table) -> None:
    for _ in range(HOW_MANY):
        lay_down(table)
    lay_down(table, day=table.today.replace(month=1), channel="chat", kind="passed_on")
    lay_down(table, day=table.today.replace(year=2025, month=12))
    page = of("2026-1", table)
    kinds, channels = cells(page, "Vad kontakterna gällde"), cells(page, "Hur kontakterna togs")
    assert kinds["Stödsamtal"] == ["0", "0", "5", "5"]
    assert kinds["Hänvisad vidare"] == ["1", "0", "0", "1"]
    assert kinds["Summa"] == ["1", "0", "5", "6"]
    assert channels["Telefon"] == ["0", "0", "5", "5"]
    assert "6 kontakter januari–juni 2026, till och med i dag" in page
    assert "1 kontakt juli–december 2025" in of("2025-2", table)


def test_concern_stands_for_the_half_year_and_for_no_month(table: Table) -> None:
    lay_down(table, concern="reported", children=2)
    lay_down(table, concern="reported", day=table.today.replace(month=1))
    page = of("2026-1", table)
    before, after = page.split("Bara för hela halvåret")
    assert "orosanmälan" not in before
    assert re.search(r"orosanmälan gjord.*?2", after, re.DOTALL)
    assert "januari</th>" not in after


def test_what_is_counted_no_longer_keeps_its_line(table: Table) -> None:
    lay_down(table, kind="gammalt-stod")
    assert cells(of("2026-1", table), "Vad kontakterna gällde")["gammalt-stod"] == ["0", "0", "1", "1"]


def test_the_sums_hold_none_of_the_other_party_s(table: Table) -> None:
    lay_down(table, organisation=table.ours)
    assert "Inget är räknat" in of("2026-1", table)


@pytest.mark.parametrize("half", ["2024-2", "2026-2", "9999-1", "2026-3", "", "٢٠٢٦-1", "x"])
def test_a_half_year_outside_the_agreement_is_the_present_one(table: Table, half: str) -> None:
    assert "januari–juni 2026" in of(half, table)


def test_as_many_questions_for_many_contacts_as_for_few(table: Table) -> None:
    client = table.client()
    few = asked(client, table.at("figures/"))
    for n in range(HOW_MANY * 3):
        lay_down(table, children=n % 3, kind=(table.kind, "passed_on")[n % 2])
    assert len(asked(client, table.at("figures/"))) == len(few)


def test_after_two_years_a_whole_half_year_is_purged_at_once(table: Table) -> None:
    kept = [table.today.replace(year=2024, month=1, day=1), table.today]
    for day in [*kept, table.today.replace(year=2023, month=12, day=31), table.today.replace(year=2020)]:
        lay_down(table, id=uuid4(), day=day)
    with acting_as_job(Job.SEED):
        due = contacts_too_old(datetime(2026, 3, 2, 12, tzinfo=UTC))
        assert sorted(due.values_list("day__year", flat=True)) == [2020, 2023]
