"""Entering a figure from outside, and taking one back."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samsyn.rules.timeline import terms_on
from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.agreements.presenters.frame import Frame, frame
from samsyn.web.agreements.queries import dossier_of, partnership_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project import clock
from samsyn.web.theory import actions
from samsyn.web.theory.forms import OutsideForm, WithdrawForm
from samsyn.web.theory.models import OutsideFigure
from samsyn.web.theory.presenters.page import choices_of
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.troubles import put_into


@require_http_methods(["GET", "POST"])
def add(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    require(request.viewer, Permission.FULFIL)
    partnership = partnership_or_404(request.viewer, slug)
    around = _frame(request, partnership)
    terms = terms_on(around.dossier, around.today, around.today)
    asked = {"indicator": request.GET.get("indicator", "")}
    form = OutsideForm(request.POST or None, initial=asked, indicators=choices_of(terms))
    if form.is_valid():
        try:
            actions.enter_outside(partnership, terms, form.entry(), by=request.viewer, now=clock.now())
        except ValidationError as trouble:
            put_into(form, trouble)
        else:
            messages.success(request, gettext("Siffran står nu på sidan, med sin källa."))
            return redirect("theory:theory", organisation=organisation, slug=slug)
    return _form_page(request, around, form, gettext("Skriv in en siffra utifrån"), gettext("Skriv in siffran"))


@require_http_methods(["GET", "POST"])
def withdraw(request: ViewerRequest, organisation: str, slug: str, outside: UUID) -> HttpResponse:
    require(request.viewer, Permission.FULFIL)
    partnership = partnership_or_404(request.viewer, slug)
    own = OutsideFigure.objects.visible_to(request.viewer).filter(organisation_id=request.viewer.organisation_id)
    figure = get_object_or_404(own.filter(partnership=partnership), pk=outside)
    form = WithdrawForm(request.POST or None)
    if form.is_valid():
        actions.withdraw_outside(figure, form.cleaned_data["because"], by=request.viewer, now=clock.now())
        messages.success(request, gettext("Siffran är tillbakatagen. Varför står kvar på sidan."))
        return redirect("theory:theory", organisation=organisation, slug=slug)
    title = gettext("Ta tillbaka «%(name)s»") % {"name": figure.name}
    return _form_page(request, _frame(request, partnership), form, title, gettext("Ta tillbaka siffran"))


def _frame(request: ViewerRequest, partnership: Partnership) -> Frame:
    home = f"/as/{request.viewer.organisation_slug}/partnerships/{partnership.slug}/theory/"
    inside = Place(gettext("Förändringsteori"), home)
    return frame(request.viewer, partnership, dossier_of(partnership), clock.today(), "theory", inside)


def _form_page(request: ViewerRequest, around: Frame, form: Form, title: str, act: str) -> HttpResponse:
    context = around.context() | {"form": form, "title": title, "act": act, "back": around.to.theory}
    return render(request, "theory/form.html", context, status=422 if form.is_bound else 200)
