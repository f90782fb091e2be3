"""Salaries that other parties may see, written anew from the released rows."""

from __future__ import annotations

from uuid import UUID

from samsyn.rules.money.salaries import Salary, sums_of
from samsyn.rules.quantities import Amount
from samsyn.web.agreements.queries import dossiers_of
from samsyn.web.books.models import SalarySum, VoucherRow


def sum_salaries(organisation_id: UUID, partnership_id: UUID) -> None:
    """In the caller's transaction. Lines that have been shown in one sum stay together."""
    whose = {"organisation_id": organisation_id, "partnership_id": partnership_id}
    dossier = dossiers_of([partnership_id]).get(partnership_id)
    order = list(dossier.agreement.cost_line) if dossier else []
    before = list(SalarySum.objects.filter(**whose).values_list("cost_lines", flat=True))
    rows = VoucherRow.objects.filter(**whose, is_salary=True, release__isnull=False).standing()
    sums = sums_of(order, [_salary(row) for row in rows], before)
    SalarySum.objects.filter(**whose).delete()
    SalarySum.objects.bulk_create(
        SalarySum(**whose, month=each.month, cost_lines=list(each.cost_lines), amount_ore=each.amount.ore)
        for each in sums
    )


def _salary(row: VoucherRow) -> Salary:
    return Salary(row.cost_line, row.day.replace(day=1), Amount(row.amount_ore), row.several_people)
