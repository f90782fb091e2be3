"""What is too old goes, and the history that speaks of it goes quiet."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connections, transaction

from samsyn.web.access.fixtures import Cast, lay_the_table
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.contacts.models import Contact
from samsyn.web.documents.models import Content, Document
from samsyn.web.history.models import Act
from samsyn.web.organisations import actions as people
from samsyn.web.organisations.models import Membership, Person
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import Appointment
from samsyn.web.privacy import actions, jobs
from samsyn.web.privacy.models import PurgeRun
from samsyn.web.reminders.models import Letter

pytestmark = pytest.mark.django_db(databases=["default", "retention"], transaction=True)

THEN = datetime(2020, 5, 4, 9, 0, tzinfo=UTC)
ENDED = date(2020, 6, 1)
SOON = datetime(2021, 6, 1, tzinfo=UTC)
LATE = datetime(2026, 3, 2, tzinfo=UTC)
RETENTION = "retention"


@pytest.fixture
def table(transactional_db: None) -> Cast:
    return lay_the_table()


@pytest.fixture
def former(table: Cast) -> Person:
    """Someone who came and went in 2020."""
    with table.as_(table.municipality, Role.ADMINISTRATOR) as viewer:
        held = people.invite("gick@kommunen.example", "Gick", Role.STAFF, THEN.date(), by=viewer, now=THEN)
        people.end_role(held, ENDED, by=viewer, now=THEN)
    return held.person


def acts_naming(*ids: UUID) -> int:
    """Acts in which any of the ids can still be read."""
    found = [
        act
        for act in Act.objects.using(RETENTION).all()
        for id in ids
        if str(id) in f"{act.subject_id} {act.refers_to} {act.person_id}"
    ]
    return len(found)


def test_a_dry_run_counts_and_erases_nothing(former: Person) -> None:
    planned = actions.plan(LATE).total()
    assert planned["organisations.Membership"] == planned["organisations.Person"] == 1
    assert planned["history.Act"] == 2
    assert planned == actions.plan(LATE).total()
    assert Membership.objects.using(RETENTION).filter(person=former).exists()
    assert not PurgeRun.objects.using(RETENTION).exists()


def test_nothing_goes_before_its_time(former: Person) -> None:
    assert not actions.purge(SOON).counts


def test_a_purged_person_is_in_no_table_and_no_act(former: Person) -> None:
    (membership,) = Membership.objects.using(RETENTION).filter(person=former)
    assert acts_naming(former.pk, membership.pk)
    actions.purge(LATE)
    assert not Person.objects.using(RETENTION).filter(pk=former.pk).exists()
    assert not acts_naming(former.pk, membership.pk)


def test_a_person_stays_as_long_as_something_that_is_kept_longer_needs_it(table: Cast, former: Person) -> None:
    with acting_as_job(Job.SEED):
        Appointment.objects.create(
            person=former,
            partnership=table.partnership,
            organisation=table.municipality,
            body="styrgrupp",
            function="ledamot",
            since=THEN.date(),
            until=date(2024, 1, 1),
        )
    actions.purge(LATE)
    assert Person.objects.using(RETENTION).filter(pk=former.pk).exists()
    actions.purge(datetime(2029, 3, 2, tzinfo=UTC))
    assert not Person.objects.using(RETENTION).filter(pk=former.pk).exists()


def test_what_is_kept_longer_forgets_who_did_it(table: Cast, former: Person) -> None:
    with acting_as_job(Job.SEED):
        content = Content.objects.create(sha256="a" * 64, size=1, media_type="text/plain", data=b"a")
        paper = Document.objects.create(
            partnership=table.partnership, organisation=table.municipality, content=content, file_name="a.txt",
            title="Rapport", public_title="Rapport", direction="drawn_up", dated=THEN.date(), added_by=former,
            added_at=THEN, handed_over_at=THEN, number=1,
        )  # fmt: skip
    assert actions.plan(LATE).total()["organisations.Person"] == 1
    assert Document.objects.using(RETENTION).get(pk=paper.pk).added_by_id == former.pk, "a dry run changes nothing"
    actions.purge(LATE)
    assert not Person.objects.using(RETENTION).filter(pk=former.pk).exists()
    kept = Document.objects.using(RETENTION).get(pk=paper.pk)
    assert (kept.added_by_id, kept.title, kept.organisation_id) == (None, "Rapport", table.municipality.pk)


def test_nothing_forgets_a_person_whom_something_still_needs(table: Cast, former: Person) -> None:
    with acting_as_job(Job.SEED):
        contact = Contact.objects.create(
            partnership=table.partnership, organisation=table.municipality, topic="daily", function="Växeln",
            phone="010", since=THEN.date(), confirmed_on=THEN.date(), confirmed_by=former,
        )  # fmt: skip
        letter = Letter.objects.create(
            kind="news", about="x", person=former, organisation=table.municipality, subject="x", body="x",
            made_at=LATE, only_here=True,
        )  # fmt: skip
    actions.purge(LATE)
    assert Person.objects.using(RETENTION).filter(pk=letter.person_id).exists()
    assert Contact.objects.using(RETENTION).get(pk=contact.pk).confirmed_by_id == former.pk


def test_the_tombstone_says_that_something_was_done_and_when(former: Person) -> None:
    actions.purge(LATE)
    stones = Act.objects.using(RETENTION).filter(erased_at=LATE)
    assert {(stone.name, stone.at) for stone in stones} == {("people.invite", THEN), ("people.end_role", THEN)}


def test_what_was_purged_twice_was_purged_once(former: Person) -> None:
    actions.purge(LATE)
    actions.purge(LATE)
    runs = PurgeRun.objects.using(RETENTION).all()
    assert sum(run.counts.get("organisations.Membership", 0) for run in runs) == 1


def test_an_organisation_sees_only_what_was_purged_of_its_own(table: Cast, former: Person) -> None:
    actions.purge(LATE)
    with table.as_(table.municipality, Role.PROTECTION_OFFICER):
        assert PurgeRun.objects.filter(organisation=table.municipality).exists()
    with table.as_(table.association, Role.PROTECTION_OFFICER):
        assert not PurgeRun.objects.filter(organisation__isnull=False).exists()


def test_the_retention_role_may_empty_an_act_but_not_rewrite_or_remove_it(former: Person) -> None:
    acts = Act.objects.using(RETENTION)
    for forbidden in (
        lambda: acts.update(name="people.give_role"),
        lambda: acts.update(reason="omskriven"),
        lambda: acts.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic(using=RETENTION):
            forbidden()


def test_who_erases_cannot_write_history(former: Person) -> None:
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(using=RETENTION):
        Act.objects.using(RETENTION).create(at=LATE, name="people.invite", job="purge")


def test_acts_are_found_by_what_they_refer_to_without_reading_them_all(former: Person) -> None:
    with transaction.atomic(using=RETENTION):
        with connections[RETENTION].cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
        plan = actions.acts_about([former.pk]).explain()
    assert "history_by_reference" in plan
    assert "history_by_subject" in plan


def test_an_emptied_act_is_not_emptied_again(former: Person) -> None:
    actions.purge(LATE)
    with pytest.raises(DatabaseError), transaction.atomic(using=RETENTION):
        Act.objects.using(RETENTION).filter(erased_at=LATE).update(erased_at=SOON)


def test_the_application_cannot_erase_history_or_pretend_a_purge(table: Cast, former: Person) -> None:
    with table.as_(table.municipality, Role.ADMINISTRATOR):
        for forbidden in (
            lambda: Act.objects.update(reason="omskriven"),
            lambda: Act.objects.all().delete(),
            lambda: PurgeRun.objects.create(at=LATE, counts={}),
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                forbidden()


def test_the_nightly_bell_and_the_command_do_the_same(former: Person, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("purge", "--dry-run")
    assert "organisations.Membership: 1 would be erased" in capsys.readouterr().out
    jobs.purge_what_is_too_old()
    call_command("purge", "--dry-run")
    assert "organisations.Membership" not in capsys.readouterr().out


def test_old_attempts_are_forgotten_and_young_ones_kept(table: Cast) -> None:
    with connections["default"].cursor() as cursor:
        cursor.execute(
            "INSERT INTO samsyn_cache (cache_key, value, expires) VALUES"
            " ('old', 'x', now() - interval '1 hour'), ('young', 'x', now() + interval '1 hour')"
        )
        jobs.forget_old_attempts()
        jobs.forget_old_attempts()
        cursor.execute("SELECT cache_key FROM samsyn_cache")
        assert cursor.fetchall() == [("young",)]
