"""All invoices of a partnership, for both sides with the same figures."""

from __future__ import annotations

from django.db.models import Sum
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.web.access.request import ViewerRequest
from samsyn.web.invoices.models import Payment
from samsyn.web.invoices.presenters.listing import SHOWN, Coming, Row, regulating, rows_of, to_invoice, to_pay
from samsyn.web.invoices.queries.plan import Period, invoiced_by_label, next_to_invoice, next_to_pay, periods_of
from samsyn.web.invoices.queries.standing import Standing, standings
from samsyn.web.invoices.views.scene import Scene, scene_or_404
from samsyn.web.obligations.models import Obligation


@require_GET
def listing(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    found = standings(request.viewer, [scene.partnership.pk])
    rows = rows_of(found, request.viewer.organisation_id, scene.today)
    periods = periods_of(scene.dossier, invoiced_by_label(found), scene.today)
    coming, owing = _to_invoice(scene, found, periods), _to_pay(scene)
    shown = {
        "own_drafts": [each for each in rows if not each.invoice.is_sent],
        "open_rows": [each for each in rows if each.invoice.is_sent and each.waits],
        "closed_rows": [each for each in rows if each.invoice.is_sent and not each.waits],
        "coming": coming[:SHOWN],
        "later": max(0, len(coming) - SHOWN),
        "regulating": regulating(periods),
        "owing": owing[:SHOWN],
        "payments": _without_invoice(scene),
        "left_ore": _left(rows),
        "undivided": _undivided(scene),
        "planned": bool(periods),
        "by_invoice": any(each.invoiced and each.applies for each in scene.terms.payment.values()),
        "sells": scene.sells,
        "buys": scene.buys,
    }
    return render(request, "invoices/listing.html", scene.context() | shown)


def _undivided(scene: Scene) -> Obligation | None:
    """The next invoice that nobody can write, since several pay and the text does not say how they share."""
    rows = Obligation.objects.visible_to(scene.viewer).filter(partnership=scene.partnership, kind="invoice").open()
    return next((each for each in rows.order_by("due", "term", "occurrence")[:SHOWN] if len(each.to_keys) > 1), None)


def _left(rows: list[Row]) -> int:
    return sum(
        each.found.left_ore
        for each in rows
        if each.invoice.is_sent and not each.invoice.is_credit and each.found.is_open
    )


def _to_invoice(scene: Scene, found: list[Standing], periods: list[Period]) -> list[Coming]:
    if not scene.sells:
        return []
    owed = next_to_invoice(scene.viewer, scene.partnership, scene.mine)
    return to_invoice(owed, found, periods)


def _to_pay(scene: Scene) -> list[Coming]:
    without = {each.id for each in scene.terms.payment.values() if not each.invoiced and each.applies}
    if not without:
        return []
    debts = [each for each in next_to_pay(scene.viewer, scene.partnership) if each.term in without]
    rows = Payment.objects.visible_to(scene.viewer).standing().filter(obligation__in=debts)
    paid = dict(rows.order_by().values_list("obligation_id").annotate(Sum("amount_ore")))
    return to_pay(debts, paid, without)


def _without_invoice(scene: Scene) -> list[Payment]:
    rows = Payment.objects.visible_to(scene.viewer).filter(partnership=scene.partnership, invoice=None)
    return list(rows.select_related("obligation", "organisation").order_by("-paid_on"))
