"""What a draft says: its lines, its days and its note. A draft is all one's own."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext

from samsyn.exchange.invoices import refuses
from samsyn.rules.matters import State as MatterState
from samsyn.rules.quantities import DateRange
from samsyn.web.access.viewer import Viewer
from samsyn.web.invoices.actions.rows import check_draft, happened, locked, summed, terms_of
from samsyn.web.invoices.models import Invoice, InvoiceLine, LineVoucher
from samsyn.web.invoices.permissions import check_may_write
from samsyn.web.matters.models import Matter
from samsyn.web.project.conflicts import refusals_of

MOST_LINES = 200
_MOST_ORE = 10**13


@dataclass(frozen=True, slots=True)
class Said:
    """What stands on a line. `approval`: the matter in which a deviation that it concerns was approved."""

    text: str
    quantity: Decimal
    price_ore: int
    unit: str = InvoiceLine.Unit.PIECE
    cost_line: str = ""
    approval_id: UUID | None = None

    @property
    def amount_ore(self) -> int:
        return int((self.quantity * self.price_ore).quantize(Decimal(1), ROUND_HALF_UP))


@transaction.atomic
def add_line(invoice: Invoice, said: Said, *, made: UUID, by: Viewer, now: datetime, today: date) -> InvoiceLine:
    """`made` is the form's own id: sent twice it is one line."""
    found = _draft(invoice, by)
    there = InvoiceLine.objects.own(by).filter(pk=made).first()
    if there is not None:
        return there
    _check(found, said, today)
    last = found.lines.aggregate(last=Max("position"))["last"] or 0
    if last >= MOST_LINES:
        raise ValidationError(gettext("En faktura har högst %(n)s rader här. Dela den på två.") % {"n": MOST_LINES})
    with refusals_of(InvoiceLine):
        line = InvoiceLine.objects.create(
            id=made,
            partnership_id=found.partnership_id,
            organisation_id=found.organisation_id,
            invoice=found,
            position=last + 1,
            amount_ore=said.amount_ore,
            **asdict(said),
        )
    happened("changed", summed(found, today), by=by, now=now, today=today)
    return line


@transaction.atomic
def change_line(line: InvoiceLine, said: Said, *, by: Viewer, now: datetime, today: date) -> InvoiceLine:
    """A line with vouchers behind it keeps its sum: it is what they come to."""
    found = _draft(line.invoice, by)
    row = InvoiceLine.objects.own(by).select_for_update(of=("self",)).get(pk=line.pk)
    _check(found, said, today)
    if said.amount_ore != row.amount_ore and not found.is_credit and row.vouchers.exists():
        raise ValidationError(
            gettext("Summan kommer från verifikationerna bakom raden. Rätta dem i bokföringen, eller ta bort raden.")
        )
    for name, value in {**asdict(said), "amount_ore": said.amount_ore}.items():
        setattr(row, name, value)
    with refusals_of(InvoiceLine):
        row.save()
    happened("changed", summed(found, today), by=by, now=now, today=today)
    return row


@transaction.atomic
def remove_line(line: InvoiceLine, *, by: Viewer, now: datetime, today: date) -> None:
    """Again: nothing."""
    found = _draft(line.invoice, by)
    rows = InvoiceLine.objects.own(by).filter(pk=line.pk)
    if not rows.exists():
        return
    LineVoucher.objects.filter(line_id=line.pk).delete()
    rows.delete()
    happened("changed", summed(found, today), by=by, now=now, today=today)


@transaction.atomic
def change_head(invoice: Invoice, days: DateRange, note: str, *, by: Viewer, now: datetime, today: date) -> Invoice:
    """The days that it is for, and at most one note. One from the plan keeps its days."""
    found = _draft(invoice, by)
    _check_text({"note": note})
    if found.obligation is None and not found.is_credit:
        found.first, found.last = days.start, days.last
    found.note = note.strip()
    found.save(update_fields=["first", "last", "note"])
    happened("changed", found, by=by, now=now, today=today)
    return found


def _draft(invoice: Invoice, by: Viewer) -> Invoice:
    check_may_write(by, invoice)
    found = locked(invoice, by)
    check_draft(found)
    return found


def _check(invoice: Invoice, said: Said, today: date) -> None:
    _check_text({"text": said.text})
    if abs(said.amount_ore) > _MOST_ORE:
        raise ValidationError({"price": gettext("Beloppet är för stort. Kontrollera det.")})
    if not said.quantity:
        raise ValidationError({"quantity": gettext("Skriv ett antal som inte är noll.")})
    if said.cost_line and said.cost_line not in terms_of(invoice, today)[1].cost_line:
        raise ValidationError({"cost_line": gettext("Överenskommelsen har ingen sådan kostnadsrad.")})
    if said.approval_id is not None and said.approval_id not in {each.pk for each in approvals(invoice)}:
        raise ValidationError({"approval": gettext("Det ärendet är ingen godkänd avvikelse i partnerskapet.")})


def approvals(invoice: Invoice) -> list[Matter]:
    """Deviations that the parties have approved before they were to happen."""
    rows = Matter.objects.filter(partnership_id=invoice.partnership_id, kind=Matter.Kind.DEVIATION)
    return list(rows.filter(outcome=MatterState.APPROVED).order_by("number"))


def _check_text(texts: dict[str, str]) -> None:
    for name, text in texts.items():
        if refuses(text):
            said = gettext(
                "Det ser ut som ett personnummer. En faktura läses av många och säger inte vem någon är. Ta bort det."
            )
            raise ValidationError({name: said})
