"""The intake desk: who waits tonight, the drawing of lots, and who had to be refused."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.beds.models.guests import Guest, Sex
from samsyn.web.beds.queries import KeptQuerySet
from samsyn.web.organisations.models import Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id, new_timeless_id


class Draw(models.Model):
    """lottning: the seed that orders the line of an evening. Recorded before anyone is placed; never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    kept_by = models.CharField(max_length=60)
    pool = models.CharField(max_length=60)
    night = models.DateField()
    seed = models.CharField(max_length=64)
    drawn_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    drawn_at = models.DateTimeField()

    objects = KeptQuerySet["Draw"].as_manager()

    class Meta:
        verbose_name = _("lottning")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["partnership", "pool", "night"], name="lots_are_drawn_once_a_night"),
        ]

    def __str__(self) -> str:
        return f"{self.pool} {self.night}"


class Waiting(models.Model):
    """Någon i kön en kväll. `place_in_line`: order of arrival; `priority`: a stated reason, if the agreement asks."""

    class State(models.TextChoices):
        WAITS = "waits", _("väntar")
        PLACED = "placed", _("har fått plats")
        REFUSED = "refused", _("fick ingen plats")
        GONE = "gone", _("har gått")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    kept_by = models.CharField(max_length=60)
    pool = models.CharField(max_length=60)
    night = models.DateField()
    guest = models.ForeignKey(Guest, on_delete=models.CASCADE, related_name="waits")
    place_in_line = models.PositiveIntegerField()
    priority = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.WAITS)
    since = models.DateTimeField()

    objects = KeptQuerySet["Waiting"].as_manager()

    class Meta:
        verbose_name = _("plats i kön")
        ordering: ClassVar = ["place_in_line"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["partnership", "pool", "night", "guest"], name="a_guest_waits_once"),
            models.UniqueConstraint(
                fields=["partnership", "pool", "night", "place_in_line"], name="a_place_in_line_is_one_guests"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.night} {self.place_in_line}"


class Refusal(models.Model):
    """nekad: someone went without a place a night, and why. No guest, no instant: the unmet need as a figure."""

    class Reason(models.TextChoices):
        FULL = "full", _("fullt")
        QUARANTINE = "quarantine", _("karens")
        BARRED = "barred", _("avstängd")
        DECLINED = "declined", _("tackade nej")
        DID_NOT_COME = "did_not_come", _("kom inte")
        MINOR = "minor", _("under 18 år")
        OTHER = "other", _("annat")

    id = models.UUIDField(primary_key=True, default=new_timeless_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    kept_by = models.CharField(max_length=60)
    pool = models.CharField(max_length=60)
    night = models.DateField()
    sex = models.CharField(max_length=10, choices=Sex)
    reason = models.CharField(max_length=15, choices=Reason)

    objects = KeptQuerySet["Refusal"].as_manager()

    class Meta:
        verbose_name = _("nekad plats")
        indexes: ClassVar = [models.Index(fields=["partnership", "night"], name="refusals_by_night")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(sex__in=Sex.values), name="a_refusal_states_a_sex_or_not"),
            models.CheckConstraint(
                condition=Q(reason__in=["full", "quarantine", "barred", "declined", "did_not_come", "minor", "other"]),
                name="a_refusal_has_a_known_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.night} {self.reason}"
