"""What every page fetches first: the partnership, which party one is, and the incident. Others' do not exist."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext, pgettext

from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import terms_on
from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.queries import dossier_of, own_key, partnership_or_404
from samsyn.web.incidents.models import Incident
from samsyn.web.incidents.permissions import may_answer_for, may_write
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.troubles import put_into


@dataclass(frozen=True)
class Ground:
    """The partnership as the acting party sees it. `mine`: its key in the agreement."""

    viewer: Viewer
    partnership: Partnership
    dossier: Dossier
    today: date
    mine: str

    @property
    def terms(self) -> Agreement:
        return terms_on(self.dossier, self.today, self.today)

    @property
    def home(self) -> str:
        return f"/as/{self.viewer.organisation_slug}/partnerships/{self.partnership.slug}/incidents/"

    def address(self, incident: Incident) -> str:
        return f"{self.home}{incident.pk}/"

    def context(self, *inside: Place) -> dict[str, Any]:
        way = (Place(pgettext("something happened", "Händelser"), self.home), *inside) if inside else ()
        around = frame(self.viewer, self.partnership, self.dossier, self.today, "incidents", *way)
        return around.context() | {"home": self.home}

    def place(self, incident: Incident) -> Place:
        return Place(gettext("Händelse %(label)s") % {"label": incident.label}, self.address(incident))


def ground_or_404(viewer: Viewer, slug: str, *needs: Permission) -> Ground:
    """`needs`: one of them is enough, besides to read the partnership."""
    require(viewer, Permission.READ_PARTNERSHIP)
    if needs and not any(viewer.may(each) for each in needs):
        raise Http404
    partnership = partnership_or_404(viewer, slug)
    mine = own_key(viewer, partnership.pk)
    if mine is None:
        raise Http404
    return Ground(viewer, partnership, dossier_of(partnership), clock.today(), mine)


def incident_or_404(ground: Ground, incident: UUID) -> Incident:
    rows = Incident.objects.visible_to(ground.viewer).filter(partnership=ground.partnership)
    return get_object_or_404(rows.select_related("reported_by", "closed_by"), pk=incident)


def written_or_404(viewer: Viewer, slug: str, incident: UUID) -> tuple[Ground, Incident]:
    """For the one who reported it and those who answer for the work. For others there is no such page."""
    ground = ground_or_404(viewer, slug, Permission.WORK, Permission.FULFIL)
    found = incident_or_404(ground, incident)
    if not may_write(viewer, found):
        raise Http404
    return ground, found


def answered_or_404(viewer: Viewer, slug: str, incident: UUID) -> tuple[Ground, Incident]:
    """For those who answer for the work."""
    ground = ground_or_404(viewer, slug, Permission.FULFIL)
    found = incident_or_404(ground, incident)
    if not may_answer_for(viewer, found):
        raise Http404
    return ground, found


@dataclass(frozen=True)
class Sheet:
    """What stands around a form."""

    title: str
    button: str
    lead: str = ""
    back: str = ""
    kind: str = "primary"


def form_page(
    request: ViewerRequest, ground: Ground, form: Form, sheet: Sheet, act: Callable[[], tuple[str, str]], *inside: Place
) -> HttpResponse:
    """`act` does what the form says; it answers what happened and where to go. What it refuses stands in the form."""
    if form.is_valid():
        try:
            said, to = act()
            messages.success(request, said)
            return redirect(to)
        except ValidationError as trouble:
            put_into(form, trouble)
    way = inside or (Place(sheet.title, request.path),)
    context = ground.context(*way) | {"form": form, "sheet": sheet}
    return render(request, "incidents/form.html", context, status=422 if form.is_bound and form.errors else 200)
