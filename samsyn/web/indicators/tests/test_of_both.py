"""Figures of placements are told to both parties: the totals alike, and no split of the other party's."""

from __future__ import annotations

from datetime import date

from samsyn.rules.indicators import Counted, Figure
from samsyn.rules.quantities import DateRange
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.indicators.queries import figures_of, series_of
from samsyn.web.indicators.tests.conftest import NOW
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.placements import actions
from samsyn.web.placements.tests.conftest import Table, table

YEAR, AFTER = DateRange.year(2025), date(2025, 12, 31)
__all__ = ["table"]


def told(table: Table, who: Organisation, period: DateRange = YEAR) -> dict[str, Figure]:
    with table.as_(who, Role.CONTROLLER, AFTER) as viewer:
        found = figures_of(viewer, table.partnership, dossier_of(table.partnership), period, now=NOW)
    return {each.indicator: each for each in found}


def test_the_host_sees_who_they_are_and_the_sender_the_total_alone(table: Table) -> None:
    for sex in ("woman", "man"):
        placement = table.start(table.accepted(table.participant(sex=sex)))
        table.do(table.theirs, actions.note_attendance, placement, table.today, "present")
    hosts, senders = told(table, table.theirs)["deltagare"], told(table, table.ours)["deltagare"]
    assert hosts.value == senders.value == Counted(2, 0, 0)
    assert [each.keys for each in hosts.split("sex")] == [("woman",), ("man",)]
    assert senders.parts == ()


def test_of_what_another_owns_there_are_no_months(table: Table) -> None:
    table.start()
    month = DateRange.through(table.today.replace(day=1), table.today)
    assert "deltagare" in told(table, table.theirs, month)
    assert "deltagare" not in told(table, table.ours, month)
    with table.as_(table.ours, Role.CONTROLLER, AFTER) as viewer:
        (series,) = series_of(
            viewer, table.partnership, dossier_of(table.partnership), YEAR, now=NOW, only=["deltagare"]
        )
    assert series.points == ()
