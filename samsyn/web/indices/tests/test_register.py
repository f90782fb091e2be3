"""The register of indices: what is read once counts for everybody, and nothing in it is ever changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.test import override_settings

from samsyn.rules.money import IndexFigure as Figure
from samsyn.rules.quantities import Percent
from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.history.models import Act
from samsyn.web.indices.actions import Said, enter, withdraw
from samsyn.web.indices.models import IndexFigure, IndexTable
from samsyn.web.indices.queries import register, tables_standing, versions_of
from samsyn.web.obligations.jobs import derive_with_new_tables
from samsyn.web.obligations.models import Obligation
from samsyn.web.obligations.tests.laying import YOUTH, Laid, lay
from samsyn.web.organisations.roles import Role

NOW = datetime(2026, 12, 21, 9, tzinfo=UTC)
TODAY = date(2026, 12, 21)
PUBLISHED = date(2026, 12, 18)


def said(
    percent: str = "3.1", *, published: date = PUBLISHED, figures: Mapping[int, Figure] | None = None, source: str = ""
) -> Said:
    """An invented figure for 2026."""
    found = figures or {2026: Figure(Percent(Decimal(percent)), "forecast")}
    return Said("PKV", published, source or "ett påhittat papper", found)


def percent_of(year: int, published: date = PUBLISHED) -> str:
    found = [each for each in register().tables if each.published == published]
    return str(found[0].figures[year].percent) if found else ""


def test_what_one_organisation_has_read_counts_for_all_and_says_who_read_it(cast: Cast) -> None:
    with cast.as_(cast.municipality, Role.CONTROLLER) as viewer:
        enter(said(), seen=0, by=viewer, now=NOW, today=TODAY)
    with cast.as_(cast.other_association, Role.STAFF):
        assert percent_of(2026) == "3,1\u00a0%"
        (table,) = [each for each in tables_standing() if each.published == PUBLISHED]
        assert table.row is not None
        assert table.row.organisation_name == cast.municipality.name
    with acting_as_job(Job.SEED):
        assert Act.objects.get(name="index.enter").subject_id == table.row.pk


def test_only_those_who_manage_money_write(cast: Cast) -> None:
    for role in (Role.STAFF, Role.STEERING, Role.AUDITOR):
        with cast.as_(cast.municipality, role) as viewer, pytest.raises(PermissionDenied):
            enter(said(), seen=0, by=viewer, now=NOW, today=TODAY)


def test_a_correction_is_a_version_of_its_own_with_its_reason_and_the_old_one_is_kept(cast: Cast) -> None:
    with cast.as_(cast.municipality, Role.CONTROLLER) as viewer:
        enter(said("3.1"), seen=0, by=viewer, now=NOW, today=TODAY)
    with cast.as_(cast.other_association, Role.HEAD) as viewer:
        with pytest.raises(ValidationError, match="vad som var fel"):
            enter(said("3.2"), seen=1, by=viewer, now=NOW, today=TODAY)
        enter(said("3.2"), seen=1, because="Fel rad i tabellen.", by=viewer, now=NOW, today=TODAY)
        assert percent_of(2026) == "3,2\u00a0%"
        newest, oldest = versions_of("PKV", PUBLISHED)
        assert (newest.number, newest.because, oldest.because) == (2, "Fel rad i tabellen.", "")
        assert oldest.figures.get().percent == Decimal("3.1")


def test_who_did_not_see_the_latest_version_is_told_so(cast: Cast) -> None:
    with cast.as_(cast.municipality, Role.CONTROLLER) as viewer:
        enter(said("3.1"), seen=0, by=viewer, now=NOW, today=TODAY)
    with cast.as_(cast.association, Role.CONTROLLER) as viewer:
        with pytest.raises(ValidationError, match="finns redan"):
            enter(said("3.2"), seen=0, by=viewer, now=NOW, today=TODAY)
        enter(said("3.2"), seen=1, because="Fel rad.", by=viewer, now=NOW, today=TODAY)
    with cast.as_(cast.municipality, Role.CONTROLLER) as viewer, pytest.raises(ValidationError, match="medan du skrev"):
        enter(said("3.3"), seen=1, because="Fel rad.", by=viewer, now=NOW, today=TODAY)


def test_the_same_sent_twice_is_one_version(cast: Cast) -> None:
    with cast.as_(cast.municipality, Role.CONTROLLER) as viewer:
        first = enter(said(), seen=0, by=viewer, now=NOW, today=TODAY)
        assert enter(said(), seen=0, by=viewer, now=NOW, today=TODAY) == first
        assert len(versions_of("PKV", PUBLISHED)) == 1


def test_a_table_that_does_not_exist_is_withdrawn_with_a_reason_and_can_be_entered_again(cast: Cast) -> None:
    with cast.as_(cast.municipality, Role.CONTROLLER) as viewer:
        enter(said(), seen=0, by=viewer, now=NOW, today=TODAY)
        withdraw("PKV", PUBLISHED, "Fel dag.", seen=1, by=viewer, now=NOW)
        withdraw("PKV", PUBLISHED, "Fel dag.", seen=1, by=viewer, now=NOW)
        assert percent_of(2026) == ""
        assert [row.withdrawn for row in versions_of("PKV", PUBLISHED)] == [True, False]
        enter(said(), seen=2, because="Dagen var rätt.", by=viewer, now=NOW, today=TODAY)
        assert percent_of(2026) == "3,1\u00a0%"


def test_a_table_that_comes_with_samsyn_is_corrected_as_any_other(cast: Cast) -> None:
    shipped = date(2017, 9, 28)
    with cast.as_(cast.municipality, Role.CONTROLLER) as viewer:
        assert percent_of(2016, shipped) == "2,7\u00a0%"
        outcome = {2016: Figure(Percent(Decimal("2.75")), "outcome")}
        with pytest.raises(ValidationError, match="finns redan"):
            enter(said(published=shipped, figures=outcome), seen=0, by=viewer, now=NOW, today=TODAY)
        table = enter(
            said(published=shipped, figures=outcome),
            seen=1,
            because="Med två decimaler.",
            by=viewer,
            now=NOW,
            today=TODAY,
        )
        assert (table.number, percent_of(2016, shipped)) == (2, "2,75\u00a0%")
        assert len([each for each in tables_standing() if each.published == shipped]) == 1


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (said(published=date(2027, 1, 1)), "har inte varit"),
        (Said("PKV", PUBLISHED, "papper", {}), "minst ett år"),
        (said(figures={2027: Figure(Percent(Decimal(3)), "outcome")}), "är en prognos"),
        (said("310"), "Kontrollera kommat"),
        (Said("pkv", PUBLISHED, "papper", said().figures), "redan «PKV»"),
        (said(figures={2206: Figure(Percent(Decimal(3)), "forecast")}), "för långt från"),
    ],
)
def test_what_no_table_can_say_is_refused_with_what_to_do(cast: Cast, wrong: Said, says: str) -> None:
    with cast.as_(cast.municipality, Role.CONTROLLER) as viewer, pytest.raises(ValidationError, match=says):
        enter(wrong, seen=0, by=viewer, now=NOW, today=TODAY)


def test_no_row_is_changed_or_erased_whoever_asks(cast: Cast) -> None:
    with cast.as_(cast.municipality, Role.CONTROLLER) as viewer:
        table = enter(said(), seen=0, by=viewer, now=NOW, today=TODAY)
        assert not IndexTable.objects.filter(pk=table.pk).update(source="något annat")
        assert not IndexFigure.objects.filter(table=table).update(percent=9)
        assert not IndexFigure.objects.filter(table=table).delete()[0]
    with acting_as_job(Job.SEED):
        with pytest.raises(DatabaseError, match="stands"), transaction.atomic():
            IndexTable.objects.update(source="x")
        with pytest.raises(DatabaseError, match="stands"), transaction.atomic():
            IndexFigure.objects.update(percent=9)


def test_no_one_writes_in_another_organisations_name(cast: Cast) -> None:
    with cast.as_(cast.municipality, Role.CONTROLLER) as viewer:
        row = IndexTable(
            series="PKV", published=PUBLISHED, source="x", organisation=cast.association, organisation_name="x",
            entered_by_id=viewer.person_id, entered_at=NOW,
        )  # fmt: skip
        with pytest.raises(DatabaseError), transaction.atomic():
            row.save(force_insert=True)


@pytest.fixture
def youth(cast: Cast) -> Laid:
    """1 000 000 kr for 2026, raised on 1 January 2027 by PKV 2026; a quarter in advance."""
    return lay(YOUTH)


def of_first_quarter(laid: Laid) -> tuple[int | None, str]:
    with acting_as_job(Job.SEED):
        found = Obligation.objects.get(partnership=laid.partnership, kind="invoice", occurrence__startswith="2027-q1")
        return found.amount_ore, found.amount_note.replace("\u00a0", " ")


def test_a_new_figure_reaches_the_partnerships_that_follow_it_by_the_bell_and_once(cast: Cast, youth: Laid) -> None:
    """1 000 000 · 1,031 / 4 = 257 750 kr."""
    assert of_first_quarter(youth)[0] is None
    assert "Väntar på PKV 2026. Senast kända summa: 250 000 kr." in of_first_quarter(youth)[1]
    with cast.as_(cast.municipality, Role.CONTROLLER) as viewer:
        table = enter(said("3.1"), seen=0, by=viewer, now=NOW, today=TODAY)
    with override_settings(SAMSYN_TODAY=TODAY):
        derive_with_new_tables()
        assert of_first_quarter(youth)[0] == 257_750_00
        with acting_as_job(Job.SEED):
            table.refresh_from_db()
            assert table.taken_in_at is not None
            acts = Act.objects.count()
        derive_with_new_tables()
    with acting_as_job(Job.SEED):
        assert Act.objects.count() == acts


def test_a_figure_of_another_series_touches_nobody(cast: Cast, youth: Laid) -> None:
    other = Said("Demoindex (påhittad)", PUBLISHED, "påhittad", {2026: Figure(Percent(Decimal(9)), "forecast")})
    with cast.as_(cast.municipality, Role.CONTROLLER) as viewer:
        enter(other, seen=0, by=viewer, now=NOW, today=TODAY)
    with override_settings(SAMSYN_TODAY=TODAY):
        derive_with_new_tables()
    assert of_first_quarter(youth)[0] is None
