"""A statement from the day it opens to the day it is accepted, each act with its line of history."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from samsyn.rules.money.statements import State
from samsyn.rules.quantities import DateRange
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.history.models import Act
from samsyn.web.obligations.models import Evidence, Objection
from samsyn.web.organisations.roles import Role
from samsyn.web.reminders.models import Letter
from samsyn.web.statements import actions
from samsyn.web.statements.actions import Typed
from samsyn.web.statements.models import Addition, Answer, Statement, Submission
from samsyn.web.statements.tests.conftest import ASKED, NOW, TODAY, Table


def told() -> list[str]:
    with acting_as_job(Job.SEED):
        found = Act.objects.filter(name__startswith="statement.").order_by("at", "id")
        return list(found.values_list("name", flat=True))


def test_a_statement_opens_by_itself_in_time_and_only_once(table: Table) -> None:
    with acting_as_job(Job.DERIVE):
        opened = actions.open_what_is_near(table.partnership, by=Job.DERIVE, now=NOW, today=TODAY)
        again = actions.open_what_is_near(table.partnership, by=Job.DERIVE, now=NOW, today=TODAY)
    assert (opened, again) == (2, 0), "the statement and the annual report of 2025, due on 31 March"
    assert told() == ["statement.open", "statement.open"]
    with acting_as_job(Job.SEED):
        days = {(each.kind, each.days.lower, each.days.upper) for each in Statement.objects.all()}
    assert days == {(kind, date(2025, 1, 1), date(2026, 1, 1)) for kind in ("statement", "annual_report")}


def test_it_may_be_opened_earlier_by_the_party_that_owes_it_and_no_other(table: Table) -> None:
    assert table.opened(year=2026).pk == table.opened(year=2026).pk
    with table.by(table.theirs, Role.CONTROLLER) as viewer, pytest.raises(ValidationError, match="inte ni"):
        actions.open_statement(table.owed(), by=viewer, now=NOW)


def test_two_who_write_at_once_do_not_write_over_each_other(table: Table) -> None:
    statement = table.opened()
    table.write(statement, "Till löner.", edits=0)
    table.write(statement, "Till löner.", edits=0)
    with pytest.raises(ValidationError, match="Någon annan har skrivit"):
        table.write(statement, "Till mat.", edits=0)
    assert told().count("statement.write") == 1, "the same again is not written again"


def test_the_party_says_which_days_it_covers(table: Table) -> None:
    statement = table.opened()
    table.write(statement, days=DateRange(date(2025, 5, 1), date(2026, 1, 1)))
    assert table.standing(statement).statement.days.lower == date(2025, 5, 1)


def test_what_is_typed_says_what_shows_it_and_is_one_however_often_it_is_sent(table: Table) -> None:
    statement, made = table.opened(), uuid4()
    said = Typed("cost", "Hyra", 12_000_00, "Kontraktet", "mat")
    with table.by(role=Role.CONTROLLER) as viewer:
        with pytest.raises(ValidationError, match="kontrolleras"):
            actions.add_sum(statement, Typed("cost", "Hyra", 1, " "), made=uuid4(), by=viewer, now=NOW)
        with pytest.raises(ValidationError, match="ingen sådan kostnadsrad"):
            actions.add_sum(statement, Typed("cost", "Hyra", 1, "Pärm", "finns-inte"), made=uuid4(), by=viewer, now=NOW)
        first = actions.add_sum(statement, said, made=made, by=viewer, now=NOW)
        assert actions.add_sum(statement, said, made=made, by=viewer, now=NOW).pk == first.pk
        actions.remove_sum(first, by=viewer, now=NOW)
        actions.remove_sum(first, by=viewer, now=NOW)
        assert not Addition.objects.exists()
    assert told().count("statement.remove_sum") == 1


def test_signed_it_is_frozen_shown_as_evidence_and_told(table: Table) -> None:
    table.cast.person(table.theirs, Role.STEERING)
    statement = table.opened()
    submission = table.signed(statement)
    assert (submission.number, submission.content["words"][0]) == (
        1,
        {"question": ASKED, "says": "Till löner och mat."},
    )
    assert table.standing(statement).state == State.WAITING
    with acting_as_job(Job.SEED):
        evidence = Evidence.objects.get(obligation=statement.obligation)
        assert (evidence.document_id, evidence.done_on) == (submission.document_id, TODAY)
        assert table.owed().met_on == TODAY
        assert Letter.objects.filter(about=f"statement/{submission.pk}").exists()
        with pytest.raises(DatabaseError), transaction.atomic():
            Submission.objects.filter(pk=submission.pk).update(number=9)
    assert told()[-1] == "statement.sign"


def test_a_double_click_is_one_submission(table: Table) -> None:
    statement = table.opened()
    first = table.signed(statement)
    with table.by() as viewer:
        again = actions.sign(statement, seal=first.sha256, by=viewer, now=NOW, today=TODAY)
    assert again.pk == first.pk
    assert told().count("statement.sign") == 1


def test_one_signs_only_what_one_has_read(table: Table) -> None:
    statement = table.opened()
    table.write(statement)
    seal = table.seal(statement)
    table.write(statement, "Till något annat.")
    with table.by() as viewer, pytest.raises(ValidationError, match="har ändrats"):
        actions.sign(statement, seal=seal, by=viewer, now=NOW, today=TODAY)


def test_what_the_agreement_asks_for_must_be_answered(table: Table) -> None:
    statement = table.opened()
    seal = table.seal(statement)
    with table.by() as viewer, pytest.raises(ValidationError, match=ASKED):
        actions.sign(statement, seal=seal, by=viewer, now=NOW, today=TODAY)


def test_an_annual_report_needs_its_paper_which_is_handed_over_with_it(table: Table) -> None:
    statement = table.opened("arsredovisning")
    seal = table.seal(statement)
    with table.by() as viewer, pytest.raises(ValidationError, match="årsredovisningen som bilaga"):
        actions.sign(statement, seal=seal, by=viewer, now=NOW, today=TODAY)
    with table.by(role=Role.CONTROLLER) as viewer:
        paper = actions.enclose(statement, "arsredovisning.txt", "Årsredovisning".encode(), by=viewer, now=NOW)
        assert paper.is_draft
    seal = table.seal(statement)
    with table.by() as viewer:
        submission = actions.sign(statement, seal=seal, by=viewer, now=NOW, today=TODAY)
        paper.refresh_from_db()
        assert (submission.paper_id, paper.is_draft) == (paper.pk, False)


def test_only_those_who_decide_sign_and_answer(table: Table) -> None:
    statement = table.opened()
    table.write(statement)
    seal = table.seal(statement)
    with table.by(role=Role.CONTROLLER) as viewer, pytest.raises(PermissionDenied):
        actions.sign(statement, seal=seal, by=viewer, now=NOW, today=TODAY)
    submission = table.signed(statement)
    with table.by() as viewer, pytest.raises(PermissionDenied):
        actions.accept(submission, by=viewer, now=NOW, today=TODAY)
    with table.by(table.theirs, Role.CONTROLLER) as viewer, pytest.raises(PermissionDenied):
        actions.accept(submission, by=viewer, now=NOW, today=TODAY)


def test_sent_back_corrected_and_accepted(table: Table) -> None:
    statement = table.opened()
    first = table.signed(statement)
    with table.by(table.theirs) as viewer:
        with pytest.raises(ValidationError, match="Skriv vad"):
            actions.send_back(first, " ", by=viewer, now=NOW, today=TODAY)
        answer = actions.send_back(first, "Maten saknas.", by=viewer, now=NOW, today=TODAY)
        assert actions.send_back(first, "Maten saknas.", by=viewer, now=NOW, today=TODAY).pk == answer.pk
    assert table.standing(statement).state == State.SENT_BACK
    assert table.owed().disputed_on == TODAY
    with table.by() as viewer, pytest.raises(ValidationError, match="Ingenting är ändrat"):
        actions.sign(statement, seal=first.sha256, by=viewer, now=NOW, today=TODAY)
    second = table.signed(statement, "Till löner, och 40 000 kr till mat.")
    assert second.number == 2
    with table.by(table.theirs) as viewer:
        with pytest.raises(ValidationError, match="rättad"):
            actions.accept(first, by=viewer, now=NOW, today=TODAY)
        actions.accept(second, by=viewer, now=NOW, today=TODAY)
        actions.accept(second, by=viewer, now=NOW, today=TODAY)
    assert table.standing(statement).state == State.ACCEPTED
    assert table.owed().disputed_on is None
    with acting_as_job(Job.SEED):
        assert Objection.objects.get(obligation=statement.obligation).settled_on == TODAY
        assert Answer.objects.count() == 2
    with pytest.raises(ValidationError, match="godtagen"):
        table.write(statement, "Mer.")


def test_what_a_party_objects_to_for_another_reason_is_not_settled_by_it(table: Table) -> None:
    from samsyn.web.obligations.actions import object_to

    statement = table.opened()
    submission = table.signed(statement)
    with table.by(table.theirs) as viewer:
        object_to(statement.obligation, "Vi är oense om året.", by=viewer, now=NOW, today=TODAY)
        actions.accept(submission, by=viewer, now=NOW, today=TODAY)
    assert table.owed().disputed_on == TODAY


def test_a_party_corrects_a_fault_of_its_own_before_anyone_has_answered(table: Table) -> None:
    statement = table.opened()
    table.signed(statement)
    assert table.signed(statement, "Till löner. Vi hade glömt maten.").number == 2


def test_the_other_party_sees_nothing_of_what_is_being_written(table: Table) -> None:
    statement = table.opened()
    table.write(statement, "Hemligt än.")
    with table.by(table.theirs) as viewer:
        seen = Statement.objects.visible_to(viewer).get(pk=statement.pk)
        assert not hasattr(seen, "draft")
        assert not Addition.objects.exists()
