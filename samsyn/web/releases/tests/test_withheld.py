"""What an organisation itself is not told is no nought when it has been let go of."""

from __future__ import annotations

from samsyn.rules.indicators import Counted, NotMeasured, Why
from samsyn.rules.timeline import terms_on
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.organisations.roles import Role
from samsyn.web.releases.presenters.shown import grids_of
from samsyn.web.releases.tests.conftest import TODAY, Table


def test_a_line_of_too_few_answers_says_so_to_the_others(table: Table) -> None:
    few = NotMeasured(Why.TOO_FEW)
    rated = table.figure("besok", Counted(16, 5, 2), {"woman": few, "man": Counted(9, 6, 0), "not_stated": few})
    table.let_go(rated)
    (seen,) = table.seen(table.municipality, Role.CONTROLLER)
    with table.by(table.municipality, Role.CONTROLLER):
        terms = terms_on(dossier_of(table.partnership), TODAY, TODAY)
    (grid,) = grids_of(seen, terms)
    rows = {each.whom: set(each.cells) for each in grid.rows}
    assert rows["Kvinnor"] == rows["Inte uppgivet"] == {"visas inte"}
