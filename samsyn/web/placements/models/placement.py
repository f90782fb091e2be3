"""A placement, from the first day to the last, and how it becomes longer."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.placements.models.people import Participant, Sex
from samsyn.web.placements.models.referral import Referral
from samsyn.web.placements.queries.rows import ExtensionApprovalQuerySet, ExtensionQuerySet, PlacementQuerySet
from samsyn.web.project.ids import new_id


class Placement(models.Model):
    """placering: the host's own row, which the sender reads too. Civil days, first and last both included.

    `known_as` and `sex` are what the host received when the placement was made: they follow the host's rules, also
    after a consent is withdrawn. `track` is a service of the agreement. `longest_last` is the last day that the pool's
    length allows without an extension (null: no length agreed). `ended_on` is the last day there was.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    sender = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="placements")
    referral = models.ForeignKey(Referral, on_delete=models.PROTECT, related_name="placements")
    pool = models.CharField(max_length=80)
    known_as = models.CharField(max_length=60)
    sex = models.CharField(max_length=10, choices=Sex)
    track = models.CharField(max_length=80, blank=True)
    first_day = models.DateField()
    longest_last = models.DateField(null=True)
    planned_last = models.DateField()
    ended_on = models.DateField(null=True)
    fell_through_on = models.DateField(null=True)
    made_at = models.DateTimeField()

    objects = PlacementQuerySet.as_manager()

    class Meta:
        verbose_name = _("placering")
        ordering: ClassVar = ["first_day", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["id", "participant"], name="a_placement_is_one_participant_s"),
            models.UniqueConstraint(
                fields=["referral"],
                condition=Q(fell_through_on=None),
                name="a_referral_leads_to_one_placement",
                violation_error_message=_("Anvisningen har redan lett till en placering. Ladda om sidan."),
            ),
            models.CheckConstraint(
                condition=Q(planned_last__gte=F("first_day")),
                name="a_placement_does_not_end_before_it_begins",
                violation_error_message=_("Den sista dagen ligger före den första. Ändra någon av dagarna."),
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("first_day"), ended_on__lte=F("planned_last")),
                name="a_placement_ends_within_its_days",
            ),
            models.CheckConstraint(condition=~Q(sender=F("organisation")), name="nobody_sends_to_oneself"),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(fell_through_on=None), name="what_fell_through_did_not_end"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Extension(models.Model):
    """förlängning: proposed by one party after the participant was consulted, through the day `last`.

    It takes effect with approvals from both organisations; a trigger refuses `in_force_on` without them.
    `dropped_on`: one of the parties said no or took it back.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="extensions")
    last = models.DateField()
    consulted_on = models.DateField()
    proposed_at = models.DateTimeField()
    in_force_on = models.DateField(null=True)
    dropped_on = models.DateField(null=True)

    objects = ExtensionQuerySet.as_manager()

    class Meta:
        verbose_name = _("förlängning av en placering")
        ordering: ClassVar = ["proposed_at", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["placement"],
                condition=Q(in_force_on=None, dropped_on=None),
                name="one_extension_is_proposed_at_a_time",
                violation_error_message=_("En förlängning är redan föreslagen. Svara på den först."),
            ),
            models.CheckConstraint(
                condition=Q(in_force_on=None) | Q(dropped_on=None), name="what_was_dropped_is_not_in_force"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.placement_id} {self.last}"


class ExtensionApproval(models.Model):
    """An organisation's yes to an extension. Never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    extension = models.ForeignKey(Extension, on_delete=models.PROTECT, related_name="approvals")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    approved_at = models.DateTimeField()

    objects = ExtensionApprovalQuerySet.as_manager()

    class Meta:
        verbose_name = _("godkännande av en förlängning")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["extension", "organisation"],
                name="an_organisation_approves_an_extension_once",
                violation_error_message=_("Er organisation har redan godkänt förlängningen."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.extension_id} {self.on}"
