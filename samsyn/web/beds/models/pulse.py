"""That something has changed, so that the screens need to ask for no more than a number."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.web.beds.queries import HouseQuerySet
from samsyn.web.partnerships.models import Partnership


class Pulse(models.Model):
    """One row for each statement that changed places, stays or nights of a partnership. Written by triggers.

    What a screen shows is of the version `(greatest id, number of rows)`: two that commit out of order are two.
    """

    id = models.BigAutoField(primary_key=True)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = HouseQuerySet["Pulse"].as_manager()

    class Meta:
        verbose_name = _("ändring att visa på skärmarna")
        indexes = [models.Index(fields=["partnership", "id"], name="pulse_by_partnership")]

    def __str__(self) -> str:
        return str(self.pk)
