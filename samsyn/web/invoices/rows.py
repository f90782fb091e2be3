"""The rows as one viewer may see them: what is sent both sides read; until then it is the sender's own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Self, TypeVar
from uuid import UUID

from django.db import models
from django.db.models import Q

from samsyn.web.organisations.roles import Permission

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.invoices.models import (  # noqa: F401
        Invoice,
        InvoiceEvent,
        InvoiceFile,
        InvoiceLine,
        LineVoucher,
        Payment,
    )

Row = TypeVar("Row", bound=models.Model)
_EVERY_ROW = Q(organisation_id__isnull=False)


class _Rows(models.QuerySet[Row]):
    def shared(self, viewer: Viewer) -> Q:
        """What others' rows the viewer also sees."""
        raise NotImplementedError

    def visible_to(self, viewer: Viewer) -> Self:
        if not viewer.may(Permission.READ_PARTNERSHIP):
            return self.none()
        seen = Q(organisation_id=viewer.organisation_id) | self.shared(viewer)
        return self.filter(seen, partnership_id__in=viewer.partnerships)

    def own(self, viewer: Viewer) -> Self:
        return self.visible_to(viewer).filter(organisation_id=viewer.organisation_id)


class InvoiceQuerySet(_Rows["Invoice"]):
    def shared(self, viewer: Viewer) -> Q:
        return Q(sent_at__isnull=False)

    def live(self) -> Self:
        """Without drafts that were thrown away."""
        return self.exclude(state="discarded")

    def sent(self) -> Self:
        return self.filter(state="sent")


class LineQuerySet(_Rows["InvoiceLine"]):
    def shared(self, viewer: Viewer) -> Q:
        return Q(invoice__sent_at__isnull=False)


class LineVoucherQuerySet(_Rows["LineVoucher"]):
    def shared(self, viewer: Viewer) -> Q:
        return Q(line__invoice__sent_at__isnull=False)


class EventQuerySet(_Rows["InvoiceEvent"]):
    def shared(self, viewer: Viewer) -> Q:
        return Q(kind__in=self.model.SHARED)


class FileQuerySet(_Rows["InvoiceFile"]):
    def shared(self, viewer: Viewer) -> Q:
        return _EVERY_ROW


class PaymentQuerySet(_Rows["Payment"]):
    def shared(self, viewer: Viewer) -> Q:
        return _EVERY_ROW

    def standing(self) -> Self:
        return self.filter(taken_back_at=None)


class DetailsQuerySet(models.QuerySet[Any]):
    """Both sides see what each says of itself."""

    def visible_to(self, viewer: Viewer) -> Self:
        if not viewer.may(Permission.READ_PARTNERSHIP):
            return self.none()
        return self.filter(partnership_id__in=viewer.partnerships)

    def on(self, day: date, partnership: UUID, organisation: UUID) -> Self:
        """The latest first."""
        rows = self.filter(partnership_id=partnership, organisation_id=organisation, valid_from__lte=day)
        return rows.order_by("-valid_from", "-written_at", "-pk")


class OwnQuerySet(models.QuerySet[Any]):
    """The organisation's own, seen by nobody else."""

    def own(self, viewer: Viewer) -> Self:
        if not viewer.may(Permission.READ_PARTNERSHIP):
            return self.none()
        return self.filter(organisation_id=viewer.organisation_id)
