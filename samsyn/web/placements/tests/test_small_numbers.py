"""What a figure says when few are behind it, and what it does not."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from django.utils.translation import override

from samsyn.rules.because import Reason
from samsyn.rules.indicators import Changed, Counted, Definition, Measured, Numbers, OfTraining
from samsyn.rules.quantities import DateRange
from samsyn.rules.terms.indicators import Indicator
from samsyn.web.organisations.roles import Role
from samsyn.web.placements import actions
from samsyn.web.placements.presenters.figures import Cells, shown_of
from samsyn.web.placements.queries.figures import figures_of
from samsyn.web.placements.queries.ground import ground_of
from samsyn.web.placements.tests.conftest import Table

AFTER = date(2025, 12, 31)


COUNTED = Indicator(id="change", clause="4.3", says="Ändring.", name="Ändring", level="outcome",
                    measure="paired_change", of="deltagare", unit="deltagare")  # fmt: skip
DEFINITION = Definition(Measured.CHANGED, None, COUNTED, Reason("4.3", "", "", (), ()))


def line(pairs: int, mean: Fraction = Fraction(4, 5), *, owns: bool = True) -> Cells:
    figure = OfTraining(DEFINITION, Changed(pairs=pairs, started=pairs, of=20, mean=mean), ())
    return shown_of(figure, owns=owns).lines[0]


@pytest.mark.parametrize("owns", [True, False])
def test_a_mean_of_fewer_than_five_is_what_somebody_answered_and_is_told_to_nobody(owns: bool) -> None:
    assert (line(4, owns=owns).value, line(4, owns=owns).n) == ("visas när 5 har skattat två gånger", "4")
    assert line(5, owns=owns).value == "+0,8 steg"


@pytest.mark.parametrize(
    ("by_sex", "told"),
    [
        ({"woman": 3, "man": 0, "other": 0}, ["visas inte", "visas inte", "visas inte"]),
        ({"woman": 3, "man": 20, "other": 0}, ["visas inte", "visas inte", "0"]),
        ({"woman": 9, "man": 20, "other": 0}, ["9", "20", "0"]),
    ],
)
def test_few_and_what_would_give_them_away_look_alike(by_sex: dict[str, int], told: list[str]) -> None:
    """That no man is one of three says that all three are women."""
    own = tuple((sex, Counted(n, 0, 0)) for sex, n in by_sex.items())
    shown = shown_of(OfTraining(DEFINITION, Counted(sum(by_sex.values()), 0, 0), own), owns=False)
    assert [each.value for each in shown.lines[1:]] == told


@pytest.mark.parametrize(("language", "says"), [("sv", "0,8"), ("en", "0.8")])
def test_a_decimal_is_written_as_in_the_language_of_the_reader(language: str, says: str) -> None:
    with override(language):
        assert says in line(5).value
        assert line(5, Fraction(-4, 5)).value.startswith("\N{MINUS SIGN}" + says)
        assert line(5, Fraction(-1, 100)).value[0] == "0"


@pytest.mark.parametrize("role", [Role.CONTROLLER, Role.STEERING, Role.AUDITOR])
def test_also_with_the_host_small_numbers_are_for_those_who_work_with_the_individuals(table: Table, role: Role) -> None:
    table.start(table.accepted(table.participant(sex="man")))
    at = f"/as/{table.theirs.slug}/partnerships/{table.partnership.slug}/placements/figures/"
    assert "färre än 5" in table.cast.client(table.theirs, role).get(at).content.decode()
    assert "färre än 5" not in table.cast.client(table.theirs, Role.STAFF).get(at).content.decode()


def test_a_day_after_the_period_is_not_counted_in_it(table: Table) -> None:
    placement = table.start()
    first_there = table.later(40)
    table.do(table.theirs, actions.note_attendance, placement, first_there, "present", at=first_there)
    with table.as_(table.ours, Role.CONTROLLER, AFTER) as viewer:
        ground = ground_of(table.partnership, table.pool, table.today, AFTER)
        month, year = (
            figures_of(viewer, ground, DateRange.through(date(2025, 1, 1), last), AFTER)
            for last in (table.later(20), AFTER)
        )
    assert (month.numbers, month.figures[0].total) == (Numbers(1, 1), Counted(0, 0, 1))
    assert year.figures[0].total == Counted(1, 0, 0)
