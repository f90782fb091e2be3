"""Who has which place: the place that was given, the nights on a certain bed, and the time that keeps one from another.

Three tables, so that a move, a swap, an early departure and a merge each touch one of them and loosen no constraint:

    Entitlement  what was given: five nights (seven) from a night on. Never longer, only ended earlier.
    Segment      on which place those nights are slept. Place × nights and guest × nights exclude each other.
    Block        stay and quarantine, under a scheme. Guest × scheme × nights exclude each other.
"""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.contrib.postgres.indexes import GistIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.beds.models.guests import Guest, Sex
from samsyn.web.beds.models.hindrances import Override
from samsyn.web.beds.models.houses import Place, Site
from samsyn.web.beds.queries import KeptQuerySet, StayQuerySet
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id


class Entitlement(models.Model):
    """tilldelad plats: `nights` as they were given; `left_on` the first night not slept, where it ended earlier.

    `quarantine_nights` and `scheme` are what the agreement said when it was given; `clause` where. `guest` is the
    record it was given to, also after a merge.
    """

    class Kind(models.TextChoices):
        ORDINARY = "ordinary", _("vanlig plats")
        COLD_NIGHT = "cold_night", _("extra kall natt")
        SPECIAL_EVENT = "special_event", _("särskild händelse")

    class Ended(models.TextChoices):
        LEFT = "left", _("lämnade i förtid")
        NO_SHOW = "no_show", _("kom inte")
        BARRED = "barred", _("avstängd")
        UNDONE = "undone", _("gavs av misstag")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", help_text="Who gave it.")
    kept_by = models.CharField(max_length=60)
    guest = models.ForeignKey(Guest, on_delete=models.SET_NULL, null=True, related_name="entitlements")
    pool = models.CharField(max_length=60)
    kind = models.CharField(max_length=15, choices=Kind, default=Kind.ORDINARY)
    nights = DateRangeField()
    left_on = models.DateField(null=True)
    ended = models.CharField(max_length=10, choices=Ended, blank=True)
    quarantine_nights = models.PositiveSmallIntegerField()
    scheme = models.CharField(max_length=80)
    clause = models.CharField(max_length=80)
    intake = models.CharField(max_length=60, blank=True, help_text="The intake point's id in the agreement file.")
    given_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    given_at = models.DateTimeField()

    objects = KeptQuerySet["Entitlement"].as_manager()

    class Meta:
        verbose_name = _("tilldelad plats")
        indexes: ClassVar = [models.Index(fields=["partnership", "guest"], name="entitlements_by_guest")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(nights__isempty=False, nights__upper_inf=False, nights__lower_inf=False),
                name="a_place_is_given_for_certain_nights",
            ),
            models.CheckConstraint(
                condition=Q(left_on=None, ended="") | (Q(left_on__isnull=False) & ~Q(ended="")),
                name="an_early_end_says_how",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pool} {self.nights}"


class Segment(models.Model):
    """vistelse: the nights of an entitlement on one place. Emptied, not deleted, when none of them was slept.

    `guest` follows a merge. `sex` stays for the statistics when the guest has been erased. `override` sets a bar aside.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="+", help_text="Who runs the site."
    )
    kept_by = models.CharField(max_length=60)
    entitlement = models.ForeignKey(Entitlement, on_delete=models.PROTECT, related_name="segments")
    guest = models.ForeignKey(Guest, on_delete=models.SET_NULL, null=True, related_name="segments")
    sex = models.CharField(max_length=10, choices=Sex)
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="segments")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="segments")
    pool = models.CharField(max_length=60)
    nights = DateRangeField()
    override = models.ForeignKey(Override, on_delete=models.PROTECT, null=True, related_name="+")

    objects = StayQuerySet["Segment"].as_manager()

    class Meta:
        verbose_name = _("vistelse på en plats")
        indexes: ClassVar = [GistIndex(fields=["site", "nights"], name="segments_by_site_and_nights")]
        constraints: ClassVar = [
            ExclusionConstraint(
                name="a_place_has_one_guest_a_night",
                expressions=[("place", RangeOperators.EQUAL), ("nights", RangeOperators.OVERLAPS)],
                violation_error_message=_("Platsen är redan tagen en av nätterna."),
            ),
            ExclusionConstraint(
                name="a_guest_has_one_place_a_night",
                expressions=[
                    ("partnership", RangeOperators.EQUAL),
                    ("guest", RangeOperators.EQUAL),
                    ("nights", RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Gästen har redan en plats en av nätterna."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place_id} {self.nights}"


class Block(models.Model):
    """spärr: the nights of the stay and of the quarantine after it. Cut earlier only with `left_on` or `lifted_by`.

    One for a place, but where an extra place gives a quarantine for ordinary places only: that is a block of its own.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    entitlement = models.ForeignKey(Entitlement, on_delete=models.CASCADE, related_name="blocks")
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    kept_by = models.CharField(max_length=60)
    guest = models.ForeignKey(Guest, on_delete=models.SET_NULL, null=True, related_name="blocks")
    scheme = models.CharField(max_length=80)
    nights = DateRangeField()
    lifted_by = models.ForeignKey(Override, on_delete=models.PROTECT, null=True, related_name="+")

    objects = KeptQuerySet["Block"].as_manager()

    class Meta:
        verbose_name = _("spärr för en ny plats")
        constraints: ClassVar = [
            ExclusionConstraint(
                name="stay_and_quarantine_do_not_overlap",
                expressions=[
                    ("partnership", RangeOperators.EQUAL),
                    ("guest", RangeOperators.EQUAL),
                    ("scheme", RangeOperators.EQUAL),
                    ("nights", RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Gästen har en plats eller karens en av nätterna."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme} {self.nights}"


class Night(models.Model):
    """En natt för en gäst på en plats: what happened. Expected is the absence of a row.

    `out_at` is set in the morning. `released_at`: the place was given to the line for this night or for good.
    """

    class State(models.TextChoices):
        ARRIVED = "arrived", _("har kommit")
        NO_SHOW = "no_show", _("kom inte")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kept_by = models.CharField(max_length=60)
    segment = models.ForeignKey(Segment, on_delete=models.PROTECT, related_name="slept")
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")
    pool = models.CharField(max_length=60)
    sex = models.CharField(max_length=10, choices=Sex)
    night = models.DateField()
    state = models.CharField(max_length=10, choices=State)
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    noted_at = models.DateTimeField()
    out_at = models.DateTimeField(null=True)
    on_paper = models.BooleanField(default=False, help_text="Entered afterwards from the printed list.")

    objects = StayQuerySet["Night"].as_manager()

    class Meta:
        verbose_name = _("gästnatt")
        indexes: ClassVar = [models.Index(fields=["partnership", "night"], name="nights_by_night")]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["segment", "night"], name="a_night_is_noted_once"),
            models.CheckConstraint(condition=Q(state__in=["arrived", "no_show"]), name="a_guest_came_or_did_not"),
            models.CheckConstraint(
                condition=Q(out_at=None) | Q(state="arrived"), name="only_who_came_goes_out_in_the_morning"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.night} {self.state}"
