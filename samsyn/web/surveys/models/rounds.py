"""When and where something is asked."""

from datetime import date
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id
from samsyn.web.surveys.models.wording import Audience, Version
from samsyn.web.surveys.queries.rows import RoundQuerySet


class Round(models.Model):
    """omgång: a fixed version is asked by one organisation, from its first day to its last or until it is closed.

    `about`: id of the pad, activity or site that it is about; empty: all of it. `asks`: what one may say of oneself
    ("sex", "age_band"), with `age_bands`. `code` opens the public door: whoever has it may answer and sees nothing.
    What is asked, of whom and in which languages stands while the round is open: only closing it changes the row.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="rounds")
    name = models.CharField(max_length=80)
    about = models.CharField(max_length=60, blank=True, default="")
    first_day = models.DateField()
    last_day = models.DateField()
    languages = ArrayField(models.CharField(max_length=3))
    audiences = ArrayField(models.CharField(max_length=5, choices=Audience))
    asks = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    age_bands = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    smallest_group = models.PositiveSmallIntegerField(default=5)
    kiosk = models.BooleanField(default=False)
    code = models.CharField(max_length=20, unique=True)
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = RoundQuerySet.as_manager()

    class Meta:
        verbose_name = _("omgång av en enkät")
        ordering: ClassVar = ["-first_day", "-opened_at"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")),
                name="a_round_ends_after_it_begins",
                violation_error_message=_("Sista dagen ska vara samma dag som den första eller senare."),
            ),
            models.CheckConstraint(
                condition=Q(languages__len__gte=1, audiences__len__gte=1), name="a_round_is_asked_of_somebody"
            ),
            models.CheckConstraint(condition=Q(code__regex=r"^[a-z0-9]{8,20}$"), name="a_code_can_be_typed"),
        ]

    def __str__(self) -> str:
        return self.name

    def is_open(self, today: date) -> bool:
        return self.closed_at is None and self.first_day <= today <= self.last_day

    def has_ended(self, today: date) -> bool:
        """Only then are results told, and not one answer more is taken."""
        return self.closed_at is not None or today > self.last_day
