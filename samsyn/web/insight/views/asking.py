"""Asking by a clause, and withdrawing what was asked."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samsyn.web.access.request import ViewerRequest
from samsyn.web.insight import actions
from samsyn.web.insight.forms import AskForm, WithdrawForm
from samsyn.web.insight.queries import State, askable, askees, due_by_clause, duty_behind
from samsyn.web.insight.views.scene import Sheet, form_page, own_or_404, scene_or_404, withdrawn
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock


@require_http_methods(["GET", "POST"])
def ask(request: ViewerRequest, organisation: str, slug: str, insight_duty: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, Permission.FULFIL)
    found = next((each for each in askable(request.viewer, scene.partnership) if each.pk == insight_duty), None)
    if found is None:
        raise Http404
    _terms, duty = duty_behind(scene.dossier, found, scene.today)
    form = AskForm(
        request.POST or None,
        subjects=duty.about if duty else (),
        owing={each: scene.name_of(each) for each in askees(request.viewer, found)},
        binding=due_by_clause(duty, scene.today),
    )
    sheet = Sheet(gettext("Begär insyn"), gettext("Skicka begäran"), found.says, scene.home)

    def act() -> str:
        actions.ask(
            found,
            form.said(),
            made=form.cleaned_data["made"],
            by=request.viewer,
            now=clock.now(),
            today=scene.today,
        )
        return gettext("Begäran är skickad. Båda ser den här.")

    return form_page(request, scene.context(scene.on_the_list()) | {"owed": found}, form, sheet, act)


@require_http_methods(["GET", "POST"])
def withdraw(request: ViewerRequest, organisation: str, slug: str, own_inquiry: UUID) -> HttpResponse:
    scene, standing = own_or_404(request.viewer, slug, own_inquiry)
    if request.method == "GET" and standing.state == State.WITHDRAWN:
        already = withdrawn(request, scene, standing)
        assert already is not None
        return already
    form = WithdrawForm(request.POST or None)
    sheet = Sheet(
        gettext("Ta tillbaka begäran"),
        gettext("Ta tillbaka"),
        gettext("Den står kvar i loggen med det ni skriver. Det som redan är lämnat ändras inte."),
        f"{scene.home}{standing.request.pk}/",
    )

    def act() -> str:
        actions.withdraw(
            standing.request, form.cleaned_data["because"], by=request.viewer, now=clock.now(), today=scene.today
        )
        return gettext("Begäran är tillbakatagen.")

    return form_page(request, scene.context(*scene.on(standing)), form, sheet, act)
