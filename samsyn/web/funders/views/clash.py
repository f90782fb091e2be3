"""A clash that the organisation lets stand is shown to the parties, with its explanation."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samsyn.rules.money.double_funding import bans
from samsyn.web.access.request import ViewerRequest
from samsyn.web.funders import actions
from samsyn.web.funders.forms import ExplanationForm
from samsyn.web.funders.presenters.clashes import clash_words
from samsyn.web.funders.queries import clashes_of
from samsyn.web.funders.views.scene import Sheet, days_of, form_page, scene_or_404
from samsyn.web.indices.queries import register
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock

_YEARS = range(1900, 2200)


@require_http_methods(["GET", "POST"])
def show(request: ViewerRequest, organisation: str, slug: str, year: int, mark: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, Permission.MANAGE_MONEY)
    if year not in _YEARS:
        raise Http404
    found = clashes_of(request.viewer, scene.partnership.pk, scene.terms, days_of(year), register())
    clash = next((each for each in found if actions.mark_of(each) == mark), None)
    if clash is None:
        raise Http404
    form = ExplanationForm(request.POST or None)
    sheet = Sheet(gettext("Visa de andra parterna"), gettext("Visa dem"), clash_words(clash, scene.lines))
    clause = next((each.clause for each in bans(scene.terms, scene.mine)), "")

    def act() -> str:
        explanation = form.cleaned_data["explanation"]
        actions.show(scene.partnership, clash, explanation, clause, by=request.viewer, now=clock.now())
        return gettext("De andra parterna ser det nu, med er förklaring.")

    return form_page(request, scene, form, sheet, act)
