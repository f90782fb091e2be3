"""What is counted: one row for each tap, each line of a paper tally and each correction. Nothing is rewritten."""

from typing import ClassVar

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id
from samsyn.web.tallies.models.devices import Device
from samsyn.web.tallies.queries.rows import DaySumQuerySet, EventQuerySet, MonthSumQuerySet

VISIT = "visit"
"""The button that counts a visit; every other button is a service and has its id."""
MOST = 10_000
"""More than this in one row is a slip of the hand."""


class Event(models.Model):
    """räknehändelse: `n` more (or fewer) of a button on a civil day. Append-only; the id is made where it was counted.

    pad: a tap (n = 1), or the undoing of one (`undoes`, n = -1); `at` is when, by the tablet's corrected clock, and
    `offset_minutes` what the tablet said of its time zone. paper: typed in afterwards, `reason` says from what.
    correction: any n, with its reason. No row says who was counted.

    `state`: a day in a closed period makes an event wait, uncounted, until somebody decides (`decided_…`). A trigger
    sets it; whoever writes «counted» for a closed day gets «waits».
    """

    class Source(models.TextChoices):
        PAD = "pad", _("plattan")
        PAPER = "paper", _("papper")
        CORRECTION = "correction", _("rättelse")

    class Sex(models.TextChoices):
        """As in the rest of the house; nobody is asked to prove it. Empty: the pad does not ask."""

        WOMAN = "woman", _("kvinna")
        MAN = "man", _("man")
        OTHER = "other", _("annat")
        NOT_STATED = "not_stated", _("inte uppgivet")

    class State(models.TextChoices):
        COUNTED = "counted", _("räknad")
        WAITS = "waits", _("väntar på beslut")
        REFUSED = "refused", _("räknas inte")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+", db_index=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    pad = models.CharField(max_length=60)
    button = models.CharField(max_length=60)
    day = models.DateField()
    at = models.DateTimeField(null=True)
    offset_minutes = models.SmallIntegerField(null=True)
    received_at = models.DateTimeField()
    device = models.ForeignKey(Device, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    source = models.CharField(max_length=10, choices=Source)
    n = models.IntegerField()
    sex = models.CharField(max_length=10, choices=Sex, blank=True, default="")
    age_band = models.CharField(max_length=10, blank=True, default="")
    undoes = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="undone_by")
    reason = models.CharField(max_length=300, blank=True, default="")
    state = models.CharField(max_length=8, choices=State, default=State.COUNTED)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    decided_because = models.CharField(max_length=300, blank=True, default="")

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("räknehändelse")
        indexes: ClassVar = [
            models.Index(fields=["organisation", "partnership", "pad", "day"], name="events_by_pad_and_day"),
            models.Index(
                fields=["organisation", "partnership", "pad"], condition=Q(state="waits"), name="events_that_wait"
            ),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(n=0) & Q(n__range=(-MOST, MOST)),
                name="an_event_counts_something",
                violation_error_message=_("Skriv ett antal mellan 1 och 10 000."),
            ),
            models.CheckConstraint(
                condition=~Q(source="pad") | Q(undoes=None, n=1) | Q(undoes__isnull=False, n=-1), name="a_tap_is_one"
            ),
            models.CheckConstraint(
                condition=Q(
                    source="pad",
                    device__isnull=False,
                    at__isnull=False,
                    offset_minutes__isnull=False,
                    person=None,
                    reason="",
                )
                | (~Q(source="pad") & Q(device=None, at=None, offset_minutes=None)),
                name="a_tap_comes_from_a_device_and_nobody",
            ),
            models.CheckConstraint(
                condition=~Q(source="paper") | (Q(n__gt=0, undoes=None) & ~Q(reason="")),
                name="a_paper_tally_has_its_source",
                violation_error_message=_("Skriv vilket papper siffran kommer från."),
            ),
            models.CheckConstraint(
                condition=~Q(source="correction") | ~Q(reason=""),
                name="a_correction_has_its_reason",
                violation_error_message=_("Skriv varför siffran rättas."),
            ),
            models.CheckConstraint(
                condition=Q(button__regex=r"^[a-z0-9]+(-[a-z0-9]+)*$") & Q(pad__regex=r"^[a-z0-9]+(-[a-z0-9]+)*$"),
                name="a_button_has_an_id",
            ),
            models.CheckConstraint(
                condition=Q(age_band="") | Q(age_band__regex=r"^\d{1,3}(-\d{1,3}|\+)$"), name="an_age_band_is_two_ages"
            ),
            models.CheckConstraint(
                condition=Q(sex__in=["", "woman", "man", "other", "not_stated"]), name="a_sex_is_one_that_we_know"
            ),
            models.CheckConstraint(
                condition=Q(state="refused", decided_at__isnull=False)
                | Q(state="counted")
                | Q(state="waits", decided_at=None, decided_by=None, decided_because=""),
                name="what_waits_is_not_decided_and_what_is_refused_is",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.button} {self.day} {self.n:+}"


class DaySum(models.Model):
    """dagssumma: what is counted of a button on a day, by what was said of sex and age. Kept by a trigger on `Event`.

    Nobody else may write it. It is the sum of the counted events, always; reading a day is then a few rows and not a
    row for each tap.
    """

    id = models.UUIDField(primary_key=True, db_default=RandomUUID(), editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+", db_index=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    pad = models.CharField(max_length=60)
    day = models.DateField()
    button = models.CharField(max_length=60)
    sex = models.CharField(max_length=10, blank=True, default="")
    age_band = models.CharField(max_length=10, blank=True, default="")
    n = models.IntegerField()

    objects = DaySumQuerySet.as_manager()

    class Meta:
        verbose_name = _("dagssumma")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "partnership", "pad", "day", "button", "sex", "age_band"],
                name="a_day_has_one_sum_of_each",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.button} {self.day} {self.n}"


class MonthSum(models.Model):
    """månadssumma: as `DaySum`, of a whole month. Kept by the same trigger; `month` is its first day."""

    id = models.UUIDField(primary_key=True, db_default=RandomUUID(), editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+", db_index=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    pad = models.CharField(max_length=60)
    month = models.DateField(help_text="The first day of the month.")
    button = models.CharField(max_length=60)
    sex = models.CharField(max_length=10, blank=True, default="")
    age_band = models.CharField(max_length=10, blank=True, default="")
    n = models.IntegerField()

    objects = MonthSumQuerySet.as_manager()

    class Meta:
        verbose_name = _("månadssumma")
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(month__day=1), name="a_month_is_its_first_day"),
            models.UniqueConstraint(
                fields=["organisation", "partnership", "month", "pad", "button", "sex", "age_band"],
                name="a_month_has_one_sum_of_each",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.button} {self.month:%Y-%m} {self.n}"
