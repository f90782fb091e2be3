"""Who else pays: declared, put forward, taken back; what clashes is the organisation's own until it shows it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from samsyn.rules.money.double_funding import Clash
from samsyn.rules.money.register import EMPTY
from samsyn.web.access.fixtures import TODAY
from samsyn.web.funders import actions
from samsyn.web.funders.actions import AidSaid
from samsyn.web.funders.models import Aid, Finding, Funder, FunderShare
from samsyn.web.funders.queries import behind_rows, clashes_of
from samsyn.web.funders.tests.conftest import NOW, YEAR, Table
from samsyn.web.organisations.roles import Role

AID = AidSaid("foreningen", "Regionen", date(2026, 1, 15), 100_000_00, Decimal("11.5"), date(2026, 1, 15), "Riksbanken")


def clashes(table: Table) -> tuple[Clash, ...]:
    with table.by() as viewer:
        return clashes_of(viewer, table.partnership.pk, table.terms, YEAR, EMPTY)


def test_the_board_that_pays_what_is_shown_and_a_fund_pay_more_than_the_cost(table: Table) -> None:
    table.spend(10_000)
    table.declare(percent=Decimal(20))
    over, shares = clashes(table)
    assert (over.kind, over.line, over.over.ore) == ("over", "loner", 2_000_00)
    assert [funder for funder, _ in over.parts] == ["Socialnämnden", "Fonden"]
    assert shares.kind == "shares"


def test_a_share_that_is_taken_back_is_not_counted(table: Table) -> None:
    table.spend(10_000)
    share = table.declare()
    with table.by() as viewer:
        actions.take_back_share(share, "Fonden sade nej.", by=viewer, now=NOW)
        again = actions.take_back_share(share, "En gång till.", by=viewer, now=NOW)
    assert again.taken_back_because == "Fonden sade nej."
    assert clashes(table) == ()


def test_the_same_form_sent_twice_is_one_share(table: Table) -> None:
    made = uuid4()
    assert table.declare(made=made) == table.declare(made=made)
    with table.by():
        assert FunderShare.objects.count() == 1


def test_a_funder_is_one_however_many_lines_it_pays(table: Table) -> None:
    table.declare(line="loner")
    table.declare(line="", amount_ore=5_000_00)
    with table.by():
        assert Funder.objects.count() == 1


def test_one_who_gets_no_money_by_the_agreement_declares_nothing(table: Table) -> None:
    said = actions.ShareSaid("Fonden", "loner", YEAR, "Beslut 4", Decimal(20))
    with table.by(table.theirs) as viewer, pytest.raises(ValidationError, match="ger er inga pengar"):
        actions.add_share(table.partnership, table.terms, said, made=uuid4(), by=viewer, now=NOW)


def test_staff_who_do_not_manage_money_may_not(table: Table) -> None:
    said = actions.ShareSaid("Fonden", "loner", YEAR, "Beslut 4", Decimal(20))
    with table.by(role=Role.STAFF) as viewer, pytest.raises(PermissionDenied):
        actions.add_share(table.partnership, table.terms, said, made=uuid4(), by=viewer, now=NOW)


def test_a_cost_line_that_the_agreement_lacks_is_refused(table: Table) -> None:
    with pytest.raises(ValidationError, match="ingen sådan kostnadsrad"):
        table.declare(line="hyra")


def test_the_other_party_sees_a_share_when_it_is_put_forward_and_not_before(table: Table) -> None:
    table.declare()
    with table.by(table.theirs) as viewer:
        assert list(FunderShare.objects.visible_to(viewer)) == []
        assert list(FunderShare.objects.all()) == [], "the database holds it back too"
    with table.by() as viewer:
        assert actions.put_forward(table.partnership, by=viewer, now=NOW) == 1
        assert actions.put_forward(table.partnership, by=viewer, now=NOW) == 0
    with table.by(table.theirs) as viewer:
        assert [each.funder.name for each in FunderShare.objects.visible_to(viewer)] == ["Fonden"]


def test_a_share_stands_as_it_was_written(table: Table) -> None:
    share = table.declare()
    with table.by(), pytest.raises(DatabaseError, match="write another"), transaction.atomic():
        FunderShare.objects.filter(pk=share.pk).update(percent=Decimal(1))


def test_two_funders_behind_a_voucher_are_a_clash(table: Table) -> None:
    row = table.spend(10_000, line="other")
    one, other = table.declare("Fonden", ""), table.declare("Stiftelsen", "")
    with table.by() as viewer:
        actions.stand_behind(row, {one.funder_id, other.funder_id}, by=viewer, now=NOW)
        assert len(behind_rows(viewer, table.partnership.pk)) == 2
    assert [each.kind for each in clashes(table)] == ["voucher"]
    with table.by() as viewer:
        actions.stand_behind(row, {one.funder_id}, by=viewer, now=NOW)
    assert clashes(table) == ()


def test_nobody_elses_funder_stands_behind_a_voucher(table: Table) -> None:
    row = table.spend(10_000)
    with table.by() as viewer, pytest.raises(ValidationError, match="Ladda om"):
        actions.stand_behind(row, {uuid4()}, by=viewer, now=NOW)


def test_a_clash_is_shown_to_the_parties_once_with_its_explanation(table: Table) -> None:
    table.spend(10_000)
    table.declare()
    clash = clashes(table)[0]
    with table.by() as viewer:
        with pytest.raises(ValidationError, match="hur det kommer sig"):
            actions.show(table.partnership, clash, "  ", "4", by=viewer, now=NOW)
        first = actions.show(table.partnership, clash, "Fonden betalar en extra tjänst.", "4", by=viewer, now=NOW)
        assert actions.show(table.partnership, clash, "Annat.", "4", by=viewer, now=NOW) == first
    with table.by(table.theirs) as viewer:
        (seen,) = Finding.objects.visible_to(viewer)
        assert (seen.over_ore, seen.explanation) == (2_000_00, "Fonden betalar en extra tjänst.")
        assert list(Funder.objects.all()) == [], "of the funders only what the finding tells"


def test_aid_is_written_by_either_party_and_taken_back_by_who_wrote_it(table: Table) -> None:
    made = uuid4()
    with table.by(table.theirs) as viewer:
        aid = actions.add_aid(table.partnership, table.terms, AID, made=made, by=viewer, now=NOW, today=TODAY)
        actions.add_aid(table.partnership, table.terms, AID, made=made, by=viewer, now=NOW, today=TODAY)
    with table.by() as viewer:
        assert Aid.objects.count() == 1
        assert [each.recipient for each in Aid.objects.visible_to(viewer)] == [table.ours]
        with pytest.raises(Aid.DoesNotExist):
            actions.take_back_aid(aid, "Fel.", by=viewer, now=NOW)
    with table.by(table.theirs) as viewer:
        actions.take_back_aid(aid, "Beslutet ändrades.", by=viewer, now=NOW)
        assert Aid.objects.visible_to(viewer).exists()
        assert not Aid.objects.visible_to(viewer).live().exists()


def test_aid_of_a_day_to_come_is_refused(table: Table) -> None:
    said = AidSaid("foreningen", "Regionen", date(2026, 12, 1), 1_00, Decimal("11.5"), date(2026, 1, 1), "Riksbanken")
    with table.by() as viewer, pytest.raises(ValidationError, match="inte varit än"):
        actions.add_aid(table.partnership, table.terms, said, made=uuid4(), by=viewer, now=NOW, today=TODAY)


def test_nothing_is_summed_where_the_activity_is_not_declared_economic(table: Table) -> None:
    table.terms.state_aid.clear()
    with table.by() as viewer, pytest.raises(ValidationError, match="inte sagt"):
        actions.add_aid(table.partnership, table.terms, AID, made=uuid4(), by=viewer, now=NOW, today=TODAY)
