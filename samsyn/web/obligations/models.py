"""Derived obligations, kept so that evidence can be tied to them. The rules decide; this table remembers."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.rules.quantities import Amount
from samsyn.web.documents.models import Document
from samsyn.web.obligations.queries import (
    EvidenceQuerySet,
    FeedKeyQuerySet,
    ObjectionQuerySet,
    ObligationQuerySet,
    OutlookQuerySet,
)
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id


class Obligation(models.Model):
    """åtagande: one duty that follows from the agreement. Half-open window; `due` is the latest day.

    No `due`: on request, when needed, or standing. `due_stated` is false where the text gives no day.
    `by_keys` and `to_keys` are ids from the agreement file: parties, or a body that owes it together.
    `fell_away_on`: it no longer follows from the terms.

    `met_on`, `waived_on` and `disputed_on` say how it stands, so that lists need not ask more tables. They are worked
    out by `actions.settle` from what shows it: a meeting with approved minutes and `Evidence`; a waiver among the files
    of the agreement; an `Objection` that nobody has settled.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="obligations")
    term = models.CharField(max_length=80)
    occurrence = models.CharField(max_length=120)
    kind = models.CharField(max_length=40)
    by_keys = ArrayField(models.CharField(max_length=80))
    to_keys = ArrayField(models.CharField(max_length=80), default=list)
    owed_by = ArrayField(models.UUIDField(), default=list, help_text="The organisations behind `by_keys`.")
    owed_to = ArrayField(models.UUIDField(), default=list, help_text="Behind `to_keys`; nobody named: all parties.")
    joint = models.BooleanField(default=False)
    says = models.TextField()
    window_start = models.DateField()
    window_end = models.DateField()
    due = models.DateField(null=True)
    due_stated = models.BooleanField(default=True)
    evidence = models.CharField(max_length=40)
    amount_ore = models.BigIntegerField(null=True)
    amount_note = models.TextField(blank=True)
    clause = models.CharField(max_length=80)
    reason = models.JSONField(default=dict, help_text="Why this day: the sentence and its inputs.")
    assumptions = ArrayField(models.CharField(max_length=80), default=list)
    fell_away_on = models.DateField(null=True)
    met_on = models.DateField(null=True)
    waived_on = models.DateField(null=True)
    disputed_on = models.DateField(null=True)

    objects = ObligationQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["partnership", "due"], name="obligations_by_day"),
            GinIndex(fields=["owed_by"], name="obligations_by_organisation"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["partnership", "term", "occurrence"], name="an_obligation_has_one_key"),
            models.CheckConstraint(condition=Q(window_end__gt=F("window_start")), name="an_obligation_has_its_days"),
        ]

    def __str__(self) -> str:
        return f"{self.term} {self.occurrence}"

    @property
    def is_open(self) -> bool:
        """Neither met nor waived, and it still follows from the terms."""
        return self.met_on is None and self.waived_on is None and self.fell_away_on is None

    @property
    def lasts(self) -> bool:
        """Holds all the time, on request or when needed: what is shown of it is kept, and it is never done for good."""
        return self.due is None and not self.occurrence.startswith("once")

    @property
    def amount(self) -> Amount | None:
        return None if self.amount_ore is None else Amount(self.amount_ore)


class Evidence(models.Model):
    """underlag: what shows that an obligation was met on a day, given by a party that owes it.

    It counts at once: the parties trust each other. Whoever it is owed to may object. A meeting with approved minutes
    shows itself and has no row here. Taken back by its giver with a reason; the row remains.
    """

    class Kind(models.TextChoices):
        DOCUMENT = "document", _("handling")
        REPORT = "report", _("rapport")
        PAYMENT = "payment", _("betalning")
        MEETING = "meeting", _("möte")
        NOTE = "note", _("anteckning")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="evidence_given")
    kind = models.CharField(max_length=10, choices=Kind)
    done_on = models.DateField(help_text="The day it was done.")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="+")
    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.PROTECT, null=True, related_name="+")
    says = models.TextField(blank=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    given_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    given_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)
    taken_back_because = models.TextField(blank=True)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("underlag för ett åtagande")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(kind__in=["document", "report"]) | Q(document__isnull=False),
                name="evidence_by_document_has_its_document",
            ),
            models.CheckConstraint(
                condition=~Q(kind="meeting") | Q(meeting__isnull=False), name="evidence_by_meeting_has_its_meeting"
            ),
            models.CheckConstraint(condition=~Q(kind="note") | ~Q(says=""), name="a_note_says_something"),
            models.CheckConstraint(
                condition=Q(taken_back_at=None) | ~Q(taken_back_because=""), name="evidence_is_taken_back_for_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.obligation_id} {self.kind} {self.done_on}"


class Objection(models.Model):
    """invändning: a party disputes that an obligation was met, or that it is owed, with a reason.

    It stands until a party of it settles it: the one that raised it, or both in dialogue.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="objections")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    raised_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    raised_on = models.DateField()
    raised_at = models.DateTimeField()
    reason = models.TextField()
    settled_on = models.DateField(null=True)
    settled_how = models.TextField(blank=True)

    objects = ObjectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("invändning mot ett åtagande")
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reason=""), name="an_objection_has_a_reason"),
            models.CheckConstraint(
                condition=Q(settled_on=None) | ~Q(settled_how=""), name="an_objection_is_settled_in_words"
            ),
            models.UniqueConstraint(
                fields=["obligation", "organisation"],
                condition=Q(settled_on=None),
                name="a_party_objects_once_at_a_time",
                violation_error_message=_("Ni har redan en invändning mot detta. Lös den först."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.obligation_id} {self.raised_on}"


class Outlook(models.Model):
    """läge: what the lists over many partnerships need of the terms. Worked out anew whenever they change.

    `first_day` and `last_day` are both included. `extend_by` is the last day for settling the next extension, up to
    `may_last_to`; both empty where it cannot be extended. `notice_by` is the last day on which notice ends it
    earlier. `open_assumptions` counts readings nobody has confirmed.
    """

    partnership = models.OneToOneField(Partnership, on_delete=models.PROTECT, primary_key=True, related_name="outlook")
    first_day = models.DateField()
    last_day = models.DateField()
    extend_by = models.DateField(null=True)
    notice_by = models.DateField(null=True)
    may_last_to = models.DateField(null=True)
    open_assumptions = models.PositiveIntegerField()

    objects = OutlookQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["last_day"], name="obligations_by_last_day")]

    def __str__(self) -> str:
        return f"{self.partnership_id} {self.first_day}–{self.last_day}"


class FeedKey(models.Model):
    """A person's calendar address in one organisation. Only a SHA-256 of the secret is kept; it is shown once.

    `named`: the calendar says what the duties are and in which partnership; otherwise its titles are neutral.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    secret_sha256 = models.CharField(max_length=64, unique=True)
    named = models.BooleanField(default=False)
    titled_at = models.DateTimeField()
    opened_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    objects = FeedKeyQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "organisation"], condition=Q(revoked_at=None), name="one_open_feed_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.organisation_id}"
