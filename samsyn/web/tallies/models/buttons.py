"""Buttons that a meeting has decided on, beside those of the agreement."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.meetings.models import Decision
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id
from samsyn.web.tallies.queries.rows import AddedButtonQuerySet


class AddedButton(models.Model):
    """knapp genom beslut: what visitors asked for and a meeting decided to offer, counted at one pad.

    The agreement says what must be counted; a meeting can add to it, and the page names the decision. `key` is what its
    taps are stored under, as a service's id is. `until`: the first day on which it is not shown any more.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    pad = models.CharField(max_length=60)
    key = models.CharField(max_length=60)
    name = models.CharField(max_length=60)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = AddedButtonQuerySet.as_manager()

    class Meta:
        verbose_name = _("knapp genom beslut")
        ordering: ClassVar = ["since", "added_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "partnership", "pad", "key"],
                name="an_added_button_has_a_key_of_its_own",
                violation_error_message=_("Plattan har redan en knapp med det namnet."),
            ),
            models.CheckConstraint(condition=~Q(name="") & ~Q(key="visit"), name="an_added_button_has_a_name"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="an_added_button_ends_after_it_began"
            ),
        ]

    def __str__(self) -> str:
        return self.name
