"""A partnership, who is in it, and who sits in its bodies. The terms are in the agreement file."""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.organisations.models import DateRange, Organisation, Person, check_runs_forward
from samsyn.web.partnerships.queries import (
    AppointmentQuerySet,
    PartnershipPartyQuerySet,
    PartnershipQuerySet,
)
from samsyn.web.project.ids import new_id


class Partnership(models.Model):
    """Partnerskap: what every operational row belongs to."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    slug = models.SlugField(unique=True, max_length=80)
    name = models.CharField(max_length=200)
    is_demo = models.BooleanField(default=False)
    twin_of = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="twins")

    objects = PartnershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("partnerskap")
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(twin_of=None) | Q(is_demo=True), name="a_twin_is_always_marked_as_demo"),
        ]

    def __str__(self) -> str:
        return self.name


class PartnershipParty(models.Model):
    """An organisation's place in a partnership, under the id that the agreement file gives it."""

    class Kind(models.TextChoices):
        PARTY = "party", _("part")
        PARTICIPANT = "participant", _("deltar utan att vara part")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="parties")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="parties")
    key = models.CharField(max_length=60, help_text="The party's or participant's id in the agreement file.")
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.PARTY)
    case_number = models.CharField(max_length=60, blank=True, help_text="The authority's own diarienummer.")

    objects = PartnershipPartyQuerySet.as_manager()

    class Meta:
        verbose_name = _("part i ett partnerskap")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["partnership", "key"], name="a_party_key_is_used_once"),
            models.UniqueConstraint(
                fields=["partnership", "organisation"], name="an_organisation_has_one_place_in_a_partnership"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["party", "participant"]), name="a_place_is_a_party_or_a_participant"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partnership_id} {self.key}"


class Appointment(models.Model):
    """A person in a function that the agreement names, in one of its bodies. Half-open in time.

    `organisation` is the one that appointed. `function` is the agreement's own word for the seat.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appointments")
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="appointments")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="appointments")
    body = models.CharField(max_length=60, help_text="The body's id in the agreement file.")
    function = models.CharField(max_length=200)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("uppdrag i en grupp")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="an_appointment_does_not_end_before_it_begins"
            ),
            ExclusionConstraint(
                name="a_person_holds_a_function_once_at_a_time",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    ("partnership", RangeOperators.EQUAL),
                    ("body", RangeOperators.EQUAL),
                    ("function", RangeOperators.EQUAL),
                    (DateRange("since", "until", RangeBoundary()), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Personen har redan den funktionen under en del av tiden."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.body} {self.function}"

    def clean(self) -> None:
        check_runs_forward(self.since, self.until)
