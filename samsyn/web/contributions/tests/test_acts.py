"""What a party does with its own effort, each with its line of history."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from samsyn.rules.quantities import DateRange
from samsyn.web.access.fixtures import TODAY
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.contributions import actions
from samsyn.web.contributions.models import Contribution
from samsyn.web.contributions.tests.conftest import NOW, RENT, THIS_YEAR, Table
from samsyn.web.history.models import Act
from samsyn.web.organisations.roles import Role


def told() -> list[str]:
    with acting_as_job(Job.SEED):
        return list(
            Act.objects.filter(name__startswith="contribution.").order_by("at", "id").values_list("name", flat=True)
        )


def put_forward(table: Table, year: int = 2026) -> int:
    with table.by() as viewer:
        return actions.put_forward(table.partnership, year, by=viewer, now=NOW)


def test_a_line_is_written_once_however_often_it_is_sent(table: Table) -> None:
    made = uuid4()
    assert table.add(made=made).pk == table.add(made=made).pk == made
    assert told() == ["contribution.add"]


def test_a_value_never_stands_without_how_it_was_reckoned(table: Table) -> None:
    with pytest.raises(ValidationError) as refused:
        table.add(replace(RENT, value_ore=10_000_00))
    assert list(refused.value.message_dict) == ["valued_how"]
    line = table.add()
    with table.by(), pytest.raises(DatabaseError), transaction.atomic():
        Contribution.objects.filter(pk=line.pk).update(value_ore=1)


def test_what_has_no_kind_says_what_it_is(table: Table) -> None:
    with pytest.raises(ValidationError, match="vad insatsen är"):
        table.add(replace(RENT, kind="other", what=" "))


@pytest.mark.parametrize(
    "days",
    [DateRange.through(date(2025, 12, 1), date(2026, 1, 31)), DateRange.through(date(2027, 1, 1), date(2027, 1, 2))],
)
def test_a_line_lies_within_one_year_that_has_come(table: Table, days: DateRange) -> None:
    with pytest.raises(ValidationError):
        table.add(days=days)


def test_a_line_answers_only_what_the_party_has_promised(table: Table) -> None:
    terms = table.laid.dossier.agreement.in_kind
    ours = next(key for key, organisation in table.laid.organisations.items() if organisation == table.ours)
    own = next(key for key, each in terms.items() if ours in each.by)
    assert table.add(replace(RENT, in_kind=own)).in_kind == own
    for other in ["nonsense", *(key for key, each in terms.items() if ours not in each.by)]:
        with pytest.raises(ValidationError):
            table.add(replace(RENT, in_kind=other))


def test_the_others_see_nothing_until_the_year_is_put_forward_and_then_that_year(table: Table) -> None:
    line = table.add()
    table.add(days=DateRange.through(date(2025, 1, 1), date(2025, 12, 31)))
    assert table.seen_by(table.theirs) == []
    assert (put_forward(table), put_forward(table)) == (1, 0)
    assert table.seen_by(table.theirs) == [line]
    assert told() == ["contribution.add", "contribution.add", "contribution.put_forward"]


def test_the_wall_is_in_the_database_too(table: Table) -> None:
    line = table.add()
    with table.by(table.theirs):
        assert not Contribution.objects.filter(pk=line.pk).exists()
    put_forward(table)
    with table.by(table.theirs):
        assert Contribution.objects.filter(pk=line.pk).exists()
        assert not Contribution.objects.filter(pk=line.pk).update(taken_back_at=NOW, taken_back_because="Fel")


def test_what_is_put_forward_stands_and_is_only_taken_back_with_a_reason(table: Table) -> None:
    line = table.add()
    put_forward(table)
    with table.by() as viewer:
        with pytest.raises(ValidationError, match="framlagd"):
            actions.change(line, THIS_YEAR, RENT, by=viewer, now=NOW, today=TODAY)
        with pytest.raises(ValidationError, match="framlagd"):
            actions.remove(line, by=viewer, now=NOW)
        with pytest.raises(DatabaseError), transaction.atomic():
            Contribution.objects.filter(pk=line.pk).update(quantity=3)
        with pytest.raises(ValidationError, match="varför"):
            actions.take_back(line, " ", by=viewer, now=NOW)
        actions.take_back(line, "Räknad två gånger", by=viewer, now=NOW)
        actions.take_back(line, "Igen", by=viewer, now=NOW)
    (seen,) = table.seen_by(table.theirs)
    assert seen.taken_back_because == "Räknad två gånger"
    assert told()[-1] == "contribution.take_back"


def test_a_draft_is_changed_and_removed_without_a_trace_for_others(table: Table) -> None:
    line = table.add()
    with table.by() as viewer:
        changed = actions.change(
            line, THIS_YEAR, replace(RENT, quantity=Decimal("2.5")), by=viewer, now=NOW, today=TODAY
        )
        assert changed.quantity == Decimal("2.5")
        actions.remove(line, by=viewer, now=NOW)
        actions.remove(line, by=viewer, now=NOW)
    assert table.seen_by(table.ours) == []
    assert told() == ["contribution.add", "contribution.change", "contribution.remove"]


@pytest.mark.parametrize("role", [Role.STAFF, Role.AUDITOR, Role.CASE_OFFICER])
def test_who_does_not_answer_for_what_is_owed_writes_nothing(table: Table, role: Role) -> None:
    with pytest.raises(PermissionDenied):
        table.add(role=role)


def test_a_forms_id_that_is_somebody_elses_is_refused_in_words(table: Table) -> None:
    """Nobody comes there by pressing twice; who makes up an id learns nothing of the other line."""
    theirs = table.add(whose=table.theirs)
    with pytest.raises(ValidationError, match="hör till något annat"):
        table.add(made=theirs.pk)
    assert [each.pk for each in table.seen_by(table.theirs)] == [theirs.pk]
