"""What is done with the roster: once when pressed twice, with its history, and nothing kept that must not be."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction

from samsyn.web.access.fixtures import TODAY
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.history.models import Act
from samsyn.web.organisations.roles import Permission, Role, roles_with
from samsyn.web.project.ids import new_id
from samsyn.web.roster import actions
from samsyn.web.roster.actions import Given
from samsyn.web.roster.models import Cause, Fulfilled, Worker
from samsyn.web.roster.tests.conftest import NOW, Roster

DAY = timedelta(days=1)
OLD = date(2025, 9, 1)
"""Six months before TODAY, and a day."""


def acts() -> list[str]:
    with acting_as_job(Job.SEED):
        return list(Act.objects.filter(name__startswith="roster.").order_by("at", "id").values_list("name", flat=True))


def every_value() -> str:
    """All that stands in the roster's tables and in the history, as text."""
    with acting_as_job(Job.SEED):
        rows: list[Any] = [
            list(model._default_manager.values()) for model in apps.get_app_config("roster").get_models()
        ]
        return str([*rows, list(Act.objects.values("reason", "refers_to", "clause", "name"))])


def test_of_an_extract_only_that_it_was_shown_is_kept(roster: Roster) -> None:
    """2013:852 5 §. The extract's own date is looked at and stands nowhere, nor any day on which it expires."""
    ada = roster.employ()
    dated = TODAY - timedelta(days=97)
    noted = roster.shown(ada, dated=dated)
    assert (noted.kind, noted.on, noted.role, noted.how, noted.version, noted.copy_kept) == (
        "check", TODAY, "Ledare", "", None, False,
    )  # fmt: skip
    text = every_value()
    assert repr(TODAY) in text
    assert repr(dated) not in text
    assert dated.isoformat() not in text


def test_no_field_of_any_table_could_hold_what_an_extract_says() -> None:
    held = {field.name for field in Fulfilled._meta.get_fields()}
    assert held == {
        "id", "partnership", "organisation", "worker", "kind", "requirement", "on", "role", "noted_by", "version",
        "how", "copy_kept", "taken_back_at", "taken_back_by", "taken_back_because",
    }  # fmt: skip


def test_an_extract_that_is_too_old_is_refused_and_nothing_is_written(roster: Roster) -> None:
    ada = roster.employ()
    with pytest.raises(ValidationError) as refused:
        roster.shown(ada, dated=OLD)
    assert refused.value.message_dict == {
        "dated": ["Utdraget är äldre än 6 månader (5 st. 1). Be om ett nytt, och notera det när det visas."]
    }
    roster.shown(ada, dated=OLD + DAY)
    assert acts() == ["roster.take-on", "roster.shown"]


@pytest.mark.parametrize(
    ("dated", "on", "field"),
    [(None, TODAY, "dated"), (TODAY + DAY, TODAY, "dated"), (TODAY, TODAY + DAY, "on")],
)
def test_days_that_cannot_be_are_said_at_their_field(roster: Roster, dated: date | None, on: date, field: str) -> None:
    ada = roster.employ()
    with pytest.raises(ValidationError) as refused:
        roster.shown(ada, dated=dated, on=on)
    assert list(refused.value.message_dict) == [field]


def test_nothing_is_noted_of_anybody_that_is_not_asked_of_her(roster: Roster) -> None:
    """A volunteer who shows an extract that nobody may ask for: it is not written down."""
    bo = roster.volunteer()
    for requirement in ("anstallning", "anledning"):
        with pytest.raises(ValidationError, match="gäller inte den här personen"):
            roster.shown(bo, requirement)
    roster.asked(bo)
    roster.shown(bo, "anledning")


def test_pressed_twice_it_is_noted_once(roster: Roster) -> None:
    ada, bo, text = roster.employ(), roster.volunteer(), roster.text()
    assert roster.shown(ada) == roster.shown(ada)
    assert roster.signed(ada, text) == roster.signed(ada, text)
    assert roster.asked(bo) == roster.asked(bo)
    assert roster.text() == text
    assert sorted(acts()) == sorted([
        "roster.take-on", "roster.take-on", "roster.text", "roster.shown", "roster.signed", "roster.ask",
    ])  # fmt: skip


def test_a_copy_is_noted_only_where_the_agreement_speaks_of_keeping_one(roster: Roster) -> None:
    ada = roster.employ()
    noted = roster.do(
        lambda by: actions.note_shown(
            ada, "anstallning", TODAY, TODAY, roster.dossier, copy_kept=True, by=by, now=NOW, today=TODAY
        )
    )
    assert not noted.copy_kept


def test_a_slip_is_taken_back_with_a_reason_from_a_list_and_noted_anew(roster: Roster) -> None:
    ada = roster.employ()
    noted = roster.shown(ada)
    with pytest.raises(ValidationError):
        roster.do(lambda by: actions.take_back(noted, "hon ljög", by=by, now=NOW))
    first = roster.do(lambda by: actions.take_back(noted, "wrong_day", by=by, now=NOW))
    again = roster.do(lambda by: actions.take_back(noted, "not_done", by=by, now=NOW))
    assert first.taken_back_because == again.taken_back_because == "wrong_day"
    assert roster.shown(ada).pk != noted.pk
    assert acts()[-2:] == ["roster.take-back", "roster.shown"]


def test_a_cause_says_who_tried_it_in_which_function_and_never_what_it_was(roster: Roster) -> None:
    cause = roster.asked(roster.volunteer())
    assert (cause.on, cause.tried_as) == (TODAY, "head")
    names = {field.name for field in Cause._meta.get_fields()}
    assert names == {
        "id", "partnership", "organisation", "worker", "requirement", "on", "tried_as", "tried_by", "dropped_at",
    }  # fmt: skip


def test_only_a_check_on_cause_is_asked_for_on_cause(roster: Roster) -> None:
    ada = roster.employ()
    with pytest.raises(ValidationError, match="på förekommen anledning"):
        roster.do(lambda by: actions.ask_for_check(ada, "anstallning", roster.dossier, by=by, now=NOW, today=TODAY))


def test_a_new_version_of_the_text_gets_its_number_and_begins_later(roster: Roster) -> None:
    first = roster.text()
    with pytest.raises(ValidationError) as refused:
        roster.text("En annan text.")
    assert list(refused.value.message_dict) == ["since"]
    second = roster.text("En annan text.", TODAY + DAY)
    assert (first.number, second.number) == (1, 2)
    assert len(second.sha256) == 64


def test_a_text_is_not_signed_before_it_was_there(roster: Roster) -> None:
    ada, text = roster.employ(), roster.text()
    with pytest.raises(ValidationError) as refused:
        roster.signed(ada, text, TODAY - DAY)
    assert list(refused.value.message_dict) == ["on"]


def test_an_education_is_met_by_a_degree_or_by_what_counts_as_one(roster: Roster) -> None:
    ada = roster.employ()

    def met(how: str) -> Fulfilled:
        return roster.do(
            lambda by: actions.note_met(ada, "utbildning", TODAY, how, roster.dossier, by=by, now=NOW, today=TODAY)
        )

    with pytest.raises(ValidationError):
        met("")
    assert met("equivalent").how == "equivalent"


@pytest.mark.parametrize("role", [role for role in Role if role not in roles_with(Permission.FULFIL)])
def test_only_who_answers_for_the_staff_keeps_the_roster(roster: Roster, role: Role) -> None:
    ada, given = roster.employ(), Given("Eva", "Ledare", TODAY)
    for act in (
        lambda by: actions.take_on(roster.partnership, "employee", given, TODAY, by=by, now=NOW),
        lambda by: actions.change_worker(ada, given, by=by, now=NOW),
        lambda by: actions.end_worker(ada, TODAY, by=by, now=NOW),
        lambda by: actions.note_shown(ada, "anstallning", TODAY, TODAY, roster.dossier, by=by, now=NOW, today=TODAY),
        lambda by: actions.ask_for_check(ada, "anledning", roster.dossier, by=by, now=NOW, today=TODAY),
    ):
        with pytest.raises(PermissionDenied):
            roster.do(act, role)


def test_an_account_is_on_the_roster_once_at_a_time(roster: Roster) -> None:
    person = roster.cast.person(roster.ours, Role.STAFF)
    ada = roster.employ(person=person)
    with pytest.raises(ValidationError, match="redan i bemanningen"):
        roster.volunteer(person=person)
    roster.do(lambda by: actions.end_worker(ada, TODAY, by=by, now=NOW))
    roster.volunteer(began_on=TODAY + DAY, person=person)


def test_a_volunteer_has_no_share_of_a_post(roster: Roster) -> None:
    given = Given("Bo", "Läxhjälpare", TODAY, share=Decimal("0.5"))
    with pytest.raises(ValidationError, match="En volontär har ingen"):
        roster.do(lambda by: actions.take_on(roster.partnership, "volunteer", given, TODAY, by=by, now=NOW))


def test_nobody_works_here_before_she_was_taken_on(roster: Roster) -> None:
    given = Given("Eva", "Ledare", TODAY + DAY)
    with pytest.raises(ValidationError) as refused:
        roster.do(lambda by: actions.take_on(roster.partnership, "employee", given, TODAY, by=by, now=NOW))
    assert list(refused.value.message_dict) == ["began_on"]


def test_changing_nothing_writes_nothing(roster: Roster) -> None:
    ada = roster.employ()
    roster.do(lambda by: actions.change_worker(ada, Given("Ada", "Ledare", TODAY), by=by, now=NOW))
    roster.do(lambda by: actions.end_worker(ada, None, by=by, now=NOW))
    assert acts() == ["roster.take-on"]


def test_the_history_holds_no_name(roster: Roster) -> None:
    ada = roster.employ("Ada Lovisa Byström")
    roster.shown(ada)
    with acting_as_job(Job.SEED):
        assert "Ada" not in str(list(Act.objects.values("reason", "refers_to")))


def test_an_act_that_cannot_be_written_in_the_history_did_not_happen(roster: Roster, monkeypatch: Any) -> None:
    ada = roster.employ()
    monkeypatch.setattr(Act, "save", _fail)
    with pytest.raises(RuntimeError):
        roster.shown(ada)
    with acting_as_job(Job.SEED):
        assert not Fulfilled.objects.exists()


def _fail(*_args: object, **_options: object) -> None:
    raise RuntimeError("the history is full")


@pytest.mark.parametrize("more", ["how", "version_id", "no role"])
def test_the_database_holds_nothing_else_of_an_extract(roster: Roster, more: str) -> None:
    """Whoever writes."""
    noted = roster.shown(roster.employ())
    told = {"how": {"how": "degree"}, "version_id": {"version_id": roster.text().pk}, "no role": {"role": ""}}[more]
    row = {each.attname: getattr(noted, each.attname) for each in Fulfilled._meta.concrete_fields}
    row |= {"id": new_id(), "on": TODAY - DAY}
    with acting_as_job(Job.SEED):
        Fulfilled.objects.create(**row)
        with pytest.raises(IntegrityError), transaction.atomic():
            Fulfilled.objects.create(**row | {"id": new_id(), "on": TODAY - 2 * DAY} | told)


def test_what_is_noted_is_noted_on_an_own_worker(roster: Roster) -> None:
    """A foreign key sees past the walls; the row would be another organisation's word about ours."""
    ada = roster.employ()
    theirs = {"organisation": roster.cast.municipality, "partnership": roster.partnership}

    def write() -> None:
        Fulfilled.objects.create(**theirs, worker=ada, kind="check", requirement="x", on=TODAY, role="Ledare")
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    with acting_as_job(Job.SEED), pytest.raises(IntegrityError), transaction.atomic():
        write()


def test_who_comes_back_is_a_new_row_and_is_asked_anew(roster: Roster) -> None:
    ada = roster.employ()
    roster.shown(ada)
    roster.do(lambda by: actions.end_worker(ada, TODAY, by=by, now=NOW))
    again = roster.employ(began_on=TODAY + DAY)
    with acting_as_job(Job.SEED):
        assert Worker.objects.count() == 2
        assert not Fulfilled.objects.filter(worker=again).exists()
