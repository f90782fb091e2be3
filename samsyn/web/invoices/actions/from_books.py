"""Verified costs: the lines of a draft from the organisation's own books, each with the rows that stand behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext

from samsyn.rules.terms import Agreement
from samsyn.web.access.viewer import Viewer
from samsyn.web.books.models import OTHER, VoucherRow
from samsyn.web.invoices.actions.rows import check_draft, happened, locked, summed, terms_of
from samsyn.web.invoices.models import Invoice, InvoiceLine, LineVoucher
from samsyn.web.invoices.permissions import check_may_write
from samsyn.web.invoices.presenters.words import purpose_words


@dataclass
class Group:
    """What becomes one line. `lines` are the cost lines that it is of, the first one first named."""

    lines: list[str]
    is_salary: bool
    rows: list[VoucherRow] = field(default_factory=list)

    @property
    def ore(self) -> int:
        return sum(row.amount_ore for row in self.rows)

    @property
    def of_one_person(self) -> bool:
        """Nobody has said that these salaries are those of several."""
        return self.is_salary and not any(row.several_people for row in self.rows)


@transaction.atomic
def fetch_lines(invoice: Invoice, *, by: Viewer, now: datetime, today: date) -> int:
    """How many lines there are from the books now; those fetched before are made anew, others stay.

    A deviation that was approved beforehand stays with its cost line.

    1. The organisation's rows of the invoice's days, on cost lines of the agreement, not behind another invoice.
    2. One line for each cost line; a part of one stands with the whole. 3. The salary of one person is never alone on a
    line where anything else is. Raises ValidationError where there is nothing.
    """
    check_may_write(by, invoice)
    found = locked(invoice, by)
    check_draft(found)
    if found.is_credit:
        raise ValidationError(gettext("En kreditfaktura har raderna från fakturan som den krediterar."))
    terms = terms_of(found, today)[1]
    approved = _remove_fetched(found)
    groups = grouped(free_rows(found, by), terms)
    if not groups:
        raise ValidationError(
            gettext(
                "Bokföringen har inga kostnader för de här dagarna som inte redan är fakturerade. Läs in den, och "
                "fördela kontona på överenskommelsens kostnadsrader, under Kostnader."
            )
        )
    _write(found, groups, terms, approved)
    happened("changed", summed(found, today), by=by, now=now, today=today)
    return len(groups)


def free_rows(invoice: Invoice, by: Viewer) -> list[VoucherRow]:
    """Rows that no other invoice has behind it, where it is not credited.

    Neither as they are now nor as they were before their voucher was corrected.
    """
    rows = VoucherRow.objects.visible_to(by).standing()
    rows = rows.filter(
        organisation_id=invoice.organisation_id,
        partnership_id=invoice.partnership_id,
        day__gte=invoice.first,
        day__lte=invoice.last,
    ).exclude(cost_line=OTHER)
    taken = _taken(invoice)
    before = _as_they_were(taken)
    found = rows.select_related("voucher").order_by("day", "id")
    return [row for row in found if row.pk not in taken and _cost_of(row) not in before]


def _as_they_were(taken: set[UUID]) -> set[tuple[object, ...]]:
    """Costs that are invoiced with a voucher which has been corrected since."""
    rows = VoucherRow.objects.filter(pk__in=taken, voucher__superseded_at__isnull=False)
    return {_cost_of(row) for row in rows.select_related("voucher")}


def _cost_of(row: VoucherRow) -> tuple[object, ...]:
    """The same in a voucher and in the one that corrects it."""
    return row.voucher.year, row.voucher.key, row.cost_line, row.day


def grouped(rows: Iterable[VoucherRow], terms: Agreement) -> list[Group]:
    """In the order of the agreement's text."""
    found: dict[str, Group] = {}
    for row in rows:
        top = _top(row.cost_line, terms)
        if top is not None:
            group = found.setdefault(top, Group([top], row.is_salary))
            group.is_salary |= row.is_salary
            group.rows.append(row)
    order = list(terms.cost_line)
    groups = sorted(found.values(), key=lambda each: order.index(each.lines[0]))
    return [each for each in _never_alone(groups) if each.ore]


def _never_alone(groups: list[Group]) -> list[Group]:
    """The salary of one person goes with other salaries, else with the largest other cost."""
    alone = [each for each in groups if each.of_one_person]
    others = [each for each in groups if not each.of_one_person]
    if alone and not others:
        first, *rest = alone
        return [_joined(first, rest)]
    if alone:
        salaries = [each for each in others if each.is_salary]
        with_ = salaries[0] if salaries else max(others, key=lambda each: abs(each.ore))
        _joined(with_, alone)
    return others


def _joined(group: Group, others: Iterable[Group]) -> Group:
    for each in others:
        group.lines += each.lines
        group.rows += each.rows
    return group


def _top(cost_line: str, terms: Agreement) -> str | None:
    """The line that it is a part of, or itself; None for one that the agreement does not have."""
    seen = set[str]()
    while cost_line in terms.cost_line and cost_line not in seen:
        seen.add(cost_line)
        whole = terms.cost_line[cost_line].part_of
        if whole is None:
            return cost_line
        cost_line = whole
    return None


def _taken(invoice: Invoice) -> set[UUID]:
    """Behind an invoice, and not taken back by a credit note that is sent."""
    links = LineVoucher.objects.filter(organisation_id=invoice.organisation_id, partnership_id=invoice.partnership_id)
    links = links.exclude(line__invoice_id=invoice.pk).exclude(line__invoice__state=Invoice.State.DISCARDED)
    columns = ("row_id", "line__invoice__kind", "line__invoice__state")
    times: dict[UUID, int] = {}
    for row, kind, state in links.values_list(*columns):
        if kind == Invoice.Kind.INVOICE:
            times[row] = times.get(row, 0) + 1
        elif state == Invoice.State.SENT:
            times[row] = times.get(row, 0) - 1
    return {row for row, count in times.items() if count > 0}


def _remove_fetched(invoice: Invoice) -> dict[str, UUID]:
    """Gives the matter of each cost line whose deviation was approved."""
    fetched = list(invoice.lines.filter(vouchers__isnull=False).distinct())
    LineVoucher.objects.filter(line__in=fetched).delete()
    invoice.lines.filter(pk__in=[line.pk for line in fetched]).delete()
    return {line.cost_line: line.approval_id for line in fetched if line.approval_id}


def _write(invoice: Invoice, groups: list[Group], terms: Agreement, approved: Mapping[str, UUID]) -> None:
    last = invoice.lines.aggregate(last=Max("position"))["last"] or 0
    whose = {"partnership_id": invoice.partnership_id, "organisation_id": invoice.organisation_id}
    for number, group in enumerate(groups, last + 1):
        line = InvoiceLine.objects.create(
            **whose,
            invoice=invoice,
            position=number,
            cost_line=group.lines[0],
            text=_text(group, terms, invoice),
            quantity=Decimal(1 if group.ore > 0 else -1),
            price_ore=abs(group.ore),
            amount_ore=group.ore,
            approval_id=approved.get(group.lines[0]),
        )
        LineVoucher.objects.bulk_create(LineVoucher(**whose, line=line, row=row) for row in group.rows)


def _text(group: Group, terms: Agreement, invoice: Invoice) -> str:
    """What the cost lines are for, the days, and the clause. Never the agreement's sum: it is not what is invoiced."""
    lines = [terms.cost_line[each] for each in group.lines]
    what = [purpose_words(each.purpose) or each.says.rstrip(". ") for each in lines]
    said = gettext("%(what)s %(first)s–%(last)s (punkt %(clause)s)")
    named = {"what": ", ".join(dict.fromkeys(what)), "first": invoice.first, "last": invoice.last}
    return (said % (named | {"clause": lines[0].clause}))[:200]
