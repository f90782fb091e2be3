"""Who else pays for the activity: funders of cost lines, what is twice funded, and support of minor importance."""

from typing import ClassVar

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.books.models import VoucherRow
from samsyn.web.funders.rows import (
    AidQuerySet,
    FindingQuerySet,
    FunderQuerySet,
    FunderShareQuerySet,
    VoucherFundingQuerySet,
)
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id


class Funder(models.Model):
    """finansiär: an authority, fund or company that the organisation gets money from. Never a private person."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)

    objects = FunderQuerySet.as_manager()

    class Meta:
        verbose_name = _("finansiär")
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["partnership", "organisation", "name"], name="a_funder_is_named_once"),
        ]

    def __str__(self) -> str:
        return self.name


class FunderShare(models.Model):
    """What a funder pays of a cost line (its id in the agreement file; empty: of the whole activity) on some days.

    Exactly one of `percent` and `amount_ore` (for all of the days). `source`: the decision or letter that it rests on.
    Until `shared_at` it is the organisation's own; then the other parties see it, and it is only taken back.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    funder = models.ForeignKey(Funder, on_delete=models.PROTECT, related_name="shares")
    cost_line = models.CharField(max_length=60, blank=True, default="")
    days = DateRangeField()
    percent = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    amount_ore = models.BigIntegerField(null=True)
    source = models.CharField(max_length=300)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    shared_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)
    taken_back_because = models.CharField(max_length=300, blank=True, default="")

    objects = FunderShareQuerySet.as_manager()

    class Meta:
        verbose_name = _("del som en finansiär betalar")
        ordering: ClassVar = ["days", "made_at", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(days__isempty=False, days__lower_inf=False, days__upper_inf=False),
                name="a_funders_share_begins_and_ends",
            ),
            models.CheckConstraint(
                condition=Q(percent__gt=0, percent__lte=100, amount_ore=None) | Q(percent=None, amount_ore__gt=0),
                name="a_share_is_per_cent_or_an_amount",
                violation_error_message=_("Skriv antingen en andel i procent, högst 100, eller ett belopp."),
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at=None, taken_back_because="")
                | (Q(taken_back_at__isnull=False) & ~Q(taken_back_because="")),
                name="a_share_is_taken_back_with_a_reason",
                violation_error_message=_("Skriv varför uppgiften tas tillbaka."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.funder_id} {self.cost_line} {self.days}"


class VoucherFunding(models.Model):
    """A funder stands behind a row of a voucher. Two behind the same row are shown."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    row = models.ForeignKey(VoucherRow, on_delete=models.PROTECT, related_name="+")
    funder = models.ForeignKey(Funder, on_delete=models.PROTECT, related_name="+")

    objects = VoucherFundingQuerySet.as_manager()

    class Meta:
        verbose_name = _("finansiär bakom en verifikation")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["row", "funder"], name="a_funder_stands_behind_a_row_once"),
        ]

    def __str__(self) -> str:
        return f"{self.row_id} {self.funder_id}"


class Finding(models.Model):
    """iakttagelse: a clash that the organisation lets stand, shown to the parties with its own explanation. For good.

    `kind`, `cost_line`, `days`, `cost_ore` and `over_ore` are as `samsyn.rules.money.double_funding.Clash` had them;
    `parts`: [name of the funder, öre]; `clause` forbids it, or is empty where the agreement does not.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    mark = models.CharField(max_length=64, help_text="SHA-256 of what the clash is: shown once.")
    kind = models.CharField(max_length=8)
    cost_line = models.CharField(max_length=60, blank=True, default="")
    days = DateRangeField()
    cost_ore = models.BigIntegerField()
    over_ore = models.BigIntegerField()
    parts = models.JSONField()
    clause = models.CharField(max_length=60, blank=True, default="")
    explanation = models.CharField(max_length=1000)
    shown_at = models.DateTimeField()
    shown_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = _("iakttagelse om dubbel finansiering")
        ordering: ClassVar = ["-shown_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["partnership", "organisation", "mark"], name="a_finding_is_shown_once"),
            models.CheckConstraint(condition=~Q(explanation=""), name="a_finding_is_explained"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.cost_line} {self.days}"


class Aid(models.Model):
    """stöd av mindre betydelse: what a public giver has granted a recipient, in öre; what is given in kind is valued.

    `rate`: kronor for one euro on `rate_on`, read at `rate_source` by a person.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    recipient = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    giver = models.CharField(max_length=120)
    granted_on = models.DateField()
    amount_ore = models.BigIntegerField()
    valued_how = models.CharField(max_length=300, blank=True, default="")
    rate = models.DecimalField(max_digits=10, decimal_places=4)
    rate_on = models.DateField()
    rate_source = models.CharField(max_length=300)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True)
    taken_back_because = models.CharField(max_length=300, blank=True, default="")

    objects = AidQuerySet.as_manager()

    class Meta:
        verbose_name = _("stöd av mindre betydelse")
        ordering: ClassVar = ["granted_on", "made_at", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(amount_ore__gt=0, rate__gt=0),
                name="aid_and_its_rate_are_something",
                violation_error_message=_("Skriv ett belopp och en kurs som är större än noll."),
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at=None, taken_back_because="")
                | (Q(taken_back_at__gte=F("made_at")) & ~Q(taken_back_because="")),
                name="aid_is_taken_back_with_a_reason",
                violation_error_message=_("Skriv varför raden tas tillbaka."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.giver} {self.granted_on}"
