"""Who has been told of what happened. Others see what is told them, and nothing more."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.incidents.models.incident import Incident, Kind
from samsyn.web.incidents.queries import ToldQuerySet
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id


class Told(models.Model):
    """underrättelse: who was told, on which day and how. A party or a body that is told sees this row and nothing more.

    Number, kind, day and seriousness are as they were when it was told. `for_them` is the only text that leaves the
    organisation, and it is written for that; an authority gets none here (its own form has it), nor anyone about a
    child. Taken back: the text and the reference are gone, that something was told is not.
    """

    class To(models.TextChoices):
        PARTY = "party", _("en part")
        BODY = "body", _("en grupp i partnerskapet")
        AUTHORITY = "authority", _("en myndighet")

    class How(models.TextChoices):
        HERE = "here", _("i Samsyn")
        WRITTEN = "written", _("skriftligt")
        SERVICE = "service", _("i myndighetens e-tjänst")
        PHONE = "phone", _("per telefon")
        MEETING = "meeting", _("muntligt, på plats eller i ett möte")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="told")
    label = models.CharField(max_length=16)
    kind = models.CharField(max_length=15, choices=Kind)
    happened_on = models.DateField()
    serious = models.BooleanField(default=False)
    to_kind = models.CharField(max_length=10, choices=To)
    whom = models.CharField(
        max_length=120, help_text="Key of a party or body in the agreement, or an authority's name."
    )
    receiver = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    how = models.CharField(max_length=10, choices=How)
    reference = models.CharField(max_length=60, blank=True, default="")
    for_them = models.TextField(blank=True, default="")
    told_at = models.DateTimeField()
    told_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True)
    taken_back_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ToldQuerySet.as_manager()

    class Meta:
        verbose_name = _("underrättelse om en händelse")
        ordering: ClassVar = ["-on", "-told_at"]
        indexes: ClassVar = [models.Index(fields=["receiver", "partnership"], name="told_by_receiver")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["incident", "to_kind", "whom"],
                condition=Q(taken_back_at=None),
                name="one_is_told_of_an_incident_once",
                violation_error_message=_("Det är redan inskrivet att de har fått veta. Ladda om sidan."),
            ),
            models.CheckConstraint(
                condition=(
                    Q(to_kind="party", receiver__isnull=False) | Q(to_kind__in=["body", "authority"], receiver=None)
                )
                & ~Q(whom=""),
                name="a_party_that_is_told_is_an_organisation",
            ),
            models.CheckConstraint(
                condition=~Q(kind="child_concern") | Q(for_them="", serious=False),
                name="of_a_child_only_the_fact_is_told",
            ),
            models.CheckConstraint(
                condition=~Q(to_kind="authority") | Q(for_them=""), name="an_authority_reads_nothing_here"
            ),
            models.CheckConstraint(
                condition=Q(kind="child_concern")
                | Q(to_kind="authority")
                | Q(taken_back_at__isnull=False)
                | ~Q(for_them=""),
                name="who_is_told_reads_something",
                violation_error_message=_("Skriv vad de ska få veta."),
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at=None) | Q(for_them="", reference=""), name="what_is_taken_back_is_not_read"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.whom}"
