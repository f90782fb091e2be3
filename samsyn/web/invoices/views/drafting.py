"""A draft and what stands in it: the sender's own."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from samsyn.rules.quantities import DateRange
from samsyn.web.access.request import ViewerRequest
from samsyn.web.agreements.queries import parties_of
from samsyn.web.invoices import actions
from samsyn.web.invoices.actions.lines import approvals
from samsyn.web.invoices.forms import HandForm, HeadForm, LineForm
from samsyn.web.invoices.models import Invoice
from samsyn.web.invoices.views.scene import Scene, Sheet, acted, form_page, scene_or_404
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock

MONEY = Permission.MANAGE_MONEY


@require_POST
def draft(request: ViewerRequest, organisation: str, slug: str, owed: UUID) -> HttpResponse:
    """From the plan."""
    scene = scene_or_404(request.viewer, slug, MONEY)
    rows = Obligation.objects.visible_to(request.viewer).filter(partnership=scene.partnership, kind="invoice")
    obligation = get_object_or_404(
        rows.filter(owed_by__contains=[request.viewer.organisation_id]).select_related("partnership"), pk=owed
    )
    made: list[Invoice] = []

    def act() -> None:
        made.append(actions.draft(obligation, by=request.viewer, now=clock.now(), today=scene.today))

    answer = acted(request, act, gettext("Utkastet är skrivet. Gå igenom det."), scene.home)
    if made:
        answer["Location"] = scene.at(made[0])
    return answer


@require_http_methods(["GET", "POST"])
def by_hand(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """Beside the plan."""
    scene = scene_or_404(request.viewer, slug, MONEY)
    others = {
        str(place.organisation_id): place.organisation
        for place in parties_of(scene.partnership).values()
        if place.organisation_id != request.viewer.organisation_id and place.kind == "party"
    }
    form = HandForm(request.POST or None, payers=[(key, each.name) for key, each in others.items()])
    sheet = Sheet(
        gettext("Skriv en faktura vid sidan av planen"),
        gettext("Skriv utkast"),
        scene.home,
        gettext("Det som planen säger behöver ni inte skriva här. Betalar flera, skriv en faktura till var och en."),
    )

    def act() -> tuple[str, str]:
        typed = form.cleaned_data
        payer: Organisation = others[typed["payer"]]
        made = actions.draft_by_hand(
            scene.partnership, payer, form.days(), made=typed["made"],
            by=request.viewer, now=clock.now(), today=scene.today,
        )  # fmt: skip
        return gettext("Utkastet är skrivet. Lägg till rader."), scene.at(made)

    return form_page(request, scene, form, sheet, act)


@require_http_methods(["GET", "POST"])
def head(request: ViewerRequest, organisation: str, slug: str, draft: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, MONEY)
    row = scene.own(draft)
    fixed = row.obligation_id is not None or row.is_credit
    typed = {"first": row.first, "last": row.last, "note": row.note}
    form = HeadForm(request.POST or None, days_fixed=fixed, initial=typed)
    sheet = Sheet(gettext("Dagar och meddelande"), gettext("Spara"), scene.at(row))

    def act() -> tuple[str, str]:
        days = DateRange.through(row.first, row.last) if fixed else form.days()
        note = form.cleaned_data["note"]
        actions.change_head(row, days, note, by=request.viewer, now=clock.now(), today=scene.today)
        return gettext("Sparat."), scene.at(row)

    return form_page(request, scene, form, sheet, act, *scene.way(row))


@require_http_methods(["GET", "POST"])
def add_line(request: ViewerRequest, organisation: str, slug: str, draft: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, MONEY)
    row = scene.own(draft)
    form = _line_form(request, scene, row, {"quantity": Decimal(1), "unit": "C62"})
    sheet = Sheet(gettext("Lägg till en rad"), gettext("Lägg till"), scene.at(row))

    def act() -> tuple[str, str]:
        actions.add_line(
            row, form.said(), made=form.cleaned_data["made"], by=request.viewer, now=clock.now(), today=scene.today
        )
        return gettext("Raden är tillagd."), scene.at(row)

    return form_page(request, scene, form, sheet, act, *scene.way(row))


@require_http_methods(["GET", "POST"])
def change_line(request: ViewerRequest, organisation: str, slug: str, line: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, MONEY)
    row = scene.own_line(line)
    typed = {
        "text": row.text, "cost_line": row.cost_line, "quantity": row.quantity, "unit": row.unit,
        "price": row.price_ore, "approval": str(row.approval_id or ""),
    }  # fmt: skip
    form = _line_form(request, scene, row.invoice, typed)
    sheet = Sheet(gettext("Ändra raden"), gettext("Spara"), scene.at(row.invoice))

    def act() -> tuple[str, str]:
        actions.change_line(row, form.said(), by=request.viewer, now=clock.now(), today=scene.today)
        return gettext("Raden är ändrad."), scene.at(row.invoice)

    return form_page(request, scene, form, sheet, act, *scene.way(row.invoice))


@require_POST
def remove_line(request: ViewerRequest, organisation: str, slug: str, line: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, MONEY)
    row = scene.own_line(line)

    def act() -> None:
        actions.remove_line(row, by=request.viewer, now=clock.now(), today=scene.today)

    return acted(request, act, gettext("Raden är borttagen."), scene.at(row.invoice))


@require_POST
def rewrite(request: ViewerRequest, organisation: str, slug: str, draft: UUID) -> HttpResponse:
    """By the plan as it is now."""
    scene = scene_or_404(request.viewer, slug, MONEY)
    row = scene.own(draft)

    def act() -> None:
        actions.rewrite(row, by=request.viewer, now=clock.now(), today=scene.today)

    return acted(request, act, gettext("Utkastet är skrivet efter planen som den är nu."), scene.at(row))


@require_POST
def from_books(request: ViewerRequest, organisation: str, slug: str, draft: UUID) -> HttpResponse:
    """Verified costs."""
    scene = scene_or_404(request.viewer, slug, MONEY)
    row = scene.own(draft)

    def act() -> None:
        actions.fetch_lines(row, by=request.viewer, now=clock.now(), today=scene.today)

    return acted(request, act, gettext("Raderna är hämtade ur bokföringen."), scene.at(row))


@require_POST
def discard(request: ViewerRequest, organisation: str, slug: str, draft: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, MONEY)
    row = scene.own(draft)

    def act() -> None:
        actions.discard(row, by=request.viewer, now=clock.now(), today=scene.today)

    return acted(request, act, gettext("Utkastet är kastat."), scene.home)


def _line_form(request: ViewerRequest, scene: Scene, row: Invoice, typed: dict[str, object]) -> LineForm:
    return LineForm(request.POST or None, terms=scene.terms, approvals=approvals(row), initial=typed)
