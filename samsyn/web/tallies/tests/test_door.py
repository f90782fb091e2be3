"""The tablet's own door: the link, the cookie, what it is told and what it sends."""

from __future__ import annotations

import json
import uuid
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.organisations.roles import Role
from samsyn.web.project import clock
from samsyn.web.tallies import actions
from samsyn.web.tallies.models import Device, DeviceInvitation, Event
from samsyn.web.tallies.tests.laid import House, a_house

SWEDEN = ZoneInfo("Europe/Stockholm")


@pytest.fixture
def house(cast: Cast, settings: Any) -> House:
    settings.SAMSYN_TODAY = TODAY
    return a_house(cast)


def a_device(house: House, name: str = "Köket") -> Device:
    with house.cast.as_(house.ours, Role.STAFF) as by:
        return actions.make_device(house.partnership, house.pad.id, name, by=by, now=clock.now(), today=TODAY)


def a_link(house: House, device: Device | None = None) -> str:
    device = device or a_device(house)
    with house.cast.as_(house.ours, Role.STAFF) as by:
        return f"/pad/join/{actions.invite(device, by=by, now=clock.now())}/"


def joined(house: House) -> Client:
    tablet = Client()
    assert tablet.post(a_link(house)).status_code == 302
    return tablet


def event(button: str = "visit", **said: Any) -> dict[str, Any]:
    at = clock.now().astimezone(SWEDEN)
    return {
        "id": str(uuid.uuid4()),
        "button": button,
        "at": at.isoformat(),
        "sex": "",
        "age_band": "",
        "undoes": None,
    } | said


def send(tablet: Client, *events: Any, sent_at: str | None = None, **headers: str) -> Any:
    body = {"events": list(events), "sent_at": sent_at or clock.now().isoformat()}
    given = {"X-Samsyn-Pad": "1", "Origin": "http://testserver"} | {k.replace("_", "-"): v for k, v in headers.items()}
    return tablet.post("/pad/sync/", json.dumps(body), content_type="application/json", headers=given)


def test_a_link_gives_one_tablet_its_credential_once(house: House) -> None:
    at, first, second = a_link(house), Client(), Client()
    assert house.pad.name in first.get(at).content.decode()
    answer = first.post(at)
    cookie = answer.cookies["samsyn_pad"]
    assert (answer.status_code, answer.headers["Location"]) == (302, "/pad/")
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Strict", "/pad/")
    assert (second.get(at).status_code, second.post(at).status_code) == (410, 410)
    assert second.get("/pad/state/").status_code == 401
    with acting_as_job(Job.SEED):
        assert cookie.value not in str(list(Device.objects.values()))


def test_a_link_is_over_after_ten_minutes_and_a_new_one_ends_it(house: House) -> None:
    device = a_device(house)
    old = a_link(house, device)
    new = a_link(house, device)
    assert (Client().get(old).status_code, Client().get(new).status_code) == (410, 200)
    with acting_as_job(Job.SEED):
        made = DeviceInvitation.objects.get(used_at=None)
        with house.cast.as_(house.ours, Role.STAFF):
            assert actions.join(made, now=clock.now() + timedelta(minutes=11), today=TODAY) is None


def test_a_tablet_that_joins_anew_takes_the_credential_with_it(house: House) -> None:
    device = a_device(house)
    old, new = Client(), Client()
    old.post(a_link(house, device))
    new.post(a_link(house, device))
    assert (old.get("/pad/state/").status_code, new.get("/pad/state/").status_code) == (401, 200)


def test_the_state_says_what_to_count_and_how_many_it_is(house: House) -> None:
    tablet = joined(house)
    send(tablet, event(), event(sex="woman"), event(house.pad.services[0]))
    state = tablet.get("/pad/state/").json()
    agreement = house.laid.dossier.agreement
    assert [each["key"] for each in state["buttons"]] == list(house.pad.buttons)
    assert state["buttons"][1]["name"] == agreement.service[house.pad.services[0]].name
    assert state["counts"] == {}, "nothing was shown before the first state"
    send(tablet, event(), event(sex="woman"), event(house.pad.services[0]))
    state = tablet.get("/pad/state/").json()
    assert state["counts"] == {"visit": 2, house.pad.services[0]: 1}
    assert (state["pad"], state["name"], state["today"]) == (house.pad.id, house.pad.name, TODAY.isoformat())
    assert state["organisation"] == agreement.party_name(house.pad.by)
    assert {each["key"] for each in state["sexes"]} == {"woman", "man", "other", "not_stated"}
    assert {"organisation", "partnership", "is_demo", "asks", "age_bands", "language", "now", "key"} <= set(state)


@pytest.fixture
def tablet(house: House) -> Client:
    tablet = joined(house)
    tablet.get("/pad/state/")
    return tablet


def answered(answer: HttpResponse, sent: dict[str, Any]) -> tuple[str, str]:
    found = answer.json()["results"][sent["id"]]  # type: ignore[attr-defined]
    return found["state"], found["why"]


def days() -> list[date]:
    with acting_as_job(Job.SEED):
        return list(Event.objects.order_by("day").values_list("day", flat=True))


def test_what_is_sent_is_counted_once_and_the_refused_says_why(tablet: Client) -> None:
    good, bad = event(), event("ingen-sadan")
    answer = send(tablet, good, bad)
    assert answered(answer, good) == ("counted", "")
    assert answered(answer, bad)[0] == "refused"
    assert "knapp" in answered(answer, bad)[1]
    assert answered(send(tablet, good), good) == ("known", "")
    assert answer.json()["counts"] == {"visit": 1}


@pytest.mark.parametrize(
    "wrong",
    [
        {"at": "i går"},
        {"at": "2026-03-02T12:00:00"},
        {"at": None},
        {"at": "0001-01-01T00:00:00+14:00"},
        {"button": 7},
        {"button": "x" * 61},
        {"button": "a\0b"},
        {"sex": ["woman"]},
        {"undoes": "nej"},
    ],
)
def test_what_is_no_event_is_refused_and_stops_nobody_else(tablet: Client, wrong: dict[str, Any]) -> None:
    good, bad = event(), event() | wrong
    answer = send(tablet, bad, good)
    assert answer.status_code == 200
    assert answered(answer, good)[0] == "counted"
    assert answered(answer, bad)[0] == "refused"


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"events": 3}', "nej", "[" * 100_000, '{"events": [1, null, {}]}'])
def test_nonsense_is_answered_in_json(tablet: Client, body: str) -> None:
    headers = {"X-Samsyn-Pad": "1", "Origin": "http://testserver"}
    answer = tablet.post("/pad/sync/", body, content_type="application/json", headers=headers)
    assert answer.status_code in (200, 400)
    assert answer.headers["Content-Type"] == "application/json"


def test_a_batch_has_an_end(tablet: Client) -> None:
    assert send(tablet, *(event() for _ in range(500))).json()["counts"] == {"visit": 500}
    assert send(tablet, *(event() for _ in range(501))).status_code == 400


def test_another_site_sends_nothing(tablet: Client) -> None:
    assert send(tablet, event(), Origin="https://elsewhere.example").status_code == 403
    assert send(tablet, event(), Origin="").status_code == 403
    assert send(tablet, event(), X_Samsyn_Pad="").status_code == 403
    assert days() == []


def test_a_tap_made_yesterday_evening_counts_yesterday(tablet: Client) -> None:
    at = datetime(TODAY.year, TODAY.month, TODAY.day, 0, 30, tzinfo=SWEDEN) - timedelta(hours=1)
    assert answered(answer := send(tablet, sent := event(at=at.isoformat())), sent)[0] == "counted"
    assert days() == [TODAY - timedelta(days=1)]
    assert answer.json()["counts"] == {}


def test_a_tablet_that_stands_on_another_time_zone_counts_on_swedish_days(tablet: Client) -> None:
    at = datetime(TODAY.year, TODAY.month, TODAY.day, 0, 30, tzinfo=SWEDEN)
    send(tablet, event(at=at.astimezone(ZoneInfo("UTC")).isoformat()))
    send(tablet, event(at=at.astimezone(ZoneInfo("America/New_York")).isoformat()))
    assert days() == [TODAY, TODAY]
    with acting_as_job(Job.SEED):
        assert set(Event.objects.values_list("offset_minutes", flat=True)) == {-300, 0}


def test_a_clock_that_is_a_day_wrong_counts_on_the_right_day(tablet: Client) -> None:
    wrong = clock.now() - timedelta(days=1, hours=3)
    send(
        tablet,
        event(at=wrong.isoformat()),
        event(at=(wrong - timedelta(days=2)).isoformat()),
        sent_at=wrong.isoformat(),
    )
    assert days() == [TODAY - timedelta(days=2), TODAY]


def test_the_night_the_clocks_change_has_its_taps_on_their_days(tablet: Client, settings: Any) -> None:
    settings.SAMSYN_TODAY = date(2026, 3, 30)
    for at in ("2026-03-28T23:59:00+01:00", "2026-03-29T00:01:00+01:00", "2026-03-29T23:59:00+02:00"):
        send(tablet, event(at=at))
    assert days() == [date(2026, 3, 28), date(2026, 3, 29), date(2026, 3, 29)]


def test_a_revoked_tablet_is_told_so_and_counts_nothing_more(house: House, tablet: Client) -> None:
    with acting_as_job(Job.SEED):
        device = Device.objects.get()
    with house.cast.as_(house.ours, Role.HEAD) as by:
        actions.revoke_device(device, by=by, now=clock.now())
        actions.revoke_device(device, by=by, now=clock.now())
    for answer in (tablet.get("/pad/state/"), send(tablet, event())):
        assert (answer.status_code, answer.json()) == (401, {"error": "revoked"})
    assert days() == []


def test_nothing_below_pad_tells_a_stranger_anything(house: House) -> None:
    a_device(house)
    for cookie in ("", "x", "å", "0" * 500):
        stranger = Client()
        stranger.cookies["samsyn_pad"] = cookie
        assert stranger.get("/pad/state/").status_code == 401
        assert send(stranger, event()).status_code == 401
    assert Client().get("/pad/join/nej/").status_code == 404


def test_a_tap_is_one_question_to_the_database(tablet: Client) -> None:
    """Apart from the transaction's own and what the test puts around it."""
    with CaptureQueriesContext(connection) as captured:
        send(tablet, event())
    asked = [each["sql"] for each in captured.captured_queries]
    asked = [sql for sql in asked if "SAVEPOINT" not in sql and "'samsyn.viewer'" not in sql]
    assert len(asked) == 1, asked
