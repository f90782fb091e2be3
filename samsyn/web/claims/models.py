"""Money that is claimed back: what it is about, what each says of it, what is decided, and how it is paid."""

from typing import ClassVar

from django.contrib.postgres.fields import DateRangeField
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.changes.models import Change
from samsyn.web.claims.rows import (
    ClaimEntryQuerySet,
    ClaimQuerySet,
    InstalmentQuerySet,
    RepaidQuerySet,
    RepaymentPlanQuerySet,
)
from samsyn.web.documents.models import Document
from samsyn.web.meetings.models import Meeting
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id


class Claim(models.Model):
    """återkrav: a party means that money of its has been used in a way that a clause lets it claim back.

    `term` is the clause's id among [repayment.…]. `amount_ore` is the sum that it concerns; what is to be paid is
    decided by `change` (a repayment, with the steps that the mandates demand), never here. Until `raised_at` a draft
    that only `organisation` sees. Then it stands, and what is said of it are its entries.
    """

    class Ended(models.TextChoices):
        WITHDRAWN = "withdrawn", _("tillbakataget")
        SETTLED = "settled", _("betalt")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(null=True, help_text="Given when it is raised.")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    against = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    term = models.CharField(max_length=80)
    clause = models.CharField(max_length=80)
    title = models.CharField(max_length=200)
    says = models.TextField(help_text="What the money was used for, and how one knows.")
    days = DateRangeField(null=True, help_text="The days that it concerns.")
    amount_ore = models.BigIntegerField()
    drafted_at = models.DateTimeField()
    drafted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    raised_on = models.DateField(null=True)
    raised_at = models.DateTimeField(null=True)
    raised_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    change = models.OneToOneField(Change, on_delete=models.PROTECT, null=True, related_name="+")
    ended_on = models.DateField(null=True)
    ended_how = models.CharField(max_length=10, choices=Ended, blank=True, default="")

    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("återkrav")
        ordering: ClassVar = ["-number", "-drafted_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["partnership", "number"], name="claims_are_numbered"),
            models.CheckConstraint(
                condition=Q(amount_ore__gt=0),
                name="a_claim_is_about_a_sum",
                violation_error_message=_("Skriv ett belopp som är större än noll."),
            ),
            models.CheckConstraint(condition=~Q(organisation=F("against")), name="nobody_claims_of_itself"),
            models.CheckConstraint(
                condition=Q(raised_at=None, raised_on=None, number=None, change=None)
                | Q(raised_at__isnull=False, raised_on__isnull=False, number__isnull=False),
                name="a_claim_that_is_raised_has_its_number_and_day",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_how="")
                | (Q(ended_on__isnull=False, raised_at__isnull=False) & ~Q(ended_how="")),
                name="a_claim_that_ended_says_how",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_draft(self) -> bool:
        return self.raised_at is None


class Entry(models.Model):
    """One thing that was said or done about a claim. Never changed; whoever thinks anew writes again.

    considered: `exception` is one of the term's, in its own words, and `holds` whether the party finds that it applies.
    prepared: the claim was put on the agenda of `meeting`. plan_agreed: the party agreed to `plan`, which the other had
    proposed. confirmed: the receiver has the money of `repaid`.
    """

    class Kind(models.TextChoices):
        RAISED = "raised", _("ställde kravet")
        ANSWERED = "answered", _("svarade")
        CONSIDERED = "considered", _("prövade ett undantag")
        PREPARED = "prepared", _("tog upp det på ett möte")
        DECISION_DRAFTED = "decision_drafted", _("skrev ett utkast till beslut")
        WITHDRAWN = "withdrawn", _("tog tillbaka kravet")
        PLAN_AGREED = "plan_agreed", _("godkände avbetalningsplanen")
        CONFIRMED = "confirmed", _("bekräftade att en betalning har kommit")
        SETTLED = "settled", _("bekräftade den sista betalningen")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=16, choices=Kind)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    says = models.TextField(blank=True, default="")
    exception = models.TextField(blank=True, default="")
    holds = models.BooleanField(null=True)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, related_name="+")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="+")
    plan = models.OneToOneField("Plan", on_delete=models.PROTECT, null=True, related_name="agreed")
    repaid = models.OneToOneField("Repaid", on_delete=models.PROTECT, null=True, related_name="confirmed")
    recorded_at = models.DateTimeField()

    objects = ClaimEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("anteckning om ett återkrav")
        ordering: ClassVar = ["recorded_at", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(kind__in=["answered", "considered", "withdrawn"]) | ~Q(says=""),
                name="an_entry_on_a_claim_says_something",
            ),
            models.CheckConstraint(
                condition=(Q(kind="considered", holds__isnull=False) & ~Q(exception=""))
                | (~Q(kind="considered") & Q(holds=None, exception="")),
                name="an_exception_is_considered_in_text",
            ),
            models.CheckConstraint(
                condition=(Q(kind="plan_agreed", plan__isnull=False, repaid=None))
                | Q(kind="confirmed", plan=None, repaid__isnull=False)
                | (~Q(kind__in=["plan_agreed", "confirmed"]) & Q(plan=None, repaid=None)),
                name="an_agreement_or_a_receipt_says_of_what",
            ),
            models.UniqueConstraint(
                fields=["claim", "kind"],
                condition=Q(kind__in=["raised", "withdrawn", "settled"]),
                name="a_claim_is_raised_and_ended_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"


class Plan(models.Model):
    """avbetalningsplan: how what is owed is paid in parts. One party proposes it, the other agrees.

    The last one agreed (an entry) holds. Its instalments sum to what is owed, to the öre.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="plans")
    number = models.PositiveIntegerField(validators=[MinValueValidator(1)])
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = RepaymentPlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("avbetalningsplan")
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["claim", "number"],
                name="plans_of_a_claim_are_numbered",
                violation_error_message=_("Någon annan har just lagt fram en plan. Ladda om sidan."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id} {self.number}"


class Instalment(models.Model):
    """delbetalning: so much at the latest on `due`."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="instalments")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    due = models.DateField()
    amount_ore = models.BigIntegerField()

    objects = InstalmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("delbetalning")
        ordering: ClassVar = ["due", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "due"], name="one_instalment_a_day"),
            models.CheckConstraint(condition=Q(amount_ore__gt=0), name="an_instalment_is_a_sum"),
        ]

    def __str__(self) -> str:
        return f"{self.due} {self.amount_ore}"


class Repaid(models.Model):
    """återbetalning: so much was paid on a day. Noted by either; it counts when the one that gets the money has it.

    That it came is an entry of the receiver's; what the receiver notes itself is confirmed at once. `taken_back_at`: it
    was noted by mistake.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="repaid")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    amount_ore = models.BigIntegerField()
    reference = models.CharField(max_length=60, blank=True, default="")
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True)

    objects = RepaidQuerySet.as_manager()

    class Meta:
        verbose_name = _("återbetalning")
        ordering: ClassVar = ["on", "noted_at", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(amount_ore__gt=0), name="what_is_repaid_is_a_sum"),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.amount_ore}"
