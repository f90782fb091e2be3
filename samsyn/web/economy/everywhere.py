"""What a controller asks of every partnership at once: what has passed its day, and what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from samsyn.rules.money.sums import awaited_in
from samsyn.web.access.viewer import Viewer
from samsyn.web.economy.queries import KINDS
from samsyn.web.obligations.models import Obligation
from samsyn.web.partnerships.models import Partnership, PartnershipParty


@dataclass(frozen=True, slots=True)
class YearSum:
    """What is to be paid for periods that begin in the year, in öre; `unknown` counts those without a sum yet."""

    ore: int
    unknown: int


def everywhere(viewer: Viewer, today: date, *, passed: bool) -> QuerySet[Partnership]:
    """Those with money in their agreement: what has passed its day first, the longest ago at the top."""
    money = Obligation.objects.filter(partnership=OuterRef("pk"), kind__in=KINDS)
    found = Partnership.objects.of_party(viewer).exclude(outlook=None).annotate(**_next(money, today))
    found = found.filter(Q(passed_id__isnull=False) if passed else Q(any_id__isnull=False))
    found = found.prefetch_related(Prefetch("parties", _others(viewer), to_attr="other_parties"))
    coming = Coalesce("invoice_due", "payment_due")
    return found.order_by(F("passed_due").asc(nulls_last=True), coming.asc(nulls_last=True), "name", "pk")


def _next(money: Any, today: date) -> dict[str, Any]:
    late = money.open().filter(due__lt=today)
    coming = money.open().filter(due__gte=today).dated()
    counted = late.order_by().values("partnership").annotate(n=Count("pk")).values("n")
    found = {"any_id": Subquery(money.standing().values("id")[:1]), "passed": Subquery(counted)}
    for name, rows in (
        ("passed", late.dated()),
        ("invoice", coming.filter(kind="invoice")),
        ("payment", coming.filter(kind="payment")),
    ):
        found |= {f"{name}_{field}": Subquery(rows.values(field)[:1]) for field in ("id", "due")}
    return found


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


def years_sums(viewer: Viewer, partnerships: Iterable[UUID], year: int) -> Mapping[UUID, YearSum]:
    """One query."""
    rows = Obligation.objects.visible_to(viewer).standing()
    rows = rows.filter(partnership_id__in=list(partnerships), kind="payment", window_start__year=year)
    counted = rows.order_by().values("partnership").annotate(
        ore=Coalesce(Sum("amount_ore"), 0), unknown=Count("pk", filter=Q(amount_ore=None))
    )  # fmt: skip
    return {each["partnership"]: YearSum(int(each["ore"]), each["unknown"]) for each in counted}
