"""What every page here fetches first, and how an act is answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext

from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import terms_on
from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.queries import dossier_of, own_key, partnership_or_404
from samsyn.web.invoices.models import Invoice, InvoiceLine
from samsyn.web.invoices.permissions import may_manage
from samsyn.web.invoices.presenters.words import title_of
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.troubles import put_into

_RELATED = ("organisation", "payer", "obligation", "credits", "partnership", "checked_by")


@dataclass(frozen=True)
class Scene:
    viewer: Viewer
    partnership: Partnership
    dossier: Dossier
    today: date

    @cached_property
    def terms(self) -> Agreement:
        return terms_on(self.dossier, self.today, self.today)

    @cached_property
    def mine(self) -> str:
        """The acting party's key in the agreement."""
        return own_key(self.viewer, self.partnership.pk) or ""

    @property
    def sells(self) -> bool:
        """Whether the acting party is paid by the agreement."""
        return any(each.applies and self.mine in each.payees for each in self.terms.funding.values())

    @property
    def buys(self) -> bool:
        return any(each.applies and self.mine in each.payers for each in self.terms.funding.values())

    @property
    def home(self) -> str:
        return f"/as/{self.viewer.organisation_slug}/partnerships/{self.partnership.slug}/invoices/"

    def at(self, invoice: Invoice) -> str:
        return f"{self.home}{invoice.pk}/"

    def context(self, *inside: Place) -> dict[str, Any]:
        around = frame(self.viewer, self.partnership, self.dossier, self.today, "invoices", *inside)
        return around.context() | {"home": self.home, "writes": may_manage(self.viewer, self.partnership.pk)}

    def way(self, invoice: Invoice | None = None) -> tuple[Place, ...]:
        places = [Place(gettext("Fakturor"), self.home)]
        if invoice is not None:
            places.append(Place(title_of(invoice), self.at(invoice)))
        return tuple(places)

    def _invoices(self) -> QuerySet[Invoice]:
        rows = Invoice.objects.visible_to(self.viewer).live().filter(partnership=self.partnership)
        return rows.select_related(*_RELATED)

    def invoice(self, pk: UUID) -> Invoice:
        """One's own, or one that is sent."""
        return get_object_or_404(self._invoices(), pk=pk)

    def own(self, pk: UUID) -> Invoice:
        """404 for another party's, though it be sent."""
        return get_object_or_404(self._invoices().filter(organisation_id=self.viewer.organisation_id), pk=pk)

    def bill(self, pk: UUID) -> Invoice:
        """One that the acting party is to pay."""
        return get_object_or_404(self._invoices().filter(payer_id=self.viewer.organisation_id), pk=pk)

    def own_line(self, pk: UUID) -> InvoiceLine:
        rows = InvoiceLine.objects.own(self.viewer).filter(invoice__partnership=self.partnership)
        related = [f"invoice__{each}" for each in _RELATED]
        return get_object_or_404(rows.select_related("invoice", *related), pk=pk)


def scene_or_404(viewer: Viewer, slug: str, *needs: Permission) -> Scene:
    """`needs`: one of them is enough, besides to read the partnership."""
    require(viewer, Permission.READ_PARTNERSHIP)
    if needs and not any(viewer.may(each) for each in needs):
        raise Http404
    partnership = partnership_or_404(viewer, slug)
    return Scene(viewer, partnership, dossier_of(partnership), clock.today())


@dataclass(frozen=True)
class Sheet:
    """What stands around a form."""

    title: str
    button: str
    back: str
    lead: str = ""


def form_page(
    request: ViewerRequest, scene: Scene, form: Form, sheet: Sheet, act: Callable[[], tuple[str, str]], *inside: Place
) -> HttpResponse:
    """`act` does what the form says; it answers what happened and where to go. What it refuses stands in the form."""
    if form.is_valid():
        try:
            said, to = act()
            messages.success(request, said)
            return redirect(to)
        except ValidationError as trouble:
            put_into(form, trouble)
    context = scene.context(*(inside or scene.way())) | {"form": form, "sheet": sheet}
    return render(request, "invoices/form.html", context, status=422 if form.is_bound and form.errors else 200)


def acted(request: ViewerRequest, act: Callable[[], object], said: str, to: str) -> HttpResponse:
    """A button that was pressed: what happened, or what must be mended first."""
    try:
        act()
        messages.success(request, said)
    except ValidationError as trouble:
        messages.warning(request, " ".join(trouble.messages))
    return redirect(to)
