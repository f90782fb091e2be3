"""What each side says of itself on an invoice. Rows are only added: what held on a day can always be read again."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.invoices.rows import DetailsQuerySet, OwnQuerySet
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id


class Tax(models.TextChoices):
    """The three cases of VAT. Which one applies is a question for the parties; the system has no answer of its own."""

    OUTSIDE = "outside", _("utanför mervärdesskatten")
    EXEMPT = "exempt", _("undantaget från mervärdesskatt")
    TAXED = "taxed", _("med mervärdesskatt")


class Address(models.Model):
    """What both sides have: an address in Peppol and one on paper, from a day on.

    `endpoint_scheme` is 0007 (organisation number) or 0088 (GLN); `endpoint_id` empty: no address in Peppol is known.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    valid_from = models.DateField()
    name = models.CharField(max_length=200, help_text="The legal person, as it is registered.")
    org_number = models.CharField(max_length=10)
    endpoint_scheme = models.CharField(max_length=4, choices=[("0007", "0007"), ("0088", "0088")], default="0007")
    endpoint_id = models.CharField(max_length=13, blank=True, default="")
    street = models.CharField(max_length=120)
    postcode = models.CharField(max_length=10)
    city = models.CharField(max_length=80)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = DetailsQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.valid_from}"


class SellerDetails(Address):
    """säljarens uppgifter: what the one who invoices says of itself and of VAT, for one agreement.

    `tax_rate` in per cent and `includes_vat` (whether the agreement's sums are with VAT) only for what is taxed;
    `tax_reason` in words only for what is not. `days_to_pay` is used where the agreement says none.
    """

    class PaidTo(models.TextChoices):
        BANKGIRO = "bankgiro", _("bankgiro")
        PLUSGIRO = "plusgiro", _("plusgiro")

    tax = models.CharField(max_length=8, choices=Tax)
    tax_rate = models.PositiveSmallIntegerField(null=True)
    tax_reason = models.CharField(max_length=200, blank=True, default="")
    includes_vat = models.BooleanField(null=True)
    vat_number = models.CharField(max_length=14, blank=True, default="")
    f_tax = models.BooleanField(default=False)
    paid_to = models.CharField(max_length=8, choices=PaidTo)
    paid_to_number = models.CharField(max_length=8)
    days_to_pay = models.PositiveSmallIntegerField(null=True)

    class Meta:
        verbose_name = _("säljarens uppgifter på fakturor")
        ordering: ClassVar = ["-valid_from", "-written_at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(tax="taxed", tax_rate__in=[25, 12, 6], includes_vat__isnull=False, tax_reason="")
                | (Q(tax__in=["outside", "exempt"], tax_rate=None, includes_vat=None) & ~Q(tax_reason="")),
                name="vat_has_a_rate_or_a_reason",
                violation_error_message=_("Skriv momssatsen, eller skälet till att det inte är någon moms."),
            ),
            models.CheckConstraint(
                condition=~Q(tax="outside") | Q(vat_number=""),
                name="outside_vat_has_no_vat_number",
                violation_error_message=_(
                    "Utanför mervärdesskatten får inget momsnummer stå på fakturan (BR-O-02). Lämna det tomt."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(tax="exempt") | ~Q(vat_number="") | Q(f_tax=True),
                name="exempt_has_a_vat_number_or_f_tax",
                violation_error_message=_(
                    "Undantaget från moms kan bara sändas av den som har momsnummer eller är godkänd för F-skatt "
                    "(BR-E-02). Skriv momsnumret, eller fråga parterna om det ska vara utanför mervärdesskatten."
                ),
            ),
        ]


class BuyerDetails(Address):
    """köparens uppgifter: what the one who is invoiced wants to find on the invoice, for one agreement."""

    buyer_reference = models.CharField(max_length=60, blank=True, default="")
    order_reference = models.CharField(max_length=60, blank=True, default="")
    recurring = models.CharField(max_length=60, blank=True, default="")

    class Meta:
        verbose_name = _("köparens uppgifter på fakturor")
        ordering: ClassVar = ["-valid_from", "-written_at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(buyer_reference="") | ~Q(order_reference=""),
                name="a_buyer_has_a_reference_or_an_order",
                violation_error_message=_("Skriv er referens eller ett ordernummer (PEPPOL-EN16931-R003)."),
            ),
        ]


class Series(models.Model):
    """fakturanummer: the last number that the organisation has given, over all its partnerships. Locked to give one.

    A number is given in the same transaction as the approval, so that none is ever missing. `prefix` stands before it.
    """

    organisation = models.OneToOneField(Organisation, on_delete=models.PROTECT, primary_key=True, related_name="+")
    prefix = models.CharField(max_length=8, blank=True, default="")
    last = models.PositiveIntegerField(default=0)

    objects = OwnQuerySet.as_manager()

    class Meta:
        verbose_name = _("serie av fakturanummer")

    def __str__(self) -> str:
        return f"{self.prefix}{self.last}"


class Ledger(models.Model):
    """konton: which accounts and which series the organisation's own bookkeeping has for invoices of an agreement."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    series = models.CharField(max_length=8)
    receivable = models.CharField(max_length=8)
    income = models.CharField(max_length=8)
    vat = models.CharField(max_length=8, blank=True, default="")
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = OwnQuerySet.as_manager()

    class Meta:
        verbose_name = _("konton för fakturor")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "partnership"], name="one_ledger_for_each_agreement"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.receivable}/{self.income}"
