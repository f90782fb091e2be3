"""The numbered places of a pool, and who has which on which days."""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.organisations.models import DateRange, Organisation
from samsyn.web.partnerships.models import Partnership
from samsyn.web.placements.models.people import Participant
from samsyn.web.placements.models.placement import Placement
from samsyn.web.placements.queries.rows import OccupancyQuerySet, TrainingPlaceQuerySet
from samsyn.web.project.ids import new_id


class TrainingPlace(models.Model):
    """arbetsträningsplats: number 1 … n of a pool of the agreement, on the days [since, until).

    Made from the agreement by `make_training_places`. That there is no place n + 1 stops one participant too many.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    pool = models.CharField(max_length=80)
    number = models.PositiveSmallIntegerField()
    since = models.DateField()
    until = models.DateField(null=True)

    objects = TrainingPlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("arbetsträningsplats")
        ordering: ClassVar = ["pool", "number", "since"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(number__gte=1), name="places_are_numbered_from_one"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="a_place_does_not_end_before_it_begins"
            ),
            ExclusionConstraint(
                name="a_number_is_one_place_at_a_time",
                expressions=[
                    ("partnership", RangeOperators.EQUAL),
                    ("pool", RangeOperators.EQUAL),
                    ("number", RangeOperators.EQUAL),
                    (DateRange("since", "until", RangeBoundary()), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pool} {self.number}"


class Occupancy(models.Model):
    """A place held by a placement on the days [first, until). Nothing else about anyone is in this table.

    A placement that moves has several, one after the other. A place that was promised and fell through: first = until.
    Triggers keep it within the days of its place, and within the placement's longest time unless it was extended.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    sender = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    place = models.ForeignKey(TrainingPlace, on_delete=models.PROTECT, related_name="occupancies")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="occupancies")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    first = models.DateField()
    until = models.DateField()

    objects = OccupancyQuerySet.as_manager()

    class Meta:
        verbose_name = _("tid på en plats")
        ordering: ClassVar = ["first", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(until__gte=F("first")), name="a_time_runs_forward"),
            ExclusionConstraint(
                name="a_place_is_held_by_one_at_a_time",
                expressions=[
                    ("place", RangeOperators.EQUAL),
                    (DateRange("first", "until", RangeBoundary()), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Platsen är upptagen eller lovad en del av den tiden. Välj en annan plats."),
            ),
            ExclusionConstraint(
                name="a_participant_holds_one_place_at_a_time",
                expressions=[
                    ("participant", RangeOperators.EQUAL),
                    (DateRange("first", "until", RangeBoundary()), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Deltagaren har redan en plats en del av den tiden. Ändra den första dagen."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place_id} {self.first}"
