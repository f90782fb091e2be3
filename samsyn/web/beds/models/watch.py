"""The night watch: the site's log, calls to the social emergency service, threats, and what others arrange nearby."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.beds.models.houses import Site
from samsyn.web.beds.queries import HouseQuerySet, StayQuerySet
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id


class Note(models.Model):
    """En rad i nattens logg: about the house, never about a named person."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kept_by = models.CharField(max_length=60)
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="notes")
    night = models.DateField()
    says = models.TextField()
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField()

    objects = StayQuerySet["Note"].as_manager()

    class Meta:
        verbose_name = _("rad i nattens logg")
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(says=""), name="a_line_in_the_log_says_something")]

    def __str__(self) -> str:
        return f"{self.night}"


class EmergencyContact(models.Model):
    """kontakt med socialjouren: the fact that it was called and why, never about whom. `site` null: at the intake."""

    class About(models.TextChoices):
        MINOR = "minor", _("någon under 18 år")
        ILLNESS = "illness", _("sjukdom eller skada")
        VIOLENCE = "violence", _("hot eller våld")
        NO_PLACE = "no_place", _("ingen plats en farlig natt")
        OTHER = "other", _("annat")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kept_by = models.CharField(max_length=60)
    site = models.ForeignKey(Site, on_delete=models.PROTECT, null=True, related_name="+")
    night = models.DateField()
    about = models.CharField(max_length=10, choices=About)
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    noted_at = models.DateTimeField()

    objects = StayQuerySet["EmergencyContact"].as_manager()

    class Meta:
        verbose_name = _("kontakt med socialjouren")

    def __str__(self) -> str:
        return f"{self.night} {self.about}"


class Incident(models.Model):
    """hot eller våld: the basic record. `coordination_told_at`: when the contact within the partnership was reached."""

    class Kind(models.TextChoices):
        THREAT = "threat", _("hot")
        VIOLENCE = "violence", _("våld")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kept_by = models.CharField(max_length=60)
    site = models.ForeignKey(Site, on_delete=models.PROTECT, null=True, related_name="+")
    night = models.DateField()
    kind = models.CharField(max_length=10, choices=Kind)
    police_called = models.BooleanField(default=False)
    coordination_told_at = models.DateTimeField(null=True)
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    noted_at = models.DateTimeField()

    objects = StayQuerySet["Incident"].as_manager()

    class Meta:
        verbose_name = _("hot eller våld")

    def __str__(self) -> str:
        return f"{self.night} {self.kind}"


class Initiative(models.Model):
    """ideellt lokalt initiativ: others who take in people a night. `contact`: a function or a name."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kept_by = models.CharField(max_length=60)
    name = models.CharField(max_length=120)
    night = models.DateField()
    places = models.PositiveSmallIntegerField()
    contact = models.CharField(max_length=120, blank=True)

    objects = HouseQuerySet["Initiative"].as_manager()

    class Meta:
        verbose_name = _("ideellt lokalt initiativ")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["partnership", "night", "name"], name="an_initiative_is_entered_once_a_night"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.night} {self.name}"
