"""Reports: opened for a duty, written in parts, signed, gone through, compiled and submitted."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField, DateRangeField
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.documents.models import Document
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id
from samsyn.web.reports.rows import (
    GoneThroughQuerySet,
    PartContentQuerySet,
    PartQuerySet,
    ReportDraftQuerySet,
    ReportQuerySet,
    ReportSubmissionQuerySet,
    SentBackQuerySet,
)


class Report(models.Model):
    """rapport: one making of a template of the agreement (`term`), for one occurrence of the duty that it fulfils.

    All parties see that it is open. Never changed: where it stands follows from parts and submissions. `days` is what
    it is about: a standing duty, or one on request, has a report for each time. Where each party owes the duty for
    itself, `obligation` is that of the first of them.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    term = models.CharField(max_length=80)
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="+")
    days = DateRangeField()
    opened_at = models.DateTimeField()

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("rapport")
        ordering: ClassVar = ["-days", "opened_at", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["obligation", "term", "days"], name="a_duty_is_answered_in_one_report"),
            models.CheckConstraint(
                condition=Q(days__isempty=False, days__lower_inf=False, days__upper_inf=False),
                name="a_report_covers_days",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.term} {self.days}"


class Draft(models.Model):
    """What a party is writing, by section (`words`: section → text); only it sees this.

    `edits` counts how often it was saved, so that two who write at once do not write over each other.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="drafts")
    words = models.JSONField(default=dict, blank=True)
    edits = models.PositiveIntegerField(default=0)
    edited_at = models.DateTimeField(null=True)
    edited_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ReportDraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("utkast till rapport")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["report", "organisation"], name="a_party_writes_one_draft_of_a_report"),
        ]

    def __str__(self) -> str:
        return f"{self.report_id}"


class Part(models.Model):
    """del av en rapport: signed for a party, frozen. What is corrected is the next `number`, for a reason.

    All parties see that it is signed. What it says (`PartContent`) only those read whom it is for. `sha256` is over the
    canonical JSON of that: that was signed.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="parts")
    number = models.PositiveIntegerField(validators=[MinValueValidator(1)])
    sha256 = models.CharField(max_length=64)
    because = models.TextField(blank=True, default="", help_text="Why it was corrected.")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="+")
    signed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    signer = models.CharField(max_length=200, blank=True, default="", help_text="The name, as it stands in the papers.")
    signed_on = models.DateField()
    signed_at = models.DateTimeField()

    objects = PartQuerySet.as_manager()

    class Meta:
        verbose_name = _("undertecknad del av en rapport")
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["report", "organisation", "number"],
                name="parts_of_a_report_are_numbered",
                violation_error_message=_("Någon annan har just undertecknat delen. Ladda om sidan."),
            ),
            models.CheckConstraint(
                condition=Q(number=1) | ~Q(because=""), name="a_part_is_corrected_for_a_reason",
                violation_error_message=_("Skriv vad som är rättat och varför."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.report_id} {self.number}"


class PartContent(models.Model):
    """What a signed part says, as plain values: its document (samsyn.exchange.reports), its figures with their
    definitions as its readers may see them, and its words. Never changed.

    `only_for`: the organisations that read it, its signer among them; empty where all the parties do. Totals that the
    agreement asks for stand in it exact, also where they may not be told to others.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    part = models.OneToOneField(Part, on_delete=models.PROTECT, related_name="said")
    content = models.JSONField()
    only_for = ArrayField(models.UUIDField(), default=list, blank=True)

    objects = PartContentQuerySet.as_manager()

    class Meta:
        verbose_name = _("innehåll i en del av en rapport")

    def __str__(self) -> str:
        return f"{self.part_id}"


class SentBack(models.Model):
    """A party asks for a change in another's signed part, in words that all parties read. Never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="sent_back")
    note = models.TextField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    sent_at = models.DateTimeField()

    objects = SentBackQuerySet.as_manager()

    class Meta:
        verbose_name = _("tillbakaskickad del av en rapport")
        ordering: ClassVar = ["sent_at", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["part", "organisation"],
                name="a_party_sends_a_part_back_once",
                violation_error_message=_("Er part har redan skickat tillbaka den. Ladda om sidan för att se läget."),
            ),
            models.CheckConstraint(
                condition=~Q(note=""), name="a_part_is_sent_back_with_a_note",
                violation_error_message=_("Skriv vad som behöver ändras."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.part_id} {self.on}"


class GoneThrough(models.Model):
    """The body of the agreement has gone through the signed parts, as they were then (`seals`: their sums, sorted).

    Shown by a meeting of the body with approved minutes, or noted in words by a party that sits in it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="gone_through")
    seals = models.JSONField()
    meeting = models.ForeignKey("meetings.Meeting", on_delete=models.PROTECT, null=True, related_name="+")
    note = models.TextField(blank=True, default="")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    noted_at = models.DateTimeField()

    objects = GoneThroughQuerySet.as_manager()

    class Meta:
        verbose_name = _("genomgång av en rapport")
        ordering: ClassVar = ["noted_at", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(meeting__isnull=False) | ~Q(note=""),
                name="going_through_a_report_is_shown_by_a_meeting_or_in_words",
                violation_error_message=_("Välj mötet, eller skriv hur gruppen gick igenom delarna."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report_id} {self.on}"


class Submission(models.Model):
    """inlämnad rapport: compiled, frozen. What is corrected is the next `number`, for a reason.

    `content` is the whole document as plain values with figures and definitions, `sha256` over their canonical JSON.
    `drawn_by` are names and versions of what drew the file, `file_sha256` the file's own sum: `actions.remade` makes
    the same bytes again. `seals` are the sums of the parts that it is made of, sorted.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="submissions")
    number = models.PositiveIntegerField(validators=[MinValueValidator(1)])
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    seals = models.JSONField()
    drawn_by = models.JSONField()
    file_sha256 = models.CharField(max_length=64)
    because = models.TextField(blank=True, default="", help_text="Why it was corrected.")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    submitted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    submitted_on = models.DateField()
    submitted_at = models.DateTimeField()

    objects = ReportSubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("inlämnad rapport")
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["report", "number"],
                name="submissions_of_a_report_are_numbered",
                violation_error_message=_("Någon annan har just lämnat rapporten. Ladda om sidan."),
            ),
            models.CheckConstraint(
                condition=Q(number=1) | ~Q(because=""), name="a_submitted_report_is_corrected_for_a_reason",
                violation_error_message=_("Skriv vad som är rättat och varför."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.report_id} {self.number}"
