"""Figures from outside: what others have counted, with how they did it and where it stands."""

from typing import ClassVar, cast

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id
from samsyn.web.theory.queries import OutsideFigureQuerySet
from samsyn.web.theory.values import Kind, OutsideValue

_A_SHARE = Q(kind="share", number=None, part__isnull=False, whole__isnull=False)


class OutsideFigure(models.Model):
    """siffra utifrån: never one series with ours. `indicator`: the id of the one it stands beside; '' of none.

    `number` of a whole number or a decimal, `part` and `whole` of a share («31 av 131»). `as_of`: the year or the day
    that it is about, in words. It is never changed: what was wrong is withdrawn with a reason, and entered anew.
    """

    class Kind(models.TextChoices):
        WHOLE = "whole", _("heltal")
        DECIMAL = "decimal", _("decimaltal")
        SHARE = "share", _("andel")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    indicator = models.CharField(max_length=60, blank=True, default="")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=7, choices=Kind)
    number = models.DecimalField(max_digits=16, decimal_places=4, null=True)
    part = models.BigIntegerField(null=True)
    whole = models.BigIntegerField(null=True)
    unit = models.CharField(max_length=60)
    definition = models.CharField(max_length=300)
    method = models.CharField(max_length=300)
    source = models.CharField(max_length=300)
    as_of = models.CharField(max_length=60)
    entered_at = models.DateTimeField()
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_because = models.CharField(max_length=300, blank=True, default="")

    objects = OutsideFigureQuerySet.as_manager()

    class Meta:
        verbose_name = _("siffra utifrån")
        ordering: ClassVar = ["indicator", "name", "as_of", "entered_at", "id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(_A_SHARE, whole__gt=0, part__gte=0, part__lte=F("whole"))
                | Q(~Q(kind="share"), number__isnull=False, number__gte=0, part=None, whole=None),
                name="a_value_from_outside_is_typed",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_because="")
                | Q(~Q(withdrawn_because=""), withdrawn_at__isnull=False),
                name="what_is_withdrawn_has_a_reason",
            ),
            models.UniqueConstraint(
                fields=["partnership", "organisation", "name", "as_of", "source"],
                condition=Q(withdrawn_at=None),
                name="a_figure_from_outside_is_entered_once",
                violation_error_message=_(
                    "Ni har redan skrivit in den siffran för samma tid, ur samma källa. Ta tillbaka den först."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def value(self) -> OutsideValue:
        return OutsideValue(cast(Kind, self.kind), self.number, self.part, self.whole)
