"""One invoice: both sides read it, and each finds what it can do."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.rules.money.double_funding import bans
from samsyn.rules.quantities import DateRange
from samsyn.web.access.request import ViewerRequest
from samsyn.web.books.models import VoucherRow
from samsyn.web.funders.queries import clashes_of
from samsyn.web.indices.queries import register
from samsyn.web.invoices.actions.pay import is_shown
from samsyn.web.invoices.limits import ceiling_for, over_budget
from samsyn.web.invoices.models import Invoice, InvoiceFile, Payment
from samsyn.web.invoices.paper import paper_of, rebooked, vat_on
from samsyn.web.invoices.permissions import may_answer, may_decide, may_note_payment, may_write
from samsyn.web.invoices.presenters.one import line_rows, to_mend
from samsyn.web.invoices.presenters.words import is_said_late, stand_words, tax_words, title_of
from samsyn.web.invoices.queries.plan import invoiced_in, period_of
from samsyn.web.invoices.queries.standing import Standing, left_to_pay, standing_of
from samsyn.web.invoices.views.scene import Scene, scene_or_404


@require_GET
def one(request: ViewerRequest, organisation: str, slug: str, invoice: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    row = scene.invoice(invoice)
    found = standing_of(request.viewer, row)
    context = scene.context(*scene.way()) | _shown(scene, found) | _may(scene, found)
    if row.organisation_id == request.viewer.organisation_id:
        context |= {"rebooked": bool(rebooked(row))} if row.is_sent else _before_sending(scene, row)
    return render(request, "invoices/one.html", context)


@require_GET
def xml(request: ViewerRequest, organisation: str, slug: str, invoice: UUID) -> HttpResponse:
    """The file for Peppol, as it was sent."""
    scene = scene_or_404(request.viewer, slug)
    row = scene.invoice(invoice)
    file = InvoiceFile.objects.visible_to(request.viewer).filter(invoice=row).first()
    if file is None:
        raise Http404
    answer = HttpResponse(bytes(file.xml), content_type="application/xml")
    answer["Content-Disposition"] = f'attachment; filename="{_file_name(row)}.xml"'
    return answer


def _file_name(invoice: Invoice) -> str:
    return "".join(
        sign for sign in title_of(invoice).lower().replace(" ", "-") if sign.isascii() and sign not in '"\\/'
    )


def _shown(scene: Scene, found: Standing) -> dict[str, Any]:
    row = found.invoice
    paper = paper_of(row, scene.terms, scene.today)
    lines = list(row.lines.order_by("position").prefetch_related("vouchers").select_related("approval"))
    behind = {each.row_id for line in lines for each in line.vouchers.all()}
    seen = VoucherRow.objects.visible_to(scene.viewer).filter(pk__in=behind).select_related("voucher")
    payments = Payment.objects.visible_to(scene.viewer).filter(invoice=row).select_related("organisation")
    return {
        "invoice": row,
        "found": found,
        "title": title_of(row),
        "words": stand_words(found, scene.viewer.organisation_id, scene.today),
        "late": found.is_late(scene.today),
        "said_late": is_said_late(found, scene.today),
        "lines": line_rows(lines, scene.terms, {each.pk: each for each in seen}),
        "paper": paper,
        "document": paper.document,
        "tax": _tax(row, paper),
        "sums": _sums(row, paper, lines),
        "payments": list(payments),
        "events": [each for each in found.events if each.kind != "changed"],
        "file": InvoiceFile.objects.visible_to(scene.viewer).filter(invoice=row).defer("xml").first(),
        "names": {row.organisation_id: row.organisation.name, row.payer_id: row.payer.name},
        "here": scene.at(row),
    }


def _tax(row: Invoice, paper: Any) -> str:
    if row.tax:
        return tax_words(row.tax, row.tax_rate, row.tax_reason)
    seller = paper.seller
    return tax_words(seller.tax, seller.tax_rate, seller.tax_reason) if seller else ""


def _sums(row: Invoice, paper: Any, lines: list[Any]) -> dict[str, int]:
    """As kept; of a draft as they are when it is checked, with what the seller says of VAT now."""
    if not row.is_draft or row.is_credit or paper.seller is None:
        return {"net": row.net_ore, "vat": row.vat_ore, "total": row.total_ore}
    net = sum(each.amount_ore for each in lines)
    vat = vat_on(net, paper.seller.tax, paper.seller.tax_rate)
    return {"net": net, "vat": vat, "total": net + vat}


def _may(scene: Scene, found: Standing) -> dict[str, Any]:
    row, viewer = found.invoice, scene.viewer
    owns, decides = may_write(viewer, row), may_decide(viewer, row)
    return {
        "owns": owns,
        "decides": decides,
        "may_approve": decides and row.state == Invoice.State.CHECKED and row.checked_by_id != viewer.person_id,
        "own_check": decides and row.state == Invoice.State.CHECKED and row.checked_by_id == viewer.person_id,
        "answers": may_answer(viewer, row),
        "pays": may_note_payment(viewer, row) and row.credited_at is None and left_to_pay(viewer, found) > 0,
        "may_show": may_answer(viewer, row) and found.left_ore <= 0 and bool(found.payments) and not is_shown(found),
    }


def _before_sending(scene: Scene, row: Invoice) -> dict[str, Any]:
    """What the sender looks at while it is still its own."""
    paper = paper_of(row, scene.terms, scene.today)
    return {
        "mend": to_mend(paper.faults, paper.lines, scene.home, scene.at(row)),
        "ceiling": ceiling_for(row, scene.dossier, scene.today),
        "over_budget": over_budget(row, scene.terms),
        "deviation": next(
            (each for each in scene.terms.deviation.values() if "budget" in each.of and each.applies), None
        ),
        **_plan(scene, row),
        "clashes": _clashes(scene, row),
    }


def _plan(scene: Scene, row: Invoice) -> dict[str, Any]:
    if row.obligation is None or row.is_credit:
        return {"follows_cost": row.obligation is None and bool(scene.terms.cost_line) and not row.is_credit}
    period = period_of(row.obligation, scene.dossier, invoiced_in(scene.viewer, scene.partnership), scene.today)
    planned = period.part.amount if period else None
    return {
        "follows_cost": bool(period and period.follows_cost),
        "planned": planned,
        "differs": planned is not None and row.is_draft and planned.ore != row.agreed_ore,
        "gone": period is None,
    }


def _clashes(scene: Scene, row: Invoice) -> int:
    """How many costs of the days several funders stand behind, where the agreement bans it."""
    if row.is_credit or not bans(scene.terms, scene.mine):
        return 0
    days = DateRange.through(row.first, row.last)
    return len(clashes_of(scene.viewer, scene.partnership.pk, scene.terms, days, register()))
