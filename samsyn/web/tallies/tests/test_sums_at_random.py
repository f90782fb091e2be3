"""Whatever is tapped, typed, corrected, undone, closed and decided: a sum is what its counted events make together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from samsyn.web.access.entrance import viewing
from samsyn.web.access.fixtures import TODAY
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Role
from samsyn.web.tallies.models import ClosedPeriod, DaySum, Device, Event, MonthSum
from samsyn.web.tallies.queries.figures import By, Summed, sums_of
from samsyn.web.tallies.tests.conftest import NOW, PAD, Counting, tap, undoing

BACK = 100
"""Days that are counted on: three whole months and something at both edges."""
_WHAT: tuple[By, ...] = ("pad", "button", "sex", "age_band", "month")
_PADS = (PAD, "vinden")
_ago = st.integers(0, BACK).map(lambda n: TODAY - timedelta(days=n))
_said = st.fixed_dictionaries(
    {
        "button": st.sampled_from(["visit", "lunch"]),
        "sex": st.sampled_from(["", "woman", "man"]),
        "age_band": st.sampled_from(["", "0-17"]),
    }
)
_which = st.integers(0, 20)
_acts = st.lists(
    st.one_of(
        st.tuples(st.just("taps"), st.sampled_from(_PADS), st.lists(st.tuples(_ago, _said), min_size=1, max_size=6)),
        st.tuples(st.just("paper"), _ago, _said, st.integers(1, 40)),
        st.tuples(st.just("correct"), _ago, _said, st.integers(-9, 9).filter(bool)),
        st.tuples(st.just("undo"), _which),
        st.tuples(st.just("close"), _ago, st.integers(20, 60)),
        st.tuples(st.just("reopen")),
        st.tuples(st.just("decide"), st.lists(st.sampled_from(["counted", "refused"]), min_size=1, max_size=9)),
    ),
    min_size=8,
    max_size=24,
)
_asked = st.lists(st.tuples(_ago, _ago, st.lists(st.sampled_from(_WHAT), unique=True)), min_size=3, max_size=3)


class Story:
    """What is done is done by the rows themselves, as anyone could write them; what is refused leaves nothing."""

    def __init__(self, counting: Counting, devices: dict[str, Device]) -> None:
        self.counting, self.devices = counting, devices
        self.tapped: list[tuple[Device, dict[str, Any]]] = []

    def tell(self, what: str, *said: Any) -> None:
        act: Callable[..., None] = getattr(self, what)
        try:
            with transaction.atomic():
                act(*said)
        except DatabaseError:
            pass

    def taps(self, pad: str, many: list[tuple[date, dict[str, str]]]) -> None:
        device = self.devices[pad]
        events = [tap(day=day, **said) for day, said in many]
        self.counting.take(device, *events)
        self.tapped += [(device, each) for each in events]

    def paper(self, day: date, said: dict[str, str], n: int) -> None:
        self._write("paper", day, said, n)

    def correct(self, day: date, said: dict[str, str], n: int) -> None:
        self._write("correction", day, said, n)

    def undo(self, which: int) -> None:
        if self.tapped:
            device, event = self.tapped[which % len(self.tapped)]
            self.counting.take(device, undoing(event))

    def close(self, last: date, days: int) -> None:
        self.counting.close(last - timedelta(days=days), last)

    def reopen(self) -> None:
        with acting_as_job(Job.SEED):
            ClosedPeriod.objects.closed().update(reopened_at=NOW, reopened_because="Fel dagar")

    def decide(self, states: list[str]) -> None:
        """The first of what waits. The undoing of what does not count is refused, and the rest of them with it."""
        with acting_as_job(Job.SEED):
            waits = Event.objects.waiting().order_by("received_at", "n").values_list("pk", flat=True)
            for pk, state in zip(list(waits), states, strict=False):
                Event.objects.filter(pk=pk).update(state=state, decided_at=NOW, decided_because="Kom sent")

    def _write(self, source: str, day: date, said: dict[str, str], n: int) -> None:
        with acting_as_job(Job.SEED):
            Event.objects.create(
                partnership=self.counting.partnership, organisation=self.counting.ours, pad=self.counting.pad,
                day=day, received_at=NOW, source=source, n=n, reason="Lappen", **said,
            )  # fmt: skip


def counted(first: date, last: date, by: list[By]) -> list[Summed]:
    """The slow obvious way."""
    found: Counter[tuple[Any, ...]] = Counter()
    with acting_as_job(Job.SEED):
        for event in Event.objects.counted().filter(day__gte=first, day__lte=last):
            found[tuple(event.day.replace(day=1) if each == "month" else getattr(event, each) for each in by)] += (
                event.n
            )
    return [Summed(n, **dict(zip(by, key, strict=True))) for key, n in sorted(found.items()) if n]


@contextmanager
def taken_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.mark.django_db
def test_sums_over_any_days_and_by_anything_are_those_of_the_events(counting: Counting) -> None:
    devices = {pad: counting.device(pad=pad) for pad in _PADS}
    with counting.cast.as_(counting.ours, Role.HEAD) as viewer:
        pass

    @settings(
        max_examples=40, deadline=None, database=None, derandomize=True, phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(_acts, _asked)
    def holds(acts: list[Any], asked: list[Any]) -> None:
        with taken_back():
            story = Story(counting, devices)
            for act in acts:
                story.tell(*act)
            _compare(counting, viewer, asked)

    holds()


def _compare(counting: Counting, viewer: Viewer, asked: list[tuple[date, date, list[By]]]) -> None:
    everything: list[By] = list(_WHAT)
    with viewing(viewer):  # the tablets' own scope holds until the transaction ends
        for one, other, by in [*asked, (TODAY - timedelta(days=BACK), TODAY, everything)]:
            first, last = sorted((one, other))
            assert sums_of(viewer, counting.partnership.pk, first, last, by=by) == counted(first, last, by)
    with acting_as_job(Job.SEED):
        days, months = (sum(rows.objects.values_list("n", flat=True)) for rows in (DaySum, MonthSum))
    assert days == months


@pytest.mark.django_db
def test_a_month_is_one_row_of_each_and_the_other_party_sees_none(counting: Counting) -> None:
    device, this = counting.device(), TODAY.replace(day=1)
    counting.take(device, *(tap(day=this + timedelta(days=n)) for n in range(TODAY.day)), tap("lunch", day=TODAY))
    with acting_as_job(Job.SEED):
        assert sorted(MonthSum.objects.values_list("month", "button", "n")) == [
            (this, "lunch", 1),
            (this, "visit", TODAY.day),
        ]
    with counting.cast.as_(counting.cast.municipality, Role.HEAD) as theirs:
        assert sums_of(theirs, counting.partnership.pk, this, TODAY) == []
        assert not MonthSum.objects.exists()


@pytest.mark.django_db
def test_only_the_pads_and_buttons_that_are_asked_for(counting: Counting) -> None:
    for pad in _PADS:
        counting.take(counting.device(pad=pad), tap(), tap("lunch"))
    with counting.cast.as_(counting.ours, Role.HEAD) as viewer:
        only = partial(sums_of, viewer, counting.partnership.pk, TODAY, TODAY)
        assert only(by=("pad", "button"), pads=[PAD], buttons=["lunch"]) == [Summed(1, pad=PAD, button="lunch")]
        assert only() == [Summed(4)]
