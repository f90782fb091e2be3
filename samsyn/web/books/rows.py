"""The rows as one viewer may see them: an organisation its own, the other parties what it has released."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from samsyn.web.organisations.roles import Permission

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.books.models import (  # noqa: F401
        Import,
        Mapping,
        Release,
        RowText,
        SalarySum,
        Voucher,
        VoucherRow,
    )


def _reads(viewer: Viewer) -> bool:
    return viewer.may(Permission.READ_PARTNERSHIP)


class ImportQuerySet(models.QuerySet["Import"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """For those who keep the organisation's money: the file is all of its bookkeeping."""
        if not viewer.may(Permission.MANAGE_MONEY):
            return self.none()
        return self.filter(organisation_id=viewer.organisation_id)

    def without_bytes(self) -> Self:
        return self.defer("data")


class MappingQuerySet(models.QuerySet["Mapping"]):
    def visible_to(self, viewer: Viewer) -> Self:
        if not _reads(viewer):
            return self.none()
        return self.filter(organisation_id=viewer.organisation_id)

    def live(self) -> Self:
        return self.filter(ended_at=None)


class ReleaseQuerySet(models.QuerySet["Release"]):
    def visible_to(self, viewer: Viewer) -> Self:
        return self.filter(partnership_id__in=viewer.partnerships) if _reads(viewer) else self.none()


class VoucherRowQuerySet(models.QuerySet["VoucherRow"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """Others' salaries are not among them: they are summed in SalarySum."""
        if not _reads(viewer):
            return self.none()
        seen = Q(organisation_id=viewer.organisation_id) | Q(release__isnull=False, is_salary=False)
        return self.filter(seen, partnership_id__in=viewer.partnerships)

    def standing(self) -> Self:
        """Of vouchers that no corrected one has superseded."""
        return self.filter(voucher__superseded_at=None)


class VoucherQuerySet(models.QuerySet["Voucher"]):
    def visible_to(self, viewer: Viewer) -> Self:
        from samsyn.web.books.models import VoucherRow

        seen: Any = Exists(VoucherRow.objects.visible_to(viewer).filter(voucher_id=OuterRef("pk")))
        return self.filter(seen) if _reads(viewer) else self.none()

    def standing(self) -> Self:
        return self.filter(superseded_at=None)


class RowTextQuerySet(models.QuerySet["RowText"]):
    def visible_to(self, viewer: Viewer) -> Self:
        if not _reads(viewer):
            return self.none()
        seen = Q(organisation_id=viewer.organisation_id) | Q(released_at__isnull=False, row__is_salary=False)
        return self.filter(seen, partnership_id__in=viewer.partnerships)


class SalarySumQuerySet(models.QuerySet["SalarySum"]):
    def visible_to(self, viewer: Viewer) -> Self:
        return self.filter(partnership_id__in=viewer.partnerships) if _reads(viewer) else self.none()
