"""The pages: what stands on them for whom, and that every button does what it says."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from samsyn.web.access.fixtures import TODAY
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.obligations.tests.laying import asked
from samsyn.web.organisations.roles import Role
from samsyn.web.roster import actions
from samsyn.web.roster.models import Cause, Fulfilled, UndertakingText, Worker
from samsyn.web.roster.presenters.words import at_work_as
from samsyn.web.roster.tests.conftest import NOW, Roster

DAY = timedelta(days=1)


@pytest.fixture
def head(roster: Roster) -> Client:
    return roster.cast.client(roster.ours, Role.HEAD)


@pytest.fixture
def staff(roster: Roster) -> Client:
    return roster.cast.client(roster.ours, Role.STAFF)


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    plain = re.sub(r"<[^>]+>", " ", answer.content.decode().split("<main")[1])
    return re.sub(r"\s+([.,])", r"\1", re.sub(r"\s+", " ", plain))


def only(model: Any) -> Any:
    with acting_as_job(Job.SEED):
        return model.objects.get()


def test_somebody_is_taken_on_and_the_page_says_what_is_demanded(roster: Roster, head: Client) -> None:
    typed = {
        "known_as": "Ada", "kind": "employee", "function": "Ledare", "began_on": TODAY, "first": TODAY, "last": "",
        "post": "ledare", "share": "0,75", "person": "",
    }  # fmt: skip
    answer = head.post(f"{roster.home}new/", typed)
    made = only(Worker)
    assert answer.headers["Location"] == f"{roster.home}{made.pk}/"
    assert (made.share, made.post, made.last) == (Decimal("0.750"), "ledare", None)
    shown = text(head, answer.headers["Location"])
    assert re.search("Utdrag ur belastningsregistret och misstankeregistret .*?Inte noterat som visat\\.", shown)
    assert "Tills dess: inget arbete som möter barn." in shown
    assert re.search("Utbildning i socialt arbete, eller likvärdigt .*?Inte noterat som uppfyllt\\.", shown)


def test_a_form_that_is_wrong_keeps_what_was_typed(roster: Roster, head: Client) -> None:
    typed = {
        "known_as": "Ada",
        "kind": "volunteer",
        "function": "Läxhjälp",
        "began_on": TODAY,
        "first": TODAY,
        "share": "0,5",
    }
    answer = head.post(f"{roster.home}new/", typed)
    assert answer.status_code == 422
    assert "En volontär har ingen" in answer.content.decode()
    assert 'value="Läxhjälp"' in answer.content.decode()


def test_an_extract_is_noted_and_its_date_forgotten(roster: Roster, head: Client) -> None:
    ada = roster.employ()
    at = f"{roster.home}{ada.pk}/"
    assert "Det sparas inte" in text(head, f"{at}note/anstallning/")
    old = head.post(f"{at}note/anstallning/", {"on": TODAY, "dated": TODAY - timedelta(days=200)})
    assert old.status_code == 422
    assert "Utdraget är äldre än 6 månader (5 st. 1)." in old.content.decode()
    dated = TODAY - timedelta(days=41)
    answer = head.post(f"{at}note/anstallning/", {"on": TODAY, "dated": dated}, follow=True)
    assert "Noterat. Utdraget lämnas tillbaka." in answer.content.decode()
    shown = text(head, at)
    assert f"Visat {TODAY} för rollen Ledare." in shown
    assert str(dated) not in shown


def test_an_undertaking_is_signed_in_its_version(roster: Roster, head: Client) -> None:
    ada = roster.employ()
    at = f"{roster.home}{ada.pk}/"
    assert "Ingen text finns att skriva under än" in text(head, f"{at}note/tystnad/")
    head.post(f"{roster.home}texts/tystnad/new/", {"title": "Tystnad", "text": "Jag håller tyst.", "since": TODAY})
    version = only(UndertakingText)
    assert "Ada" in text(head, f"{roster.home}texts/")
    head.post(f"{at}note/tystnad/", {"version": version.pk, "on": TODAY})
    assert f"Underskriven {TODAY}, version 1." in text(head, at)
    assert "Alla som arbetar i dag har skrivit under den." in text(head, f"{roster.home}texts/")


def test_a_new_version_shows_who_has_not_signed_it(roster: Roster, head: Client) -> None:
    ada = roster.employ()
    roster.signed(ada, roster.text(since=TODAY - DAY))
    roster.text("En ny text.")
    shown = text(head, f"{roster.home}texts/")
    assert "Ada har skrivit under en tidigare version" in shown
    assert "Underskrift av den nya texten till tystnadsförbindelsen" in text(head, roster.home)


def test_a_cause_is_tried_and_dropped(roster: Roster, head: Client) -> None:
    bo = roster.volunteer()
    at = f"{roster.home}{bo.pk}/"
    assert "aldrig varför" in text(head, at)
    head.post(f"{at}ask/anledning/")
    assert f"Anledning har prövats av verksamhetschef {TODAY}." in text(head, at)
    head.post(f"{at}causes/{only(Cause).pk}/drop/")
    assert "Anledning har prövats" not in text(head, at).replace("Anledning har prövats: be om ett utdrag", "")


def test_a_slip_is_taken_back(roster: Roster, head: Client) -> None:
    ada = roster.employ()
    noted = roster.shown(ada)
    at = f"{roster.home}{ada.pk}/"
    assert head.post(f"{at}noted/{noted.pk}/take-back/", {"because": ""}).status_code == 422
    head.post(f"{at}noted/{noted.pk}/take-back/", {"because": "wrong_person"})
    assert "tillbakatagen noterat på fel person" in text(head, at)
    assert only(Fulfilled).taken_back_at


def test_posts_that_are_paid_for_stand_beside_those_that_are_filled(roster: Roster, head: Client) -> None:
    roster.employ("Ada", post="ledare", share=Decimal("0.75"))
    shown = text(head, f"{roster.home}posts/")
    assert re.search(r"1,1 tjänster\. .*?1,1 0,75 .*?En tjänst är ledare\. .*?1 0,75 Ada", shown)
    assert re.search(r"En tiondel är administratör\. .*?0,1 0 ", shown)


def test_who_has_left_is_found_further_down(roster: Roster, head: Client) -> None:
    ada = roster.employ("Ada", began_on=TODAY - 2 * DAY)
    roster.do(lambda by: actions.end_worker(ada, TODAY - DAY, by=by, now=NOW))
    shown = text(head, roster.home)
    assert shown.index("Har slutat") < shown.index("Ada")
    head.post(f"{roster.home}{ada.pk}/end/", {"last": ""})
    assert "1 person arbetar här i dag: 1 anställd." in text(head, roster.home)


def test_staff_see_who_is_there_and_not_what_anyone_lacks(roster: Roster, staff: Client) -> None:
    ada = roster.employ()
    shown = text(staff, roster.home)
    assert "Ada" in shown
    assert "utdrag" not in shown.lower()
    for page in ("new/", "posts/", "texts/", f"{ada.pk}/", f"{ada.pk}/note/anstallning/"):
        assert staff.get(f"{roster.home}{page}").status_code == 404, page


def test_the_tab_is_there_for_who_has_people_at_work_and_for_nobody_else(roster: Roster, head: Client) -> None:
    start = roster.home.removesuffix("roster/")
    assert "Bemanning" in head.get(start).content.decode()
    other = roster.cast.client(roster.cast.municipality, Role.HEAD)
    theirs = start.replace(roster.ours.slug, roster.cast.municipality.slug)
    assert "Bemanning" not in other.get(theirs).content.decode()
    auditor = roster.cast.client(roster.ours, Role.AUDITOR)
    assert "Bemanning" not in auditor.get(start).content.decode()
    assert auditor.get(roster.home).status_code == 404


def test_a_volunteer_sees_her_own_page_and_no_other(roster: Roster) -> None:
    person = roster.cast.person(roster.ours, Role.VOLUNTEER)
    bo = roster.volunteer("Bo", person=person)
    roster.volunteer("Cesar")
    roster.signed(bo, roster.text("Jag för ingenting vidare."))
    hers = roster.cast.client(roster.ours, Role.VOLUNTEER)
    shown = text(hers, f"/as/{roster.ours.slug}/mine/")
    assert "Fyren" in shown
    assert "Jag för ingenting vidare." in shown
    assert f"Underskriven {TODAY}, version 1." in shown
    assert "Cesar" not in shown
    start = roster.home.removesuffix("roster/")
    for page in (start, roster.home, f"{roster.home}{bo.pk}/", f"{start}agreement/", f"{start}obligations/"):
        assert hers.get(page).status_code == 404, page
    assert "Mina uppgifter" in hers.get(f"/as/{roster.ours.slug}/").content.decode()


def test_her_own_page_does_not_speak_of_causes_that_nobody_has_tried(roster: Roster) -> None:
    person = roster.cast.person(roster.ours, Role.VOLUNTEER)
    bo = roster.volunteer("Bo", person=person)
    hers = roster.cast.client(roster.ours, Role.VOLUNTEER)
    assert "förekommen anledning" not in text(hers, f"/as/{roster.ours.slug}/mine/")
    roster.asked(bo)
    assert "Anledning prövades" in text(hers, f"/as/{roster.ours.slug}/mine/")


def test_who_is_on_no_roster_is_told_so(roster: Roster) -> None:
    hers = roster.cast.client(roster.ours, Role.VOLUNTEER)
    assert "Du står inte i någon bemanning i dag" in text(hers, f"/as/{roster.ours.slug}/mine/")


def test_a_longer_list_asks_no_more_questions(roster: Roster, head: Client) -> None:
    roster.employ("En")
    few = len(asked(head, roster.home))
    for number in range(8):
        roster.volunteer(f"Nummer {number}")
    assert len(asked(head, roster.home)) == few


def test_who_lacks_what_comes_before_some_work_is_counted_on_my_day_of_who_keeps_the_roster(roster: Roster) -> None:
    ada, bo, undertaking = roster.employ(), roster.volunteer(), roster.text()
    for each in (ada, bo):
        roster.signed(each, undertaking)
    staff, head = (roster.cast.client(roster.ours, role) for role in (Role.STAFF, Role.HEAD))
    day, said = f"/as/{roster.ours.slug}/", "Se över bemanningen: 1 person saknar det som krävs för vissa uppgifter"
    assert said in text(head, day)
    assert "Ada" not in text(head, day)
    assert "Se över bemanningen" not in text(staff, day)
    roster.shown(ada)
    assert "Se över bemanningen" not in text(head, day)


def test_my_day_asks_as_often_for_one_who_lacks_it_as_for_many(roster: Roster, head: Client) -> None:
    day = f"/as/{roster.ours.slug}/"
    roster.employ()
    few = len(asked(head, day))
    for number in range(6):
        roster.employ(f"Nummer {number}")
    assert "7 personer saknar" in text(head, day)
    assert len(asked(head, day)) == few


def test_what_one_is_and_does_is_not_said_twice(roster: Roster, head: Client) -> None:
    roster.employ("Ada", function="Anställd")
    assert "Anställd anställd" not in text(head, roster.home)
    assert at_work_as("Ledare", "anställd") == "Ledare, anställd"


def test_the_way_back_from_a_form_names_the_roster_once(roster: Roster, head: Client) -> None:
    trail = head.get(f"{roster.home}new/").content.decode().split("<main")[1].split("<h1")[0]
    assert trail.count("Bemanning") == 1
