"""What has been erased, and when. The rule for each table is in the capability's classification.py."""

from typing import ClassVar

from django.db import models

from samsyn.web.project.ids import new_id


class PurgeRun(models.Model):
    """One run of the purge. `counts` is rows erased per table, `{"history.act": 12}`; no ids."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    at = models.DateTimeField()
    counts = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar = ["-at"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M}"
