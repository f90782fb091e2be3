"""Cards that visitors may carry: how many different ones were shown. No table knows a card, a person or a day."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id, new_timeless_id
from samsyn.web.tallies.queries.rows import CardSeenQuerySet, CardYearQuerySet


class CardYear(models.Model):
    """år med kort: at this pad cards may be shown in this year. `key`: what turns a card into a fingerprint.

    The key is thrown away when the year is over; then nothing leads from what is kept back to a card.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    pad = models.CharField(max_length=60)
    year = models.PositiveSmallIntegerField()
    key = models.BinaryField(null=True)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = CardYearQuerySet.as_manager()

    class Meta:
        verbose_name = _("år med kort")
        ordering: ClassVar = ["-year"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "partnership", "pad", "year"],
                name="cards_are_begun_once_a_year",
                violation_error_message=_("Korten används redan i år."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pad} {self.year}"


class CardSeen(models.Model):
    """visat kort: that some card was shown in a month, once however often. Neither the card nor the day is here.

    The nightly bell lays the rows in an order of chance, so that not even the table tells which day it was.
    """

    id = models.UUIDField(primary_key=True, default=new_timeless_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+", db_index=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", db_index=False)
    pad = models.CharField(max_length=60)
    year = models.PositiveSmallIntegerField()
    month = models.PositiveSmallIntegerField()
    fingerprint = models.CharField(max_length=64)

    objects = CardSeenQuerySet.as_manager()

    class Meta:
        verbose_name = _("visat kort")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "partnership", "pad", "year", "month", "fingerprint"],
                name="a_card_is_seen_once_a_month",
            ),
            models.CheckConstraint(condition=Q(month__range=(1, 12)), name="a_card_is_seen_in_a_month"),
            models.CheckConstraint(
                condition=Q(fingerprint__regex="^[0-9a-f]{64}$"), name="a_card_is_kept_as_its_fingerprint"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02}"
