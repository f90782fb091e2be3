"""The staff list: who works with what and which demands are met. Never a name that was not ticked, never an extract."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4
from zipfile import ZipFile

import pytest
from django.core.exceptions import ValidationError

from samsyn.web.access.fixtures import TODAY
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.documents.models import Content, Document
from samsyn.web.insight.actions import Staff
from samsyn.web.insight.models import Answer, Handed, Request, StaffList
from samsyn.web.insight.presenters.staff import Choice, head_of, rows_of, says
from samsyn.web.insight.staff import digest, staff_now
from samsyn.web.insight.tests.conftest import Table
from samsyn.web.organisations.roles import Role

LONG_AGO = date(2025, 3, 3)


@pytest.fixture
def staffed(table: Table) -> Table:
    """Ada has shown and signed; Eva has been tried for cause and lacks all; Bo is a volunteer, whom no check is for."""
    ada = table.employ("Ada", began_on=LONG_AGO, share=Decimal(1), post="ledare")
    eva = table.employ("Eva", "Administratör", LONG_AGO, share=Decimal("0.1"))
    table.volunteer("Bo")
    text = table.text()
    table.shown(ada)
    table.signed(ada, text)
    table.asked(eva)
    return table


def listed(table: Table, request: Request, choices: dict[UUID, Choice] | None = None) -> dict[str, Any]:
    return table.do(lambda by: staff_now(by, request, choices or {}, TODAY))


def test_nobody_has_a_name_until_it_is_ticked_and_nothing_tells_of_a_cause(staffed: Table) -> None:
    content = listed(staffed, staffed.ask())
    assert [head[:20] for head in head_of(content)][:4] == ["Roll", "Slag", "Andel av en tjänst", "Arbetar med"]
    found = {row[0]: row[4:] for row in rows_of(content)}
    assert found == {
        "Ledare": ["Har visats", "Ja, 2026-03-02", "Nej"],
        "Administratör": ["Nej", "Nej", "Nej"],
        "Läxhjälpare": ["Krävs inte", "Nej", "Krävs inte"],
    }
    said = json.dumps(content, ensure_ascii=False)
    assert not any(name in said for name in ("Ada", "Eva", 'Bo"', "anledning", "Anledning"))
    assert says(content) == "Den 2026-03-02 arbetar 2 anställda och 1 volontär i verksamheten. Ingen står med namn."


def test_of_an_extract_it_says_no_day(staffed: Table) -> None:
    content = listed(staffed, staffed.ask())
    checks = {each["requirement"] for each in content["demands"] if each["kind"] == "check"}
    assert {met["since"] for each in content["people"] for key, met in each["met"].items() if key in checks} == {""}


def hand(table: Table, request: Request, choices: dict[UUID, Choice], seal: str) -> Answer:
    return table.answer(request, staff=Staff(choices, seal), made=uuid4())


def test_it_leaves_as_two_papers_and_is_frozen_as_it_was_read(staffed: Table) -> None:
    request = staffed.ask(about=("Vilken personal som arbetar där",))
    ada = staffed.do(lambda by: _worker(by, "Ada"))
    choices = {ada: Choice(named=True, works_with="Leder läxhjälpen")}
    with acting_as_job(Job.SEED):
        assert not Document.objects.exists(), "nothing reaches the other before it is handed over"
    content = listed(staffed, request, choices)
    hand(staffed, request, choices, digest(content))
    with acting_as_job(Job.SEED):
        assert StaffList.objects.get().content == content
        papers = list(Document.objects.order_by("number").select_related("content"))
        assert [each.content.media_type.split("/")[1][:10] for each in papers] == ["pdf", "vnd.openxm", "pdf"]
        assert Handed.objects.filter(kind="staff_list").count() == 2
        book = ZipFile(BytesIO(bytes(Content.objects.get(pk=papers[1].content_id).data)))
    words = book.read("xl/sharedStrings.xml").decode()
    assert [each in words for each in ("Leder läxhjälpen", "Ada", "Eva")] == [True, True, False]


def test_a_roster_that_has_changed_since_is_read_again(staffed: Table) -> None:
    request = staffed.ask()
    seal = digest(listed(staffed, request))
    staffed.volunteer("Siv")
    with pytest.raises(ValidationError, match="har ändrats"):
        hand(staffed, request, {}, seal)
    with acting_as_job(Job.SEED):
        assert not Document.objects.exists()


def test_the_page_shows_what_is_handed_over_before_it_is(staffed: Table) -> None:
    request = staffed.ask()
    at = f"{staffed.room()}{request.pk}/staff/"
    us = staffed.cast.client(staffed.ours, Role.HEAD)
    people = staffed.do(lambda by: [_worker(by, name) for name in ("Ada", "Eva", "Bo")])
    typed = {"made": str(uuid4()), "outcome": "more", "tried_as": "Direktor"}
    typed |= {f"listed_{each}": "on" for each in people[:2]} | {f"named_{people[0]}": "on"}
    typed |= {f"with_{people[0]}": "Leder läxhjälpen"}
    assert us.post(at, typed | {"outcome": ""}).status_code == 422
    read = us.post(at, typed)
    page = read.content.decode()
    assert "Inget har lämnats än" in page
    shown = page.split("<table")[1]
    assert [each in shown for each in ("Leder läxhjälpen", "Ada", "Läxhjälpare")] == [True, True, False]
    assert "1 är inte med i förteckningen." in page
    form = {bound.html_name: bound.value() for bound in read.context["form"]} | {"seal": read.context["seal"]}
    sent = {key: value for key, value in form.items() if value not in (None, False)}
    again = us.post(at, {**sent, "edit": "1"}).content.decode()
    assert 'value="Leder läxhjälpen"' in again
    assert us.post(f"{at}hand-over/", {**sent, "seal": "0" * 64}).status_code == 422
    for _twice in range(2):
        assert us.post(f"{at}hand-over/", sent).status_code == 302
    with acting_as_job(Job.SEED):
        assert StaffList.objects.count() == 1
    theirs = staffed.cast.client(staffed.theirs, Role.STAFF).get(f"{staffed.room(staffed.theirs)}{request.pk}/")
    assert "Personal i verksamheten, 2026-03-02, kalkylblad" in theirs.content.decode()
    assert (
        staffed.cast.client(staffed.theirs, Role.HEAD).get(at.replace("foreningen", "kommunen", 1)).status_code == 404
    )


def _worker(by: Viewer, name: str) -> UUID:
    from samsyn.web.roster.models import Worker

    return Worker.objects.visible_to(by).get(known_as=name).pk
