"""All partnerships of the acting organisation with what a controller asks of each, in one query."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import F, OuterRef, Prefetch, Q, QuerySet, Subquery

from samsyn.web.access.viewer import Viewer
from samsyn.web.obligations.models import Obligation
from samsyn.web.partnerships.models import Partnership, PartnershipParty

PAYMENT_KINDS = ("payment", "invoice")
NOW, COMING, OVER = "now", "coming", "over"
SORTS: Mapping[str, str] = {
    "name": "name",
    "case": "case_number",
    "next": "next_due",
    "payment": "next_payment_due",
    "end": "outlook__last_day",
    "assumptions": "outlook__open_assumptions",
}
"""What the list can be sorted by; a minus before it turns it round."""


def overview(
    viewer: Viewer, today: date, *, text: str = "", time: str = "", sort: str = "name"
) -> QuerySet[Partnership]:
    """Partnerships with an agreement to which the organisation is a party.

    `text` is looked for in names and in the own case number.
    """
    found = Partnership.objects.of_party(viewer).exclude(outlook=None).select_related("outlook")
    found = found.annotate(**_own(viewer), **_next(viewer, today))
    found = found.prefetch_related(Prefetch("parties", _others(viewer), to_attr="other_parties"))
    if text:
        others = Q(parties__organisation__name__icontains=text)
        found = found.filter(Q(name__icontains=text) | others | Q(case_number__icontains=text)).distinct()
    return _in_order(_in_time(found, time, today), sort)


def _own(viewer: Viewer) -> dict[str, Any]:
    place = PartnershipParty.objects.filter(partnership=OuterRef("pk"), organisation_id=viewer.organisation_id)
    return {"case_number": Subquery(place.values("case_number")[:1])}


def _next(viewer: Viewer, today: date) -> dict[str, Any]:
    """The next day on which the organisation itself owes something, and the next payment by anybody."""
    coming = Obligation.objects.filter(partnership=OuterRef("pk")).open().filter(due__gte=today).dated()
    mine = coming.owed_by_organisation(viewer)
    payment = coming.filter(kind__in=PAYMENT_KINDS)
    return {
        "next_due": Subquery(mine.values("due")[:1]),
        "next_id": Subquery(mine.values("id")[:1]),
        "next_payment_due": Subquery(payment.values("due")[:1]),
        "next_payment_id": Subquery(payment.values("id")[:1]),
    }


def _others(viewer: Viewer) -> QuerySet[PartnershipParty]:
    places = PartnershipParty.objects.filter(kind=PartnershipParty.Kind.PARTY).select_related("organisation")
    return places.exclude(organisation_id=viewer.organisation_id).order_by("organisation__kind", "organisation__name")


def _in_time(found: QuerySet[Partnership], time: str, today: date) -> QuerySet[Partnership]:
    if time == NOW:
        return found.filter(outlook__first_day__lte=today, outlook__last_day__gte=today)
    if time == COMING:
        return found.filter(outlook__first_day__gt=today)
    return found.filter(outlook__last_day__lt=today) if time == OVER else found


def _in_order(found: QuerySet[Partnership], sort: str) -> QuerySet[Partnership]:
    """Empty values last whichever way; the name decides between equals."""
    column = F(SORTS[sort.removeprefix("-")])
    ordered = column.desc(nulls_last=True) if sort.startswith("-") else column.asc(nulls_last=True)
    return found.order_by(ordered, "name", "pk")
