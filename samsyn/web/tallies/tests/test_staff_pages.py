"""The pages for those who count: what stands on them, and that every button does what it says, once."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.obligations.tests.laying import asked
from samsyn.web.organisations.roles import Role
from samsyn.web.tallies.models import ClosedPeriod, Device, Event
from samsyn.web.tallies.tests.laid import House, a_house


@pytest.fixture
def house(cast: Cast, settings: Any) -> House:
    settings.SAMSYN_TODAY = TODAY
    return a_house(cast)


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


def paper(staff: Client, house: House, day: Any = TODAY, **said: Any) -> Any:
    typed = {"made": uuid4(), "day": day, "n_0": 12, "n_1": 4, "reason": "Lappen", "sex": "woman"} | said
    return staff.post(f"{house.home}paper/", typed)


def test_the_tab_is_there_for_who_counts_and_for_nobody_else(house: House, staff: Client) -> None:
    assert "Räkning" in text(staff, house.home.split("tallies/")[0])
    other = house.cast.client(house.cast.municipality, Role.HEAD)
    theirs = house.home.replace(house.ours.slug, house.cast.municipality.slug).split("tallies/")[0]
    assert f"{theirs}tallies/" not in other.get(theirs).content.decode()
    assert other.get(f"{theirs}tallies/").status_code == 404


def test_figures_from_paper_stand_in_the_month_and_by_open_day(house: House, staff: Client) -> None:
    assert "planerad, inget räknat" in text(staff, house.home)
    assert paper(staff, house).status_code == 302
    shown = text(staff, house.home)
    assert "1 dag har hållits" in shown
    assert "Per öppen dag 12,0 4,0" in shown
    assert "kvinna" in shown


def test_a_form_with_a_fault_keeps_what_was_typed(house: House, staff: Client) -> None:
    answer = paper(staff, house, day="2027-01-01")
    assert answer.status_code == 422
    assert 'value="Lappen"' in answer.content.decode()
    assert "har inte varit" in answer.content.decode()


def test_a_correction_below_nothing_stands_at_its_field(house: House, staff: Client) -> None:
    paper(staff, house)
    typed = {"made": uuid4(), "day": TODAY, "button": "visit", "n": "13", "reason": "Fel", "sex": "woman"}
    assert staff.post(f"{house.home}correct/", typed | {"way": "fewer"}).status_code == 422
    assert staff.post(f"{house.home}correct/", typed | {"way": "fewer", "n": "2"}).status_code == 302
    assert "Per öppen dag 10,0" in text(staff, house.home)


def test_a_correction_says_whether_it_is_more_or_fewer_since_a_phone_has_no_minus(house: House, staff: Client) -> None:
    paper(staff, house)
    typed = {"made": uuid4(), "day": TODAY, "button": "visit", "n": "2", "reason": "Fel", "sex": "woman"}
    assert staff.post(f"{house.home}correct/", typed).status_code == 422
    assert staff.post(f"{house.home}correct/", typed | {"way": "more", "n": "0"}).status_code == 422
    assert staff.post(f"{house.home}correct/", typed | {"way": "more"}).status_code == 302
    assert "Per öppen dag 14,0" in text(staff, house.home)


def test_papers_and_corrections_stand_in_their_month_with_what_was_said_of_them(house: House, staff: Client) -> None:
    assert "Papper och rättelser" not in text(staff, house.home)
    paper(staff, house, reason="Listan i köket")
    typed = {"made": uuid4(), "day": TODAY, "button": "visit", "way": "fewer", "n": "2", "reason": "Dubbelt"}
    assert staff.post(f"{house.home}correct/", typed | {"sex": "woman"}).status_code == 302
    shown = text(staff, house.home)
    assert "Besök (kvinna): 12 från papper" in shown
    assert "Listan i köket" in shown
    assert "Besök (kvinna): rättat, 2 färre" in shown
    assert "Dubbelt" in shown


def test_two_presses_make_one_tablet_and_two_that_count_have_names_of_their_own(house: House, staff: Client) -> None:
    for _ in range(2):
        assert staff.post(f"{house.home}devices/make/", {"name": "Köket"}).status_code == 302
    with acting_as_job(Job.SEED):
        assert Device.objects.count() == 1
        Device.objects.update(token_digest="a" * 64)
    answer = staff.post(f"{house.home}devices/make/", {"name": "Köket"})
    assert answer.status_code == 422
    assert "redan en platta som heter så" in answer.content.decode()


def test_the_paper_form_does_not_say_of_each_figure_that_it_may_be_left_out(house: House, staff: Client) -> None:
    label = text(staff, f"{house.home}paper/")
    assert "Besök (frivilligt)" not in label
    assert "Kön (frivilligt)" in label


def test_a_period_is_closed_what_is_late_waits_and_is_decided_on(house: House, staff: Client, head: Client) -> None:
    day = "2026-02-03"
    assert head.post(f"{house.home}periods/close/", {"first": "2026-02-01", "last": "2026-02-28"}).status_code == 302
    paper(staff, house, day=day)
    assert "Väntar på beslut (2)" in text(staff, house.home)
    at = f"{house.home}waiting/{day}/decide/"
    assert staff.get(at).status_code == 404
    page = head.get(at).content.decode()
    until = re.search(r'name="until" value="([^"]+)"', page)
    assert until
    typed = {"until": until[1], "answer": "count", "because": "Lappen låg kvar"}
    assert head.post(at, typed).status_code == 302
    assert head.post(at, typed).status_code == 302, "again: already decided"
    with acting_as_job(Job.SEED):
        assert Event.objects.counted().total() == 16
        period = ClosedPeriod.objects.get()
    assert head.post(f"{house.home}periods/{period.pk}/reopen/", {"because": "Fel"}).status_code == 302
    assert "Öppnad igen" in text(head, f"{house.home}periods/")


def test_days_are_closed_and_marked_and_opened_again(house: House, staff: Client) -> None:
    shut = {"first": "2026-07-06", "last": "2026-07-26", "why": "Sommarstängt"}
    assert staff.post(f"{house.home}days/shut/", shut).status_code == 302
    assert staff.post(f"{house.home}days/mark/", {"day": TODAY, "state": "held", "reason": ""}).status_code == 302
    page = staff.get(f"{house.home}days/").content.decode()
    assert "Sommarstängt" in page
    for action in re.findall(r'action="([^"]+(?:unshut|unmark)/)"', page):
        assert staff.post(action).status_code == 302
    assert "Sommarstängt" not in text(staff, f"{house.home}days/")


def test_a_tablet_is_made_linked_and_revoked(house: House, staff: Client, head: Client) -> None:
    assert "Ingen platta räknar än" in text(staff, f"{house.home}devices/")
    assert staff.post(f"{house.home}devices/make/", {"name": "Köket"}).status_code == 302
    with acting_as_job(Job.SEED):
        device = Device.objects.get()
    page = staff.post(f"{house.home}devices/{device.pk}/link/").content.decode()
    link = re.search(r"/pad/join/[\w-]+/", page)
    assert link
    assert "<svg" in page
    tablet = Client()
    assert tablet.post(link[0]).status_code == 302
    assert tablet.get("/pad/state/").json()["name"] == house.pad.name
    assert staff.post(f"{house.home}devices/{device.pk}/revoke/").status_code == 404
    assert head.post(f"{house.home}devices/{device.pk}/revoke/").status_code == 302
    assert tablet.get("/pad/state/").status_code == 401
    assert "Avkopplade" in text(staff, f"{house.home}devices/")


def test_an_auditor_reads_the_figures_and_changes_nothing(house: House) -> None:
    auditor = house.cast.client(house.ours, Role.AUDITOR)
    for room in ("", "days/", "periods/", "waiting/"):
        assert "<form" not in auditor.get(f"{house.home}{room}").content.decode().split("<main")[1].split("</main")[0]
    for room in ("devices/", "paper/", "correct/", "periods/close/"):
        assert auditor.get(f"{house.home}{room}").status_code == 404


def test_many_taps_ask_no_more_questions_than_few(house: House, staff: Client) -> None:
    paper(staff, house)
    few = asked(staff, house.home)
    for _ in range(5):
        paper(staff, house, day="2026-03-01")
    many = asked(staff, house.home)
    assert len(many) == len(few) <= 22, many
