"""Activities that the agreement does not name: a decision of the parties' body has added them."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.meetings.models import Decision
from samsyn.web.occasions.models.choices import Figure, Kind
from samsyn.web.occasions.rows import OwnActivityQuerySet
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id


class OwnActivity(models.Model):
    """egen aktivitet: held by one party after a decision in approved minutes, such as what a need inventory led to.

    `key` is what occasions call it («own_1»): no id in an agreement file has such a form.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=60)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=Kind)
    counts = models.CharField(max_length=12, choices=Figure)
    asks_sex = models.BooleanField(default=True)
    age_bands = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    exposure = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="+")
    because = models.CharField(max_length=300, blank=True, default="")
    since = models.DateField()
    ended_on = models.DateField(null=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = OwnActivityQuerySet.as_manager()

    class Meta:
        verbose_name = _("egen aktivitet")
        ordering: ClassVar = ["name", "key"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(key__regex=r"^own_[1-9][0-9]*$"), name="an_own_activity_is_numbered"),
            models.CheckConstraint(condition=~Q(name=""), name="an_own_activity_has_a_name"),
            models.CheckConstraint(
                condition=Q(kind__in=Kind.values, counts__in=Figure.values), name="an_own_activity_is_of_a_known_kind"
            ),
            models.CheckConstraint(
                condition=Q(exposure__contained_by=["children", "participants_data"]), name="what_it_meets_is_known"
            ),
            models.UniqueConstraint(
                fields=["partnership", "organisation", "key"], name="own_activities_are_told_apart"
            ),
            models.UniqueConstraint(
                fields=["partnership", "organisation", "name"],
                condition=Q(ended_on=None),
                name="one_own_activity_of_a_name",
                violation_error_message=_("Ni har redan en aktivitet med det namnet."),
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("since")),
                name="an_own_activity_ends_after_it_begins",
                violation_error_message=_("Aktiviteten kan inte sluta innan den började."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
