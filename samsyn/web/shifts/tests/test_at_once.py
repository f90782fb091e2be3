"""Several do it in the same instant, each on a connection of her own."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import time
from functools import partial
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.history.models import Act
from samsyn.web.shifts import actions
from samsyn.web.shifts.models import Shift
from samsyn.web.shifts.tests.conftest import NOW, Evening

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


def taken() -> int:
    with acting_as_job(Job.SEED):
        return Act.objects.filter(name="shift.take").count()


def test_of_six_for_the_last_free_shift_one_gets_it_and_five_are_told(committed: Evening) -> None:
    (shift,) = committed.made()
    volunteers = [committed.volunteer(f"Volontär {number}") for number in range(6)]
    results = at_once(*(partial(committed.take, shift, each) for each in volunteers))
    told = refusals(results)
    assert len(told) == 5
    assert all("hann före" in each for each in told)
    winner = next(each for each in results if isinstance(each, Shift))
    assert committed.again(shift).worker_id == winner.worker_id
    assert taken() == 1


def test_an_offered_shift_is_taken_over_by_one_of_many_or_kept(committed: Evening) -> None:
    (shift,) = committed.made()
    anna = committed.volunteer("Anna")
    others = [committed.volunteer(f"Volontär {number}") for number in range(4)]
    committed.take(shift, anna)
    committed.by_own(actions.offer, shift, anna)
    results = at_once(
        *(partial(committed.take, shift, each) for each in others),
        partial(committed.by_own, actions.keep, shift, anna),
    )
    done = [each for each in results if isinstance(each, Shift)]
    assert len(done) == 1
    assert (committed.again(shift).worker_id, committed.again(shift).state) == (done[0].worker_id, "taken")


def test_one_person_who_takes_two_shifts_of_the_same_time_at_once_gets_one(committed: Evening) -> None:
    (first,) = committed.made()
    (second,) = committed.made(1, committed.another(starts=time(19), ends=time(22)))
    anna = committed.volunteer("Anna")
    results = at_once(partial(committed.take, first, anna), partial(committed.take, second, anna))
    (told,) = refusals(results)
    assert "annat pass" in told
    assert taken() == 1


def test_three_shifts_and_nine_who_want_them_fill_all_three_with_different_people(committed: Evening) -> None:
    shifts = committed.made(3)
    volunteers = [committed.volunteer(f"Volontär {number}") for number in range(9)]
    results = at_once(*(partial(committed.take, shifts[n % 3], each) for n, each in enumerate(volunteers)))
    assert len(refusals(results)) == 6
    assert len({committed.again(each).worker_id for each in shifts}) == 3


def test_a_double_click_on_take_and_on_make_does_it_once(committed: Evening) -> None:
    made = uuid4()
    results = at_once(*[partial(committed.made, 2, made=made)] * 4)
    with acting_as_job(Job.SEED):
        assert Shift.objects.count() == 2, results
    shift, _other = next(each for each in results if isinstance(each, list))
    anna = committed.volunteer("Anna")
    assert refusals(at_once(*[partial(committed.take, shift, anna)] * 4)) == []
    assert taken() == 1


def test_giving_up_and_being_taken_off_at_once_frees_the_shift_and_both_are_answered(committed: Evening) -> None:
    (shift,) = committed.made()
    anna = committed.volunteer("Anna")
    committed.take(shift, anna)

    def take_off() -> Shift:
        with committed.staff() as by:
            return actions.take_off(shift, by=by, now=NOW)

    results = at_once(take_off, partial(committed.by_own, actions.give_up, shift, anna))
    assert [each for each in results if isinstance(each, Shift)]
    assert committed.again(shift).worker_id is None
