"""How money was used, a year at a time: written by the organisation, signed, answered by those it is owed to."""

from typing import ClassVar

from django.contrib.postgres.fields import DateRangeField
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.documents.models import Document
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id
from samsyn.web.statements.rows import (
    AdditionQuerySet,
    DraftQuerySet,
    StatementAnswerQuerySet,
    StatementQuerySet,
    SubmissionQuerySet,
)


class Statement(models.Model):
    """redovisning: one party's answer to one obligation to tell how money was used. That it is open all parties see.

    `days` is the time it covers, at first the obligation's own; the party may say another until it has handed it in,
    for the texts seldom say which year. Where it stands follows from its last submission and the answers to that.
    """

    class Kind(models.TextChoices):
        STATEMENT = "statement", _("redogörelse")
        ANNUAL_REPORT = "annual_report", _("årsredovisning")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=14, choices=Kind)
    days = DateRangeField()
    opened_at = models.DateTimeField()

    objects = StatementQuerySet.as_manager()

    class Meta:
        verbose_name = _("redovisning")
        ordering: ClassVar = ["-days", "opened_at", "id"]
        indexes: ClassVar = [models.Index(fields=["partnership", "days"], name="statements_of_a_partnership")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["obligation", "organisation"], name="a_party_answers_a_duty_in_one_statement"
            ),
            models.CheckConstraint(
                condition=Q(days__isempty=False, days__lower_inf=False, days__upper_inf=False),
                name="a_statement_covers_days",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.days}"


class Draft(models.Model):
    """What the party is writing; only it sees this. `words` is question → answer.

    The questions are those that the agreement lists (`duty.about`), and one at the end for anything else. `edits`
    counts how often it was saved, so that two who write at once do not write over each other.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    statement = models.OneToOneField(Statement, on_delete=models.PROTECT, related_name="draft")
    words = models.JSONField(default=dict, blank=True)
    paper = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, related_name="+", help_text="The annual report, or a form."
    )
    edits = models.PositiveIntegerField(default=0)
    edited_at = models.DateTimeField(null=True)
    edited_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("utkast till redovisning")

    def __str__(self) -> str:
        return f"{self.statement_id}"


class Addition(models.Model):
    """A sum that no invoice and no bookkeeping here has, typed by the party with where it comes from. Only it sees it.

    `cost_line` is a cost line of the agreement, empty for another cost and for money received.
    """

    class Side(models.TextChoices):
        RECEIVED = "received", _("fått")
        COST = "cost", _("kostat")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="additions")
    side = models.CharField(max_length=8, choices=Side)
    cost_line = models.CharField(max_length=80, blank=True, default="")
    text = models.CharField(max_length=200)
    amount_ore = models.BigIntegerField()
    source = models.CharField(max_length=200, help_text="Where the sum can be checked.")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = AdditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("inskrivet belopp i en redovisning")
        ordering: ClassVar = ["side", "cost_line", "made_at", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(source="") & ~Q(text=""),
                name="an_added_sum_says_what_it_is_and_where_it_comes_from",
                violation_error_message=_("Skriv vad beloppet är och var det kan kontrolleras."),
            ),
            models.CheckConstraint(
                condition=Q(side="cost") | Q(cost_line=""), name="what_is_received_has_no_cost_line"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.side} {self.text}"


class Submission(models.Model):
    """inlämnad redovisning: signed for the party, frozen. What is corrected is the next `number`.

    `content` is all that it says as plain values (actions.sign), `sha256` over their canonical JSON: what is answered
    is that. `document` is the same as PDF/A, `paper` what was enclosed.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="submissions")
    number = models.PositiveIntegerField(validators=[MinValueValidator(1)])
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    paper = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="+")
    signed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    signed_on = models.DateField()
    signed_at = models.DateTimeField()

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("inlämnad redovisning")
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["statement", "number"],
                name="submissions_of_a_statement_are_numbered",
                violation_error_message=_("Någon annan har just lämnat redovisningen. Ladda om sidan."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.statement_id} {self.number}"


class Answer(models.Model):
    """What a party to whom it is owed says of one submission: accepted, or sent back with a note. Never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="answers")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    accepted = models.BooleanField()
    note = models.TextField(blank=True, default="")
    on = models.DateField()
    answered_at = models.DateTimeField()

    objects = StatementAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("svar på en redovisning")
        ordering: ClassVar = ["answered_at", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["submission", "organisation"],
                name="a_party_answers_a_submission_once",
                violation_error_message=_("Er part har redan svarat. Ladda om sidan för att se läget."),
            ),
            models.CheckConstraint(
                condition=Q(accepted=True) | ~Q(note=""),
                name="a_statement_is_sent_back_with_a_note",
                violation_error_message=_("Skriv vad som behöver ändras."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.submission_id} {self.accepted}"
