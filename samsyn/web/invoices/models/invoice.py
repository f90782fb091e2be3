"""An invoice or a credit note and its lines. Money is whole öre."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.rules.quantities import Amount
from samsyn.web.books.models import VoucherRow
from samsyn.web.invoices.models.details import Tax
from samsyn.web.invoices.rows import InvoiceQuerySet, LineQuerySet, LineVoucherQuerySet
from samsyn.web.matters.models import Matter
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id


class Invoice(models.Model):
    """faktura: from `organisation` to `payer`, for the days from `first` to `last`, both included.

    Until `sent_at` it is the sender's own. Drafted (by the bell or by hand), checked by one person and approved by
    another, who also gives it its number; then sent: from there on nothing in it changes, and what happens to it are
    `InvoiceEvent` and `Payment`. Back in draft it keeps its number. `obligation` is the one of kind invoice that it
    meets; none where it is written by hand beside the plan. `credits`: the invoice that a credit note takes back.
    `credited_at`: all of it is taken back.
    `awaits`: the sum is the last known one, and names what is missing. VAT is as it was when it was approved.
    """

    class Kind(models.TextChoices):
        INVOICE = "invoice", _("faktura")
        CREDIT = "credit", _("kreditfaktura")

    class State(models.TextChoices):
        DRAFTED = "drafted", _("utkast")
        CHECKED = "checked", _("granskad")
        APPROVED = "approved", _("godkänd")
        SENT = "sent", _("sänd")
        DISCARDED = "discarded", _("kastad")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    payer = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.INVOICE)
    credits = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="credit_notes")
    number = models.PositiveIntegerField(null=True)
    name = models.CharField(max_length=20, blank=True, default="", help_text="The number with its prefix.")
    first = models.DateField()
    last = models.DateField()
    note = models.CharField(max_length=300, blank=True, default="")
    awaits = models.CharField(max_length=200, blank=True, default="")
    tax = models.CharField(max_length=8, choices=Tax, blank=True, default="")
    tax_rate = models.PositiveSmallIntegerField(null=True)
    tax_reason = models.CharField(max_length=200, blank=True, default="")
    includes_vat = models.BooleanField(null=True)
    net_ore = models.BigIntegerField(default=0)
    vat_ore = models.BigIntegerField(default=0)
    total_ore = models.BigIntegerField(default=0)
    state = models.CharField(max_length=9, choices=State, default=State.DRAFTED)
    issued = models.DateField(null=True)
    due = models.DateField(null=True)
    drafted_at = models.DateTimeField()
    drafted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    checked_at = models.DateTimeField(null=True)
    checked_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True)
    sent_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    credited_at = models.DateTimeField(null=True)

    objects = InvoiceQuerySet.as_manager()

    class Meta:
        verbose_name = _("faktura")
        ordering: ClassVar = ["-drafted_at", "id"]
        indexes: ClassVar = [
            models.Index(fields=["partnership", "state"], name="invoices_of_a_partnership"),
            models.Index(fields=["credits"], name="invoices_credited"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "number"], name="an_invoice_number_is_given_once"),
            models.UniqueConstraint(
                fields=["obligation"],
                condition=Q(kind="invoice", credited_at=None) & ~Q(state="discarded"),
                name="what_is_owed_is_invoiced_once",
                violation_error_message=_("Det finns redan en faktura för den delen av planen. Ladda om sidan."),
            ),
            models.CheckConstraint(
                condition=~Q(approved_by=F("checked_by")),
                name="an_invoice_is_approved_by_another_than_checked_it",
                violation_error_message=_("Någon annan än den som granskade godkänner fakturan."),
            ),
            models.CheckConstraint(
                condition=(Q(state__in=["drafted", "discarded"], checked_at=None, approved_at=None, sent_at=None))
                | Q(state="checked", checked_at__isnull=False, approved_at=None, sent_at=None)
                | Q(state="approved", checked_at__isnull=False, approved_at__isnull=False, sent_at=None)
                | Q(state="sent", checked_at__isnull=False, approved_at__isnull=False, sent_at__isnull=False),
                name="an_invoice_stands_where_its_days_say",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["drafted", "checked", "discarded"]) | Q(number__isnull=False),
                name="what_is_approved_has_its_number",
            ),
            models.CheckConstraint(
                condition=~Q(state="discarded") | Q(number=None),
                name="what_has_a_number_is_not_thrown_away",
                violation_error_message=_("Fakturan har ett nummer och kan inte kastas. Rätta den och sänd den."),
            ),
            models.CheckConstraint(
                condition=Q(kind="invoice", credits=None) | Q(kind="credit", credits__isnull=False, obligation=None),
                name="a_credit_note_says_what_it_credits",
            ),
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="an_invoice_is_for_some_days"),
            models.CheckConstraint(
                condition=Q(total_ore=F("net_ore") + F("vat_ore")), name="an_invoice_is_the_sum_of_its_parts"
            ),
            models.CheckConstraint(condition=~Q(payer=F("organisation")), name="nobody_invoices_itself"),
        ]

    def __str__(self) -> str:
        return self.name or f"{self.kind} {self.first}"

    @property
    def total(self) -> Amount:
        return Amount(self.total_ore)

    @property
    def signed_ore(self) -> int:
        """What it does to the debt of the payer: a credit note lowers it."""
        return -self.total_ore if self.is_credit else self.total_ore

    @property
    def agreed_ore(self) -> int:
        """What it takes of the agreement's own sum: that one is without VAT unless the seller has said otherwise."""
        return self.total_ore if self.includes_vat else self.net_ore

    @property
    def is_credit(self) -> bool:
        return self.kind == self.Kind.CREDIT

    @property
    def is_draft(self) -> bool:
        return self.state == self.State.DRAFTED

    @property
    def is_sent(self) -> bool:
        return self.state == self.State.SENT


class InvoiceLine(models.Model):
    """rad: what one line is for. `quantity` × `price_ore` is `amount_ore`, to the nearest öre.

    `cost_line` is the term's id in the agreement file, or empty. `approval`: the matter in which a deviation from plan
    or budget that it concerns was approved beforehand. What is below zero has a quantity below zero.
    """

    class Unit(models.TextChoices):
        """Codes of UN/ECE recommendation 20."""

        PIECE = "C62", _("st")
        HOUR = "HUR", _("timmar")
        DAY = "DAY", _("dagar")
        MONTH = "MON", _("månader")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    invoice = models.ForeignKey(Invoice, on_delete=models.CASCADE, related_name="lines")
    position = models.PositiveSmallIntegerField()
    cost_line = models.CharField(max_length=60, blank=True, default="")
    text = models.CharField(max_length=200)
    quantity = models.DecimalField(max_digits=12, decimal_places=2)
    unit = models.CharField(max_length=3, choices=Unit, default=Unit.PIECE)
    price_ore = models.BigIntegerField()
    amount_ore = models.BigIntegerField()
    approval = models.ForeignKey(Matter, on_delete=models.PROTECT, null=True, related_name="+")

    objects = LineQuerySet.as_manager()

    class Meta:
        verbose_name = _("rad på en faktura")
        ordering: ClassVar = ["invoice", "position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["invoice", "position"], name="an_invoice_line_has_its_place"),
            models.CheckConstraint(
                condition=Q(price_ore__gte=0), name="a_price_is_never_below_zero",
                violation_error_message=_("Priset är aldrig under noll. Skriv antalet under noll i stället."),
            ),
            models.CheckConstraint(condition=~Q(quantity=0), name="an_invoice_line_is_of_something"),
            models.CheckConstraint(condition=~Q(text=""), name="an_invoice_line_says_what_it_is"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.position} {self.amount_ore}"


class LineVoucher(models.Model):
    """A row of a voucher that stands behind a line. Of a credit note: the row stands behind its invoice no longer."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    line = models.ForeignKey(InvoiceLine, on_delete=models.CASCADE, related_name="vouchers")
    row = models.ForeignKey(VoucherRow, on_delete=models.PROTECT, related_name="+")

    objects = LineVoucherQuerySet.as_manager()

    class Meta:
        verbose_name = _("verifikation bakom en fakturarad")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["line", "row"], name="a_row_stands_behind_a_line_once"),
        ]

    def __str__(self) -> str:
        return f"{self.line_id} {self.row_id}"
