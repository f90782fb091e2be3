"""What the database does with what a pad sends."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from django.db.utils import IntegrityError, ProgrammingError

from samsyn.web.access.fixtures import TODAY
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job, current
from samsyn.web.organisations.roles import Role
from samsyn.web.tallies.models import Device, Event
from samsyn.web.tallies.tests.conftest import NOW, Counting, tap, undoing


def test_a_tap_is_counted_and_the_answer_says_the_day_so_far(counting: Counting) -> None:
    device = counting.device()
    first, second = tap(), tap("lunch", sex="woman", age_band="18+")
    answer = counting.take(device, first, second)
    assert answer == {
        "today": TODAY.isoformat(),
        "counts": {"visit": 1, "lunch": 1},
        "results": {each["id"]: {"state": "counted", "why": ""} for each in (first, second)},
    }


def test_sent_twice_it_counts_once_and_the_first_content_stands(counting: Counting) -> None:
    device, event = counting.device(), tap()
    counting.take(device, event)
    assert counting.states(device, event) == ["known"]
    assert counting.states(device, event | {"button": "lunch"}) == ["known"]
    assert counting.states(device, event | {"button": "no-such-button"}) == ["known"]
    assert [row.button for row in counting.rows()] == ["visit"]


def test_the_same_id_twice_in_one_batch_counts_once(counting: Counting) -> None:
    event = tap()
    assert counting.take(counting.device(), event, event | {"button": "lunch"})["results"][event["id"]]["state"] in (
        "counted",
    )
    assert counting.sum() == 1


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"button": "shower"}, "button"),
        ({"day": (TODAY - timedelta(days=401)).isoformat()}, "old"),
        ({"day": (TODAY + timedelta(days=2)).isoformat()}, "ahead"),
        ({"sex": "female"}, "sex"),
        ({"age_band": "0-99"}, "age_band"),
    ],
)
def test_what_cannot_be_counted_is_refused_with_its_reason_and_the_rest_is_counted(
    counting: Counting, wrong: dict[str, str], why: str
) -> None:
    good, bad = tap(), tap() | wrong
    results = counting.take(counting.device(), bad, good)["results"]
    assert results[bad["id"]] == {"state": "refused", "why": why}
    assert results[good["id"]]["state"] == "counted"


def test_a_tap_made_long_ago_counts_on_its_own_day(counting: Counting) -> None:
    week = tap(day=TODAY - timedelta(days=7))
    assert counting.take(counting.device(), week)["counts"] == {}
    assert counting.sum(day=TODAY - timedelta(days=7)) == 1


def test_an_undoing_takes_back_the_whole_once(counting: Counting) -> None:
    device, other = counting.device(), counting.device()
    event = tap("lunch", sex="man", age_band="0-17")
    back, again = undoing(event), undoing(event)
    assert counting.states(device, back, event) == ["counted", "counted"], "in one batch, whichever stands first"
    results = counting.take(other, again)["results"]
    assert results[again["id"]] == {"state": "refused", "why": "undone"}
    assert counting.states(device, back) == ["known"]
    taken_back = counting.rows(undoes__isnull=False)[0]
    assert (taken_back.button, taken_back.sex, taken_back.age_band, taken_back.n) == ("lunch", "man", "0-17", -1)
    assert counting.sum() == 0


def test_an_undoing_of_nothing_is_refused(counting: Counting) -> None:
    device = counting.device()
    event, stray = tap(), undoing(tap())
    results = counting.take(device, event, stray)["results"]
    assert results[stray["id"]] == {"state": "refused", "why": "nothing"}
    back = undoing(event)
    counting.take(device, back)
    assert counting.states(device, undoing(back)) == ["refused"], "an undoing is not undone"


def test_an_id_of_another_organisation_is_refused_and_says_nothing(counting: Counting) -> None:
    table = counting.cast
    theirs = counting.device(whose=table.other_association, where=table.other_partnership)
    event = tap()
    counting.take(theirs, event)
    answer = counting.take(counting.device(), event, undoing(event))
    assert answer["results"][event["id"]] == {"state": "refused", "why": "taken"}
    assert {each["state"] for each in answer["results"].values()} == {"refused"}
    assert answer["counts"] == {}
    assert counting.sum(organisation=table.association) == 0


def test_a_revoked_or_unknown_device_gets_no_answer_and_counts_nothing(counting: Counting) -> None:
    device = counting.device()
    with acting_as_job(Job.SEED):
        Device.objects.update(revoked_at=NOW)
    assert counting.take(device, tap()) is None
    device.token_digest = "0" * 64
    assert counting.take(device, tap()) is None
    assert counting.rows() == []


def test_what_comes_for_a_closed_day_waits_uncounted_and_its_undoing_with_it(counting: Counting) -> None:
    device = counting.device()
    early = tap()
    counting.take(device, early)
    counting.close()
    late = tap()
    assert counting.states(device, late, undoing(late), undoing(early)) == ["waits"] * 3
    assert counting.states(device, late) == ["waits"], "sent again it still says so"
    assert counting.states(device, tap(day=TODAY + timedelta(days=1))) == ["counted"]
    assert counting.sum(day=TODAY) == 1


def test_nobody_can_write_counted_for_a_closed_day(counting: Counting) -> None:
    counting.close()
    with acting_as_job(Job.SEED):
        made = Event.objects.create(
            partnership=counting.partnership,
            organisation=counting.ours,
            pad=counting.pad,
            button="visit",
            day=TODAY,
            received_at=NOW,
            source="paper",
            n=4,
            reason="Lappen i köket",
            state="counted",
        )
        made.refresh_from_db()
    assert made.state == "waits"


def test_a_tap_undone_after_the_day_was_corrected_to_nothing_waits(counting: Counting) -> None:
    device, event = counting.device(), tap()
    counting.take(device, event)
    correction = {"source": "correction", "reason": "Testtryck", "n": -1}
    write(counting, **correction)
    assert counting.states(device, undoing(event)) == ["waits"]
    assert counting.sum() == 0


def write(counting: Counting, **said: object) -> Event:
    with acting_as_job(Job.SEED):
        row = {"button": "visit", "day": TODAY, "received_at": NOW, "source": "paper", "n": 1, "reason": "Lapp"}
        return Event.objects.create(
            partnership=counting.partnership, organisation=counting.ours, pad=counting.pad, **(row | said)
        )


@pytest.mark.parametrize(
    ("said", "constraint"),
    [
        ({"source": "correction", "n": 0}, "an_event_counts_something"),
        ({"n": 10_001}, "an_event_counts_something"),
        ({"n": -1}, "a_paper_tally_has_its_source"),
        ({"reason": ""}, "a_paper_tally_has_its_source"),
        ({"source": "correction", "n": -1}, "a_sum_is_never_below_zero"),
        ({"source": "correction", "reason": ""}, "a_correction_has_its_reason"),
        ({"source": "pad", "reason": ""}, "a_tap_comes_from_a_device_and_nobody"),
        ({"button": "Anna Andersson"}, "a_button_has_an_id"),
        ({"age_band": "Anna"}, "an_age_band_is_two_ages"),
        ({"sex": "x"}, "a_sex_is_one_that_we_know"),
    ],
)
def test_the_database_refuses(counting: Counting, said: dict[str, object], constraint: str) -> None:
    with pytest.raises(IntegrityError) as trouble, transaction.atomic():
        write(counting, **said)
    assert trouble.value.__cause__.diag.constraint_name == constraint  # type: ignore[union-attr]


def test_what_is_counted_is_not_rewritten_or_erased(counting: Counting) -> None:
    event = write(counting)
    for change in ({"n": 2}, {"day": TODAY - timedelta(days=1)}, {"state": "refused"}, {"reason": "annat"}):
        with pytest.raises(ProgrammingError), transaction.atomic(), acting_as_job(Job.SEED):
            Event.objects.filter(pk=event.pk).update(**change)
    with pytest.raises(ProgrammingError), transaction.atomic(), acting_as_job(Job.SEED):
        Event.objects.filter(pk=event.pk).delete()


def test_what_waits_is_decided_once_and_with_a_reason(counting: Counting) -> None:
    counting.close()
    event = write(counting)
    with pytest.raises(ProgrammingError), transaction.atomic(), acting_as_job(Job.SEED):
        Event.objects.filter(pk=event.pk).update(state="counted", decided_at=NOW)
    with acting_as_job(Job.SEED):
        Event.objects.filter(pk=event.pk).update(state="counted", decided_at=NOW, decided_because="Sent papper")
    with pytest.raises(ProgrammingError), transaction.atomic(), acting_as_job(Job.SEED):
        Event.objects.filter(pk=event.pk).update(state="refused", decided_because="Ändrat mig")


def test_the_other_party_sees_nothing_of_it(counting: Counting) -> None:
    counting.take(counting.device(), tap())
    table = counting.cast
    for organisation in (table.municipality, table.other_association):
        with table.as_(organisation, Role.HEAD) as viewer:
            assert not Event.objects.visible_to(viewer).exists()
            assert not Event.objects.exists(), "nor without the filter"
            assert not Device.objects.exists()
    with table.as_(table.association, Role.AUDITOR) as viewer:
        assert Event.objects.visible_to(viewer).count() == 1


def test_the_pad_s_own_job_opens_no_counts(counting: Counting) -> None:
    counting.take(counting.device(), tap())
    with acting_as_job(Job.PAD):
        assert not Event.objects.exists()
        assert Device.objects.exists()
        with pytest.raises(ProgrammingError), transaction.atomic():
            Device.objects.create(
                partnership=counting.partnership, organisation=counting.ours, pad="huset", name="x", made_at=NOW
            )


@pytest.mark.django_db(transaction=True)
def test_the_scope_of_a_pad_ends_with_its_transaction(committed: Counting) -> None:
    committed.take(committed.device(), tap())
    with transaction.atomic():
        assert (current().organisation, current().job) == ("", "")
