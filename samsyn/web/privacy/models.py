"""What has been erased, and when. The rule for each table is in the capability's classification.py."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samsyn.web.organisations.models import Organisation
from samsyn.web.privacy.queries import PurgeRunQuerySet
from samsyn.web.project.ids import new_id


class PurgeRun(models.Model):
    """What one night's purge erased of one organisation's rows, or of rows that belong to none.

    `counts` is rows per table, `{"history.Act": 12}`; it holds no ids.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    at = models.DateTimeField()
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, related_name="+")
    counts = models.JSONField(default=dict)

    objects = PurgeRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("gallring")
        ordering: ClassVar = ["-at"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"
