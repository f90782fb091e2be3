"""What a controller asks of every partnership at once: what has passed its day, and what comes next.

A payment for which an invoice is sent is asked for by the day of the invoice, which binds the payer; until then by the
day of the obligation.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce, Least

from samsyn.rules.money.sums import awaited_in
from samsyn.web.access.viewer import Viewer
from samsyn.web.economy.queries import KINDS
from samsyn.web.invoices.models import Invoice, Payment
from samsyn.web.invoices.queries import asked_for_by, unpaid
from samsyn.web.obligations.models import Obligation
from samsyn.web.partnerships.models import Partnership, PartnershipParty


@dataclass(frozen=True, slots=True)
class YearSum:
    """What is to be paid for periods that begin in the year, in öre; `unknown` counts those without a sum yet."""

    ore: int
    unknown: int


def everywhere(viewer: Viewer, today: date, *, passed: bool) -> QuerySet[Partnership]:
    """Those with money in their agreement: what has passed its day first, the longest ago at the top.

    Annotated with `<what>_id`, `<what>_due` and, of what has passed, `<what>_n`, where <what> is late, late_bill,
    invoice, payment and bill. A bill is a sent invoice that is not paid.
    """
    money = Obligation.objects.filter(partnership=OuterRef("pk"), kind__in=KINDS)
    found = Partnership.objects.of_party(viewer).exclude(outlook=None).annotate(**_next(viewer, money, today))
    late = Q(late_id__isnull=False) | Q(late_bill_id__isnull=False)
    found = found.filter(late if passed else Q(any_id__isnull=False) | late | Q(bill_id__isnull=False))
    found = found.prefetch_related(Prefetch("parties", _others(viewer), to_attr="other_parties"))
    # The least of several days passes over those that are not there.
    gone, coming = Least("late_due", "late_bill_due"), Least("invoice_due", "payment_due", "bill_due")
    return found.order_by(gone.asc(nulls_last=True), coming.asc(nulls_last=True), "name", "pk")


def _next(viewer: Viewer, money: Any, today: date) -> dict[str, Any]:
    bills = unpaid(viewer).exclude(due=None)
    owed = money.open().exclude(Exists(asked_for_by(bills)), kind="payment")
    bills = bills.filter(partnership=OuterRef("pk"))
    late, coming = owed.filter(due__lt=today), owed.filter(due__gte=today).dated()
    late_bills = bills.filter(due__lt=today)
    found = {"any_id": Subquery(money.standing().values("id")[:1]), "late_n": _n(late), "late_bill_n": _n(late_bills)}
    for name, rows in (
        ("late", late.dated()),
        ("late_bill", late_bills.order_by("due", "pk")),
        ("invoice", coming.filter(kind="invoice")),
        ("payment", coming.filter(kind="payment")),
        ("bill", bills.filter(due__gte=today).order_by("due", "pk")),
    ):
        found |= {f"{name}_{field}": Subquery(rows.values(field)[:1]) for field in ("id", "due")}
    return found


def _n(rows: Any) -> Coalesce:
    return Coalesce(Subquery(rows.order_by().values("partnership").annotate(n=Count("pk")).values("n")), 0)


def bills_of(viewer: Viewer, wanted: Iterable[UUID]) -> Mapping[UUID, Invoice]:
    """One query."""
    return {each.pk: each for each in unpaid(viewer).filter(pk__in=list(wanted)).select_related("payer")}


def _others(viewer: Viewer) -> QuerySet[PartnershipParty]:
    places = PartnershipParty.objects.filter(kind=PartnershipParty.Kind.PARTY).select_related("organisation")
    return places.exclude(organisation_id=viewer.organisation_id).order_by("organisation__kind", "organisation__name")


@dataclass(frozen=True, slots=True)
class Awaited:
    """A figure that sums wait for («PKV 2026»), and the partnerships that need it: (name, slug)."""

    what: str
    needed_by: tuple[tuple[str, str], ...]


def awaited(viewer: Viewer, today: date) -> list[Awaited]:
    """Figures that are needed within a year. The nearest one of each partnership. One query."""
    rows = Obligation.objects.visible_to(viewer).open().filter(kind="uplift", amount_ore=None)
    near = rows.filter(due__lt=today.replace(year=today.year + 1, day=1)).exclude(amount_note="")
    nearest = near.order_by("partnership", "due", "occurrence").distinct("partnership")
    found: dict[str, list[tuple[str, str]]] = {}
    for note, name, slug in nearest.values_list("amount_note", "partnership__name", "partnership__slug"):
        for what in awaited_in(note)[:1]:
            found.setdefault(what, []).append((name, slug))
    return [Awaited(what, tuple(sorted(needed))) for what, needed in sorted(found.items())]


def paid_of(viewer: Viewer, owed: Iterable[UUID]) -> Mapping[UUID, int]:
    """What has been paid without an invoice of each obligation, in öre. One query."""
    rows = Payment.objects.visible_to(viewer).standing().filter(obligation__in=list(owed), invoice=None)
    return dict(rows.order_by().values_list("obligation").annotate(Sum("amount_ore")))


def years_sums(viewer: Viewer, partnerships: Iterable[UUID], year: int) -> Mapping[UUID, YearSum]:
    """One query."""
    rows = Obligation.objects.visible_to(viewer).standing()
    rows = rows.filter(partnership_id__in=list(partnerships), kind="payment", window_start__year=year)
    counted = rows.order_by().values("partnership").annotate(
        ore=Coalesce(Sum("amount_ore"), 0), unknown=Count("pk", filter=Q(amount_ore=None))
    )  # fmt: skip
    return {each["partnership"]: YearSum(int(each["ore"]), each["unknown"]) for each in counted}
