"""What is written of an incident, who is told, and when it may be closed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.utils import ProgrammingError

from samsyn.rules.incidents import KINDS
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.history.models import Act
from samsyn.web.incidents import actions
from samsyn.web.incidents.actions import Report
from samsyn.web.incidents.models import Incident, Kind, Told
from samsyn.web.incidents.tests.conftest import NOW, House
from samsyn.web.organisations.roles import Role
from samsyn.web.reminders.models import Letter


def fresh(incident: Incident) -> Incident:
    with acting_as_job(Job.SEED):
        return Incident.objects.get(pk=incident.pk)


def test_the_kinds_are_those_of_the_rules() -> None:
    assert tuple(Kind.values) == KINDS


def test_incidents_are_numbered_by_party_and_year(house: House) -> None:
    labels = [house.report().label, house.report().label]
    house.today = date(2027, 1, 3)
    labels.append(house.report().label)
    with house.as_(house.cast.municipality, Role.STAFF) as by:
        said = Report("accident", house.today, "Någon halkade.")
        theirs = actions.report(house.partnership, said, made=uuid4(), by=by, now=NOW, today=house.today)
    assert [*labels, theirs.label] == ["2026-1", "2026-2", "2027-1", "2027-1"]


def test_the_same_form_sent_twice_is_one_incident(house: House) -> None:
    made = uuid4()
    assert house.report(made=made).pk == house.report(made=made).pk
    with acting_as_job(Job.SEED):
        assert Incident.objects.count() == 1
        assert Act.objects.filter(name="incident.report").count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"kind": "child_concern"}, "kind"),
        ({"kind": "flood"}, "kind"),
        ({"says": "  "}, "says"),
        ({"happened_on": date(2026, 3, 3)}, "happened_on"),
        ({"happened_on": date(1926, 3, 2)}, "happened_on"),
    ],
)
def test_what_a_person_can_mend_is_said_at_its_field(house: House, wrong: dict[str, Any], field: str) -> None:
    with pytest.raises(ValidationError) as refused:
        house.report(**wrong)
    assert list(refused.value.message_dict) == [field]


def test_those_who_answer_for_the_work_get_word_and_no_word_of_what_happened(house: House) -> None:
    head = house.cast.person(house.ours, Role.HEAD)
    house.cast.person(house.cast.municipality, Role.HEAD)
    house.report()
    with acting_as_job(Job.SEED):
        (letter,) = Letter.objects.filter(about__startswith="incidents/")
    assert letter.person_id == head.pk
    assert "hotade" not in letter.body


def test_a_concern_for_a_child_is_the_bare_fact_also_for_the_database(house: House) -> None:
    incident = house.concern()
    for words in ({"says": "Barnet"}, {"measures": "Barnet"}, {"place": "Huset"}, {"serious": True}):
        with pytest.raises(IntegrityError, match="a_concern_for_a_child_has_no_text"), acting_as_job(Job.SEED):
            Incident.objects.filter(pk=incident.pk).update(**words)
    told = house.tell(incident, how="written", for_them="Barnet heter", reference="2026-17")
    assert (told.for_them, told.reference) == ("", "2026-17")
    with house.as_(role=Role.HEAD) as by, pytest.raises(ValidationError):
        actions.follow_up(incident, "Vi pratade", by=by, now=NOW)
    with house.as_(role=Role.HEAD) as by:
        closed = actions.close(incident, "Barnet", by=by, now=NOW, today=house.today)
    assert (closed.state, closed.closed_with) == ("closed", "")


def test_a_concern_is_not_reported_through_samsyn(house: House) -> None:
    with pytest.raises(ValidationError, match="anmäls inte här"):
        house.tell(house.concern(), how="here")


def test_whoever_is_told_sees_what_was_written_for_them_and_nothing_else(house: House) -> None:
    incident = house.report()
    told = house.tell(incident)
    with house.as_(house.cast.municipality, Role.HEAD) as theirs:
        assert list(Told.objects.to_us(theirs)) == [told]
        assert list(Incident.objects.visible_to(theirs)) == list(Incident.objects.all()) == []
    with house.as_(house.cast.other_association, Role.HEAD) as third:
        assert list(Told.objects.visible_to(third)) == list(Told.objects.all()) == []


def test_they_get_a_letter_that_says_where_to_read(house: House) -> None:
    theirs = house.cast.person(house.cast.municipality, Role.CONTROLLER)
    house.tell(house.report())
    with acting_as_job(Job.SEED):
        (letter,) = Letter.objects.filter(about__startswith="told/")
    assert (letter.person_id, "köket" in letter.body) == (theirs.pk, False)


def test_one_is_told_once_and_the_same_press_twice_is_once(house: House) -> None:
    incident = house.report()
    assert house.tell(incident).pk == house.tell(incident).pk
    with pytest.raises(ValidationError, match="redan inskrivet"):
        house.tell(incident, how="phone")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"whom": " "}, "whom"),
        ({"whom": "foreningen"}, "whom"),
        ({"for_them": ""}, "for_them"),
        ({"on": date(2026, 3, 3)}, "on"),
        ({"on": date(2026, 3, 1)}, "on"),
        ({"how": "pigeon"}, "how"),
        ({"whom": "Polisen"}, "how"),
    ],
)
def test_a_telling_that_cannot_be_right_is_refused_at_its_field(
    house: House, wrong: dict[str, Any], field: str
) -> None:
    incident = house.report()
    with pytest.raises(ValidationError) as refused:
        house.tell(incident, **wrong)
    assert list(refused.value.message_dict) == [field]


def test_an_authority_is_told_in_its_own_way_and_nothing_is_kept_here(house: House) -> None:
    told = house.tell(house.report(), "Polisen", how="phone", reference="5000-K1")
    assert (told.to_kind, told.receiver, told.for_them, told.reference) == ("authority", None, "", "5000-K1")


def test_it_is_not_closed_before_all_have_been_told_whom_the_clause_names(house: House) -> None:
    incident = house.report()
    with house.as_(role=Role.HEAD) as by, pytest.raises(ValidationError, match=r"Nämnden har inte fått veta än \(4\)"):
        actions.close(incident, "Löst.", by=by, now=NOW, today=house.today)
    house.tell(incident)
    with house.as_(role=Role.HEAD) as by, pytest.raises(ValidationError, match="Skriv hur det slutade"):
        actions.close(incident, " ", by=by, now=NOW, today=house.today)
    with house.as_(role=Role.HEAD) as by:
        actions.close(incident, "Löst.", by=by, now=NOW, today=house.today)
        again = actions.close(incident, "Annat.", by=by, now=NOW, today=house.today)
    assert (again.state, again.closed_with) == ("closed", "Löst.")


def test_what_is_closed_is_not_rewritten_by_anyone(house: House) -> None:
    incident = house.report(kind="complaint")
    with house.as_(role=Role.HEAD) as by:
        actions.close(incident, "Löst.", by=by, now=NOW, today=house.today)
        with pytest.raises(ValidationError, match="avslutad och ändras inte mer"):
            actions.amend(incident, Report("complaint", house.today, "Annat"), by=by, now=NOW, today=house.today)
    with acting_as_job(Job.SEED), transaction.atomic(), pytest.raises(ProgrammingError, match="stays as it is"):
        Incident.objects.filter(pk=incident.pk).update(says="Annat")


def test_what_is_put_right_changes_nothing_of_what_was_told(house: House) -> None:
    incident = house.report()
    told = house.tell(incident)
    with house.as_() as by:
        actions.amend(
            incident, Report("near_miss", house.today, "En dörr.", serious=True), by=by, now=NOW, today=house.today
        )
    with acting_as_job(Job.SEED):
        told.refresh_from_db()
    assert (fresh(incident).kind, fresh(incident).serious) == ("near_miss", True)
    assert (told.kind, told.serious, told.for_them) == ("threat", False, "Ett hot i köket.")


def test_taken_back_the_texts_are_gone_and_it_can_be_told_anew(house: House) -> None:
    incident = house.report()
    told = house.tell(incident)
    with house.as_() as by, pytest.raises(ValidationError, match="Någon har redan fått veta"):
        actions.take_back(incident, by=by, now=NOW)
    with house.as_() as by:
        gone = actions.take_back_told(told, by=by, now=NOW)
        assert actions.take_back_told(told, by=by, now=NOW).taken_back_at == NOW
    assert (gone.for_them, gone.reference, gone.taken_back_at) == ("", "", NOW)
    assert house.tell(incident).pk != told.pk


def test_written_by_mistake_the_number_stays_and_the_text_does_not(house: House) -> None:
    incident = house.report(place="Köket")
    with house.as_() as by:
        actions.take_back(incident, by=by, now=NOW)
        actions.take_back(incident, by=by, now=NOW)
    row = fresh(incident)
    assert (row.state, row.says, row.place, row.label) == ("taken_back", "", "", "2026-1")
    assert house.report().label == "2026-2"


def test_only_the_reporter_and_those_who_answer_for_the_work_write_in_it(house: House) -> None:
    incident = house.report()
    for who, role in (
        (house.ours, Role.CASE_OFFICER),
        (house.ours, Role.AUDITOR),
        (house.cast.municipality, Role.HEAD),
        (house.cast.municipality, Role.STAFF),
    ):
        with house.as_(who, role) as by, pytest.raises(PermissionDenied):
            actions.take_back(incident, by=by, now=NOW)
    with house.as_() as reporter, pytest.raises(PermissionDenied):
        actions.follow_up(incident, "Lås på dörren.", by=reporter, now=NOW)
    with house.as_(house.ours, Role.AUDITOR) as auditor, pytest.raises(PermissionDenied):
        actions.report(
            house.partnership, Report("threat", house.today, "x"), made=uuid4(), by=auditor, now=NOW, today=house.today
        )


def test_history_holds_that_it_happened_and_not_a_word_of_what(house: House) -> None:
    incident = house.report()
    house.tell(incident)
    with house.as_(role=Role.HEAD) as by:
        actions.follow_up(incident, "Lås på dörren.", by=by, now=NOW)
        actions.follow_up(incident, "Lås på dörren.", by=by, now=NOW)
        actions.close(incident, "Löst.", by=by, now=NOW, today=house.today)
    with acting_as_job(Job.SEED):
        told = list(Act.objects.filter(name__startswith="incident.").order_by("at", "pk"))
    assert sorted(each.name for each in told) == [
        "incident.close",
        "incident.follow_up",
        "incident.report",
        "incident.tell",
    ]
    assert not any(each.shared or each.reason for each in told)


def test_they_are_erased_two_years_after_they_were_closed(house: House) -> None:
    from samsyn.web.incidents.classification import incidents_long_closed

    incident = house.report(kind="complaint")
    with house.as_(role=Role.HEAD) as by:
        actions.close(incident, "Löst.", by=by, now=NOW, today=house.today)
    with acting_as_job(Job.SEED):
        assert not incidents_long_closed(NOW + timedelta(days=700)).exists()
        assert incidents_long_closed(NOW + timedelta(days=740)).exists()
