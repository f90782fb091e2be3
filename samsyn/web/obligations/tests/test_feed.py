"""The calendar address: shown once, kept as a hash, revocable, neutral, and only as long as the role lasts."""

import hashlib
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from icalendar import Calendar
from pytest_django import Settings

from samsyn.exchange.calendar import uid_of
from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.history.models import Act
from samsyn.web.obligations import actions
from samsyn.web.obligations.actions import derive_anew
from samsyn.web.obligations.actions.feed import NoOpenFeed
from samsyn.web.obligations.models import FeedKey, Obligation
from samsyn.web.obligations.tests.laying import NOW, YOUTH, Laid, asked, lay
from samsyn.web.organisations.models import Membership, Organisation, Person
from samsyn.web.organisations.roles import Role

TODAY = date(2026, 10, 8)


@pytest.fixture(autouse=True)
def _today(settings: Settings) -> None:
    settings.SAMSYN_TODAY = TODAY


def opened(cast: Cast, organisation: Organisation, *, named: bool = False, role: Role = Role.CONTROLLER) -> str:
    """The address of a feed, as a calendar program is given it."""
    with cast.as_(organisation, role, today=TODAY) as viewer:
        return f"/feeds/{actions.open_feed(by=viewer, now=NOW, named=named)}.ics"


def fetched(address: str) -> list[dict[str, str]]:
    answer = Client().get(address)
    assert answer.status_code == 200
    calendar = Calendar.from_ical(answer.content)
    return [{name: str(value) for name, value in event.items()} for event in calendar.walk("VEVENT")]


# --- What it shows ----------------------------------------------------------------------------------------------


def test_a_program_without_sign_in_gets_a_calendar(youth: Laid, cast: Cast) -> None:
    answer = Client().get(opened(cast, cast.association))
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert Calendar.from_ical(answer.content).walk("VEVENT")
    assert max(len(line) for line in answer.content.split(b"\r\n")) <= 75


def test_it_holds_the_own_days_and_not_those_of_others(youth: Laid, cast: Cast) -> None:
    days = fetched(opened(cast, cast.association, named=True))
    with cast.as_(cast.association, Role.CONTROLLER) as viewer:
        own = Obligation.objects.visible_to(viewer).standing().owed_by_organisation(viewer).dated()
        expected = own.between(TODAY - timedelta(days=31), TODAY + timedelta(days=548)).count()
    assert len(days) == expected > 5
    assert not any("Betalning" in each["SUMMARY"] for each in days)


def test_titles_are_neutral_unless_their_owner_wants_names(youth: Laid, cast: Cast) -> None:
    neutral = Client().get(opened(cast, cast.association)).content.decode()
    assert {each["SUMMARY"] for each in fetched(opened(cast, cast.association))} == {
        "Senast: åtagande enligt överenskommelse, se Samsyn"
    }
    unfolded = neutral.replace("\r\n ", "")
    for told in (
        "Kvällsexpeditionen",
        "kvallsexpeditionen",
        "Klubben",
        "Helsingborg",
        "foreningen",
        "1.6",
        "fakturering",
    ):
        assert told not in unfolded, told


def test_names_lead_to_the_obligation_itself(youth: Laid, cast: Cast) -> None:
    event = next(
        each for each in fetched(opened(cast, cast.association, named=True)) if "fakturerar" in each["SUMMARY"]
    )
    assert event["DESCRIPTION"].startswith("Kvällsexpeditionen, punkt 1.6")
    path = event["URL"].removeprefix("http://testserver")
    assert cast.client(cast.association, Role.CONTROLLER).get(path).status_code == 200


def test_uids_stay_when_everything_is_derived_anew_and_titles_change(youth: Laid, cast: Cast) -> None:
    before = {each["UID"] for each in fetched(opened(cast, cast.association))}
    with acting_as_job(Job.SEED):
        Obligation.objects.filter(partnership=youth.partnership).update(says="…")
        derive_anew(youth.partnership, youth.dossier, by=Job.SEED, now=NOW, today=TODAY)
    assert {each["UID"] for each in fetched(opened(cast, cast.association, named=True))} == before


def test_a_duty_that_fell_away_leaves_the_calendar(youth: Laid, cast: Cast) -> None:
    address = opened(cast, cast.association)
    before = len(fetched(address))
    with acting_as_job(Job.SEED):
        first = Obligation.objects.filter(partnership=youth.partnership, kind="invoice", due__gt=TODAY).earliest("due")
        Obligation.objects.filter(pk=first.pk).update(fell_away_on=TODAY)
    assert len(fetched(address)) == before - 1


def test_a_day_is_a_date_whatever_the_clock_says(youth: Laid, cast: Cast) -> None:
    body = Client().get(opened(cast, cast.association)).content.decode()
    assert re.search(r"DTSTART;VALUE=DATE:2026\d{4}\r\nDTEND|DTSTART;VALUE=DATE:2026", body)
    assert "TZID" not in body


def test_an_organisation_without_partnerships_has_an_empty_calendar(cast: Cast) -> None:
    assert fetched(opened(cast, cast.other_association)) == []


# --- The same again is not sent twice ---------------------------------------------------------------------------


def test_the_same_calendar_is_the_same_bytes_and_is_not_sent_twice(youth: Laid, cast: Cast) -> None:
    address = opened(cast, cast.association)
    one, other = Client().get(address), Client().get(address)
    assert one.content == other.content
    again = Client().get(address, headers={"If-None-Match": one.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "no-store" not in one.headers["Cache-Control"]


def test_a_change_of_titles_is_seen_at_once(youth: Laid, cast: Cast) -> None:
    address = opened(cast, cast.association)
    before = Client().get(address).headers["ETag"]
    with cast.as_(cast.association, Role.CONTROLLER, today=TODAY) as viewer:
        actions.title_feed(named=True, by=viewer, now=NOW + timedelta(hours=1))
    assert Client().get(address, headers={"If-None-Match": before}).status_code == 200


@pytest.mark.slow
def test_fifty_partnerships_ask_the_database_as_often_as_three(cast: Cast) -> None:
    for number in range(3):
        lay(YOUTH, slug=f"kvallar-{number}", with_={"ov-helsingborg": cast.association})
    address = opened(cast, cast.association)
    few = asked(Client(), address)
    for number in range(3, 50):
        lay(YOUTH, slug=f"kvallar-{number}", with_={"ov-helsingborg": cast.association})
    assert len(asked(Client(), address)) == len(few) <= 10


# --- Who gets in ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("secret", ["unknown", "a" * 43, "-"])
def test_an_unknown_address_does_not_exist(secret: str, youth: Laid, cast: Cast) -> None:
    opened(cast, cast.association)
    assert Client().get(f"/feeds/{secret}.ics").status_code == 404


def test_a_hash_is_no_key(youth: Laid, cast: Cast) -> None:
    opened(cast, cast.association)
    with acting_as_job(Job.CALENDAR_FEED):
        kept = FeedKey.objects.get().secret_sha256
    assert Client().get(f"/feeds/{kept}.ics").status_code == 404


def test_a_revoked_address_does_not_exist(youth: Laid, cast: Cast) -> None:
    address = opened(cast, cast.association)
    with cast.as_(cast.association, Role.CONTROLLER, today=TODAY) as viewer:
        actions.revoke_feed(by=viewer, now=NOW)
    assert Client().get(address).status_code == 404


def test_a_renewed_address_replaces_the_old_one_and_keeps_its_titles(youth: Laid, cast: Cast) -> None:
    old = opened(cast, cast.association, named=True)
    with cast.as_(cast.association, Role.CONTROLLER, today=TODAY) as viewer:
        new = f"/feeds/{actions.renew_feed(by=viewer, now=NOW)}.ics"
    assert Client().get(old).status_code == 404
    assert any("Klubben" in each["SUMMARY"] for each in fetched(new))


def test_it_stops_the_day_the_role_ends(youth: Laid, cast: Cast, settings: Settings) -> None:
    address = opened(cast, cast.association)
    with acting_as_job(Job.SEED):
        Membership.objects.filter(organisation=cast.association).update(until=date(2026, 10, 20))
    settings.SAMSYN_TODAY = date(2026, 10, 19)
    assert Client().get(address).status_code == 200
    settings.SAMSYN_TODAY = date(2026, 10, 20)
    assert Client().get(address).status_code == 404


def test_it_stops_when_the_person_is_closed_out(youth: Laid, cast: Cast) -> None:
    address = opened(cast, cast.association)
    with acting_as_job(Job.SEED):
        Person.objects.filter(pk=cast.person(cast.association, Role.CONTROLLER).pk).update(is_active=False)
    assert Client().get(address).status_code == 404


def test_it_stops_when_the_role_left_reads_no_content(youth: Laid, cast: Cast) -> None:
    address = opened(cast, cast.association)
    with acting_as_job(Job.SEED):
        Membership.objects.filter(organisation=cast.association).update(role=Role.ADMINISTRATOR)
    assert Client().get(address).status_code == 404


def test_an_invented_person_has_a_calendar_only_in_a_demo(youth: Laid, cast: Cast, settings: Settings) -> None:
    address = opened(cast, cast.association)
    settings.SAMSYN_DEMO = False
    assert Client().get(address).status_code == 404


def test_who_is_signed_in_elsewhere_changes_nothing(youth: Laid, cast: Cast) -> None:
    address = opened(cast, cast.association)
    outsider = cast.client(cast.other_association, Role.CONTROLLER)
    assert outsider.get(address).content == Client().get(address).content


def test_nothing_is_written_there(youth: Laid, cast: Cast) -> None:
    assert Client().post(opened(cast, cast.association)).status_code == 405


def test_an_address_is_for_one_organisation(youth: Laid, cast: Cast) -> None:
    """The same person in two organisations has two addresses, and each shows its own."""
    person = cast.person(cast.association, Role.CONTROLLER)
    with acting_as_job(Job.SEED):
        Membership.objects.create(
            person=person, organisation=cast.other_association, role=Role.CONTROLLER, since=date(2020, 1, 1)
        )
    from samsyn.web.access.entrance import acting_as

    with acting_as(person.pk, cast.other_association.slug, today=TODAY) as viewer:
        other = f"/feeds/{actions.open_feed(by=viewer, now=NOW)}.ics"
    assert fetched(opened(cast, cast.association))
    assert fetched(other) == []


# --- What is kept -----------------------------------------------------------------------------------------------


def test_only_a_hash_is_kept(youth: Laid, cast: Cast) -> None:
    secret = opened(cast, cast.association).removeprefix("/feeds/").removesuffix(".ics")
    assert len(secret) == 43
    with acting_as_job(Job.CALENDAR_FEED):
        key = FeedKey.objects.get()
    assert key.secret_sha256 == hashlib.sha256(secret.encode()).hexdigest()
    assert secret not in str(key.__dict__)


def test_every_act_is_in_the_history_and_no_fetch_is(youth: Laid, cast: Cast) -> None:
    address = opened(cast, cast.association)
    with cast.as_(cast.association, Role.CONTROLLER, today=TODAY) as viewer:
        actions.title_feed(named=True, by=viewer, now=NOW)
        actions.title_feed(named=True, by=viewer, now=NOW)
        actions.renew_feed(by=viewer, now=NOW)
        actions.revoke_feed(by=viewer, now=NOW)
    Client().get(address)
    with cast.as_(cast.association, Role.CONTROLLER) as viewer:
        acts = Act.objects.visible_to(viewer).filter(name__startswith="feed.").order_by("id")
        assert [act.name for act in acts] == ["feed.open", "feed.title", "feed.renew", "feed.revoke"]
        assert not any(act.shared for act in acts)


def test_there_is_one_open_address_at_a_time(youth: Laid, cast: Cast) -> None:
    first, second = opened(cast, cast.association), opened(cast, cast.association)
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200


def test_what_is_not_open_cannot_be_renewed_retitled_or_closed(youth: Laid, cast: Cast) -> None:
    with cast.as_(cast.association, Role.CONTROLLER, today=TODAY) as viewer:
        with pytest.raises(NoOpenFeed):
            actions.renew_feed(by=viewer, now=NOW)
        with pytest.raises(NoOpenFeed):
            actions.title_feed(named=True, by=viewer, now=NOW)
        with pytest.raises(NoOpenFeed):
            actions.revoke_feed(by=viewer, now=NOW)


def test_a_colleague_does_not_see_the_key(youth: Laid, cast: Cast) -> None:
    opened(cast, cast.association)
    with cast.as_(cast.association, Role.HEAD, today=TODAY):
        assert not FeedKey.objects.exists()


def test_if_the_history_breaks_no_address_is_opened(youth: Laid, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object, **options: object) -> None:
        raise RuntimeError("the history is broken")

    monkeypatch.setattr("samsyn.web.obligations.actions.feed.record", broken)
    with cast.as_(cast.association, Role.CONTROLLER, today=TODAY) as viewer:
        with pytest.raises(RuntimeError, match="history is broken"):
            actions.open_feed(by=viewer, now=NOW)
        assert not FeedKey.objects.exists()


# --- The page ---------------------------------------------------------------------------------------------------


def test_the_page_shows_the_address_once_and_then_never_again(youth: Laid, cast: Cast) -> None:
    browser = cast.client(cast.association, Role.CONTROLLER)
    opening = browser.post("/as/foreningen/calendar/open/", {"named": "0"})
    assert (opening.status_code, opening["Location"]) == (302, "/as/foreningen/calendar/")
    answer = browser.get("/as/foreningen/calendar/").content.decode()
    found = re.search(r'value="http://testserver(/feeds/[^"]+)"', answer)
    assert found
    assert fetched(found[1])
    assert "webcal://testserver/feeds/" in answer
    assert found[1] not in browser.get("/as/foreningen/calendar/").content.decode()


def test_loading_the_page_anew_leaves_the_address_open(youth: Laid, cast: Cast) -> None:
    browser = cast.client(cast.association, Role.CONTROLLER)
    page = browser.post("/as/foreningen/calendar/open/", follow=True).content.decode()
    found = re.search(r'value="http://testserver(/feeds/[^"]+)"', page)
    assert found
    browser.get("/as/foreningen/calendar/")
    assert fetched(found[1])


def test_an_address_is_not_shown_on_the_page_of_another_organisation(youth: Laid, cast: Cast) -> None:
    person = cast.person(cast.association, Role.CONTROLLER)
    with acting_as_job(Job.SEED):
        Membership.objects.create(
            person=person, organisation=cast.other_association, role=Role.CONTROLLER, since=date(2020, 1, 1)
        )
    browser = cast.client(cast.association, Role.CONTROLLER)
    browser.post("/as/foreningen/calendar/open/")
    page = browser.get(f"/as/{cast.other_association.slug}/calendar/")
    assert page.status_code == 200
    assert "/feeds/" not in page.content.decode()


@pytest.mark.parametrize("act", ["renew", "title", "revoke"])
def test_an_act_on_an_address_that_is_not_open_does_not_exist(act: str, youth: Laid, cast: Cast) -> None:
    browser = cast.client(cast.association, Role.CONTROLLER)
    assert browser.post(f"/as/foreningen/calendar/{act}/", {"named": "1"}).status_code == 404


@pytest.mark.parametrize("act", ["open", "renew", "title", "revoke"])
def test_a_link_alone_does_nothing(act: str, youth: Laid, cast: Cast) -> None:
    answer = cast.client(cast.association, Role.CONTROLLER).get(f"/as/foreningen/calendar/{act}/")
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "Adressen tar bara emot ett formulär." in answer.content.decode()


def test_the_page_renews_retitles_and_closes(youth: Laid, cast: Cast) -> None:
    browser = cast.client(cast.association, Role.CONTROLLER)
    browser.post("/as/foreningen/calendar/open/")
    assert browser.post("/as/foreningen/calendar/title/", {"named": "1"}).status_code == 302
    assert "/feeds/" in browser.post("/as/foreningen/calendar/renew/", follow=True).content.decode()
    assert browser.post("/as/foreningen/calendar/revoke/").status_code == 302
    assert "Öppna en kalenderadress" in browser.get("/as/foreningen/calendar/").content.decode()


def test_who_reads_no_content_has_no_calendar(youth: Laid, cast: Cast) -> None:
    browser = cast.client(cast.association, Role.ADMINISTRATOR)
    assert browser.get("/as/foreningen/calendar/").status_code == 404
    assert browser.post("/as/foreningen/calendar/open/").status_code == 404


def test_the_stamp_is_when_the_terms_or_the_titles_last_changed(youth: Laid, cast: Cast) -> None:
    later = datetime(2026, 5, 5, 12, tzinfo=UTC)
    with cast.as_(cast.association, Role.CONTROLLER, today=TODAY) as viewer:
        secret = actions.open_feed(by=viewer, now=later)
    body = Client().get(f"/feeds/{secret}.ics").content
    assert set(re.findall(rb"DTSTAMP:(\w+)", body)) == {b"20260505T120000Z"}


def test_a_named_day_says_that_it_is_the_last_one(youth: Laid, cast: Cast) -> None:
    titles = [each["SUMMARY"] for each in fetched(opened(cast, cast.association, named=True))]
    assert any(title.startswith("Senast: ") and "fakturerar" in title for title in titles)


def test_what_is_done_says_so_and_is_told_anew_to_the_program(youth: Laid, cast: Cast) -> None:
    with acting_as_job(Job.SEED):
        due = Obligation.objects.filter(partnership=youth.partnership, kind="invoice", due=date(2026, 10, 1))
        invoice = due.select_related("partnership").get()
    neutral, named = opened(cast, cast.association), opened(cast, cast.association, named=True, role=Role.HEAD)
    uid = uid_of(invoice.partnership_id, invoice.term, invoice.occurrence)
    before = next(each for each in fetched(named) if each["UID"] == uid)
    with cast.as_(cast.association, Role.HEAD, today=TODAY) as viewer:
        actions.give_evidence(
            invoice,
            kind="note",
            done_on=date(2026, 9, 30),
            says="Skickad",
            by=viewer,
            now=NOW + timedelta(days=200),
            today=TODAY,
        )
    after = next(each for each in fetched(named) if each["UID"] == uid)
    assert after["SUMMARY"] == before["SUMMARY"].replace("Senast: ", "Gjort: ")
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])
    assert after["LAST-MODIFIED"] != before["LAST-MODIFIED"]
    assert {each["SUMMARY"] for each in fetched(neutral)} == {
        "Senast: åtagande enligt överenskommelse, se Samsyn",
        "Gjort: åtagande enligt överenskommelse, se Samsyn",
    }
