"""A statement fills itself: what was paid, what the books say, what was put in besides money."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from psycopg.types.range import DateRange

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.books.models import Import, Voucher, VoucherRow
from samsyn.web.contributions.models import Contribution
from samsyn.web.invoices.models import Payment
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.models import Organisation
from samsyn.web.statements.material import material_of
from samsyn.web.statements.presenters.content import Content, content_of
from samsyn.web.statements.tests.conftest import NOW, Table

IN_2025 = date(2025, 1, 31)


def content(table: Table) -> tuple[Content, bool]:
    statement = table.opened()
    with table.by() as viewer:
        material = material_of(viewer, table.standing(statement).statement, dossier_of(table.partnership))
        return content_of(material), material.figures.alone


def paid(table: Table, on: date, ore: int, **more: Any) -> None:
    with acting_as_job(Job.SEED):
        owed = Obligation.objects.filter(partnership=table.partnership, kind="payment").order_by("due")[0]
        Payment.objects.create(
            partnership=table.partnership, organisation=table.theirs, obligation=owed, paid_on=on, amount_ore=ore,
            written_at=NOW, **more,
        )  # fmt: skip


def booked(
    table: Table, line: str, ore: int, day: date = IN_2025, whose: Organisation | None = None, **more: Any
) -> None:
    own = whose or table.ours
    with acting_as_job(Job.SEED):
        brought = Import.objects.filter(organisation=own).first() or Import.objects.create(
            organisation=own, file_name="bok.se", sha256="0" * 64, made_at=NOW, state="stored", size=1, stored_at=NOW
        )
        n = Voucher.objects.count() + 1
        voucher = Voucher.objects.create(
            organisation=own, year=date(2025, 1, 1), key=f"A {n}", day=day, digest=f"{n:064}", brought_by=brought
        )
        VoucherRow.objects.create(
            voucher=voucher, organisation=own, partnership=table.partnership, position=0, day=day, account=7010,
            amount_ore=ore, cost_line=line, **more,
        )  # fmt: skip


def test_what_was_paid_on_the_days_is_what_came_in(table: Table) -> None:
    paid(table, IN_2025, 950_000_00)
    paid(table, date(2026, 1, 31), 950_000_00)
    paid(table, IN_2025, 1_00, taken_back_at=NOW, taken_back_because="Fel")
    said, _alone = content(table)
    assert said["received_ore"] == 950_000_00
    assert [each["on"] for each in said["received"]] == ["2025-01-31"]
    assert said["received"][0]["path"].startswith("obligations/")


def test_the_own_books_are_summed_by_cost_line_with_their_budget(table: Table) -> None:
    booked(table, "mat", 10_000_00)
    booked(table, "mat", 5_000_50)
    booked(table, "other", 100_00)
    booked(table, "mat", 7_00, date(2026, 1, 1))
    booked(table, "mat", 9_00, whose=table.theirs)
    said, _alone = content(table)
    rows = {each["name"]: (each["amount_ore"], each["vouchers"], each["budget_ore"]) for each in said["costs"]}
    assert rows == {
        "Löner": (0, 0, 900_000_00), "Mat": (15_000_50, 2, 50_000_00), "Annat": (100_00, 1, None),
    }  # fmt: skip
    assert said["spent_ore"] == 15_100_50


def test_salaries_of_one_person_stand_only_in_sum_with_others(table: Table) -> None:
    booked(table, "loner", 30_000_00, is_salary=True)
    booked(table, "mat", 20_000_00, is_salary=True, several_people=True)
    said, alone = content(table)
    assert [(each["name"], each["amount_ore"]) for each in said["costs"]] == [("Löner + Mat", 50_000_00)]
    assert not alone


def test_the_signer_is_told_where_even_the_sum_is_one_person_s(table: Table) -> None:
    booked(table, "loner", 30_000_00, is_salary=True)
    said, alone = content(table)
    assert said["spent_ore"] == 30_000_00
    assert alone


@pytest.mark.parametrize(("shared", "found"), [(NOW, 1), (None, 0)])
def test_own_efforts_are_those_that_are_put_forward(table: Table, shared: Any, found: int) -> None:
    with acting_as_job(Job.SEED):
        Contribution.objects.create(
            partnership=table.partnership, organisation=table.ours, kind="food", what="Frukost", unit="portions",
            days=DateRange(date(2025, 3, 1), date(2025, 4, 1)), quantity=Decimal(40), made_at=NOW, shared_at=shared,
        )  # fmt: skip
    said, _alone = content(table)
    assert [each["what"] for each in said["own"]] == ["Mat: Frukost"] * found
