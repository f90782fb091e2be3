"""What is asked by a clause, tried at the door, answered, and told: each with its line of history."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from samsyn.web.access.fixtures import TODAY
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.documents.models import Document
from samsyn.web.history.models import Act
from samsyn.web.insight import actions
from samsyn.web.insight.actions import Asking, remind_of_requests
from samsyn.web.insight.models import Answer, Handed, Request
from samsyn.web.insight.queries import State
from samsyn.web.insight.tests.conftest import Table
from samsyn.web.obligations.models import Evidence
from samsyn.web.organisations.roles import Role
from samsyn.web.reminders.models import Letter
from samsyn.web.roster.tests.conftest import NOW


def told() -> list[str]:
    with acting_as_job(Job.SEED):
        found = Act.objects.filter(name__startswith="insight.").order_by("at", "id")
        return list(found.values_list("name", flat=True))


def test_a_request_has_its_number_its_clause_and_a_last_day_only_where_the_clause_gives_one(table: Table) -> None:
    made = uuid4()
    first = table.ask(about=("Hur pengar används",), wanted_by=TODAY + timedelta(days=10), made=made)
    assert table.ask(about=("Hur pengar används",), made=made).pk == first.pk, "sent twice it is one"
    second = table.ask("uppgifter")
    assert [(each.number, each.due) for each in (first, second)] == [(1, None), (2, TODAY + timedelta(days=30))]
    assert told() == ["insight.ask", "insight.ask"]


def test_only_whom_it_is_owed_to_asks_and_only_of_what_the_clause_lists(table: Table) -> None:
    with table.cast.as_(table.ours, Role.HEAD) as by, pytest.raises(PermissionDenied):
        actions.ask(table.owed(), Asking("Allt."), made=uuid4(), by=by, now=NOW, today=TODAY)
    with pytest.raises(ValidationError, match="räknar inte upp"):
        table.ask(about=("Vilka som besöker huset",))
    with pytest.raises(ValidationError, match="Dagen har redan varit"):
        table.ask(wanted_by=TODAY - timedelta(days=1))


def test_a_draft_leaves_with_the_answer_and_both_are_papers_with_numbers(table: Table) -> None:
    table.cast.person(table.theirs, Role.CONTROLLER)
    request, draft, made = table.ask(), table.draft(), uuid4()
    answer = table.answer(request, papers=[draft], made=made)
    assert table.answer(request, papers=[draft], made=made).pk == answer.pk, "a double click is one answer"
    assert table.standing(request).state == State.ALL
    with acting_as_job(Job.SEED):
        assert list(Document.objects.order_by("number").values_list("number", "title", "correspondent")) == [
            (1, "Bokslut 2025", ""),
            (2, "Svar på begäran 1 om insyn", "Socialnämnden"),
        ]
        assert Handed.objects.get().document_id == draft.pk
        evidence = Evidence.objects.get()
        assert (evidence.document_id, evidence.done_on) == (answer.document_id, TODAY)
        assert Letter.objects.filter(about=f"insight-answer/{answer.pk}").exists()
        with pytest.raises(DatabaseError), transaction.atomic():
            Answer.objects.update(because="Något annat")
    assert answer.content["sections"][0]["blocks"][0]["lines"] == ["Bokslutet för 2025."]


def test_what_tells_of_anyone_goes_no_way_and_nothing_has_left(table: Table) -> None:
    request, draft = table.ask(), table.draft()
    with pytest.raises(ValidationError, match="enskild"):
        table.answer(request, papers=[draft], tells_of_anyone=True)
    with acting_as_job(Job.SEED):
        assert Document.objects.get().is_draft
        assert not Answer.objects.exists()


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"tried_as": " ", "says": "Något."}, "Ingen har prövat"),
        ({"outcome": "part", "says": "Något."}, "grund och en förklaring"),
        ({"outcome": "nothing", "grounds": ("not-kept",)}, "grund och en förklaring"),
        ({"outcome": "nothing", "grounds": ("osl-26-1",), "because": "Det rör enskilda."}, "grund och en förklaring"),
        ({"outcome": "all", "says": "Allt.", "because": "Fast inte det."}, "en del eller ingenting"),
        ({"outcome": "all"}, "Välj handlingar"),
    ],
)
def test_what_the_door_asks_for(table: Table, said: dict[str, Any], why: str) -> None:
    """An association is not bound by the act that binds authorities, and cannot plead it."""
    with pytest.raises(ValidationError, match=why):
        table.answer(table.ask(), **{"says": "", **said})
    assert told() == ["insight.ask"]


def test_a_refusal_has_its_ground_and_its_words_and_shows_nothing_as_done(table: Table) -> None:
    request = table.ask(asks="Registerutdragen.")
    table.answer(request, outcome="nothing", grounds=("extracts",), because="Vi antecknar bara att de har visats.")
    assert table.standing(request).state == State.NOTHING
    with acting_as_job(Job.SEED):
        assert not Evidence.objects.exists()
        assert Document.objects.get().title == "Svar på begäran 1 om insyn"


def test_more_may_come_and_a_part_may_be_held_back(table: Table) -> None:
    request = table.ask()
    table.answer(request, outcome="more", says="Bokslutet kommer i maj. Intäkterna var 1,2 miljoner kronor.")
    assert table.standing(request).state == State.MORE
    table.answer(
        request, outcome="part", papers=[table.draft()], grounds=("not-needed",), because="Lönerna är enskildas."
    )
    assert [each.number for each in table.standing(request).answers] == [1, 2]
    assert table.standing(request).state == State.PART


def test_what_is_withdrawn_is_answered_no_more(table: Table) -> None:
    request = table.ask()
    with table.cast.as_(table.theirs, Role.CONTROLLER) as by:
        with pytest.raises(ValidationError, match="Skriv varför"):
            actions.withdraw(request, " ", by=by, now=NOW, today=TODAY)
        actions.withdraw(request, "Vi fick det på mötet.", by=by, now=NOW, today=TODAY)
        actions.withdraw(request, "Igen.", by=by, now=NOW, today=TODAY)
    with pytest.raises(ValidationError, match="tillbakatagen"):
        table.answer(request, says="Här är det.")
    assert told() == ["insight.ask", "insight.withdraw"]
    with acting_as_job(Job.SEED), pytest.raises(DatabaseError), transaction.atomic():
        Request.objects.filter(pk=request.pk).update(asks="Något annat.")


def test_only_those_who_decide_for_the_party_that_is_asked_answer(table: Table) -> None:
    request = table.ask()
    for whose, role in ((table.ours, Role.CONTROLLER), (table.theirs, Role.HEAD)):
        with table.cast.as_(whose, role) as by, pytest.raises(PermissionDenied):
            actions.answer(request, actions.Saying("all", "Chef", "Svar"), made=uuid4(), by=by, now=NOW, today=TODAY)


@pytest.mark.parametrize(("days", "letters"), [(22, 0), (23, 2), (24, 0), (30, 2), (31, 0)])
def test_both_sides_are_reminded_in_the_same_words_and_only_once(table: Table, days: int, letters: int) -> None:
    """Due in 30 days: a week before and on the day. Rung the day after, it is the letter that is there."""
    for whose, role in ((table.ours, Role.HEAD), (table.theirs, Role.CONTROLLER)):
        table.cast.person(whose, role)
    request = table.ask("uppgifter")

    def ring(day: date) -> int:
        with acting_as_job(Job.REMIND):
            at = datetime.combine(day, time(4), tzinfo=UTC)
            return remind_of_requests(table.partnership, by=Job.REMIND, now=at, today=day)

    if days in (24, 31):
        ring(TODAY + timedelta(days=days - 1))
    assert ring(TODAY + timedelta(days=days)) == letters
    with acting_as_job(Job.SEED):
        bodies = {each.body.split("\n\n")[0] for each in Letter.objects.filter(kind="reminder")}
    assert len(bodies) == bool(letters or days in (24, 31))
    table.answer(request, says="Här är det.")
    assert ring(TODAY + timedelta(days=30)) == 0
