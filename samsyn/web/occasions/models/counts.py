"""How many came. A count is never rewritten: a correction is a count of its own, with its reason."""

from typing import ClassVar

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.occasions.models.choices import Sex
from samsyn.web.occasions.models.occasion import Occasion
from samsyn.web.occasions.rows import CountQuerySet, DifferentPeopleQuerySet, HeadsQuerySet
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id


class Count(models.Model):
    """räkning: what was counted at an occasion, one time. One of them stands; `reason` says why an earlier does not.

    Its rows of heads are the only figures: the total is their sum. A count without rows says that nobody came, and
    `nobody` that somebody meant to say so.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    occasion = models.ForeignKey(Occasion, on_delete=models.PROTECT, related_name="counted")
    number = models.PositiveSmallIntegerField()
    nobody = models.BooleanField(default=False)
    reason = models.CharField(max_length=300, blank=True, default="")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    replaced_at = models.DateTimeField(null=True)

    objects = CountQuerySet.as_manager()

    class Meta:
        verbose_name = _("räkning vid ett tillfälle")
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["occasion", "number"], name="counts_of_an_occasion_are_numbered"),
            models.UniqueConstraint(
                fields=["occasion"],
                condition=Q(replaced_at=None),
                name="one_count_stands",
                violation_error_message=_("Tillfället är redan räknat. Ladda om sidan."),
            ),
            models.CheckConstraint(
                condition=Q(number=1, reason="") | (Q(number__gt=1) & ~Q(reason="")),
                name="a_later_count_says_why",
                violation_error_message=_("Skriv varför antalet rättas."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.occasion_id} {self.number}"


class Heads(models.Model):
    """huvuden: so many of one sex and one age band, each empty where it was not asked."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    count = models.ForeignKey(Count, on_delete=models.CASCADE, related_name="heads")
    occasion = models.ForeignKey(Occasion, on_delete=models.PROTECT, related_name="heads")
    sex = models.CharField(max_length=10, choices=Sex, blank=True, default="")
    age_band = models.CharField(max_length=10, blank=True, default="")
    n = models.PositiveIntegerField()

    objects = HeadsQuerySet.as_manager()

    class Meta:
        verbose_name = _("huvuden vid ett tillfälle")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["count", "sex", "age_band"], name="heads_are_counted_once"),
            models.CheckConstraint(condition=Q(n__gte=1, n__lte=100_000), name="heads_are_some"),
            models.CheckConstraint(condition=Q(sex__in=["", *Sex.values]), name="sex_is_as_on_a_pad"),
        ]

    def __str__(self) -> str:
        return f"{self.n}"


class DifferentPeople(models.Model):
    """olika personer in a group's occasions on `days`, by its leaders' own word. Another figure than heads.

    Nobody is recorded, so it cannot be counted from the heads; a later word replaces an earlier with its reason.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    activity = models.CharField(max_length=60)
    days = DateRangeField()
    n = models.PositiveIntegerField()
    reason = models.CharField(max_length=300, blank=True, default="")
    said_at = models.DateTimeField()
    said_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    replaced_at = models.DateTimeField(null=True)

    objects = DifferentPeopleQuerySet.as_manager()

    class Meta:
        verbose_name = _("olika personer i en grupp")
        ordering: ClassVar = ["-days", "-said_at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(days__isempty=False, days__lower_inf=False, days__upper_inf=False),
                name="different_people_of_a_period",
            ),
            models.CheckConstraint(condition=Q(n__lte=100_000), name="different_people_are_not_a_town"),
            models.UniqueConstraint(
                fields=["partnership", "organisation", "activity", "days"],
                condition=Q(replaced_at=None),
                name="different_people_are_said_once",
                violation_error_message=_("Det är redan sagt för de dagarna. Ladda om sidan."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity} {self.days} {self.n}"
