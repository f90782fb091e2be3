"""The five statements are a version that stands, and two who rate are laid side by side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from django.utils.translation import override

from samsyn.rules.quantities import DateRange
from samsyn.rules.surveys import BothRaters, paired
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.organisations.roles import Role
from samsyn.web.placements import actions
from samsyn.web.placements.models import Placement, SelfAssessment
from samsyn.web.placements.presenters.assessments import pairs_of
from samsyn.web.placements.presenters.figures import raters_of
from samsyn.web.placements.queries.figures import figures_of
from samsyn.web.placements.queries.ground import ground_of
from samsyn.web.placements.scale import DIGESTS, STATEMENTS, VERSION, digest
from samsyn.web.placements.tests.conftest import Table
from samsyn.web.surveys.starters import starters

AFTER = date(2025, 12, 31)


def both(table: Table) -> BothRaters:
    with table.as_(table.ours, Role.CONTROLLER, AFTER) as viewer:
        ground = ground_of(table.partnership, table.pool, table.today, AFTER)
        return figures_of(viewer, ground, DateRange.year(2025), AFTER).raters


def rate(table: Table, placement: Placement, wave: int, rater: str, value: int) -> None:
    on = table.later(30 * (wave - 1))
    table.do(table.theirs, actions.assess, placement, wave, rater, [value] * 5, done_on=on, at=on)


def test_who_changes_a_word_gives_the_statements_a_new_version() -> None:
    with override("sv"):
        assert digest(map(str, STATEMENTS)) == DIGESTS[VERSION]
    assert list(DIGESTS) == list(range(1, VERSION + 1))


def test_the_surveys_own_self_assessment_begins_with_the_same_statements() -> None:
    asked = starters()["self_assessment"]
    assert [each.words["adult", "sv"].text for each in asked] == [str(each) for each in STATEMENTS]


def test_two_raters_are_compared_over_the_placements_that_both_have_rated_twice(table: Table) -> None:
    placement, other = table.start(), table.start(table.accepted(table.participant(sex="man")))
    for wave, hers, theirs in ((1, 2, 3), (2, 4, 4)):
        rate(table, placement, wave, "participant", hers)
        rate(table, placement, wave, "supervisor", theirs)
        rate(table, other, wave, "participant", 1)
    found = both(table)
    assert (found.pairs, found.of) == (1, 2)
    assert (found.one.mean, found.other.mean) == (Fraction(2), Fraction(1))


def test_answers_to_other_words_are_not_compared(table: Table) -> None:
    placement = table.start()
    for wave in (1, 2):
        rate(table, placement, wave, "participant", wave)
        rate(table, placement, wave, "supervisor", wave)
    with acting_as_job(Job.SEED):
        SelfAssessment.objects.filter(wave=1).update(version=VERSION + 1)
        rows = list(SelfAssessment.objects.all())
    assert both(table).pairs == 0
    assert pairs_of(rows) == []


@pytest.mark.parametrize(("pairs", "says"), [(4, "visas när båda har skattat 5 två gånger"), (5, "+0,8 steg")])
def test_means_of_few_are_not_told(pairs: int, says: str) -> None:
    told = replace(paired([]), mean=Fraction(4, 5))
    lines = raters_of(BothRaters(pairs, 20, told, told))
    assert [(each.value, each.n, each.missing) for each in lines] == [(says, str(pairs), str(20 - pairs))] * 2


def test_without_two_raters_nothing_is_said(table: Table) -> None:
    table.start()
    assert raters_of(both(table)) == []
