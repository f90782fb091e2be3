"""The journal of sent invoices as a file for the sender's own bookkeeping."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samsyn.web.access.request import ViewerRequest
from samsyn.web.invoices import actions
from samsyn.web.invoices.forms import JournalForm, LedgerForm
from samsyn.web.invoices.journal import needs_vat_account, sie_of
from samsyn.web.invoices.models import Invoice
from samsyn.web.invoices.queries.details import ledger_of
from samsyn.web.invoices.views.scene import Scene, Sheet, form_page, scene_or_404
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.troubles import put_into

MONEY = Permission.MANAGE_MONEY


@require_http_methods(["GET", "POST"])
def journal(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """The days are chosen, and the file is the answer."""
    scene = scene_or_404(request.viewer, slug, MONEY)
    ledger = ledger_of(scene.partnership.pk, request.viewer.organisation_id)
    form = JournalForm(request.POST or None, initial={"first": date(scene.today.year, 1, 1), "last": scene.today})
    if form.is_valid():
        try:
            return _file(scene, form)
        except ValidationError as trouble:
            put_into(form, trouble)
    context = scene.context(*scene.way()) | {"form": form, "ledger": ledger}
    return render(request, "invoices/journal.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def ledger(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, MONEY)
    row = ledger_of(scene.partnership.pk, request.viewer.organisation_id)
    names = ("series", "receivable", "income", "vat")
    form = LedgerForm(request.POST or None, initial={each: getattr(row, each) for each in names} if row else {})
    back = f"{scene.home}journal/"
    sheet = Sheet(
        gettext("Konton för fakturorna"), gettext("Spara"), back,
        gettext("Ur er egen kontoplan. Samsyn föreslår inga konton."),
    )  # fmt: skip

    def act() -> tuple[str, str]:
        actions.write_ledger(scene.partnership, form.cleaned_data, by=request.viewer, now=clock.now())
        return gettext("Kontona är valda."), back

    return form_page(request, scene, form, sheet, act, *scene.way(), Place(gettext("Till bokföringen"), back))


def _file(scene: Scene, form: JournalForm) -> HttpResponse:
    days, own = form.days(), scene.viewer.organisation_id
    ledger = ledger_of(scene.partnership.pk, own)
    if ledger is None:
        raise ValidationError(gettext("Välj först vilka konton fakturorna ska stå på."))
    rows = Invoice.objects.own(scene.viewer).sent().filter(partnership=scene.partnership)
    found = list(rows.filter(issued__gte=days.start, issued__lt=days.end).select_related("payer").order_by("number"))
    if not found:
        raise ValidationError(gettext("Ingen faktura är sänd de dagarna. Välj andra dagar."))
    if needs_vat_account(found, ledger):
        raise ValidationError(gettext("Någon faktura har moms. Välj ett konto för utgående moms först."))
    data = sie_of(found, ledger, Organisation.objects.get(pk=own), scene.today)
    answer = HttpResponse(data, content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="fakturor-{days.start}-{days.last}.si"'
    return answer
