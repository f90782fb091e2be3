"""The versions of tables, and those that count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, F, OuterRef

if TYPE_CHECKING:
    from samsyn.web.indices.models import IndexTable  # noqa: F401


class IndexTableQuerySet(models.QuerySet["IndexTable"]):
    def latest_versions(self) -> Self:
        """Of each table the one that counts, withdrawn or not."""
        newer = self.model.objects.filter(
            series=OuterRef("series"), published=OuterRef("published"), number__gt=OuterRef("number")
        )
        return self.filter(~Exists(newer))

    def not_taken_in(self) -> Self:
        return self.filter(taken_in_at=None).order_by(F("entered_at"), "pk")
