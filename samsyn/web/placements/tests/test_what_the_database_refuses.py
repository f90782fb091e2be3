"""Raw rows: what no act and no other program can write, whoever it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, connection, transaction

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.placements import actions
from samsyn.web.placements.models import (
    Attendance,
    Consent,
    Extension,
    ExtensionApproval,
    Occupancy,
    Participant,
    Placement,
    Referral,
    SelfAssessment,
    StepDone,
    TrainingPlace,
)
from samsyn.web.placements.tests.conftest import Table

COLUMNS = {
    "Participant": (
        "id partnership organisation case_officer known_as birth_year sex language open_to open_until made_at"
    ),
    "Consent": (
        "id partnership organisation participant recipient scope reservation given_on until recorded_at withdrawn_at"
    ),
    "Referral": (
        "id partnership organisation host participant pool state wishes wanted_from assessed_by assessed_on written_at "
        "sent_at answered_at because waiting_since priority ended_at"
    ),
    "Placement": (
        "id partnership organisation sender participant referral pool known_as sex track first_day longest_last "
        "planned_last ended_on fell_through_on made_at"
    ),
    "Occupancy": "id partnership organisation sender place placement participant first until",
    "Attendance": "id partnership organisation placement day state talk noted_at shared",
}
"""Every column of the tables about a person. A new one is a decision: no number, ground, health or origin of anyone."""

WORDS_THAT_ARE_NOT_THERE = {
    "personnummer", "personal_number", "identity", "diagnos", "health", "ground", "reason", "nationality", "citizen",
    "origin", "country", "note", "comment", "picture", "address", "phone", "email",
}  # fmt: skip


def refused(write: Callable[[], Any], by: type[Exception] = IntegrityError, names: str = "") -> None:
    """Now, or when the transaction ends."""

    def written() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            write()
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    with pytest.raises(by, match=names or None):
        written()


def copied(row: Any, **said: Any) -> Any:
    fields = {each.attname: getattr(row, each.attname) for each in row._meta.concrete_fields if not each.primary_key}
    return type(row).objects.create(**(fields | said))


@pytest.mark.parametrize("model", list(COLUMNS))
def test_the_tables_about_a_person_have_these_columns_and_no_others(model: str) -> None:
    fields = apps.get_model("placements", model)._meta.concrete_fields
    assert " ".join(each.name for each in fields) == COLUMNS[model]


def test_nothing_in_any_table_is_a_number_a_ground_or_a_note() -> None:
    for model in apps.get_app_config("placements").get_models():
        for each in model._meta.concrete_fields:
            assert not {each.name, *each.name.split("_")} & WORDS_THAT_ARE_NOT_THERE, f"{model.__name__}.{each.name}"
            assert each.get_internal_type() != "TextField", f"{model.__name__}.{each.name} takes free text"


def test_one_place_is_held_by_one_and_one_participant_holds_one_place(table: Table) -> None:
    first, second = table.start(), table.start()
    with acting_as_job(Job.SEED):
        one, other = Occupancy.objects.order_by("place__number")
        refused(lambda: copied(one, placement_id=second.pk, participant_id=second.participant_id), names="held_by_one")
        free = TrainingPlace.objects.get(number=20)
        refused(lambda: copied(one, place_id=free.pk), names="a_participant_holds_one_place")
        stranger = Participant.objects.create(
            partnership=table.partnership, organisation=table.ours, known_as="Ny", made_at=table.now()
        )
        refused(lambda: copied(one, place_id=free.pk, participant_id=stranger.pk), names="a_time_is_the_participant_s")
        assert (one.placement_id, other.placement_id) == (first.pk, second.pk)


def test_there_is_no_twenty_fifth_place_to_hold(table: Table) -> None:
    for _ in range(24):
        table.start()
    with acting_as_job(Job.SEED):
        number = TrainingPlace.objects.get(number=24)
        refused(lambda: copied(number), names="a_number_is_one_place")
        assert Occupancy.objects.filter(first__lte=table.today, until__gt=table.today).count() == 24


def test_a_place_is_held_only_while_it_is_there_and_is_not_ended_under_anyone(table: Table) -> None:
    table.start()
    with acting_as_job(Job.SEED):
        held = Occupancy.objects.get()
        refused(lambda: TrainingPlace.objects.filter(pk=held.place_id).update(until=table.later(5)), names="promised")
        other = TrainingPlace.objects.get(number=2)
        TrainingPlace.objects.filter(pk=other.pk).update(until=table.later(5))
        refused(lambda: Occupancy.objects.filter(pk=held.pk).update(place=other), names="not there")


def test_a_place_is_held_longer_only_by_an_extension_that_both_approved(table: Table) -> None:
    placement = table.start()
    longer = date(2025, 8, 1)
    extension = table.do(table.theirs, actions.propose_extension, placement, longer, consulted_on=table.today)
    with acting_as_job(Job.SEED):
        rows = Extension.objects.filter(pk=extension.pk)
        refused(lambda: rows.update(in_force_on=table.today), names="both organisations")
        refused(lambda: Placement.objects.filter(pk=placement.pk).update(planned_last=longer), names="only by an ext")
        refused(lambda: Occupancy.objects.update(until=longer), names="only by an extension")
        refused(lambda: copied(ExtensionApproval.objects.get()), names="approves_an_extension_once")
        refused(lambda: copied(ExtensionApproval.objects.get(), organisation_id=table.cast.other_board.pk) and
                rows.update(in_force_on=table.today), names="both organisations")  # fmt: skip
        refused(lambda: rows.update(last=date(2027, 1, 1)), DatabaseError, "not changed")


def test_an_organisation_does_not_write_the_other_s_approval(table: Table) -> None:
    placement = table.start()
    extension = table.do(table.theirs, actions.propose_extension, placement, date(2025, 8, 1), consulted_on=table.today)
    with table.as_(table.theirs):
        mine = ExtensionApproval.objects.get(extension=extension)
        refused(lambda: copied(mine, organisation_id=table.ours.pk), DatabaseError, "row-level security")


def test_nobody_is_shown_to_another_without_a_consent_in_force(table: Table) -> None:
    participant = table.participant()

    def show(**said: Any) -> None:
        Participant.objects.filter(pk=participant.pk).update(open_to=table.theirs, **said)

    with table.as_(table.ours):
        refused(show, names="without a consent")
    table.consent(participant, until=table.later(10))
    with table.as_(table.ours):
        refused(show, names="without a consent")
        refused(lambda: show(open_until=table.later(11)), names="without a consent")
        show(open_until=table.later(10))
    with table.as_(table.ours, today=table.later(10)):
        refused(lambda: show(open_until=table.later(10)), names="without a consent")


def test_a_withdrawal_closes_by_itself_and_is_for_good(table: Table) -> None:
    referral = table.sent()
    with table.as_(table.ours):
        Consent.objects.update(withdrawn_at=table.now())
        assert Participant.objects.get().open_to_id is None
        refused(lambda: Consent.objects.update(withdrawn_at=None), DatabaseError, "stays withdrawn")
        refused(lambda: copied(referral, state="sent", participant_id=referral.participant_id))


def test_nothing_in_a_consent_is_changed_but_that_it_is_withdrawn(table: Table) -> None:
    table.consent(table.participant())
    with acting_as_job(Job.SEED):
        for change in (
            {"scope": ["path"]},
            {"until": table.later(1)},
            {"given_on": date(2024, 1, 1)},
            {"reservation": ["not_passed_on"]},
        ):
            refused(partial(Consent.objects.update, **change), DatabaseError, "not changed")
        refused(lambda: Consent.objects.all().delete(), DatabaseError)


def test_a_referral_is_not_sent_around_the_consent(table: Table) -> None:
    draft = table.draft()
    with table.as_(table.ours):
        rows = Referral.objects.filter(pk=draft.pk)
        refused(lambda: rows.update(state="sent", sent_at=table.now()), names="without a consent")


def test_nothing_is_shared_without_a_consent_that_covers_it(table: Table) -> None:
    placement = table.start(table.accepted(scope=["identity"]))
    row = {"partnership": table.partnership, "organisation": table.theirs, "placement": placement, "shared": True}
    now = {"noted_at": table.now()}
    with table.as_(table.theirs):
        step = {"step": "introduktion", "kind": "introduction", "occurrence": 1, "done_on": table.today}
        refused(lambda: StepDone.objects.create(**row, **now, **step), names="without a consent")
        day = {"day": table.today, "state": "present"}
        refused(lambda: Attendance.objects.create(**row, **now, **day), names="without a consent")
        Attendance.objects.create(**(row | {"shared": False}), **now, **day)
        refused(lambda: Attendance.objects.update(shared=True), names="without a consent")


def test_attendance_is_one_row_a_day_and_a_statement_is_one_to_five(table: Table) -> None:
    placement = table.start()
    day = table.do(table.theirs, actions.note_attendance, placement, table.today, "present")
    rated = table.do(table.theirs, actions.assess, placement, 1, "participant", [1, 2, 3, 4, 5], done_on=table.today)
    with acting_as_job(Job.SEED):
        refused(lambda: copied(day, state="absent"), names="noted_once_a_day")
        refused(lambda: copied(day, state="absent", day=table.later(1), talk=True), names="who_talked_was_there")
        for number in range(1, 6):
            for wrong in (0, 6, -1):
                change = {f"statement_{number}": wrong}
                refused(
                    partial(SelfAssessment.objects.filter(pk=rated.pk).update, **change),
                    names="one_to_five",
                )


def test_what_a_placement_began_with_is_not_changed(table: Table) -> None:
    placement = table.start()
    with acting_as_job(Job.SEED):
        rows = Placement.objects.filter(pk=placement.pk)
        for change in ({"longest_last": None}, {"first_day": table.later(-9)}, {"known_as": "Annan"}):
            refused(partial(rows.update, **change), DatabaseError, "not changed")
        refused(lambda: rows.update(ended_on=table.today - timedelta(days=1)), names="ends_within_its_days")


def test_a_refusal_says_nothing_of_anyone_else(table: Table) -> None:
    """The message of the constraint, and not PostgreSQL's detail, is what a person reads."""
    for model in apps.get_app_config("placements").get_models():
        for each in model._meta.constraints:
            assert "%" not in str(each.get_violation_error_message()), each.name
