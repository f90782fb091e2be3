"""An evening, a meeting of a group, a lecture: planned, then held or cancelled."""

from datetime import datetime
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.rules.occasions import Span, span
from samsyn.web.occasions.models.choices import Figure, Kind
from samsyn.web.occasions.rows import OccasionQuerySet, SeriesQuerySet
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id
from samsyn.web.roster.models import Worker

__all__ = ["Figure", "Occasion", "Series"]


class Series(models.Model):
    """serie: on which weekdays (1 is Monday) and at which hours an activity is planned, from one day through another.

    The occasions are rows of their own from the day the series is made. `every`: each week, each second week.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    activity = models.CharField(max_length=60, help_text="The activity's id in the agreement file, or an own one's.")
    weekdays = ArrayField(models.PositiveSmallIntegerField())
    every = models.PositiveSmallIntegerField(default=1)
    starts = models.TimeField()
    ends = models.TimeField()
    first = models.DateField()
    last = models.DateField()
    except_days = ArrayField(models.DateField(), default=list, blank=True)
    place = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = SeriesQuerySet.as_manager()

    class Meta:
        verbose_name = _("serie av tillfällen")
        ordering: ClassVar = ["-first", "starts"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(weekdays__len__gte=1, weekdays__contained_by=[1, 2, 3, 4, 5, 6, 7]),
                name="a_series_has_its_weekdays",
            ),
            models.CheckConstraint(condition=Q(every__gte=1, every__lte=4), name="a_series_comes_at_least_monthly"),
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="a_series_ends_after_it_begins"),
            models.CheckConstraint(condition=~Q(starts=F("ends")), name="a_series_takes_some_time"),
        ]

    def __str__(self) -> str:
        return f"{self.activity} {self.first}–{self.last}"


class Occasion(models.Model):
    """tillfälle: one time that an activity is held, on the civil `day` on which it begins.

    `starts`, `ends`: by the clock in Sweden; one that ends at or before its beginning goes on past midnight. What the
    agreement said of the activity when it was planned is kept: `kind`, `counts` (the figure that a head belongs to)
    and `discreet`, so that no change of the agreement moves a figure or uncovers a calendar.
    `responsible` may be forgotten before the occasion is. `receiver` is an organisation, never a person.
    `shared`: the other parties see when, where and what. `revision` grows with each change that a calendar shows.
    """

    class State(models.TextChoices):
        PLANNED = "planned", _("planerat")
        HELD = "held", _("hållet")
        CANCELLED = "cancelled", _("inställt")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    activity = models.CharField(max_length=60, help_text="The activity's id in the agreement file, or an own one's.")
    kind = models.CharField(max_length=12, choices=Kind)
    counts = models.CharField(max_length=12, choices=Figure)
    discreet = models.BooleanField(default=False)
    series = models.ForeignKey(Series, on_delete=models.PROTECT, null=True, related_name="occasions")
    day = models.DateField()
    starts = models.TimeField()
    ends = models.TimeField()
    place = models.CharField(max_length=200, blank=True)
    responsible = models.ForeignKey(Worker, on_delete=models.SET_NULL, null=True, related_name="+")
    receiver_kind = models.CharField(max_length=120, blank=True)
    receiver = models.CharField(max_length=200, blank=True)
    shared = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    planned_at = models.DateTimeField()
    planned_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    held_at = models.DateTimeField(null=True)
    held_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    cancelled_because = models.CharField(max_length=200, blank=True, default="")
    revision = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()

    objects = OccasionQuerySet.as_manager()

    class Meta:
        verbose_name = _("tillfälle")
        ordering: ClassVar = ["day", "starts", "id"]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "partnership", "day"], name="occasions_of_one_by_day"),
            models.Index(fields=["partnership", "day"], condition=Q(shared=True), name="occasions_shared_by_day"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind__in=Kind.values, counts__in=Figure.values), name="an_occasion_is_of_a_known_kind"
            ),
            models.CheckConstraint(condition=~Q(starts=F("ends")), name="an_occasion_takes_some_time"),
            models.CheckConstraint(
                condition=Q(state="planned", held_at=None, cancelled_at=None, cancelled_because="")
                | Q(state="held", held_at__isnull=False, cancelled_at=None, cancelled_because="")
                | (Q(state="cancelled", held_at=None, cancelled_at__isnull=False) & ~Q(cancelled_because="")),
                name="an_occasion_is_planned_held_or_cancelled_with_a_reason",
                violation_error_message=_("Skriv varför tillfället ställs in."),
            ),
            models.CheckConstraint(
                condition=Q(receiver="", receiver_kind="") | Q(kind="lecture"), name="only_a_lecture_has_a_receiver"
            ),
            models.UniqueConstraint(
                fields=["partnership", "organisation", "activity", "day", "starts", "place"],
                condition=~Q(state="cancelled"),
                name="an_occasion_is_planned_once",
                violation_error_message=_("Det finns redan ett sådant tillfälle den dagen och tiden på samma plats."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity} {self.day}"

    @property
    def span(self) -> Span:
        """From one instant to another, in UTC."""
        return span(self.day, self.starts, self.ends)

    @property
    def begins(self) -> datetime:
        return self.span.begins

    @property
    def finishes(self) -> datetime:
        return self.span.finishes
