"""A claim from the draft to the last krona, each act with its line of history."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from samsyn.rules.money.claims import State
from samsyn.rules.quantities import Amount, DateRange
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.claims import actions
from samsyn.web.claims.models import Claim, Entry
from samsyn.web.claims.tests.conftest import CARE, NOW, PROPORTION, SAID, TODAY, Table
from samsyn.web.history.models import Act
from samsyn.web.meetings.models import AgendaItem
from samsyn.web.obligations.models import Evidence
from samsyn.web.organisations.roles import Role

DAY = timedelta(days=1)


def told() -> list[str]:
    with acting_as_job(Job.SEED):
        return list(Act.objects.filter(name__startswith="claim.").order_by("at", "id").values_list("name", flat=True))


def test_a_claim_is_written_once_however_often_it_is_sent_and_only_its_party_sees_it(table: Table) -> None:
    made = uuid4()
    assert table.drafted(made=made).pk == table.drafted(made=made).pk == made
    assert told() == ["claim.draft"]
    with table.by(table.paying) as viewer:
        assert not Claim.objects.visible_to(viewer).exists()
        assert not Claim.objects.exists(), "the wall, not only the query"


def test_a_claim_rests_on_a_clause_that_gives_the_party_the_right(table: Table) -> None:
    with pytest.raises(ValidationError, match="ingen rätt"):
        table.drafted(replace(SAID, term="finns-inte"))
    with pytest.raises(ValidationError, match="kan ni inte kräva"):
        table.drafted(replace(SAID, against="kommunen"))
    with table.by(table.paying, Role.CONTROLLER) as viewer, pytest.raises(ValidationError, match="ingen rätt"):
        actions.draft(table.partnership, SAID, made=uuid4(), by=viewer, now=NOW, today=TODAY)


def test_a_claim_is_of_days_that_have_been(table: Table) -> None:
    """TODAY itself has; the day after has not."""
    days = DateRange.through(TODAY, TODAY)
    assert table.drafted(replace(SAID, days=days)).days is not None
    with pytest.raises(ValidationError, match="har inte varit än"):
        table.drafted(replace(SAID, days=DateRange.through(TODAY, TODAY + timedelta(days=1))))


def test_a_draft_is_rewritten_and_thrown_away_and_what_is_raised_stands(table: Table) -> None:
    claim = table.drafted()
    with table.by(role=Role.CONTROLLER) as viewer:
        actions.rewrite(claim, replace(SAID, title="En annan"), by=viewer, now=NOW, today=TODAY)
        actions.discard(claim, by=viewer, now=NOW)
        actions.discard(claim, by=viewer, now=NOW)
    claim = table.raised()
    with table.by(role=Role.CONTROLLER) as viewer:
        with pytest.raises(ValidationError, match="står fast"):
            actions.rewrite(claim, SAID, by=viewer, now=NOW, today=TODAY)
        with pytest.raises(DatabaseError), transaction.atomic():
            Claim.objects.filter(pk=claim.pk).update(amount_ore=1)
    assert told() == ["claim.draft", "claim.rewrite", "claim.discard", "claim.draft", "claim.raise"]


def test_raised_it_is_numbered_seen_by_all_and_raised_once(table: Table) -> None:
    claim = table.raised()
    with table.by() as viewer:
        assert actions.raise_claim(claim, by=viewer, now=NOW, today=TODAY).number == 1
    assert table.raised().number == 2
    assert table.standing(claim, table.paying).state == State.RAISED
    assert told().count("claim.raise") == 2


def test_only_those_who_decide_raise_answer_and_weigh(table: Table) -> None:
    claim = table.drafted()
    with table.by(role=Role.CONTROLLER) as viewer, pytest.raises(PermissionDenied):
        actions.raise_claim(claim, by=viewer, now=NOW, today=TODAY)
    claim = table.raised()
    with table.by(table.paying, Role.CONTROLLER) as viewer, pytest.raises(PermissionDenied):
        actions.answer(claim, "Nej.", by=viewer, now=NOW, today=TODAY)
    with table.by() as viewer, pytest.raises(PermissionDenied):
        actions.answer(claim, "Nej.", by=viewer, now=NOW, today=TODAY)


def test_the_other_answers_and_may_answer_again(table: Table) -> None:
    claim = table.raised()
    with table.by(table.paying) as viewer:
        first = actions.answer(claim, "Nej.", by=viewer, now=NOW, today=TODAY)
        assert actions.answer(claim, " Nej. ", by=viewer, now=NOW, today=TODAY).pk == first.pk
        actions.answer(claim, "Delvis.", by=viewer, now=NOW + DAY, today=TODAY)
        with pytest.raises(ValidationError, match="Skriv ert svar"):
            actions.answer(claim, " ", by=viewer, now=NOW, today=TODAY)
    found = table.standing(claim)
    assert (found.state, found.answer and found.answer.says) == (State.ANSWERED, "Delvis.")


def test_each_exception_is_considered_in_text_before_anything_is_decided(table: Table) -> None:
    claim = table.raised()
    with table.by() as viewer:
        with pytest.raises(ValidationError, match=f"{CARE}; {PROPORTION}"):
            actions.draft_decision(claim, 1, "Fel.", by=viewer, now=NOW, today=TODAY)
        with pytest.raises(ValidationError, match="Skriv varför"):
            actions.consider(claim, 0, " ", holds=False, by=viewer, now=NOW, today=TODAY)
        with pytest.raises(ValidationError, match="inget sådant undantag"):
            actions.consider(claim, 2, "Vi.", holds=False, by=viewer, now=NOW, today=TODAY)
    with table.by(table.paying) as viewer:
        actions.consider(claim, 0, "Vi frågade först.", holds=True, by=viewer, now=NOW, today=TODAY)
    with table.by() as viewer, pytest.raises(ValidationError, match=CARE):
        actions.draft_decision(claim, 1, "Fel.", by=viewer, now=NOW, today=TODAY)


def test_nothing_is_decided_where_an_exception_holds_until_it_is_weighed_anew(table: Table) -> None:
    claim = table.weighed(holds=True)
    with table.by() as viewer:
        with pytest.raises(ValidationError, match=f"undantag gäller: {PROPORTION}"):
            actions.draft_decision(claim, 10_000_00, "Fel.", by=viewer, now=NOW, today=TODAY)
        actions.consider(claim, 1, "Inte för halva.", holds=False, by=viewer, now=NOW + DAY, today=TODAY)
        assert actions.draft_decision(claim, 5_000_00, "Fel.", by=viewer, now=NOW, today=TODAY).amount_ore == 5_000_00


def test_never_more_is_decided_than_the_claim_is_about(table: Table) -> None:
    claim = table.weighed()
    with table.by() as viewer, pytest.raises(ValidationError, match="Kravet gäller 10"):
        actions.draft_decision(claim, 10_000_01, "Fel.", by=viewer, now=NOW, today=TODAY)


def test_it_is_decided_by_the_steps_that_the_clause_and_the_mandates_demand(table: Table) -> None:
    claim = table.weighed()
    with table.by() as viewer:
        change = actions.draft_decision(claim, 8_000_00, "Fel.", by=viewer, now=NOW, today=TODAY)
        assert actions.draft_decision(claim, 8_000_00, "Fel.", by=viewer, now=NOW, today=TODAY).pk == change.pk
    assert table.standing(claim).state == State.DECIDING
    assert table.standing(claim, table.paying).state == State.ANSWERED, "a draft of a decision is its party's own"
    claim = table.decided(8_000_00)
    found = table.standing(claim, table.paying)
    assert (found.state, found.owed, found.left) == (State.OWED, Amount(8_000_00), Amount(8_000_00))


def test_it_is_prepared_on_the_agenda_of_a_meeting_once(table: Table) -> None:
    claim, meeting = table.raised(), table.meeting()
    with table.by(role=Role.CONTROLLER) as viewer:
        first = actions.prepare(claim, meeting, by=viewer, now=NOW, today=TODAY)
        assert actions.prepare(claim, meeting, by=viewer, now=NOW, today=TODAY).pk == first.pk
    with acting_as_job(Job.SEED):
        assert AgendaItem.objects.filter(meeting=meeting, title="Återkrav 1: Hyra av en lokal").count() == 1


def test_a_claim_is_withdrawn_with_its_reason_and_its_proposed_decision_goes_with_it(table: Table) -> None:
    from samsyn.web.changes import actions as changes

    claim = table.weighed()
    with table.by() as viewer:
        change = actions.draft_decision(claim, 1_00, "Fel.", by=viewer, now=NOW, today=TODAY)
        changes.propose(change, by=viewer, now=NOW, today=TODAY)
        with pytest.raises(ValidationError, match="Skriv varför"):
            actions.withdraw(claim, "", by=viewer, now=NOW, today=TODAY)
        actions.withdraw(claim, "Fakturan var rätt.", by=viewer, now=NOW, today=TODAY)
        actions.withdraw(claim, "Fakturan var rätt.", by=viewer, now=NOW, today=TODAY)
        change.refresh_from_db()
        assert change.closed_at
    assert table.standing(claim, table.paying).state == State.WITHDRAWN
    with table.by(table.paying) as viewer, pytest.raises(ValidationError, match="redan avgjort"):
        actions.answer(claim, "Tack.", by=viewer, now=NOW, today=TODAY)
    assert told().count("claim.withdraw") == 1


def test_what_is_decided_is_not_withdrawn(table: Table) -> None:
    claim = table.decided()
    with table.by() as viewer, pytest.raises(ValidationError, match="redan avgjort"):
        actions.withdraw(claim, "Ändrat oss.", by=viewer, now=NOW, today=TODAY)


def test_one_proposes_a_plan_and_the_other_agrees_to_the_last_one(table: Table) -> None:
    claim, first = table.decided(), date(2026, 4, 30)
    with table.by(table.paying, Role.CONTROLLER) as viewer:
        plan = actions.propose(claim, 3, first, 1, by=viewer, now=NOW, today=TODAY)
        assert actions.propose(claim, 3, first, 1, by=viewer, now=NOW, today=TODAY).pk == plan.pk
        with pytest.raises(ValidationError, match="själva"):
            actions.agree(plan, by=viewer, now=NOW, today=TODAY)
        with pytest.raises(ValidationError, match="redan varit"):
            actions.propose(claim, 3, TODAY - DAY, 1, by=viewer, now=NOW, today=TODAY)
    with table.by(role=Role.CONTROLLER) as viewer:
        other = actions.propose(claim, 2, first, 1, by=viewer, now=NOW, today=TODAY)
        with pytest.raises(ValidationError, match="annan plan"):
            actions.agree(plan, by=viewer, now=NOW, today=TODAY)
    with table.by(table.paying, Role.CONTROLLER) as viewer:
        actions.agree(other, by=viewer, now=NOW, today=TODAY)
        actions.agree(other, by=viewer, now=NOW, today=TODAY)
    found = table.standing(claim)
    assert found.agreed_plan is not None
    assert sum(each.amount_ore for each in found.agreed_plan.instalments.all()) == 10_000_00
    assert found.next_due == (first, Amount(5_000_00))
    assert told().count("claim.agree_plan") == 1


def test_it_is_paid_in_parts_confirmed_and_settled(table: Table) -> None:
    claim, made = table.decided(), uuid4()
    with pytest.raises(ValidationError, match="inte varit"):
        table.paid(claim, 1_00, on=TODAY + DAY)
    with pytest.raises(ValidationError, match="kvar att betala"):
        table.paid(claim, 10_000_01)
    first = table.paid(claim, 4_000_00, made=made)
    assert table.paid(claim, 4_000_00, made=made).pk == first.pk
    with pytest.raises(ValidationError, match="Det är 6"):
        table.paid(claim, 7_000_00)
    assert table.standing(claim).left == Amount(10_000_00), "not before the receiver has it"
    with table.by(role=Role.CONTROLLER) as viewer:
        actions.confirm(first, by=viewer, now=NOW, today=TODAY)
        actions.confirm(first, by=viewer, now=NOW, today=TODAY)
    table.paid(claim, 6_000_00, table.claiming)
    found = table.standing(claim, table.paying)
    assert (found.state, found.left) == (State.SETTLED, Amount(0))
    assert told()[-1] == "claim.settle"
    assert told().count("claim.confirm") == 1
    with acting_as_job(Job.SEED):
        assert Evidence.objects.get(obligation__term="felaktig").kind == "payment"
        assert Entry.objects.filter(kind="settled").count() == 1


def test_what_was_noted_by_mistake_is_taken_back_until_it_is_confirmed(table: Table) -> None:
    claim = table.decided()
    wrong, right = table.paid(claim, 4_000_00), table.paid(claim, 1_000_00)
    with table.by(role=Role.CONTROLLER) as viewer:
        actions.confirm(right, by=viewer, now=NOW, today=TODAY)
        with pytest.raises(PermissionDenied):
            actions.take_back(wrong, by=viewer, now=NOW)
    with table.by(table.paying, Role.CONTROLLER) as viewer:
        actions.take_back(wrong, by=viewer, now=NOW)
        actions.take_back(wrong, by=viewer, now=NOW)
        with pytest.raises(ValidationError, match="står fast"):
            actions.take_back(right, by=viewer, now=NOW)
        with pytest.raises(PermissionDenied):
            actions.confirm(right, by=viewer, now=NOW, today=TODAY)
    assert table.standing(claim).noted == Amount(1_000_00)


def test_what_was_said_is_never_rewritten(table: Table) -> None:
    claim = table.weighed()
    with table.by(), pytest.raises(DatabaseError), transaction.atomic():
        Entry.objects.filter(claim=claim).update(says="Annat.")
