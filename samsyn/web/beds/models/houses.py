"""What there is: sites, places, which pool a place belongs to on which nights, and when it cannot be used.

Nights are civil dates of their evenings; every range is half-open: [first night, first night no longer).
"""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.beds.queries import HouseQuerySet
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id


class Site(models.Model):
    """nattställe: a house where people sleep, run by `organisation`. `key`: its id in the agreement file, if there.

    `latest_arrival` is the site's own hour where the agreement gives none; `out_by` when guests leave in the morning.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="sites")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="sites")
    key = models.CharField(max_length=60, blank=True)
    name = models.CharField(max_length=120)
    address = models.CharField(max_length=200, help_text="As it stands on the guest's slip.")
    phone = models.CharField(max_length=30, blank=True, help_text="Who answers at night.")
    opens = models.TimeField(help_text="When the evening begins.")
    latest_arrival = models.TimeField(null=True)
    out_by = models.TimeField()
    closed_on = models.DateField(null=True, help_text="First night on which the site is no more.")

    objects = HouseQuerySet["Site"].as_manager()

    class Meta:
        verbose_name = _("nattställe")
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["partnership", "name"], name="a_site_has_its_own_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Place(models.Model):
    """plats: one bed or mattress, with the label that is on it. `rank` is the order in which places are given."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="places")
    label = models.CharField(max_length=20)
    rank = models.PositiveIntegerField(default=0)

    objects = HouseQuerySet["Place"].as_manager()

    class Meta:
        verbose_name = _("nattplats")
        ordering: ClassVar = ["rank", "label"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["site", "label"], name="a_place_has_its_own_label")]

    def __str__(self) -> str:
        return self.label


class ExtraNight(models.Model):
    """extra kall natt eller särskild händelse: a person's decision on extra places one night. Never changed.

    `reason` always; for a cold night also the forecast and where it was read, as typed.
    """

    class Trigger(models.TextChoices):
        COLD_NIGHT = "cold_night", _("extra kall natt")
        SPECIAL_EVENT = "special_event", _("särskild händelse")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kept_by = models.CharField(max_length=60, help_text="The coordinating body's id in the agreement file.")
    pool = models.CharField(max_length=60, help_text="The pool's id in the agreement file.")
    night = models.DateField()
    trigger = models.CharField(max_length=15, choices=Trigger)
    reason = models.TextField()
    forecast = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=200, blank=True)
    clause = models.CharField(max_length=80)
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField()

    objects = HouseQuerySet["ExtraNight"].as_manager()

    class Meta:
        verbose_name = _("beslut om extra natt")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["partnership", "pool", "night", "trigger"], name="an_extra_night_is_decided_once"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="an_extra_night_has_a_reason"),
            models.CheckConstraint(
                condition=~Q(trigger="cold_night") | (~Q(forecast="") & ~Q(source="")),
                name="a_cold_night_rests_on_a_forecast",
            ),
            models.CheckConstraint(
                condition=Q(trigger__in=["cold_night", "special_event"]), name="an_extra_night_is_cold_or_special"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.night} {self.trigger}"


class Standing(models.Model):
    """What a place is for on certain nights: which pool it is counted in, and why it is there.

    Permanent; rolling (only these nights, such as a parish's turn); extra, one night by a decision. Moving a place
    between pools ends one row and begins another, with the reason.
    """

    class Kind(models.TextChoices):
        PERMANENT = "permanent", _("fast")
        ROLLING = "rolling", _("enligt schema")
        EXTRA = "extra", _("extra")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="standings")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="standings")
    pool = models.CharField(max_length=60)
    kind = models.CharField(max_length=10, choices=Kind)
    nights = DateRangeField()
    extra_night = models.ForeignKey(ExtraNight, on_delete=models.PROTECT, null=True, related_name="standings")
    because = models.TextField(blank=True)

    objects = HouseQuerySet["Standing"].as_manager()

    class Meta:
        verbose_name = _("vad en plats är till för")
        constraints: ClassVar = [
            ExclusionConstraint(
                name="a_place_is_in_one_pool_a_night",
                expressions=[("place", RangeOperators.EQUAL), ("nights", RangeOperators.OVERLAPS)],
                violation_error_message=_("Platsen hör redan till ett slag av platser de nätterna."),
            ),
            models.CheckConstraint(
                condition=Q(kind="extra", extra_night__isnull=False, nights__endswith=F("nights__startswith") + 1)
                | Q(kind__in=["permanent", "rolling"], extra_night=None),
                name="an_extra_place_stands_one_night_by_a_decision",
            ),
            models.CheckConstraint(condition=Q(nights__isempty=False), name="a_standing_has_nights"),
        ]

    def __str__(self) -> str:
        return f"{self.place_id} {self.pool} {self.nights}"


class Outage(models.Model):
    """ur bruk: nights on which a place cannot be used, and why (a broken bed, a leak; never a person)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="outages")
    nights = DateRangeField()
    because = models.CharField(max_length=200)

    objects = HouseQuerySet["Outage"].as_manager()

    class Meta:
        verbose_name = _("plats ur bruk")
        constraints: ClassVar = [
            ExclusionConstraint(
                name="a_place_is_out_of_order_once_a_night",
                expressions=[("place", RangeOperators.EQUAL), ("nights", RangeOperators.OVERLAPS)],
                violation_error_message=_("Platsen är redan ur bruk under en del av tiden."),
            ),
            models.CheckConstraint(condition=~Q(because=""), name="an_outage_has_a_reason"),
            models.CheckConstraint(condition=Q(nights__isempty=False), name="an_outage_has_nights"),
        ]

    def __str__(self) -> str:
        return f"{self.place_id} {self.nights}"
