"""The pages: staff plan, and whoever is on the roster sees, takes, swaps, gives up and reports her own."""

from __future__ import annotations

import re
from datetime import time
from uuid import uuid4

import pytest
from django.test import Client

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.obligations.tests.laying import asked
from samsyn.web.occasions.models import Occasion
from samsyn.web.organisations.roles import Role
from samsyn.web.project import clock
from samsyn.web.shifts import actions
from samsyn.web.shifts.models import Shift
from samsyn.web.shifts.tests.conftest import AFTER, NOW, Evening


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()).replace("\N{NO-BREAK SPACE}", " "))


def test_a_volunteer_takes_swaps_and_gives_up_a_shift_and_another_takes_over(evening: Evening) -> None:
    (shift,) = evening.made()
    anna, bo = evening.volunteer("Anna"), evening.volunteer("Bo")
    hers, his = evening.client(anna), evening.client(bo)
    page = text(hers, evening.mine)
    assert "tisdag 3 mars 2026 18.00–21.00" in page
    assert "Hallen" in page
    assert hers.post(f"{evening.mine}{shift.pk}/take/").status_code == 302
    assert "Passet är ditt" in text(hers, evening.mine)
    assert "Inga pass är lediga" in text(his, evening.mine)
    assert his.post(f"{evening.mine}{shift.pk}/take/").status_code == 302
    assert "Någon annan hann före" in text(his, evening.mine)
    assert hers.post(f"{evening.mine}{shift.pk}/offer/").status_code == 302
    assert "Behåll passet" in text(hers, evening.mine)
    assert "Anna söker någon som tar över" in text(his, evening.mine)
    assert his.post(f"{evening.mine}{shift.pk}/take/").status_code == 302
    assert hers.post(f"{evening.mine}{shift.pk}/keep/").status_code == 404, "it is not hers any more"
    assert "kan du byta i stället" in text(his, f"{evening.mine}{shift.pk}/give-up/")
    assert his.post(f"{evening.mine}{shift.pk}/give-up/").status_code == 302
    assert "Passet är avbokat" in text(his, evening.mine)


def test_what_is_at_the_same_time_as_ones_own_shift_is_not_offered(evening: Evening) -> None:
    first, _second = evening.made(2)
    evening.made(1, evening.another(starts=time(21), ends=time(22)))
    anna = evening.volunteer("Anna")
    evening.take(first, anna)
    page = text(evening.client(anna), evening.mine)
    assert page.count("Du har ett annat pass då.") == 1
    assert page.count("Ta passet") == 1


def test_staff_are_offered_to_write_hours_when_the_shift_has_begun(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    (shift,) = evening.made()
    evening.take(shift, evening.volunteer("Anna"))
    staff = evening.cast.client(evening.ours, Role.STAFF)
    for now, offered in ((NOW, False), (AFTER, True)):
        monkeypatch.setattr(clock, "now", lambda now=now: now)
        page = staff.get(f"{evening.shifts}at/{evening.occasion.pk}/").content.decode()
        assert (f"{shift.pk}/report/" in page) is offered


def test_hours_are_reported_on_ones_own_page(evening: Evening, monkeypatch: pytest.MonkeyPatch) -> None:
    (shift,) = evening.made()
    anna = evening.volunteer("Anna")
    evening.take(shift, anna)
    monkeypatch.setattr(clock, "now", lambda: AFTER)
    hers = evening.client(anna)
    assert "Skriv timmar" in text(hers, evening.mine)
    at = f"{evening.mine}{shift.pk}/report/"
    answer = hers.post(at, {"hours": "tre"})
    assert answer.status_code == 422
    assert 'value="tre"' in answer.content.decode()
    assert hers.post(at, {"hours": "3,5"}).status_code == 302
    assert "Skriv timmar" not in text(hers, evening.mine)
    assert "3,5" in hers.get(at).content.decode(), "and can be put right"


def test_a_volunteers_day_begins_with_her_next_shift_and_the_hours_she_has_not_written(
    evening: Evening, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = evening.volunteer("Anna")
    hers, day = evening.client(anna), f"/as/{evening.ours.slug}/"
    assert "pass" not in text(hers, day).split("finns här.")[1].split("Mina uppgifter")[0]
    (shift,) = evening.made()
    assert "Se lediga pass" in text(hers, day)
    evening.take(shift, anna)
    assert "Ditt nästa pass: tisdag 3 mars 2026 18.00–21.00" in text(hers, day)
    assert "Hallen" not in text(hers, day)
    assert f'href="{evening.mine}"' in hers.get(day).content.decode()
    monkeypatch.setattr(clock, "now", lambda: AFTER)
    assert "Skriv timmarna för 1 pass" in text(hers, day)


def test_ones_own_page_is_nobody_elses_and_nothing_else_opens_for_a_volunteer(evening: Evening) -> None:
    (shift,) = evening.made()
    anna, bo = evening.volunteer("Anna"), evening.volunteer("Bo")
    evening.take(shift, anna)
    his = evening.client(bo)
    for act in ("offer", "keep", "give-up"):
        assert his.post(f"{evening.mine}{shift.pk}/{act}/").status_code == 404
    for address in (evening.shifts, f"{evening.shifts}at/{evening.occasion.pk}/", evening.shifts.split("roster/")[0]):
        assert his.get(address).status_code == 404
    assert evening.cast.client(evening.ours, Role.CONTROLLER).get(evening.mine).status_code == 404, "not on the roster"
    theirs = evening.mine.replace(evening.ours.slug, evening.cast.municipality.slug)
    assert evening.cast.client(evening.cast.municipality, Role.HEAD).get(theirs).status_code == 404


def test_staff_make_shifts_put_somebody_on_take_her_off_and_strike(evening: Evening) -> None:
    staff = evening.cast.client(evening.ours, Role.STAFF)
    at = f"{evening.shifts}at/{evening.occasion.pk}/"
    assert "Inga pass är utlagda" in text(staff, at)
    typed = {"made": uuid4(), "function": "Ledare", "n": "2", "starts": "", "ends": ""}
    for _ in range(2):
        assert staff.post(f"{at}make/", typed).status_code == 302
    with acting_as_job(Job.SEED):
        first, second = Shift.objects.all()
    anna = evening.volunteer("Anna")
    assert staff.post(f"{evening.shifts}{first.pk}/put-on/", {"worker": anna.pk}).status_code == 302
    assert "Anna" in text(staff, at)
    assert "1 pass är tillsatt, 1 är ledigt." in text(staff, at)
    assert "Ledare: Anna" in text(staff, evening.shifts)
    assert staff.post(f"{evening.shifts}{first.pk}/take-off/").status_code == 302
    assert staff.post(f"{evening.shifts}{second.pk}/cancel/").status_code == 302
    assert "0 pass är tillsatta, 1 är ledigt." in text(staff, at)


def test_who_lacks_an_extract_is_refused_in_the_form_with_the_clause(evening: Evening) -> None:
    (shift,) = evening.made()
    cid = evening.volunteer("Cid", checked=False)
    staff = evening.cast.client(evening.ours, Role.STAFF)
    answer = staff.post(f"{evening.shifts}{shift.pk}/put-on/", {"worker": cid.pk})
    assert answer.status_code == 422
    assert "Cid" in answer.content.decode()
    with acting_as_job(Job.SEED):
        assert Shift.objects.get().worker is None


def test_a_form_with_a_fault_keeps_what_was_typed(evening: Evening) -> None:
    staff = evening.cast.client(evening.ours, Role.STAFF)
    typed = {"made": uuid4(), "function": "Vid dörren", "n": "21", "starts": "18", "ends": ""}
    answer = staff.post(f"{evening.shifts}at/{evening.occasion.pk}/make/", typed)
    assert answer.status_code == 422
    assert 'value="Vid dörren"' in answer.content.decode()
    assert "högst 20" in answer.content.decode()


def test_a_whole_series_is_given_shifts_from_one_of_its_occasions(evening: Evening) -> None:
    series = evening.series(3)
    with acting_as_job(Job.SEED):
        occasion = Occasion.objects.filter(series=series)[0]
    staff = evening.cast.client(evening.ours, Role.STAFF)
    typed = {"made": uuid4(), "function": "Ledare", "n": "2", "whole_series": "on"}
    assert staff.post(f"{evening.shifts}at/{occasion.pk}/make/", typed).status_code == 302
    with acting_as_job(Job.SEED):
        assert Shift.objects.count() == 6


def test_ones_own_calendar_says_when_and_nothing_else(evening: Evening) -> None:
    first, second = evening.made(2)
    anna = evening.volunteer("Anna")
    evening.take(first, anna)
    hers = evening.client(anna)
    page = hers.post(f"{evening.mine}calendar/open/").content.decode()
    found = re.search(r"/feeds/shifts/[\w-]+\.ics", page)
    assert found
    calendar = Client().get(found[0])
    assert calendar.status_code == 200
    body = calendar.content.decode()
    assert body.count("BEGIN:VEVENT") == 1
    assert "SUMMARY:Pass\r\n" in body
    assert "20260303T170000Z" in body
    for secret in ("Hallen", "Ledare", evening.partnership.name, "Anna", str(second.pk)):
        assert secret not in body
    assert Client().get(found[0], headers={"If-None-Match": calendar.headers["ETag"]}).status_code == 304
    assert hers.post(f"{evening.mine}calendar/revoke/").status_code == 302
    assert Client().get(found[0]).status_code == 404


def test_a_new_address_closes_the_old_one(evening: Evening) -> None:
    hers = evening.client(evening.volunteer("Anna"))
    pages = [hers.post(f"{evening.mine}calendar/open/").content.decode() for _ in range(2)]
    old, new = (re.search(r"/feeds/shifts/[\w-]+\.ics", each)[0] for each in pages)  # type: ignore[index]
    assert (Client().get(old).status_code, Client().get(new).status_code) == (404, 200)


def test_a_shift_that_is_called_off_stays_in_the_calendar_and_says_so(evening: Evening) -> None:
    (shift,) = evening.made()
    anna = evening.volunteer("Anna")
    evening.take(shift, anna)
    hers = evening.client(anna)
    address = re.search(r"/feeds/shifts/[\w-]+\.ics", hers.post(f"{evening.mine}calendar/open/").content.decode())
    assert address
    with evening.staff() as by:
        actions.cancel(shift, by=by, now=NOW)
    assert "STATUS:CANCELLED" in Client().get(address[0]).content.decode()


def test_many_shifts_ask_no_more_questions_than_few(evening: Evening) -> None:
    anna = evening.volunteer("Anna")
    for address, client in (
        (evening.mine, evening.client(anna)),
        (evening.shifts, evening.cast.client(evening.ours, Role.STAFF)),
    ):
        evening.made()
        few = asked(client, address)
        evening.made(5)
        many = asked(client, address)
        assert len(many) == len(few) <= 22, many


def test_a_volunteer_finds_the_way_from_her_own_page(evening: Evening) -> None:
    hers = evening.client(evening.volunteer("Anna"))
    assert evening.mine in hers.get(f"/as/{evening.ours.slug}/mine/").content.decode()
    staff = evening.cast.client(evening.ours, Role.STAFF)
    assert f'href="{evening.shifts}"' in staff.get(evening.shifts.replace("shifts/", "")).content.decode()
