"""What a day is: held, cancelled, closed; and which periods are finished with."""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id
from samsyn.web.tallies.queries.rows import ClosedPeriodQuerySet, ClosureQuerySet, HeldDayQuerySet


class ClosedPeriod(models.Model):
    """stängd period: the figures of these days are given. What comes later for one of them waits for a decision.

    Closing waits for those who are counting and they for it (an advisory lock on the pad, in the triggers), so that no
    event is counted in a period after it was closed.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    pad = models.CharField(max_length=60)
    days = DateRangeField()
    closed_at = models.DateTimeField()
    closed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    reopened_at = models.DateTimeField(null=True)
    reopened_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    reopened_because = models.CharField(max_length=300, blank=True, default="")

    objects = ClosedPeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("stängd period")
        ordering: ClassVar = ["-days", "-closed_at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(days__isempty=False, days__lower_inf=False, days__upper_inf=False),
                name="a_closed_period_begins_and_ends",
            ),
            models.CheckConstraint(
                condition=Q(reopened_at=None, reopened_because="")
                | (Q(reopened_at__isnull=False) & ~Q(reopened_because="")),
                name="a_period_is_reopened_with_a_reason",
                violation_error_message=_("Skriv varför perioden öppnas igen."),
            ),
            ExclusionConstraint(
                name="a_day_is_closed_once",
                expressions=[
                    ("partnership", RangeOperators.EQUAL),
                    ("organisation", RangeOperators.EQUAL),
                    ("pad", RangeOperators.EQUAL),
                    ("days", RangeOperators.OVERLAPS),
                ],
                condition=Q(reopened_at=None),
                violation_error_message=_(
                    "En del av de dagarna är redan stängda. Ladda om sidan, och välj dagar som är öppna."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pad} {self.days}"


class Closure(models.Model):
    """stängt: days on which nothing is planned, whatever the weekly hours say. `pad` empty: at all of its pads."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    pad = models.CharField(max_length=60, blank=True, default="")
    days = DateRangeField()
    why = models.CharField(max_length=200)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ClosureQuerySet.as_manager()

    class Meta:
        verbose_name = _("stängda dagar")
        ordering: ClassVar = ["days"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(days__isempty=False, days__lower_inf=False, days__upper_inf=False),
                name="a_closure_begins_and_ends",
            ),
            models.CheckConstraint(condition=~Q(why=""), name="a_closure_says_why"),
            models.UniqueConstraint(
                fields=["partnership", "organisation", "pad", "days"],
                name="the_same_days_are_closed_once",
                violation_error_message=_("De dagarna är redan stängda."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.days}"


class HeldDay(models.Model):
    """What is said of one day by hand: it was held though nothing was counted, or it was cancelled."""

    class State(models.TextChoices):
        HELD = "held", _("hållen")
        CANCELLED = "cancelled", _("inställd")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    pad = models.CharField(max_length=60)
    day = models.DateField()
    state = models.CharField(max_length=10, choices=State)
    reason = models.CharField(max_length=200, blank=True, default="")
    said_at = models.DateTimeField()
    said_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = HeldDayQuerySet.as_manager()

    class Meta:
        verbose_name = _("hållen eller inställd dag")
        ordering: ClassVar = ["day"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["partnership", "organisation", "pad", "day"], name="one_word_about_a_day"),
            models.CheckConstraint(
                condition=~Q(state="cancelled") | ~Q(reason=""),
                name="a_cancelled_day_says_why",
                violation_error_message=_("Skriv varför dagen ställs in."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.state}"
