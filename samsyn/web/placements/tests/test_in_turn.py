"""Those who do things about the same participant in the same instant wait in line, and never for each other."""

from __future__ import annotations

from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.http import Http404

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.placements import actions
from samsyn.web.placements.models import Consent, Participant
from samsyn.web.placements.tests.conftest import Table
from samsyn.web.placements.tests.test_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_no_and_a_withdrawal_at_once_end_as_one_of_them(committed: Table) -> None:
    for _ in range(4):
        referral = committed.sent()
        with acting_as_job(Job.SEED):
            consent = Consent.objects.get(participant_id=referral.participant_id)
        results = at_once(
            partial(committed.do, committed.theirs, actions.decline_referral, referral, "no_place"),
            partial(committed.do, committed.ours, actions.withdraw_consent, consent),
        )
        failed = [each for each in results if isinstance(each, Exception)]
        assert all(isinstance(each, ValidationError | Http404) for each in failed), failed
        assert committed.again(referral).state in ("declined", "withdrawn")
        with acting_as_job(Job.SEED):
            assert Participant.objects.get(pk=referral.participant_id).open_to_id is None


def test_one_placement_ends_and_the_next_begins_at_once_without_a_deadlock(committed: Table) -> None:
    """The one who gives a place begins with the participant, and so does the one who ends."""
    table = committed
    for _ in range(4):
        participant = table.participant()
        table.consent(participant)
        sent = table.do(table.ours, actions.send_referral, table.draft(participant))
        first = table.start(table.do(table.theirs, actions.accept_referral, sent), last=table.later(5))
        again = table.do(table.ours, actions.send_referral, table.draft(participant))
        accepted = table.do(table.theirs, actions.accept_referral, again)
        results = at_once(
            partial(table.start, accepted, table.later(10)),
            partial(table.do, table.ours, actions.close_placement, first, "partly", "continued", on=table.today),
        )
        assert [each for each in results if isinstance(each, Exception)] == []


def test_a_draft_written_anew_while_it_is_sent_is_not_a_draft_again(committed: Table) -> None:
    table = committed
    for _ in range(4):
        participant = table.participant()
        table.consent(participant)
        draft = table.draft(participant)
        results = at_once(
            partial(table.do, table.ours, actions.send_referral, draft),
            partial(table.draft, participant),
        )
        failed = [each for each in results if isinstance(each, Exception)]
        assert all(isinstance(each, ValidationError) for each in failed), failed
        assert table.again(draft).state in ("sent", "draft")
