"""The administrator's page: who is here, in which role, and what that role is."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from allauth.account.forms import default_token_generator
from allauth.account.internal.flows.password_reset import request_password_reset
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from samsyn.web.access.jobs import Job
from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.access.scope import also_as_job
from samsyn.web.organisations import actions
from samsyn.web.organisations.forms import EndForm, InviteForm, RoleForm
from samsyn.web.organisations.models import Membership, Person
from samsyn.web.organisations.roles import ROLES, Permission, Role
from samsyn.web.project import clock


@require_GET
def people(request: ViewerRequest, organisation: str) -> HttpResponse:
    require(request.viewer, Permission.MANAGE_PEOPLE)
    today = clock.today()
    held = Membership.objects.visible_to(request.viewer).filter(organisation_id=request.viewer.organisation_id)
    held = held.select_related("person").order_by("person__display_name", "since")
    return render(
        request,
        "organisations/people.html",
        {
            "current": [each for each in held if not _has_ended(each, today)],
            "ended": [each for each in held if _has_ended(each, today)],
            "roles": [(role.label, text.says) for role, text in ROLES.items()],
            "today": today,
        },
    )


@require_http_methods(["GET", "POST"])
def invite(request: ViewerRequest, organisation: str) -> HttpResponse:
    require(request.viewer, Permission.MANAGE_PEOPLE)
    form = InviteForm(request.POST or None, today=clock.today())
    if form.is_valid() and (membership := _invited(request, form)):
        _send_invitation(request, membership.person)
        messages.success(request, gettext("Inbjudan är på väg."))
        return redirect("people", organisation=organisation)
    return _form_page(request, form, gettext("Bjud in en person"), gettext("Bjud in"))


@require_http_methods(["GET", "POST"])
def give_role(request: ViewerRequest, organisation: str, person: UUID) -> HttpResponse:
    require(request.viewer, Permission.MANAGE_PEOPLE)
    colleagues = Membership.objects.filter(organisation_id=request.viewer.organisation_id)
    someone = get_object_or_404(Person, pk=person, pk__in=colleagues.values("person_id"))
    form = RoleForm(request.POST or None, today=clock.today())
    if form.is_valid() and _given(request, form, someone):
        return redirect("people", organisation=organisation)
    return _form_page(request, form, gettext("Ny roll för %s") % someone, gettext("Ge rollen"))


@require_http_methods(["GET", "POST"])
def end_role(request: ViewerRequest, organisation: str, membership: UUID) -> HttpResponse:
    require(request.viewer, Permission.MANAGE_PEOPLE)
    mine = Membership.objects.filter(organisation_id=request.viewer.organisation_id)
    held = get_object_or_404(mine.select_related("person"), pk=membership)
    form = EndForm(request.POST or None, today=clock.today())
    if form.is_valid() and _ended(request, form, held):
        return redirect("people", organisation=organisation)
    title = gettext("Avsluta rollen %(role)s för %(person)s") % {
        "role": held.get_role_display(),
        "person": held.person,
    }
    return _form_page(request, form, title, gettext("Avsluta rollen"))


def _invited(request: ViewerRequest, form: InviteForm) -> Membership | None:
    typed = form.cleaned_data
    try:
        return actions.invite(
            typed["email"],
            typed["display_name"],
            Role(typed["role"]),
            typed["since"],
            by=request.viewer,
            now=clock.now(),
        )
    except ValidationError as trouble:
        form.add_error(None, trouble.messages)
        return None


def _given(request: ViewerRequest, form: RoleForm, person: Person) -> bool:
    typed = form.cleaned_data
    try:
        actions.give_role(person, Role(typed["role"]), typed["since"], by=request.viewer, now=clock.now())
    except ValidationError as trouble:
        form.add_error(None, trouble.messages)
    return form.is_valid()


def _ended(request: ViewerRequest, form: EndForm, membership: Membership) -> bool:
    try:
        actions.end_role(membership, form.cleaned_data["until"], by=request.viewer, now=clock.now())
    except ValidationError as trouble:
        form.add_error(None, trouble.messages)
    return form.is_valid()


def _send_invitation(request: ViewerRequest, person: Person) -> None:
    """A link to choose a password, to someone who has none; others already know how to sign in.

    Invented people have none and get none.
    """
    if not (person.is_demo or person.has_usable_password()):
        with also_as_job(Job.INVITATION):
            request_password_reset(request, person.email, [person], default_token_generator)


def _form_page(request: ViewerRequest, form: Form, title: str, act: str) -> HttpResponse:
    context = {"form": form, "title": title, "act": act}
    return render(request, "organisations/form.html", context, status=422 if form.is_bound else 200)


def _has_ended(membership: Membership, today: date) -> bool:
    return membership.until is not None and membership.until <= today
