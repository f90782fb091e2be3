"""What happens during a placement. Each row is of the organisation that wrote it; `shared`: the other reads it too.

A trigger lets a row be shared only while a consent in force covers its sort. After a withdrawal each party thus
writes on for itself, and what was shared before stays where it is.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.organisations.models import Organisation
from samsyn.web.partnerships.models import Partnership
from samsyn.web.placements.models.placement import Placement
from samsyn.web.placements.queries.rows import (
    AttendanceQuerySet,
    ClosingQuerySet,
    SelfAssessmentQuerySet,
    StepDoneQuerySet,
)
from samsyn.web.placements.scale import VERSION
from samsyn.web.project.ids import new_id


class StepDone(models.Model):
    """A step of the agreement that was taken: which, for the how manieth time, and on which day. No note.

    `function` is who had the talk, where the agreement lets each function have its own; empty where all met.
    """

    class TakenBack(models.TextChoices):
        WRONG_PLACEMENT = "wrong_placement", _("det gällde en annan placering")
        WRONG_DAY = "wrong_day", _("dagen var fel")
        NOT_DONE = "not_done", _("det blev inte gjort")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="steps")
    step = models.CharField(max_length=80)
    kind = models.CharField(max_length=20)
    occurrence = models.PositiveSmallIntegerField()
    function = models.CharField(max_length=200, blank=True)
    done_on = models.DateField()
    noted_at = models.DateTimeField()
    shared = models.BooleanField()
    taken_back_at = models.DateTimeField(null=True)
    taken_back_because = models.CharField(max_length=20, choices=TakenBack, blank=True)

    objects = StepDoneQuerySet.as_manager()

    class Meta:
        verbose_name = _("taget steg")
        ordering: ClassVar = ["done_on", "noted_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["placement", "organisation", "step", "occurrence", "function"],
                condition=Q(taken_back_at=None),
                name="a_step_is_taken_once",
                violation_error_message=_("Steget är redan antecknat. Ladda om sidan."),
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at=None, taken_back_because="")
                | (Q(taken_back_at__isnull=False) & ~Q(taken_back_because="")),
                name="a_step_taken_back_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.placement_id} {self.step} {self.occurrence}"


class Attendance(models.Model):
    """närvaro on one day; `talk`: the day's talk with the supervisor was had. No reason and no note."""

    class State(models.TextChoices):
        PRESENT = "present", _("närvarande")
        ABSENT_NOTIFIED = "absent_notified", _("frånvarande, anmäld")
        ABSENT = "absent", _("frånvarande, inte anmäld")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="attendance")
    day = models.DateField()
    state = models.CharField(max_length=16, choices=State)
    talk = models.BooleanField(default=False)
    noted_at = models.DateTimeField()
    shared = models.BooleanField()

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("närvaro")
        ordering: ClassVar = ["day"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["placement", "day"], name="attendance_is_noted_once_a_day"),
            models.CheckConstraint(
                condition=Q(talk=False) | Q(state="present"),
                name="who_talked_was_there",
                violation_error_message=_("Samtalet kan bara vara hållet en dag då deltagaren var närvarande."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.placement_id} {self.day}"


def _of_five(number: int) -> models.CheckConstraint:
    name = f"statement_{number}"
    return models.CheckConstraint(
        condition=Q(**{name: None}) | Q(**{f"{name}__range": (1, 5)}),
        name=f"{name}_is_one_to_five",
        violation_error_message=_("Svara med ett tal från 1 till 5, eller hoppa över påståendet."),
    )


class SelfAssessment(models.Model):
    """självskattning: five statements, each 1–5 or skipped, by participant or supervisor, in a numbered wave.

    `version` is that of the statements' words (`scale.DIGESTS`): answers to others are not compared.
    """

    class Rater(models.TextChoices):
        PARTICIPANT = "participant", _("deltagaren")
        SUPERVISOR = "supervisor", _("handledaren")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="assessments")
    wave = models.PositiveSmallIntegerField()
    rater = models.CharField(max_length=12, choices=Rater)
    version = models.PositiveSmallIntegerField(default=VERSION)
    statement_1 = models.SmallIntegerField(null=True)
    statement_2 = models.SmallIntegerField(null=True)
    statement_3 = models.SmallIntegerField(null=True)
    statement_4 = models.SmallIntegerField(null=True)
    statement_5 = models.SmallIntegerField(null=True)
    done_on = models.DateField()
    noted_at = models.DateTimeField()
    shared = models.BooleanField()

    objects = SelfAssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("självskattning")
        ordering: ClassVar = ["wave", "done_on"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(wave__gte=1), name="waves_are_numbered_from_one"),
            *(_of_five(number) for number in range(1, 6)),
            models.UniqueConstraint(
                fields=["placement", "organisation", "wave", "rater"],
                name="a_wave_is_answered_once_by_each",
                violation_error_message=_("Skattningen är redan gjord. Ladda om sidan."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.placement_id} {self.wave}"

    @property
    def values(self) -> tuple[int | None, ...]:
        return (self.statement_1, self.statement_2, self.statement_3, self.statement_4, self.statement_5)


class Closing(models.Model):
    """avslut: one party's word of how it went against the plan and where it led. Each party has its own row.

    `result` is empty where the party only says where it led, which may be known later.
    """

    class Result(models.TextChoices):
        FOLLOWED_PLAN = "followed_plan", _("genomförd enligt planeringen")
        PARTLY = "partly", _("delvis genomförd enligt planeringen")
        BROKE_OFF = "broke_off", _("avbruten")

    class Outcome(models.TextChoices):
        WORK = "work", _("arbete")
        STUDIES = "studies", _("studier")
        CONTINUED = "continued", _("fortsatt insats")
        OTHER = "other", _("annat")
        UNKNOWN = "unknown", _("vet inte")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="closings")
    result = models.CharField(max_length=15, choices=Result, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome)
    said_on = models.DateField()
    said_at = models.DateTimeField()
    shared = models.BooleanField()

    objects = ClosingQuerySet.as_manager()

    class Meta:
        verbose_name = _("avslut av en placering")
        ordering: ClassVar = ["said_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["placement", "organisation"], name="a_party_closes_a_placement_once"),
        ]

    def __str__(self) -> str:
        return str(self.placement_id)
