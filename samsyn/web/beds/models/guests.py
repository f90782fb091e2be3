"""Guests without personnummer: what they call themselves, and a card that shows nothing by itself.

No picture, nationality, language or health has a field here.
"""

from typing import ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.beds.queries import GuestQuerySet, KeptQuerySet
from samsyn.web.organisations.models import Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_timeless_id


class Sex(models.TextChoices):
    """The sex that the person states."""

    WOMAN = "woman", _("kvinna")
    MAN = "man", _("man")
    OTHER = "other", _("annat")
    NOT_STATED = "not_stated", _("inte uppgivet")


class Guest(models.Model):
    """gäst: `known_as` is a first name or an alias; `spelled` the same for searching, in Latin letters and in order.

    `merged_into`: the record of the same person that is used instead. `last_night` is the latest night slept or
    promised, from which the time to erasure is counted.
    """

    id = models.UUIDField(primary_key=True, default=new_timeless_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    kept_by = models.CharField(max_length=60, help_text="The coordinating body's id in the agreement file.")
    known_as = models.CharField(max_length=80)
    spelled = models.CharField(max_length=200)
    sex = models.CharField(max_length=10, choices=Sex)
    born = models.PositiveSmallIntegerField(null=True, help_text="Year of birth, if given.")
    made_on = models.DateField()
    last_night = models.DateField()
    merged_into = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="merged")

    objects = GuestQuerySet["Guest"].as_manager()

    class Meta:
        verbose_name = _("gäst")
        indexes: ClassVar = [
            GinIndex(fields=["spelled"], name="guests_by_spelling", opclasses=["gin_trgm_ops"]),
            models.Index(fields=["partnership", "last_night"], name="guests_by_last_night"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(known_as=""), name="a_guest_is_called_something"),
            models.CheckConstraint(condition=Q(sex__in=Sex.values), name="a_guest_states_a_sex_or_not"),
            models.CheckConstraint(condition=~Q(merged_into=F("pk")), name="a_guest_is_not_merged_into_itself"),
        ]

    def __str__(self) -> str:
        return self.known_as


class Card(models.Model):
    """kort: a random code that a guest carries. Lost: revoked, and a new one is made."""

    id = models.UUIDField(primary_key=True, default=new_timeless_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    kept_by = models.CharField(max_length=60)
    guest = models.ForeignKey(Guest, on_delete=models.CASCADE, related_name="cards")
    code = models.CharField(max_length=16)
    made_on = models.DateField()
    revoked_on = models.DateField(null=True)

    objects = KeptQuerySet["Card"].as_manager()

    class Meta:
        verbose_name = _("gästkort")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["partnership", "code"], name="a_card_has_its_own_code"),
        ]

    def __str__(self) -> str:
        return self.code


class Merge(models.Model):
    """Two records were found to be one person: `absorbed` is used no more. Undone: `undone_at`."""

    id = models.UUIDField(primary_key=True, default=new_timeless_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    kept_by = models.CharField(max_length=60)
    kept = models.ForeignKey(Guest, on_delete=models.CASCADE, related_name="+")
    absorbed = models.ForeignKey(Guest, on_delete=models.CASCADE, related_name="+")
    because = models.CharField(max_length=200)
    merged_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    merged_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    objects = KeptQuerySet["Merge"].as_manager()

    class Meta:
        verbose_name = _("sammanslagning av gäster")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["absorbed"], condition=Q(undone_at=None), name="a_record_is_merged_once_at_a_time"
            ),
            models.CheckConstraint(condition=~Q(kept=F("absorbed")), name="two_records_are_merged"),
        ]

    def __str__(self) -> str:
        return f"{self.absorbed_id} → {self.kept_id}"
