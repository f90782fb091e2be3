"""What is counted at the desk is counted once, however often the button is pressed; and whom to ring is dated."""

from __future__ import annotations

import re

import pytest

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.beds.models import EmergencyContact, Guest, Refusal
from samsyn.web.beds.tests.laying import NIGHT, NOW, ORDINARY, Laid, a_guest, lay
from samsyn.web.beds.tests.test_desk import Desk, rows, said
from samsyn.web.beds.tests.test_tonight import at
from samsyn.web.contacts.models import Contact
from samsyn.web.organisations.roles import Role

KEY = re.compile(r'name="key" value="([0-9a-f-]{36})"')


@pytest.fixture
def laid(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Laid:
    at(monkeypatch, NOW)
    return lay(cast)


@pytest.fixture
def desk(laid: Laid) -> Desk:
    return Desk(laid, laid.cast.client(laid.coordinating, Role.STAFF))


def refuse(desk: Desk, guest: Guest, key: str) -> None:
    assert desk.post(desk.at(guest, "refuse/"), pool=ORDINARY, reason="declined", key=key).status_code == 200


def test_without_a_place_pressed_twice_counts_one(desk: Desk) -> None:
    guest = a_guest(desk.laid, "Bo")
    (key,) = KEY.findall(said(desk.get(desk.at(guest))))
    refuse(desk, guest, key)
    refuse(desk, guest, key)
    assert [str(each.pk) for each in rows(Refusal)] == [key]


def test_the_next_page_counts_one_more_and_tells_nothing_of_whom(desk: Desk) -> None:
    """Two who decline are two, also where both go by one record; the key is of the page, not of the guest."""
    guest = a_guest(desk.laid, "Bo")
    keys = {KEY.findall(said(desk.get(desk.at(guest))))[0] for _ in range(2)}
    assert len(keys) == 2
    for key in keys:
        refuse(desk, guest, key)
    assert len(rows(Refusal)) == 2


@pytest.mark.parametrize("key", ["", "x", "0"])
def test_a_key_that_cannot_be_read_still_counts(desk: Desk, key: str) -> None:
    refuse(desk, a_guest(desk.laid, "Bo"), key)
    assert len(rows(Refusal)) == 1


def test_a_minor_is_counted_once(desk: Desk) -> None:
    (key,) = KEY.findall(said(desk.get("intake/minor/")))
    for _ in range(2):
        desk.post("intake/minor/", key=key)
    assert (len(rows(Refusal)), len(rows(EmergencyContact))) == (1, 1)


def test_without_a_number_the_page_says_who_writes_it_in(desk: Desk) -> None:
    page = said(desk.get("intake/minor/"))
    assert "Socialjourens nummer är inte inskrivet" in page
    assert "Skriv in en kontakt" not in page, "who is at work at the desk may not"
    assert "Till kontakterna" in page


def test_the_number_that_a_party_has_written_is_shown_with_its_day(desk: Desk) -> None:
    with acting_as_job(Job.SEED):
        Contact.objects.create(
            partnership=desk.laid.partnership, organisation=desk.laid.cast.municipality, topic="urgent",
            function="Socialjouren", phone="000-00 00 00", hours="hela dygnet", since=NIGHT, confirmed_on=NIGHT,
        )  # fmt: skip
    page = said(desk.get("intake/minor/"))
    assert "000-00 00 00" in page
    assert f"hela dygnet. Bekräftat {NIGHT}." in page
    assert "är inte inskrivet" not in page
