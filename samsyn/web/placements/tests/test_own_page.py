"""The participant's own page: whoever has the secret, nothing but the own, and nothing once it is revoked."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.http import Http404

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.history.models import Act
from samsyn.web.placements import actions
from samsyn.web.placements.models import Consent, OwnPage, Participant, Placement, Referral, SelfAssessment, StepDone
from samsyn.web.placements.queries.own import own_page
from samsyn.web.placements.tests.conftest import Table

ANSWERS = [1, 2, None, 4, 5]


def test_the_page_shows_one_participant_what_the_one_who_made_it_knows(table: Table) -> None:
    participant = table.participant()
    placement = table.start(table.accepted(participant))
    table.start()
    table.do(table.theirs, actions.do_step, placement, "introduktion", 1, done_on=table.today)
    secret = table.do(table.ours, actions.make_own_page, participant)
    with own_page(secret, table.today) as own:
        assert (own.participant, own.placements) == (participant, [placement])
        assert (len(own.consents), len(own.referrals)) == (1, 1)
        assert StepDone.objects.visible_to(own.viewer).filter(placement=placement).count() == 1


def test_behind_the_page_is_the_wall_of_the_organisation_that_made_it(table: Table) -> None:
    participant = table.participant()
    placement = table.start(table.accepted(participant))
    with acting_as_job(Job.SEED):
        consent = Consent.objects.get()
    table.do(table.ours, actions.withdraw_consent, consent)
    table.do(table.theirs, actions.do_step, placement, "introduktion", 1, done_on=table.today)
    with own_page(table.do(table.ours, actions.make_own_page, participant), table.today):
        assert not StepDone.objects.exists()


def test_a_wrong_secret_and_a_revoked_one_do_not_exist(table: Table) -> None:
    participant = table.participant()
    old = table.do(table.ours, actions.make_own_page, participant)
    new = table.do(table.ours, actions.make_own_page, participant)
    with own_page(new, table.today):
        pass
    for wrong in (old, "", "x", new[:-1]):
        with pytest.raises(Http404), own_page(wrong, table.today):
            pass
    table.do(table.ours, actions.revoke_own_page, participant)
    with pytest.raises(Http404), own_page(new, table.today):
        pass
    with acting_as_job(Job.SEED):
        assert not OwnPage.objects.filter(secret_sha256=new).exists()


def test_the_secret_alone_opens_nothing_but_its_own_row(table: Table) -> None:
    table.do(table.ours, actions.make_own_page, table.participant())
    table.start()
    with acting_as_job(Job.OWN_PAGE):
        for model in (Participant, Placement, Referral, Consent, StepDone, SelfAssessment):
            assert not model._default_manager.exists()


def test_a_participant_answers_on_the_own_page(table: Table) -> None:
    participant = table.participant()
    secret = table.do(table.ours, actions.make_own_page, participant)
    with pytest.raises(ValidationError, match="ingen arbetsträning än"):
        actions.assess_oneself(secret, 1, ANSWERS, now=table.now(), today=table.today)
    placement = table.start(table.accepted(participant))
    row = actions.assess_oneself(secret, 1, ANSWERS, now=table.now(), today=table.today)
    assert (row.placement_id, row.values, row.rater, row.shared) == (placement.pk, tuple(ANSWERS), "participant", True)
    with table.as_(table.theirs) as host:
        assert SelfAssessment.objects.visible_to(host).count() == 1
    with acting_as_job(Job.SEED):
        act = Act.objects.get(name="placement.assess")
        assert (act.person_id, act.job, act.organisation_id) == (None, "own-page", table.ours.pk)
    with pytest.raises(Http404):
        actions.assess_oneself("nej", 1, ANSWERS, now=table.now(), today=table.today)
