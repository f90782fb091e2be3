"""The figures that a statement fills itself with: paid money, the books, own efforts. Asked of those who keep them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext

from samsyn.rules.quantities import Amount, DateRange
from samsyn.web.access.viewer import Viewer
from samsyn.web.contributions.models import Contribution
from samsyn.web.invoices.models import Payment
from samsyn.web.partnerships.models import Partnership


@dataclass(frozen=True, slots=True)
class In:
    """A sum that came. `source` says what shows it, `path` where it is read under the partnership's address."""

    on: date | None
    what: str
    amount: Amount
    source: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Spent:
    """A cost line of the agreement, or empty for another cost. `vouchers` are how many the sum rests on."""

    cost_line: str
    amount: Amount
    vouchers: int


@dataclass(frozen=True, slots=True)
class Figures:
    received: tuple[In, ...]
    spent: tuple[Spent, ...]
    own: tuple[Contribution, ...]


def figures_of(viewer: Viewer, partnership: Partnership, days: DateRange) -> Figures:
    """Of the viewer's own organisation, for these days."""
    assert viewer.organisation_id is not None
    return Figures(
        tuple(_received(viewer, partnership, viewer.organisation_id, days)),
        tuple(_spent(viewer, partnership, days)),
        tuple(_own(viewer, partnership, days)),
    )


def _received(viewer: Viewer, partnership: Partnership, mine: UUID, days: DateRange) -> list[In]:
    """What was paid to the party on those days. What several get together is typed in: their shares are not known."""
    ours = Q(invoice__organisation_id=mine) | Q(invoice=None, obligation__owed_to=[mine])
    rows = Payment.objects.visible_to(viewer).filter(ours, partnership=partnership, taken_back_at=None)
    rows = rows.filter(paid_on__gte=days.start, paid_on__lt=days.end).select_related("invoice", "obligation")
    return [_paid(each) for each in rows.order_by("paid_on", "written_at")]


def _paid(payment: Payment) -> In:
    if payment.invoice is not None:
        what = gettext("Faktura %(name)s") % {"name": payment.invoice.name}
        return In(
            payment.paid_on,
            what,
            Amount(payment.amount_ore),
            gettext("betald faktura"),
            f"invoices/{payment.invoice_id}/",
        )
    what = payment.obligation.says if payment.obligation else ""
    return In(
        payment.paid_on, what, Amount(payment.amount_ore), gettext("betalning"), f"obligations/{payment.obligation_id}/"
    )


def _spent(viewer: Viewer, partnership: Partnership, days: DateRange) -> list[Spent]:
    from samsyn.web.books.queries import outcome

    sums: dict[str, int] = defaultdict(int)
    vouchers: dict[str, int] = defaultdict(int)
    for each in outcome(viewer, partnership, days.start, days.last):
        line = "" if each.cost_line == "other" else each.cost_line
        sums[line] += each.amount.ore
        vouchers[line] += _number(each.vouchers)
    return [Spent(line, Amount(ore), vouchers[line]) for line, ore in sums.items()]


def _own(viewer: Viewer, partnership: Partnership, days: DateRange) -> list[Contribution]:
    """What the party has put forward: a line of which a day is among them."""
    rows = Contribution.objects.own(viewer).live().filter(partnership=partnership, shared_at__isnull=False)
    return list(rows.filter(days__overlap=(days.start, days.end)))


def _number(vouchers: object) -> int:
    return vouchers if isinstance(vouchers, int) else len(list(vouchers))  # type: ignore[call-overload]
