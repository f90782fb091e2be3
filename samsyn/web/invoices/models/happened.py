"""What happens to an invoice, its file as it was sent, and the money that was paid."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.documents.models import Document
from samsyn.web.invoices.models.invoice import Invoice
from samsyn.web.invoices.rows import EventQuerySet, FileQuerySet, PaymentQuerySet
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id


class InvoiceEvent(models.Model):
    """One thing that happened to an invoice, by whom and on which civil date. Never changed.

    From `SHARED` both sides read; the rest is the sender's own way to an approved invoice.
    """

    class Kind(models.TextChoices):
        DRAFTED = "drafted", _("skrev ett utkast")
        CHANGED = "changed", _("ändrade")
        CHECKED = "checked", _("granskade")
        APPROVED = "approved", _("godkände")
        RETURNED = "returned", _("lämnade tillbaka till utkast")
        DISCARDED = "discarded", _("kastade utkastet")
        SENT = "sent", _("sände fakturan")
        RECEIVED = "received", _("bekräftade att fakturan har kommit")
        ACCEPTED = "accepted", _("godtog fakturan")
        DISPUTED = "disputed", _("bestred fakturan")
        ANSWERED = "answered", _("svarade")
        REMINDED = "reminded", _("påminde om betalning")

    SHARED = ("sent", "received", "accepted", "disputed", "answered", "reminded")
    ONCE = ("sent", "received", "accepted")
    """Happens to an invoice once."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=9, choices=Kind)
    on = models.DateField()
    says = models.CharField(max_length=500, blank=True, default="")
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("händelse med en faktura")
        ordering: ClassVar = ["at", "id"]
        indexes: ClassVar = [models.Index(fields=["invoice", "at"], name="invoices_events_in_order")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["invoice", "kind"],
                condition=Q(kind__in=["sent", "received", "accepted"]),
                name="an_invoice_is_sent_received_and_accepted_once",
                violation_error_message=_("Det är redan gjort. Ladda om sidan för att se läget."),
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=["returned", "disputed", "answered"]) | ~Q(says=""),
                name="what_is_disputed_or_answered_is_said",
                violation_error_message=_("Skriv varför."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.invoice_id} {self.kind}"


class InvoiceFile(models.Model):
    """The invoice as it was sent: the Peppol XML, who judged it, and the PDF among the papers of the partnership.

    `judged` lists the rule sets (name, version, sha256, origin); `warnings` what they said without refusing it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    invoice = models.OneToOneField(Invoice, on_delete=models.PROTECT, related_name="file")
    xml = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    judged = models.JSONField(default=list)
    warnings = models.JSONField(default=list)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    objects = FileQuerySet.as_manager()

    class Meta:
        verbose_name = _("faktura som fil")

    def __str__(self) -> str:
        return self.sha256[:12]


class Payment(models.Model):
    """betalning: so much was paid on a day, of an invoice or of what the agreement says without one.

    Written by either side, once for the same money. `obligation` is the one of kind payment that it meets, where the
    plan has one. Taken back with a reason by whoever wrote it; the row remains.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, null=True, related_name="payments")
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, null=True, related_name="+")
    paid_on = models.DateField()
    amount_ore = models.BigIntegerField()
    says = models.CharField(max_length=200, blank=True, default="")
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True)
    taken_back_because = models.CharField(max_length=300, blank=True, default="")

    objects = PaymentQuerySet.as_manager()

    class Meta:
        verbose_name = _("betalning")
        ordering: ClassVar = ["paid_on", "written_at", "id"]
        indexes: ClassVar = [models.Index(fields=["partnership", "paid_on"], name="invoices_payments_by_day")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(amount_ore__gt=0),
                name="a_payment_is_of_something",
                violation_error_message=_("Skriv ett belopp som är större än noll."),
            ),
            models.CheckConstraint(
                condition=Q(invoice__isnull=False) | Q(obligation__isnull=False), name="a_payment_is_for_something"
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at=None, taken_back_because="") | ~Q(taken_back_because=""),
                name="a_payment_is_taken_back_with_a_reason",
                violation_error_message=_("Skriv varför betalningen tas tillbaka."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.paid_on} {self.amount_ore}"
