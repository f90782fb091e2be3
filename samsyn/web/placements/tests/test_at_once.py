"""Several do it in the same instant, each on a connection of its own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection
from django.http import Http404

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.history.models import Act
from samsyn.web.placements import actions
from samsyn.web.placements.models import Consent, ExtensionApproval, Occupancy, Participant, Placement, Referral
from samsyn.web.placements.tests.conftest import Table

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    def one(act: Callable[[], Any]) -> Any:
        try:
            return act()
        except Exception as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(one, acts))


def refusals(results: list[Any]) -> list[str]:
    failed = [each for each in results if isinstance(each, Exception)]
    told = [each for each in failed if isinstance(each, ValidationError)]
    assert told == failed
    return [text for each in told for text in each.messages]


def held(table: Table) -> int:
    with acting_as_job(Job.SEED):
        return Occupancy.objects.filter(first__lte=table.today, until__gt=table.today).count()


def test_six_for_the_last_two_places_leave_four_without_and_nobody_twice(committed: Table) -> None:
    table = committed
    for _ in range(22):
        table.start()
    referrals = [table.accepted() for _ in range(6)]
    results = at_once(*(lambda each=each: table.start(each) for each in referrals))
    told = refusals(results)
    assert (len(told), held(table)) == (4, 24)
    assert all("Fullt" in each for each in told)
    with acting_as_job(Job.SEED):
        assert Referral.objects.filter(state="accepted").count() == 4
        assert Act.objects.filter(name="placement.start").count() == 24


def test_one_referral_started_four_times_is_one_placement(committed: Table) -> None:
    referral = committed.accepted()
    results = at_once(*[lambda: committed.start(referral)] * 4)
    assert len(refusals(results)) == 3
    assert held(committed) == 1


def test_the_same_numbered_place_is_given_to_one(committed: Table) -> None:
    referrals = [committed.accepted() for _ in range(3)]
    committed.do(committed.theirs, actions.make_training_places, committed.partnership, committed.pool)
    results = at_once(*(lambda each=each: committed.start(each, number=7) for each in referrals))
    assert len(refusals(results)) == 2
    assert held(committed) == 1


def test_raw_rows_without_any_lock_do_not_overbook(committed: Table) -> None:
    """Only the constraints: each tries to put its own placement on one and the same place."""
    table = committed
    placements = [table.start(first=table.later(50)) for _ in range(4)]
    with acting_as_job(Job.SEED):
        target = Occupancy.objects.order_by("place__number")[0].place
        Occupancy.objects.filter(place=target).update(until=table.later(50))

    def take(placement: Placement) -> None:
        with acting_as_job(Job.SEED):
            Occupancy.objects.filter(placement=placement).update(place=target, until=table.later(60))

    results = at_once(*(lambda each=each: take(each) for each in placements))
    failed = [each for each in results if each is not None]
    assert len(failed) == 3
    assert all(isinstance(each, IntegrityError) or "deadlock" in str(each) for each in failed), failed


def test_a_consent_withdrawn_while_the_referral_is_sent_leaves_nothing_open(committed: Table) -> None:
    table = committed
    for _ in range(4):
        participant = table.participant()
        consent, draft = table.consent(participant), table.draft(participant)
        results = at_once(
            partial(table.do, table.ours, actions.send_referral, draft),
            partial(table.do, table.ours, actions.withdraw_consent, consent),
        )
        refusals(results)
        with acting_as_job(Job.SEED):
            assert Participant.objects.get(pk=participant.pk).open_to_id is None
            assert not Referral.objects.filter(participant=participant, state="sent").exists()


def test_raw_sql_opens_nobody_whose_consent_is_being_withdrawn(committed: Table) -> None:
    table = committed
    for _ in range(4):
        participant = table.participant()
        consent = table.consent(participant)

        def show(participant: Participant = participant) -> None:
            with table.as_(table.ours):
                Participant.objects.filter(pk=participant.pk).update(open_to=table.theirs)

        def withdraw(consent: Consent = consent) -> None:
            with table.as_(table.ours):
                Consent.objects.filter(pk=consent.pk).update(withdrawn_at=table.now())

        at_once(show, withdraw)
        with acting_as_job(Job.SEED):
            assert Participant.objects.get(pk=participant.pk).open_to_id is None


def test_what_is_noted_while_a_consent_is_withdrawn_is_shared_or_not_but_never_an_error(committed: Table) -> None:
    table = committed
    placement = table.start()
    with acting_as_job(Job.SEED):
        consent = Consent.objects.get()
    results = at_once(
        lambda: table.do(table.theirs, actions.note_attendance, placement, table.today, "present"),
        lambda: table.do(table.ours, actions.withdraw_consent, consent),
        lambda: table.do(table.ours, actions.do_step, placement, "nasta-steg", 1, done_on=table.today),
    )
    assert refusals(results) == []


def test_both_approve_and_promise_the_place_at_once_and_one_of_it_happens(committed: Table) -> None:
    table = committed
    placement = table.start()
    last = placement.planned_last.replace(day=30)
    extension = table.do(table.theirs, actions.propose_extension, placement, last, consulted_on=table.today)
    referral = table.accepted()
    results = at_once(
        lambda: table.do(table.ours, actions.approve_extension, extension),
        lambda: table.do(table.ours, actions.approve_extension, extension),
        lambda: table.start(referral, placement.planned_last.replace(day=10), number=1),
    )
    assert len(refusals(results)) in (1, 2)
    with acting_as_job(Job.SEED):
        assert ExtensionApproval.objects.count() <= 2
        assert (
            Placement.objects.filter(planned_last=last).count() + Placement.objects.exclude(pk=placement.pk).count()
            == 1
        )


def test_accepted_and_taken_back_at_once_is_one_of_them(committed: Table) -> None:
    table = committed
    referral = table.sent()
    results = at_once(
        lambda: table.do(table.theirs, actions.accept_referral, referral),
        lambda: table.do(table.ours, actions.withdraw_referral, referral, "other"),
    )
    failed = [each for each in results if isinstance(each, Exception)]
    assert all(isinstance(each, ValidationError | Http404) for each in failed), failed
    assert table.again(referral).state == "withdrawn"
