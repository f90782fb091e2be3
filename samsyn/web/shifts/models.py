"""A shift at an occasion: somebody's, or free for somebody to take."""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.occasions.models import Occasion
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id
from samsyn.web.roster.models import Worker
from samsyn.web.shifts.rows import FeedKeyQuerySet, ShiftQuerySet


class TimeRange(Func):
    function = "tstzrange"


class Shift(models.Model):
    """pass: a function at an occasion from `starts_at` to `ends_at` (UTC).

    free: nobody's. taken: `worker`'s. offered: `worker` wants to be rid of it and stays on it until somebody takes it.
    cancelled: not needed. Nobody is on two shifts at once. A worker who is forgotten leaves the shift without one.

    `hours` is what the worker has said that it took, 0 where she did not come; `reported_as` is the kind of worker that
    she was then, so that the sums stand when she is forgotten.
    """

    class State(models.TextChoices):
        FREE = "free", _("ledigt")
        TAKEN = "taken", _("taget")
        OFFERED = "offered", _("söker någon som tar över")
        CANCELLED = "cancelled", _("struket")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    occasion = models.ForeignKey(Occasion, on_delete=models.PROTECT, related_name="shifts")
    worker = models.ForeignKey(Worker, on_delete=models.SET_NULL, null=True, related_name="shifts")
    function = models.CharField(max_length=120)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.FREE)
    hours = models.DecimalField(max_digits=4, decimal_places=2, null=True)
    reported_at = models.DateTimeField(null=True)
    reported_as = models.CharField(max_length=10, choices=Worker.Kind, blank=True, default="")
    changed_at = models.DateTimeField()
    """The last change of what stands in a calendar."""
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ShiftQuerySet.as_manager()

    class Meta:
        verbose_name = _("pass")
        ordering: ClassVar = ["starts_at", "function", "id"]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "partnership", "starts_at"], name="shifts_of_an_organisation"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="a_shift_ends_after_it_begins",
                violation_error_message=_("Passet måste sluta efter att det börjar."),
            ),
            models.CheckConstraint(condition=~Q(function=""), name="a_shift_has_a_function"),
            models.CheckConstraint(
                condition=Q(state__in=["free", "taken", "offered", "cancelled"]), name="a_shift_is_in_a_state_we_know"
            ),
            models.CheckConstraint(condition=~Q(state="free") | Q(worker=None), name="a_free_shift_is_nobody_s"),
            models.CheckConstraint(
                condition=Q(hours=None, reported_at=None, reported_as="")
                | (Q(hours__gte=0, hours__lte=24, reported_at__isnull=False, state="taken") & ~Q(reported_as="")),
                name="hours_are_reported_of_a_taken_shift",
                violation_error_message=_("Skriv högst 24 timmar för ett pass."),
            ),
            ExclusionConstraint(
                name="nobody_is_on_two_shifts_at_once",
                expressions=[
                    ("worker", RangeOperators.EQUAL),
                    (TimeRange("starts_at", "ends_at", RangeBoundary()), RangeOperators.OVERLAPS),
                ],
                condition=Q(worker__isnull=False) & ~Q(state="cancelled"),
                violation_error_message=_("Det finns redan ett annat pass under en del av den tiden."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.function} {self.starts_at:%Y-%m-%d %H:%M}"


class FeedKey(models.Model):
    """kalenderadress: a secret address to one person's own shifts in one organisation. Kept as the secret's SHA-256."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    secret_sha256 = models.CharField(max_length=64, unique=True)
    opened_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    objects = FeedKeyQuerySet.as_manager()

    class Meta:
        verbose_name = _("kalenderadress för egna pass")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "organisation"],
                condition=Q(revoked_at=None),
                name="one_open_address_to_one_s_shifts",
            ),
            models.CheckConstraint(
                condition=Q(secret_sha256__regex="^[0-9a-f]{64}$"), name="an_address_to_shifts_is_kept_as_its_digest"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
