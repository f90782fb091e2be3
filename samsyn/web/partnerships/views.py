"""Who sits in the bodies that the agreement names, and filling one's own seats."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from samsyn.rules.timeline import terms_on
from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.agreements.presenters.frame import Frame, frame
from samsyn.web.agreements.queries import dossier_of, own_keys, parties_of, partnership_or_404
from samsyn.web.organisations.models import Membership, Person
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships import actions
from samsyn.web.partnerships.forms import AppointForm, EndForm
from samsyn.web.partnerships.models import Appointment, Partnership
from samsyn.web.partnerships.permissions import may_appoint
from samsyn.web.partnerships.presenters import shown_bodies
from samsyn.web.partnerships.queries import BodySeats, bodies_of
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place


@require_GET
def bodies(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    partnership = partnership_or_404(request.viewer, slug)
    around = _around(request, partnership)
    seated = Appointment.objects.visible_to(request.viewer).on(clock.today()).filter(partnership=partnership)
    context = {
        **around.context(),
        "bodies": shown_bodies(
            bodies_of(around.dossier.agreement),
            list(seated.select_related("person", "organisation")),
            around.dossier.agreement,
            {key: place.organisation_id for key, place in parties_of(partnership).items()},
            mine=_own_key(request, partnership) if may_appoint(request.viewer, partnership) else "",
        ),
    }
    return render(request, "partnerships/bodies.html", context)


@require_http_methods(["GET", "POST"])
def appoint(request: ViewerRequest, organisation: str, slug: str, body: str) -> HttpResponse:
    require(request.viewer, Permission.DECIDE)
    partnership = partnership_or_404(request.viewer, slug)
    chosen = _body_or_404(partnership, body)
    today = clock.today()
    colleagues = Membership.objects.on(today).filter(organisation_id=request.viewer.organisation_id)
    form = AppointForm(
        request.POST or None,
        functions=chosen.functions_of(_own_key(request, partnership)),
        people=Person.objects.filter(pk__in=colleagues.values("person_id")).order_by("display_name"),
        today=today,
    )
    if form.is_valid() and _appointed(request, form, partnership, chosen):
        return redirect("bodies", organisation=organisation, slug=slug)
    return _form_page(request, partnership, form, gettext("Utse någon till %s") % chosen.name, gettext("Utse"))


@require_http_methods(["GET", "POST"])
def end_seat(request: ViewerRequest, organisation: str, slug: str, appointment: UUID) -> HttpResponse:
    require(request.viewer, Permission.DECIDE)
    partnership = partnership_or_404(request.viewer, slug)
    own = Appointment.objects.filter(partnership=partnership, organisation_id=request.viewer.organisation_id)
    seat = get_object_or_404(own.select_related("person", "partnership"), pk=appointment)
    form = EndForm(request.POST or None, today=clock.today())
    if form.is_valid() and _ended(request, form, seat):
        return redirect("bodies", organisation=organisation, slug=slug)
    title = gettext("Avsluta uppdraget för %s") % seat.person
    return _form_page(request, partnership, form, title, gettext("Avsluta uppdraget"))


def _body_or_404(partnership: Partnership, body: str) -> BodySeats:
    today = clock.today()
    found = [each for each in bodies_of(terms_on(dossier_of(partnership), today, today)) if each.id == body]
    if not found:
        raise Http404
    return found[0]


def _own_key(request: ViewerRequest, partnership: Partnership) -> str:
    return own_keys(request.viewer, [partnership.pk])[partnership.pk].key


def _appointed(request: ViewerRequest, form: AppointForm, partnership: Partnership, body: BodySeats) -> bool:
    typed = form.cleaned_data
    try:
        actions.appoint(
            typed["person"],
            partnership,
            body.id,
            typed["function"],
            typed["since"],
            clause=body.clause,
            by=request.viewer,
            now=clock.now(),
        )
    except ValidationError as trouble:
        form.add_error(None, trouble.messages)
    return form.is_valid()


def _ended(request: ViewerRequest, form: EndForm, seat: Appointment) -> bool:
    try:
        actions.end_appointment(seat, form.cleaned_data["until"], by=request.viewer, now=clock.now())
    except ValidationError as trouble:
        form.add_error(None, trouble.messages)
    return form.is_valid()


def _around(request: ViewerRequest, partnership: Partnership, *inside: Place) -> Frame:
    return frame(request.viewer, partnership, dossier_of(partnership), clock.today(), "meetings", *inside)


def _form_page(request: ViewerRequest, partnership: Partnership, form: Form, title: str, act: str) -> HttpResponse:
    around = _around(request, partnership)
    trail = (*around.trail, Place(gettext("Grupper"), around.to.bodies))
    context = {**around.context(), "trail": trail, "form": form, "title": title, "act": act}
    return render(request, "partnerships/form.html", context, status=422 if form.is_bound else 200)
