"""Occasions in a calendar: neutral unless its owner has chosen names, and only «Tillfälle» where they are discreet."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from django.test import Client

from samsyn.web.access.fixtures import TODAY
from samsyn.web.obligations.actions import open_feed
from samsyn.web.occasions import actions
from samsyn.web.occasions.tests.conftest import NOW, House
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role

TOMORROW = TODAY + timedelta(days=1)


def events(house: House, *, named: bool = True, role: Role = Role.STAFF, whose: Organisation | None = None) -> str:
    """Only what is told of occasions."""
    secret = house.do(lambda by: open_feed(named=named, by=by, now=NOW), role, whose)
    answer = Client().get(f"/feeds/{secret}.ics")
    assert answer.status_code == 200
    unfolded = answer.content.decode().replace("\r\n ", "")
    return "\n".join(each for each in unfolded.split("BEGIN:VEVENT") if "DTSTART:" in each)


def test_one_who_chose_names_reads_what_when_and_where(house: House) -> None:
    house.plan("kvallar", date(2026, 3, 28), starts=time(20), ends=time(4), place="Salen")
    said = events(house)
    assert "SUMMARY:Öppen kväll" in said
    assert "LOCATION:Salen" in said
    assert "DTSTART:20260328T190000Z" in said
    assert "DTEND:20260329T020000Z" in said, "the clocks go forward that night"


def test_a_neutral_calendar_says_nothing_of_what_or_where(house: House) -> None:
    planned = house.plan("kvallar", TOMORROW, place="Salen")
    said = events(house, named=False)
    assert "SUMMARY:Tillfälle" in said
    for secret in ("kväll", "Salen", house.partnership.slug, house.partnership.name, str(planned.pk)):
        assert secret not in said


def test_what_is_discreet_says_nothing_even_to_one_who_chose_names(house: House) -> None:
    planned = house.plan("grupp", TOMORROW, place="Gatan 1")
    said = events(house)
    assert "SUMMARY:Tillfälle" in said
    for secret in ("amtal", "Gatan", house.partnership.slug, house.partnership.name, str(planned.pk)):
        assert secret not in said


def test_a_cancelled_one_stays_and_says_so_with_a_higher_number(house: House) -> None:
    planned = house.plan("kafe", TOMORROW)
    assert "STATUS:CONFIRMED" in events(house)
    house.do(lambda by: actions.cancel(planned, "Sjukdom", by=by, now=NOW))
    said = events(house)
    assert "STATUS:CANCELLED" in said
    assert "SEQUENCE:1" in said
    assert "Sjukdom" not in said


@pytest.mark.parametrize("role", [Role.AUDITOR])
def test_who_neither_works_nor_answers_has_none(house: House, role: Role) -> None:
    house.plan("kafe", TOMORROW)
    assert events(house, role=role) == ""


def test_another_party_has_none_of_them(house: House) -> None:
    house.plan("kafe", TOMORROW)
    assert events(house, whose=house.cast.municipality) == ""
