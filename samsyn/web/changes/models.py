"""Changes of an agreement on their way: drafted, proposed, approved, signed, in force or closed.

What is in force is never read from here: a change that has everything its clause demands becomes a file in the next
version of the agreement, and from there everything is derived.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.agreements.models import AgreementVersion
from samsyn.web.changes.queries import ChangeQuerySet, StepQuerySet
from samsyn.web.documents.models import Document
from samsyn.web.meetings.models import Decision, Meeting
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership, PartnershipParty
from samsyn.web.project.ids import new_id


class Change(models.Model):
    """One change. `key` is its id as a file («tillagg-3»), given when it is drafted and never used again.

    Until `proposed_at` a draft that only `organisation` sees and may rewrite. Then frozen: `sha256` is over the file as
    it would be written, without day and signatures, and every step is taken on that text. `closed_how` ends it without
    effect. In force: `done_on` is the day on which the last thing that its clause demands was there, and `version` the
    one it became part of.

    `content` holds `set`, `add` and `remove` as in a file of the agreement (TOML values, days as ISO text).
    """

    class Kind(models.TextChoices):
        AMENDMENT = "amendment", _("tillägg")
        EXTENSION = "extension", _("förlängning")
        NOTICE = "notice", _("uppsägning")
        WITHDRAWAL = "withdrawal", _("återtagen uppsägning")
        RENEGOTIATION = "renegotiation", _("begäran om nya samtal")
        TERMINATION = "termination", _("hävning")
        CONDITION_MET = "condition_met", _("uppfyllt villkor")
        CONFIRMATION = "confirmation", _("bekräftad tolkning")
        WAIVER = "waiver", _("avstående från ett åtagande")
        REPAYMENT = "repayment", _("återbetalning")

    class Closed(models.TextChoices):
        WITHDRAWN = "withdrawn", _("taget tillbaka")
        REFUSED = "refused", _("avböjt")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="changes")
    number = models.PositiveIntegerField()
    key = models.SlugField(max_length=80)
    kind = models.CharField(max_length=15, choices=Kind)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    drafted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    drafted_at = models.DateTimeField()
    clause = models.CharField(max_length=80)
    says = models.TextField(blank=True)
    because = models.TextField(blank=True, help_text="Why; for a termination what the other party has failed in.")
    first = models.DateField(null=True)
    last = models.DateField(null=True)
    of = models.CharField(max_length=120, blank=True)
    answer = models.CharField(max_length=120, blank=True)
    content = models.JSONField(default=dict)
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, null=True, related_name="+")
    amount_ore = models.BigIntegerField(null=True)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, related_name="+")
    instead_of = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    proposed_at = models.DateTimeField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    closed_at = models.DateTimeField(null=True)
    closed_how = models.CharField(max_length=10, choices=Closed, blank=True)
    done_on = models.DateField(null=True)
    version = models.ForeignKey(AgreementVersion, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("ändring av överenskommelsen")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["partnership", "number"], name="changes_are_numbered"),
            models.UniqueConstraint(fields=["partnership", "key"], name="a_change_has_its_own_key"),
            models.CheckConstraint(
                condition=Q(proposed_at=None, sha256="") | (Q(proposed_at__isnull=False) & ~Q(sha256="")),
                name="a_proposed_change_is_frozen",
            ),
            models.CheckConstraint(
                condition=Q(version=None, done_on=None)
                | Q(version__isnull=False, done_on__isnull=False, closed_at=None, proposed_at__isnull=False),
                name="a_change_in_force_was_proposed_and_not_closed",
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_how="") | (Q(closed_at__isnull=False) & ~Q(closed_how="")),
                name="a_closed_change_says_how",
            ),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def is_draft(self) -> bool:
        return self.proposed_at is None and self.closed_at is None

    @property
    def is_pending(self) -> bool:
        """Proposed, and neither in force nor closed."""
        return self.proposed_at is not None and self.closed_at is None and self.version_id is None


class Step(models.Model):
    """What one party has done with a change: only that party writes it, and nothing in it is changed.

    `on` is the civil date it was done, which may be before it is recorded: a paper is signed first and uploaded later.
    `within_limits`: the one who decided says that it lies within the limits of the mandate. `names` are the signers'
    names as they stand on the paper.
    """

    class Kind(models.TextChoices):
        APPROVAL = "approval", _("godkände")
        REFUSAL = "refusal", _("avböjde")
        SIGNATURE = "signature", _("undertecknade")
        BOARD_DECISION = "board_decision", _("fattade beslut i nämnden")
        LEGAL_FORCE = "legal_force", _("lät beslutet vinna laga kraft")
        DEMAND = "demand", _("krävde rättelse")
        CORRECTED = "corrected", _("rättade")
        DIALOGUE = "dialogue", _("talade igenom saken")
        NOTIFIED = "notified", _("meddelade skriftligen")
        RECEIVED = "received", _("bekräftade att meddelandet kommit")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    change = models.ForeignKey(Change, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=15, choices=Kind)
    place = models.ForeignKey(PartnershipParty, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    function = models.CharField(max_length=200, blank=True)
    on = models.DateField()
    within_limits = models.BooleanField(default=False)
    reference = models.CharField(max_length=200, blank=True, help_text="The decision, delegation or case number.")
    names = models.CharField(max_length=300, blank=True)
    where = models.CharField(max_length=120, blank=True, help_text="Ort.")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, related_name="+")
    says = models.TextField(blank=True)
    recorded_at = models.DateTimeField()

    objects = StepQuerySet.as_manager()

    class Meta:
        verbose_name = _("steg i en ändring")
        indexes: ClassVar = [models.Index(fields=["change", "on"], name="changes_steps_of")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["change", "place", "kind"],
                condition=~Q(kind="dialogue"),
                name="a_party_takes_a_step_once",
                violation_error_message=_("Er part har redan gjort detta. Ladda om sidan för att se läget."),
            ),
            models.CheckConstraint(condition=~Q(kind="refusal") | ~Q(says=""), name="a_refusal_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.change_id} {self.kind} {self.on}"
