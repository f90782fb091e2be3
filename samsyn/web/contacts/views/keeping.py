"""A party keeps its own contacts."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.queries import dossier_of, partnership_or_404
from samsyn.web.contacts import actions
from samsyn.web.contacts.forms import ContactForm, EndForm
from samsyn.web.contacts.models import Contact
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.troubles import put_into


@require_http_methods(["GET", "POST"])
def add(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    require(request.viewer, Permission.FULFIL)
    partnership = partnership_or_404(request.viewer, slug)
    wanted = request.GET.get("topic")
    topic = wanted if wanted in Contact.Topic.values else Contact.Topic.DAILY
    form = ContactForm(request.POST or None, initial={"topic": topic})
    if form.is_valid() and _added(request, form, partnership):
        messages.success(request, gettext("Kontakten finns nu på sidan, för alla parter."))
        return redirect("contacts:contacts", organisation=organisation, slug=slug)
    return _form_page(request, partnership, form, gettext("Lägg till en kontakt"), gettext("Lägg till kontakten"))


@require_http_methods(["GET", "POST"])
def change(request: ViewerRequest, organisation: str, slug: str, contact: UUID) -> HttpResponse:
    require(request.viewer, Permission.FULFIL)
    partnership = partnership_or_404(request.viewer, slug)
    mine = _own_or_404(request, partnership, contact)
    form = ContactForm(request.POST or None, initial={name: getattr(mine, name) for name in actions.FIELDS})
    if form.is_valid() and _changed(request, form, mine):
        messages.success(request, gettext("Kontakten är ändrad."))
        return redirect("contacts:contacts", organisation=organisation, slug=slug)
    return _form_page(request, partnership, form, gettext("Ändra kontakten"), gettext("Spara"))


@require_http_methods(["GET", "POST"])
def end(request: ViewerRequest, organisation: str, slug: str, contact: UUID) -> HttpResponse:
    require(request.viewer, Permission.FULFIL)
    partnership = partnership_or_404(request.viewer, slug)
    mine = _own_or_404(request, partnership, contact)
    form = EndForm(request.POST or None, today=clock.today())
    if form.is_valid() and _ended(request, form, mine):
        messages.success(request, gettext("Kontakten tas bort den dagen."))
        return redirect("contacts:contacts", organisation=organisation, slug=slug)
    title = gettext("Ta bort %(function)s") % {"function": mine.function}
    return _form_page(request, partnership, form, title, gettext("Ta bort kontakten"))


@require_POST
def confirm(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """One click for all of one's own."""
    require(request.viewer, Permission.FULFIL)
    partnership = partnership_or_404(request.viewer, slug)
    count = actions.confirm_contacts(partnership, by=request.viewer, now=clock.now(), today=clock.today())
    said = ngettext("Er kontakt är bekräftad i dag.", "Era %(n)s kontakter är bekräftade i dag.", count)
    messages.success(request, said % {"n": count})
    return redirect("contacts:contacts", organisation=organisation, slug=slug)


def _own_or_404(request: ViewerRequest, partnership: Partnership, contact: UUID) -> Contact:
    own = Contact.objects.visible_to(request.viewer).filter(organisation_id=request.viewer.organisation_id)
    return get_object_or_404(own.filter(partnership=partnership), pk=contact)


def _added(request: ViewerRequest, form: ContactForm, partnership: Partnership) -> bool:
    try:
        actions.add_contact(partnership, form.cleaned_data, by=request.viewer, now=clock.now(), today=clock.today())
    except ValidationError as trouble:
        put_into(form, trouble)
    return form.is_valid()


def _changed(request: ViewerRequest, form: ContactForm, contact: Contact) -> bool:
    try:
        actions.change_contact(contact, form.cleaned_data, by=request.viewer, now=clock.now(), today=clock.today())
    except ValidationError as trouble:
        put_into(form, trouble)
    return form.is_valid()


def _ended(request: ViewerRequest, form: EndForm, contact: Contact) -> bool:
    try:
        actions.end_contact(contact, form.cleaned_data["until"], by=request.viewer, now=clock.now())
    except ValidationError as trouble:
        put_into(form, trouble)
    return form.is_valid()


def _form_page(request: ViewerRequest, partnership: Partnership, form: Form, title: str, act: str) -> HttpResponse:
    home = f"/as/{request.viewer.organisation_slug}/partnerships/{partnership.slug}/contacts/"
    dossier, inside = dossier_of(partnership), Place(gettext("Kontakter"), home)
    around = frame(request.viewer, partnership, dossier, clock.today(), "contacts", inside).context()
    context = around | {"form": form, "title": title, "act": act, "back": home}
    return render(request, "contacts/form.html", context, status=422 if form.is_bound else 200)
