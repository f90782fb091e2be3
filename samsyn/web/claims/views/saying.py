"""The two say what they find: the answer, and each exception."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samsyn.rules.money.claims import to_consider
from samsyn.web.access.request import ViewerRequest
from samsyn.web.claims import actions
from samsyn.web.claims.forms import AnswerForm, ConsiderForm
from samsyn.web.claims.permissions import may_answer, may_consider
from samsyn.web.claims.queries import clause_behind
from samsyn.web.claims.views.scene import Sheet, claim_or_404, form_page
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock


@require_http_methods(["GET", "POST"])
def answer(request: ViewerRequest, organisation: str, slug: str, demand: UUID) -> HttpResponse:
    scene, standing = claim_or_404(request.viewer, slug, demand, Permission.DECIDE, may_answer)
    form = AnswerForm(request.POST or None)
    sheet = Sheet(gettext("Svara på kravet"), gettext("Svara"), quote=standing.claim.says)

    def act() -> tuple[str, str]:
        typed = form.cleaned_data
        actions.answer(standing.claim, typed["says"], by=request.viewer, now=clock.now(), today=scene.today)
        return gettext("Svaret är skrivet. Alla parter ser det."), scene.address(standing.claim)

    return form_page(request, scene, form, sheet, act, scene.address(standing.claim))


@require_http_methods(["GET", "POST"])
def consider(request: ViewerRequest, organisation: str, slug: str, claim: UUID, exception: int) -> HttpResponse:
    scene, standing = claim_or_404(request.viewer, slug, claim, Permission.DECIDE, may_consider)
    _terms, clause = clause_behind(scene.dossier, standing.claim)
    exceptions = to_consider(clause) if clause else ()
    if exception >= len(exceptions):
        raise Http404
    form = ConsiderForm(request.POST or None)
    sheet = Sheet(
        gettext("Pröva undantaget"),
        gettext("Skriv in"),
        gettext("Skriv vad ni kommer fram till. Tänker ni om skriver ni igen; det senaste är det som gäller."),
        quote=exceptions[exception],
    )

    def act() -> tuple[str, str]:
        typed = form.cleaned_data
        actions.consider(
            standing.claim, exception, typed["says"], holds=typed["holds"] == "yes",
            by=request.viewer, now=clock.now(), today=scene.today,
        )  # fmt: skip
        return gettext("Prövningen är inskriven. Alla parter ser den."), scene.address(standing.claim)

    return form_page(request, scene, form, sheet, act, scene.address(standing.claim))
