"""Meetings of the bodies that an agreement names: called, held, minuted, approved. And what was to be done after them.

Everything of a meeting carries `also_for`: the organisations that sit in the body without being parties. They see the
papers of the meetings they are called to, and nothing else in the partnership.
"""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.documents.models import Document
from samsyn.web.meetings.queries import (
    ActionPointQuerySet,
    AgendaItemQuerySet,
    AttendanceQuerySet,
    DecisionQuerySet,
    MeetingQuerySet,
    MinutesAnswerQuerySet,
    MinutesQuerySet,
)
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id


class Meeting(models.Model):
    """möte: one meeting of a body. `number` runs for each body. Instants are UTC.

    Called when the row is made. `held_on` is the civil date it was held; `approved_on` the day on which the last party
    approved its minutes, and only then does it count towards how often the body must meet. `sequence` grows each time
    an invitation to it is changed (RFC 5545 SEQUENCE).
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="meetings")
    body = models.CharField(max_length=80, help_text="The body's id in the agreement file.")
    body_name = models.CharField(max_length=200)
    clause = models.CharField(max_length=80)
    number = models.PositiveIntegerField()
    called_by = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    called_at = models.DateTimeField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=200, blank=True)
    link = models.URLField(max_length=400, blank=True)
    sequence = models.PositiveIntegerField(default=0)
    held_on = models.DateField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    cancelled_because = models.TextField(blank=True)
    approved_on = models.DateField(null=True)
    also_for = ArrayField(models.UUIDField(), default=list)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("möte")
        indexes: ClassVar = [models.Index(fields=["partnership", "-starts_at"], name="meetings_by_day")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["partnership", "body", "number"], name="meetings_of_a_body_are_numbered"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="a_meeting_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(held_on=None) | Q(cancelled_at=None), name="a_meeting_is_held_or_cancelled"
            ),
            models.CheckConstraint(
                condition=Q(approved_on=None) | Q(held_on__isnull=False), name="only_a_held_meeting_is_approved"
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at=None) | ~Q(cancelled_because=""), name="a_meeting_is_cancelled_for_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body_name} {self.number}"


class AgendaItem(models.Model):
    """punkt på dagordningen. `noted` is what the minutes say about it.

    `kind`: an obligation that is due, an assumption nobody has confirmed, an action from before, a change to prepare,
    a matter between the parties, or something that somebody wants to raise.
    """

    class Kind(models.TextChoices):
        FREE = "free", _("fråga")
        OBLIGATION = "obligation", _("åtagande")
        ASSUMPTION = "assumption", _("tolkning att bekräfta")
        ACTION = "action", _("att göra sedan förra mötet")
        CHANGE = "change", _("ändring")
        MATTER = "matter", _("ärende mellan parterna")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.FREE)
    title = models.CharField(max_length=300)
    background = models.TextField(blank=True)
    clause = models.CharField(max_length=80, blank=True)
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, null=True, related_name="+")
    assumption = models.CharField(max_length=120, blank=True, help_text="The assumption's id in the agreement file.")
    action = models.ForeignKey("ActionPoint", on_delete=models.PROTECT, null=True, related_name="+")
    about = models.UUIDField(null=True, help_text="The change or the matter.")
    noted = models.TextField(blank=True)
    dealt_with = models.BooleanField(
        default=False, help_text="The minutes say that the obligation of the item was met at the meeting."
    )
    added_by = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    also_for = ArrayField(models.UUIDField(), default=list)

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("punkt på en dagordning")
        ordering: ClassVar = ["position", "id"]

    def __str__(self) -> str:
        return f"{self.position} {self.title}"


class Attendance(models.Model):
    """närvaro: one seat or guest at a meeting. `person` or, for someone who has no account, `name`.

    `came` is empty until somebody has noted it.
    """

    class Task(models.TextChoices):
        NONE = "", _("deltar")
        CHAIR = "chair", _("leder mötet")
        MINUTES = "minutes", _("för protokoll")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendances")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    function = models.CharField(max_length=200)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=120, blank=True)
    task = models.CharField(max_length=10, choices=Task, default=Task.NONE, blank=True)
    came = models.BooleanField(null=True)
    also_for = ArrayField(models.UUIDField(), default=list)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("närvaro vid ett möte")

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.function}"


class Decision(models.Model):
    """beslut of a meeting. It counts when the minutes are approved; what it then brings about depends on its kind.

    confirm: the assumption in `assumption` is answered with `answer` (empty: as Samsyn reads it now). prepare: a change
    is to be drafted. method: how the parties work. deviation: a deviation is noted. An extension, an
    amendment, a waiver, a termination or a repayment is never made by a decision alone.
    """

    class Kind(models.TextChoices):
        CONFIRM = "confirm", _("bekräftar en tolkning")
        PREPARE = "prepare", _("förbereder en ändring")
        METHOD = "method", _("bestämmer arbetssätt")
        DEVIATION = "deviation", _("noterar en avvikelse")
        OTHER = "other", _("annat beslut")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="decisions")
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, null=True, related_name="decisions")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.OTHER)
    says = models.TextField()
    assumption = models.CharField(max_length=120, blank=True)
    answer = models.CharField(max_length=120, blank=True)
    also_for = ArrayField(models.UUIDField(), default=list)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("beslut")
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "number"], name="decisions_of_a_meeting_are_numbered"),
            models.CheckConstraint(
                condition=~Q(kind="confirm") | ~Q(assumption=""), name="a_confirmation_says_of_what"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.says[:60]}"


class ActionPoint(models.Model):
    """att göra: who does what by when. Follows from meeting to meeting until it is done.

    `meeting` is where it was agreed; empty for a task of an orderly wind-down. `function` is who in the organisation.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, related_name="actions_agreed")
    says = models.TextField()
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    function = models.CharField(max_length=200, blank=True)
    due = models.DateField(null=True)
    wind_down = models.BooleanField(default=False)
    added_at = models.DateTimeField()
    done_on = models.DateField(null=True)
    done_note = models.TextField(blank=True)
    dropped_on = models.DateField(null=True)
    dropped_because = models.TextField(blank=True)
    also_for = ArrayField(models.UUIDField(), default=list)

    objects = ActionPointQuerySet.as_manager()

    class Meta:
        verbose_name = _("att göra efter ett möte")
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(done_on=None) | Q(dropped_on=None), name="an_action_is_done_or_dropped"),
            models.CheckConstraint(
                condition=Q(dropped_on=None) | ~Q(dropped_because=""), name="an_action_is_dropped_for_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(meeting__isnull=False) | Q(wind_down=True), name="an_action_comes_from_somewhere"
            ),
        ]

    def __str__(self) -> str:
        return self.says[:80]

    @property
    def is_open(self) -> bool:
        return self.done_on is None and self.dropped_on is None


class Minutes(models.Model):
    """protokoll: what was put before the parties for approval, frozen. A corrected text is the next revision.

    `content` is everything it says as plain values, `sha256` over their canonical JSON: what is approved is that text.
    `document` is the same as PDF/A.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="minutes")
    revision = models.PositiveIntegerField()
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="+")
    put_forward_by = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    put_forward_at = models.DateTimeField()
    also_for = ArrayField(models.UUIDField(), default=list)

    objects = MinutesQuerySet.as_manager()

    class Meta:
        verbose_name = _("protokoll")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "revision"], name="revisions_of_minutes_are_numbered"),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.revision}"


class MinutesAnswer(models.Model):
    """A party's word on one revision of the minutes: approved, or sent back with what is wrong. Never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="answers")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    approved = models.BooleanField()
    remark = models.TextField(blank=True)
    on = models.DateField()
    answered_at = models.DateTimeField()
    also_for = ArrayField(models.UUIDField(), default=list)

    objects = MinutesAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("svar på ett protokoll")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["minutes", "organisation"],
                name="a_party_answers_minutes_once",
                violation_error_message=_("Er part har redan svarat på den här versionen av protokollet."),
            ),
            models.CheckConstraint(
                condition=Q(approved=True) | ~Q(remark=""), name="minutes_are_sent_back_with_a_remark"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.minutes_id} {self.organisation_id} {self.approved}"
