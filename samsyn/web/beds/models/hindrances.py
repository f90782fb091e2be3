"""What keeps someone from a place besides their own last stay, and the recorded decision that sets it aside."""

from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.beds.models.guests import Guest
from samsyn.web.beds.models.houses import Site
from samsyn.web.beds.queries import KeptQuerySet, StayQuerySet
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id


class Override(models.Model):
    """undantag: a person with the mandate sets a quarantine or a bar aside, with a reason. Never changed."""

    class What(models.TextChoices):
        QUARANTINE = "quarantine", _("karens")
        BAR = "bar", _("avstängning")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kept_by = models.CharField(max_length=60)
    guest = models.ForeignKey(Guest, on_delete=models.SET_NULL, null=True, related_name="overrides")
    what = models.CharField(max_length=10, choices=What)
    night = models.DateField(help_text="The first night for which it is set aside.")
    reason = models.TextField()
    clause = models.CharField(max_length=80)
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField()

    objects = KeptQuerySet["Override"].as_manager()

    class Meta:
        verbose_name = _("undantag från karens eller avstängning")
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reason=""), name="an_override_has_a_reason"),
            models.CheckConstraint(condition=Q(what__in=["quarantine", "bar"]), name="an_override_is_of_something"),
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.night}"


class Bar(models.Model):
    """avstängning från ett nattställe: certain nights, for a reason that the guest can appeal. Expires by itself."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kept_by = models.CharField(max_length=60)
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="bars")
    guest = models.ForeignKey(Guest, on_delete=models.CASCADE, related_name="bars")
    nights = DateRangeField()
    reason = models.TextField()
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField()
    appealed_on = models.DateField(null=True)
    appeal_answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True)

    objects = StayQuerySet["Bar"].as_manager()

    class Meta:
        verbose_name = _("avstängning")
        constraints: ClassVar = [
            ExclusionConstraint(
                name="a_guest_is_barred_once_from_a_site",
                expressions=[
                    ("site", RangeOperators.EQUAL),
                    ("guest", RangeOperators.EQUAL),
                    ("nights", RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Gästen är redan avstängd där under en del av tiden."),
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="a_bar_has_a_reason"),
            models.CheckConstraint(condition=Q(nights__upper_inf=False), name="a_bar_has_an_end"),
            models.CheckConstraint(
                condition=Q(answered_on=None) | (Q(appealed_on__isnull=False) & ~Q(appeal_answer="")),
                name="an_appeal_is_answered_in_words",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.site_id} {self.nights}"
