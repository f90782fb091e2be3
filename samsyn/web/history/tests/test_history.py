"""The history: what may be written, and that it stays."""

from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, transaction
from django.utils.translation import gettext_lazy as _

from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.history.acts import job_name
from samsyn.web.history.models import Act
from samsyn.web.organisations.roles import Role
from samsyn.web.project.ids import new_id

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
acts.register({"test.done": _("gjorde något")})


def test_an_act_without_a_sentence_is_refused(cast: Cast) -> None:
    with cast.as_(cast.municipality, Role.HEAD) as viewer, pytest.raises(ValueError, match="has no sentence"):
        record("test.undescribed", by=viewer, now=NOW)


@pytest.mark.parametrize("text", ["Anna Andersson", "anna@example.se"])
def test_a_reference_is_an_id_or_a_key_and_no_text(cast: Cast, text: str) -> None:
    with cast.as_(cast.municipality, Role.HEAD) as viewer, pytest.raises(ValueError, match="not personal values"):
        record("test.done", by=viewer, now=NOW, refers_to={"who": text})


def test_references_are_kept_as_they_were(cast: Cast) -> None:
    row = new_id()
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        act = record(
            "test.done",
            by=viewer,
            now=NOW,
            subject=cast.partnership,
            refers_to={"row": row, "day": date(2026, 3, 2), "count": 3, "none": None},
        )
        act.refresh_from_db()
    assert act.refers_to == {"row": str(row), "day": "2026-03-02", "count": 3, "none": None}
    assert (act.subject_type, act.subject_id) == ("partnerships.partnership", cast.partnership.pk)


@pytest.mark.django_db(transaction=True)
def test_an_act_outside_a_transaction_is_refused() -> None:
    with pytest.raises(RuntimeError, match="inside the action's transaction"):
        record("test.done", by=Job.SEED, now=NOW)


def test_nobody_writes_in_another_s_name(cast: Cast) -> None:
    other = cast.person(cast.association, Role.HEAD)
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        for forged in (
            {"person_id": other.pk, "organisation_id": viewer.organisation_id},
            {"person_id": viewer.person_id, "organisation_id": cast.association.pk},
            {"person_id": viewer.person_id, "partnership_id": cast.other_partnership.pk},
            {"job": "seed"},
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                Act.objects.create(at=NOW, name="test.done", **forged)


def test_a_job_is_named_in_its_act(cast: Cast) -> None:
    with acting_as_job(Job.SEED):
        act = record("test.done", by=Job.SEED, now=NOW, partnership=cast.partnership)
    assert (act.person_id, act.job) == (None, "seed")


def test_what_is_done_in_the_open_is_seen_by_both_and_the_rest_stays_at_home(cast: Cast) -> None:
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        home = record("test.done", by=viewer, now=NOW, partnership=cast.partnership)
        shared = record("test.done", by=viewer, now=NOW, partnership=cast.partnership, shared=True)
    with cast.as_(cast.association, Role.AUDITOR) as other:
        assert list(Act.objects.all()) == list(Act.objects.visible_to(other)) == [shared]
    with cast.as_(cast.municipality, Role.AUDITOR) as own:
        assert set(Act.objects.visible_to(own)) == {home, shared}
    with cast.as_(cast.other_association, Role.AUDITOR) as stranger:
        assert not Act.objects.visible_to(stranger).exists()


def test_an_administrator_does_not_read_what_others_have_done(cast: Cast) -> None:
    with cast.as_(cast.municipality, Role.HEAD) as viewer:
        record("test.done", by=viewer, now=NOW)
    with cast.as_(cast.municipality, Role.ADMINISTRATOR) as administrator:
        assert not Act.objects.visible_to(administrator).exists()


def test_the_page_names_one_s_own_and_only_the_organisation_of_the_others(cast: Cast) -> None:
    with cast.as_(cast.association, Role.HEAD) as viewer:
        record("test.done", by=viewer, now=NOW, partnership=cast.partnership, shared=True)
    name = cast.person(cast.association, Role.HEAD).display_name
    own = cast.client(cast.association, Role.AUDITOR).get("/as/foreningen/history/").content.decode()
    other = cast.client(cast.municipality, Role.AUDITOR).get("/as/kommunen/history/").content.decode()
    assert name in own
    assert "gjorde något" in other
    assert name not in other
    assert "Föreningen" in other


def test_two_capabilities_cannot_describe_one_act_differently() -> None:
    with pytest.raises(ValueError, match="already described"):
        acts.register({"test.done": _("något annat")})


@pytest.mark.parametrize("job", sorted(set(Job) - {Job.ENTRY}))
def test_a_job_that_acts_has_a_name_that_says_it_is_samsyn(job: Job) -> None:
    assert job_name(job).startswith("Samsyn, ")
