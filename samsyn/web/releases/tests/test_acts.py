"""What is let go of, what of it the others see, and what nobody can reckon from it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from samsyn.rules.indicators import Changed, NotMeasured, Total
from samsyn.rules.indicators.values import Why
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.history.models import Act
from samsyn.web.organisations.roles import Role
from samsyn.web.releases import actions
from samsyn.web.releases.models import ExactCell, Release, ReleasedCell
from samsyn.web.releases.queries import open_to_anyone
from samsyn.web.releases.tests.conftest import AUTUMN, NOW, SPRING, YEAR, Table, told

LARGE = {"woman": 40, "man": 60, "not_stated": 20}
SMALL = {"woman": 3, "man": 60, "not_stated": 20}


def test_a_small_number_and_the_one_that_would_give_it_away_look_alike(table: Table) -> None:
    table.let_go(table.visits(SMALL))
    (figure,) = table.seen(table.municipality)
    assert told(figure) == {"all": 83, "woman": None, "man": 60, "not_stated": None}
    assert figure.total.value == Total(83, 83)
    assert [each.is_hidden for each in figure.parts] == [True, False, True]


def test_the_difference_between_two_halves_and_the_year_is_not_told_either(table: Table) -> None:
    """The year's women less the spring's would be the autumn's three. Each by itself is large enough."""
    table.let_go(table.visits(LARGE))
    table.let_go(table.visits({"woman": 43, "man": 99, "not_stated": 50}, YEAR), part=True)
    year = next(each for each in table.seen(table.municipality) if each.period == YEAR)
    assert told(year)["woman"] is None
    assert told(year)["all"] == 192


def test_a_correction_says_why_and_does_not_tell_who_came_late(table: Table) -> None:
    table.let_go(table.visits(LARGE))
    with pytest.raises(ValidationError, match="vad som rättas"):
        table.let_go(table.visits({**LARGE, "woman": 42}))
    table.let_go(table.visits({**LARGE, "woman": 42}), because="Två besök skrevs in i efterhand.")
    (figure,) = table.seen(table.municipality)
    assert (figure.number, told(figure)["woman"]) == (2, None)
    with acting_as_job(Job.SEED):
        acts = Act.objects.filter(name__startswith="release.").order_by("at", "id")
        assert [each.name for each in acts] == ["release.make", "release.correct"]


def test_sent_twice_it_is_let_go_once(table: Table) -> None:
    for _time in range(2):
        table.let_go(table.visits(LARGE))
    with acting_as_job(Job.SEED):
        assert Release.objects.count() == 1


def test_a_promised_total_reaches_its_receiver_exactly_and_nobody_else(table: Table) -> None:
    """The agreement tells the municipality how many. Three is three to it, and nothing to the other association."""
    table.let_go(table.visits({"woman": 3, "man": 0}), part=True)
    (to_receiver,) = table.seen(table.municipality)
    (to_other,) = table.seen(table.other)
    assert told(to_receiver) == {"all": 3, "woman": None, "man": None}
    assert to_receiver.total.value == Total(3, 3)
    assert told(to_other) == {"all": None, "woman": None, "man": None}
    assert to_other.total.value is None


def test_anybody_at_all_sees_no_promise(table: Table) -> None:
    table.let_go(table.visits({"woman": 3, "man": 0}), part=True)
    table.let_go(table.visits(LARGE, AUTUMN), part=True)
    first, second = open_to_anyone(table.partnership, ["besok"])
    assert (first.period, told(first)) == (AUTUMN, {"all": 120, **LARGE})
    assert (second.period, told(second)) == (SPRING, {"all": None, "woman": None, "man": None})


def test_a_sum_of_several_does_not_give_one_of_them_away(table: Table) -> None:
    """The other association knows its own forty women: the sum may not say forty-three."""
    table.let_go(table.visits(SMALL), part=True)
    table.let_go(table.visits(LARGE, whose=table.other), whose=table.other, part=True)
    both = [table.ours.pk, table.other.pk]
    with table.by(table.municipality) as viewer:
        (looked_at,) = actions.compile_figures(
            table.partnership, ["besok"], SPRING, both, for_good=False, by=viewer, now=NOW
        )
        assert not Release.objects.filter(kind="compiled").exists()
        (made,) = actions.compile_figures(table.partnership, ["besok"], SPRING, both, by=viewer, now=NOW)
        (again,) = actions.compile_figures(table.partnership, ["besok"], SPRING, both, by=viewer, now=NOW)
    assert told(looked_at) == told(made)
    assert made == again
    assert told(made)["all"] == 203
    assert told(made)["woman"] is None
    assert (made.compiled, made.without) == (True, ())


def test_a_sum_says_who_is_not_in_it(table: Table) -> None:
    table.let_go(table.visits(LARGE), part=True)
    with table.by(table.municipality) as viewer:
        (made,) = actions.compile_figures(
            table.partnership, ["besok"], SPRING, [table.ours.pk, table.other.pk], by=viewer, now=NOW
        )
    assert made.without == (table.other.pk,)


def test_a_sum_is_made_anew_where_one_has_corrected_its_number_to_not_measured(table: Table) -> None:
    both = [table.ours.pk, table.other.pk]
    table.let_go(table.visits(LARGE), part=True)
    table.let_go(table.visits(LARGE, whose=table.other), whose=table.other, part=True)
    with table.by(table.municipality) as viewer:
        actions.compile_figures(table.partnership, ["besok"], SPRING, both, by=viewer, now=NOW)
    nothing = table.figure("besok", NotMeasured(Why.NOT_COUNTED), {}, whose=table.other)
    table.let_go(nothing, whose=table.other, part=True, because="Ingen räknade.")
    with table.by(table.municipality) as viewer:
        (made,) = actions.compile_figures(table.partnership, ["besok"], SPRING, both, by=viewer, now=NOW)
    assert (made.number, made.without) == (2, (table.other.pk,))
    assert told(made)["all"] == 120


def test_a_mean_of_few_is_told_to_nobody(table: Table) -> None:
    changed = {"woman": Changed(3, 3, 3, Fraction(2)), "man": Changed(9, 9, 9, Fraction(1))}
    seen = table.figure("utveckling", Changed(12, 12, 12, Fraction(5, 4)), changed)
    table.let_go(seen)
    (figure,) = table.seen(table.municipality)
    assert figure.total.value == Changed(12, 12, 12, Fraction(5, 4))
    assert [each.value for each in figure.parts] == [None, None]


def test_only_a_whole_period_that_has_ended_and_crosses_no_other(table: Table) -> None:
    with pytest.raises(ValidationError, match="hela perioder"):
        table.let_go(table.visits(LARGE, YEAR))
    with pytest.raises(ValidationError, match="inte tagit slut"):
        table.let_go(table.visits(LARGE, SPRING.year(2026)))
    with pytest.raises(ValidationError, match="sina egna"):
        table.let_go(table.visits(LARGE, whose=table.other))
    with pytest.raises(PermissionDenied), table.by(role=Role.CONTROLLER) as viewer:
        actions.release(table.partnership, [table.visits(LARGE)], by=viewer, now=NOW)


def test_what_is_let_go_is_there_for_good_and_the_exact_numbers_are_ones_own(table: Table) -> None:
    table.let_go(table.visits(SMALL))
    with table.by(table.municipality):
        assert ReleasedCell.objects.exists()
        assert not ExactCell.objects.exists()
    with acting_as_job(Job.PUBLIC):  # who reads a public page reads its frozen copy
        assert not Release.objects.exists()
        assert not ReleasedCell.objects.exists()
        assert not ExactCell.objects.exists()
    with table.by(), pytest.raises(DatabaseError), transaction.atomic():
        ReleasedCell.objects.filter(name="value").update(n=1)


def test_if_history_cannot_be_written_nothing_is_let_go(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object, **given: object) -> None:
        raise RuntimeError("no history")

    monkeypatch.setattr("samsyn.web.releases.actions.letting.record", broken)
    with pytest.raises(RuntimeError):
        table.let_go(table.visits(LARGE))
    with acting_as_job(Job.SEED):
        assert not Release.objects.exists()
