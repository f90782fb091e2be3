"""The pages: who finds what on them, and that every form answers."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

from django.test import Client

from samsyn.web.access.fixtures import TODAY
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.incidents.models import Incident, Told
from samsyn.web.incidents.tests.conftest import House
from samsyn.web.obligations.tests.laying import asked
from samsyn.web.organisations.roles import Role

WORDS = "En besökare hotade en volontär."


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def everything() -> list[Incident]:
    with acting_as_job(Job.SEED):
        return list(Incident.objects.order_by("number"))


def test_the_room_is_there_for_who_tells_and_who_is_told_and_not_for_others(house: House) -> None:
    for who in (house.ours, house.cast.municipality, house.cast.other_association):
        home = house.at(who=who).removesuffix("incidents/")
        assert "Händelser" in text(house.client(who, Role.HEAD), home)
    assert "Inget öppet" in text(house.client(), house.at())


def test_staff_write_what_happened_and_are_shown_whom_to_tell(house: House) -> None:
    staff = house.client()
    answer = staff.post(house.at("report/"), house.typed())
    (incident,) = everything()
    assert answer.headers["Location"] == house.at(f"{incident.pk}/")
    shown = text(staff, house.at(f"{incident.pk}/"))
    assert "Nämnden ska få veta." in shown
    assert "senast 2026-03-04" in shown.replace("\N{NON-BREAKING HYPHEN}", "-")
    assert WORDS in shown
    assert "Slå upp själva: Om Arbetsmiljöverket ska underrättas, om vad och hur snart" in shown


def test_a_form_that_is_wrong_keeps_all_that_was_typed(house: House) -> None:
    answer = house.client().post(house.at("report/"), house.typed(happened_on="i går", place="Köket"))
    assert answer.status_code == 422
    assert WORDS in answer.content.decode()
    assert 'value="Köket"' in answer.content.decode()
    assert everything() == []


def test_a_concern_for_a_child_has_no_place_to_write_in(house: House) -> None:
    staff = house.client()
    page = staff.get(house.at("report/concern/")).content.decode()
    assert "<textarea" not in page
    staff.post(house.at("report/concern/"), {"made": uuid4(), "happened_on": TODAY, "known": "yes"})
    (incident,) = everything()
    form = staff.get(house.at(f"{incident.pk}/tell/")).content.decode()
    assert "<textarea" not in form
    assert "i Samsyn" not in form
    said = {"whom": "kommunen", "on": TODAY, "how": "written", "reference": "2026-17"}
    assert staff.post(house.at(f"{incident.pk}/tell/"), said).status_code == 302
    shown = text(house.client(house.cast.municipality, Role.HEAD), house.at(who=house.cast.municipality))
    assert "Föreningen: oro för ett barn" in shown
    assert "2026-17" not in shown
    assert staff.get(house.at(f"{incident.pk}/amend/")).status_code == 404


def test_where_nobody_knows_which_child_nobody_is_told(house: House) -> None:
    incident = house.concern(known=False)
    shown = text(house.client(), house.at(f"{incident.pk}/"))
    assert "det finns ingen att anmäla" in shown
    assert "Nämnden" not in shown
    assert "Slå upp själva" not in shown


def test_colleagues_see_that_there_is_one_and_not_a_word_of_it(house: House) -> None:
    incident = house.report(place="Köket")
    house.tell(incident, reference="Dnr-9")
    for role in (Role.CASE_OFFICER, Role.AUDITOR):
        client = house.client(role=role)
        for address in (house.at(), house.at(f"{incident.pk}/")):
            shown = text(client, address)
            assert "hot eller våld" in shown
            for secret in (WORDS, "Köket", "Ett hot i köket", "Dnr-9"):
                assert secret not in shown, (role, address)
        for page in ("amend/", "tell/", "follow-up/", "close/", "take-back/"):
            assert client.get(house.at(f"{incident.pk}/{page}")).status_code == 404
    assert WORDS in text(house.client(role=Role.CONTROLLER), house.at(f"{incident.pk}/"))


def test_another_party_sees_only_what_is_told_it(house: House) -> None:
    incident = house.report(serious=True)
    told = house.tell(incident)
    theirs = house.client(house.cast.municipality, Role.HEAD)
    shown = text(theirs, house.at(who=house.cast.municipality))
    assert "Föreningen: hot eller våld, allvarligt (2026-1)" in shown
    assert "Ett hot i köket." in shown
    assert WORDS not in shown
    assert theirs.get(house.at(f"{incident.pk}/", house.cast.municipality)).status_code == 404
    back = house.at(f"{incident.pk}/told/{told.pk}/take-back/", house.cast.municipality)
    assert theirs.post(back).status_code == 404
    third = house.client(house.cast.other_association, Role.HEAD)
    assert "hot eller våld, allvarligt" not in text(third, house.at(who=house.cast.other_association))


def test_a_body_is_told_and_those_who_sit_in_it_read_it(house: House) -> None:
    from samsyn.web.incidents.tests.conftest import NOW
    from samsyn.web.partnerships.actions import appoint

    house.tell(house.report(kind="accident", serious=True), "styrgrupp", for_them="Någon föll i trappan.")
    member = house.cast.person(house.cast.municipality, Role.STEERING)
    with house.as_(house.cast.municipality, Role.HEAD) as by:
        appoint(member, house.partnership, "styrgrupp", "ledamot", TODAY, by=by, now=NOW)
    seated = house.client(house.cast.municipality, Role.STEERING)
    assert "Någon föll i trappan." in text(seated, house.at(who=house.cast.municipality))
    unseated = house.client(house.cast.municipality, Role.HEAD)
    assert "Någon föll i trappan." not in text(unseated, house.at(who=house.cast.municipality))


def test_an_authority_that_no_clause_names_is_written_in(house: House) -> None:
    incident = house.report()
    head = house.client(role=Role.HEAD)
    said: dict[str, Any] = {"whom": "other-authority", "authority": "", "on": TODAY, "how": "phone"}
    assert head.post(house.at(f"{incident.pk}/tell/"), said).status_code == 422
    assert head.post(house.at(f"{incident.pk}/tell/"), said | {"authority": "Polisen"}).status_code == 302
    assert "Polisen , per telefon" in text(head, house.at(f"{incident.pk}/"))


def test_the_whole_way_from_report_to_closed(house: House) -> None:
    head = house.client(role=Role.HEAD)
    head.post(house.at("report/"), house.typed(serious="on", happened_at="18.30", place="Köket"))
    (incident,) = everything()
    one = house.at(f"{incident.pk}/")
    refused = head.post(f"{one}close/", {"closed_with": "Löst."})
    assert refused.status_code == 422
    assert "Nämnden har inte fått veta än (4)" in refused.content.decode()
    said = {"whom": "kommunen", "on": TODAY, "how": "here", "for_them": "Ett hot."}
    assert head.post(f"{one}tell/", said).status_code == 302
    assert "Skriv vad ni har gjort" in text(head, one)
    assert head.post(f"{one}follow-up/", {"measures": "Två i köket."}).status_code == 302
    assert "Ingen mer behöver få veta." in text(head, one)
    assert head.post(f"{one}close/", {"closed_with": "Löst."}).status_code == 302
    assert "Händelsen är avslutad." in text(head, one)
    assert "januari till juni 2026 1" in text(head, house.at())
    assert head.get(f"{one}tell/").status_code == 404


def test_taken_back_is_not_counted(house: House) -> None:
    incident = house.report()
    head = house.client(role=Role.HEAD)
    assert "januari till juni 2026 1" in text(head, house.at())
    assert head.post(house.at(f"{incident.pk}/take-back/")).status_code == 302
    assert "januari till juni" not in text(head, house.at())


def test_to_ask_for_the_page_that_takes_back_takes_nothing_back(house: House) -> None:
    incident = house.report()
    told = house.tell(incident)
    head = house.client(role=Role.HEAD)
    assert head.get(house.at(f"{incident.pk}/told/{told.pk}/take-back/")).status_code == 200
    assert head.get(house.at(f"{incident.pk}/take-back/")).status_code == 200
    with acting_as_job(Job.SEED):
        assert Told.objects.live().count() == 1
        assert Incident.objects.open().count() == 1


def test_on_my_day_stands_who_is_to_be_told_until_it_is_done(house: House) -> None:
    incident = house.report()
    mine = f"/as/{house.ours.slug}/"
    assert "Händelse 2026-1: berätta för Nämnden" in text(house.client(role=Role.HEAD), mine)
    assert "Händelse 2026-1" in text(house.client(), mine)
    assert "Händelse 2026-1" not in text(house.client(role=Role.CASE_OFFICER), mine)
    house.tell(incident)
    assert "Händelse 2026-1" not in text(house.client(role=Role.HEAD), mine)


def test_the_list_asks_as_often_for_ten_as_for_one(house: House) -> None:
    head = house.client(role=Role.HEAD)
    house.tell(house.report())
    one = len(asked(head, house.at()))
    for _ in range(9):
        house.report()
    assert len(asked(head, house.at())) == one


def test_a_number_is_not_broken_over_two_lines(house: House) -> None:
    incident = house.report()
    for path in ("", f"{incident.pk}/"):
        assert f'<span class="number">{incident.label}</span>' in house.client().get(house.at(path)).content.decode()


def test_what_is_demanded_of_parties_is_not_called_voluntary(house: House) -> None:
    form = text(house.client(), house.at(f"{house.report().pk}/tell/"))
    assert "Vad de får läsa (frivilligt)" not in form
    assert "Vad de får läsa" in form
