"""The pages: what stands on them, for whom, and that every button does what it says, once."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from samsyn.web.access.fixtures import TODAY
from samsyn.web.access.viewer import Viewer
from samsyn.web.obligations.tests.laying import asked
from samsyn.web.occasions import actions
from samsyn.web.occasions.models import Occasion
from samsyn.web.occasions.queries.lists import coming, not_noted
from samsyn.web.occasions.tests.conftest import NOW, House
from samsyn.web.organisations.roles import Role
from samsyn.web.project.clock import SWEDEN

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def staff(house: House) -> Client:
    return house.cast.client(house.ours, Role.STAFF)


@pytest.fixture
def head(house: House) -> Client:
    return house.cast.client(house.ours, Role.HEAD)


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_an_occasion_is_planned_held_corrected_and_seen_in_the_figures(house: House, staff: Client) -> None:
    plan = f"{house.home}activities/kvallar/plan/"
    typed = {"day": TODAY, "starts": "18", "ends": "20.30", "place": "Salen"}
    answer = staff.post(plan, typed)
    assert answer.status_code == 302
    assert staff.post(plan, typed).status_code == 422, "the same again, by a form of its own"
    one = answer["Location"]
    assert "18.00–20.30" in text(staff, one)
    grid = text(staff, f"{one}hold/")
    assert "flicka" in grid
    assert "6–9 år" in grid
    assert staff.post(f"{one}hold/", {}).status_code == 422
    bad = staff.post(f"{one}hold/", {"n_0_0": "fem", "n_1_0": "2"})
    assert bad.status_code == 422
    assert 'value="2"' in bad.content.decode()
    assert staff.post(f"{one}hold/", {"n_0_0": "5", "n_1_1": "2"}).status_code == 302
    assert "7 närvarande" in text(staff, one)
    typed = {"n_0_0": "6", "n_1_1": "2", "reason": "Räknade om"}
    assert staff.post(f"{one}correct/", typed).status_code == 302
    shown = text(staff, one)
    assert "8 närvarande" in shown
    assert "Då: 7." in shown
    assert "1 tillfälle har hållits: 8 närvarande." in text(staff, f"{house.home}figures/")


def test_a_form_that_is_sent_twice_plans_one_and_says_so_both_times(house: House, staff: Client) -> None:
    typed = {"made": uuid4(), "day": TODAY, "starts": "18", "ends": "20.30", "place": "Salen"}
    answers = [staff.post(f"{house.home}activities/kvallar/plan/", typed) for _ in range(2)]
    assert {each["Location"] for each in answers} == {f"{house.home}{typed['made']}/"}
    assert len(house.all()) == 1


def test_a_form_for_one_occasion_says_which_and_an_old_link_to_it_shows_how_it_stands(
    house: House, staff: Client
) -> None:
    planned, held = house.plan("kvallar", TODAY), house.held("forelasning", TODAY, 2)
    for act in ("hold", "move", "cancel"):
        assert "Öppen kväll, måndag 2 mars 2026" in text(staff, f"{house.home}{planned.pk}/{act}/").replace("\xa0", " ")
        answer = staff.get(f"{house.home}{held.pk}/{act}/", follow=True)
        assert answer.redirect_chain == [(f"{house.home}{held.pk}/", 302)]
        assert "Tillfället är hållet." in answer.content.decode()
    for act in ("correct", "take-back"):
        assert "Föreläsning, måndag" in text(staff, f"{house.home}{held.pk}/{act}/")
        assert staff.get(f"{house.home}{planned.pk}/{act}/").status_code == 302


def test_a_tab_says_which_day_and_nothing_of_what_must_not_be_seen(house: House, staff: Client) -> None:
    def title(activity: str) -> str:
        page = staff.get(f"{house.home}{house.plan(activity, TOMORROW).pk}/").content.decode()
        return page.split("<title>")[1].split("</title>")[0]

    assert "Öppen kväll 2026-03-03" in title("kvallar")
    assert "Tillfälle 2026-03-03" in title("grupp")


def test_a_series_is_planned_once_and_its_rest_cancelled(house: House, staff: Client) -> None:
    address = f"{house.home}activities/grupp/series/"
    typed: dict[str, Any] = {
        "made": uuid4(), "weekdays": ["1", "4"], "every": "1", "starts": "18", "ends": "20",
        "first": TODAY, "last": TODAY + timedelta(days=13), "skip": "", "place": "",
    }  # fmt: skip
    assert staff.post(address, typed | {"skip": "snart"}).status_code == 422
    for _ in range(2):
        assert staff.post(address, typed).status_code == 302
    assert len(house.all()) == 4
    series = house.all()[0].series_id
    rest = f"{house.home}series/{series}/cancel/"
    assert staff.post(rest, {"first": TODAY, "because": ""}).status_code == 422
    assert staff.post(rest, {"first": TODAY, "because": "Sjukdom"}).status_code == 302
    assert text(staff, house.home).count("Sjukdom") == 4


def test_what_has_been_and_is_not_written_in_stands_first_and_on_my_day(house: House, staff: Client) -> None:
    house.plan("kvallar", TODAY - timedelta(days=2))
    assert "Att skriva in" in text(staff, house.home)
    assert "Skriv in 1 tillfälle som har varit" in text(staff, f"/as/{house.ours.slug}/")


def test_what_is_over_today_can_be_written_in_and_what_goes_on_is_still_coming(house: House) -> None:
    evening, night = house.plan("kvallar"), house.plan("kafe", starts=time(20), ends=time(2))
    half_past_nine = datetime.combine(TODAY, time(21, 30), tzinfo=SWEDEN)

    def stands(by: Viewer) -> tuple[list[Occasion], list[Occasion]]:
        late = not_noted(by, house.partnership, half_past_nine)
        return late, coming(by, house.partnership, half_past_nine, TOMORROW)

    assert house.do(stands) == ([evening], [night])


def test_another_party_sees_when_where_and_what_and_no_page(house: House, staff: Client, head: Client) -> None:
    seminar = house.plan("seminarium", TOMORROW, place="Stadshuset")
    secret = house.plan("forelasning", TOMORROW, place="Aulan")
    them = house.cast.client(house.cast.municipality, Role.HEAD)
    assert "Stadshuset" not in text(them, house.theirs)
    assert staff.post(f"{house.home}{seminar.pk}/share/").status_code == 404
    for _ in range(2):
        assert head.post(f"{house.home}{seminar.pk}/share/").status_code == 302
    shown = text(them, house.theirs)
    assert "Stadshuset" in shown
    assert "Aulan" not in shown
    for each in (seminar, secret):
        assert them.get(f"{house.theirs}{each.pk}/").status_code == 404
        assert them.post(f"{house.theirs}{each.pk}/cancel/", {"because": "x"}).status_code == 404
    head.post(f"{house.home}{seminar.pk}/unshare/")
    assert "Stadshuset" not in text(them, house.theirs)


def test_an_auditor_reads_the_figures_and_changes_nothing(house: House) -> None:
    held = house.held("forelasning", TODAY, 30)
    auditor = house.cast.client(house.ours, Role.AUDITOR)
    for room in ("", "past/", "activities/", "figures/", f"{held.pk}/"):
        assert "<form" not in auditor.get(f"{house.home}{room}").content.decode().split("<main")[1].split("</main")[0]
    for room in (f"{held.pk}/hold/", f"{held.pk}/correct/", "activities/add/", "activities/kafe/plan/"):
        assert auditor.get(f"{house.home}{room}").status_code == 404


def test_an_activity_is_added_by_a_decision(house: House, head: Client) -> None:
    address = f"{house.home}activities/add/"
    assert "inget beslut än" in text(head, address)
    decision = house.decision()
    typed = {"name": "Språkkafé", "kind": "open", "counts": "attendance", "decision": decision.pk, "asks_sex": "on"}
    wrong = head.post(address, typed | {"counts": "staff"})
    assert wrong.status_code == 422
    assert 'value="Språkkafé"' in wrong.content.decode()
    assert head.post(address, typed).status_code == 302
    listed = text(head, f"{house.home}activities/")
    assert "Språkkafé" in listed
    assert "Styrgruppen 1, beslut 1" in listed
    assert head.get(f"{house.home}activities/own_1/plan/").status_code == 200
    assert head.post(f"{house.home}activities/own_1/end/", {"last": TODAY}).status_code == 302
    assert head.get(f"{house.home}activities/own_1/plan/").status_code == 200, "today is its last day"


def test_different_people_stand_beside_the_participants(house: House, staff: Client) -> None:
    house.held("grupp", TODAY, 6)
    address = f"{house.home}activities/grupp/different/"
    assert staff.post(address, {"first": TODAY, "last": TODAY, "n": "sex"}).status_code == 422
    assert staff.post(address, {"first": TODAY, "last": TODAY, "n": "5"}).status_code == 302
    shown = text(staff, f"{house.home}figures/?month={TODAY:%Y-%m}")
    assert "6 deltagare" in shown
    assert "5 olika personer" in shown


def test_many_occasions_ask_no_more_questions_than_few(house: House, staff: Client) -> None:
    house.plan("kvallar", TOMORROW)
    house.held("forelasning", TODAY, 3)
    rooms = ("", "past/", "figures/")
    few = [len(asked(staff, f"{house.home}{room}")) for room in rooms]
    for number in range(2, 8):
        house.plan("kvallar", TODAY + timedelta(days=number))
        house.held("forelasning", TODAY - timedelta(days=number), 3)
    many = [len(asked(staff, f"{house.home}{room}")) for room in rooms]
    assert many == few
    assert max(many) <= 24, many


def test_a_cancelled_one_keeps_its_page_with_the_reason(house: House, staff: Client) -> None:
    planned = house.plan("kafe", TOMORROW)
    address = f"{house.home}{planned.pk}/"
    assert staff.post(f"{address}cancel/", {"because": " "}).status_code == 422
    for _ in range(2):
        assert staff.post(f"{address}cancel/", {"because": "Vattenläcka"}).status_code == 302
    shown = text(staff, address)
    assert "inställt" in shown
    assert "Vattenläcka" in shown
    house.do(lambda by: actions.cancel(planned, "Igen", by=by, now=NOW))
    assert "Vattenläcka" in text(staff, address)
