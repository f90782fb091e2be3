"""What is owed is planned, paid and confirmed."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from samsyn.web.access.request import ViewerRequest
from samsyn.web.access.viewer import Viewer
from samsyn.web.claims import actions
from samsyn.web.claims.forms import PaymentForm, PlanForm
from samsyn.web.claims.models import Plan, Repaid
from samsyn.web.claims.permissions import may_settle
from samsyn.web.claims.queries import Standing
from samsyn.web.claims.views.scene import Scene, Sheet, claim_or_404, done, form_page
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.ui.formats import kronor


@require_http_methods(["GET", "POST"])
def plan(request: ViewerRequest, organisation: str, slug: str, claim: UUID) -> HttpResponse:
    scene, standing = claim_or_404(request.viewer, slug, claim, Permission.MANAGE_MONEY, may_settle)
    form = PlanForm(request.POST or None)
    lead = gettext("%(owed)s delas lika; den sista delen tar öret som blir över. Den andra parten godkänner planen.")
    owed = kronor(standing.owed.ore if standing.owed else 0)
    sheet = Sheet(gettext("Föreslå en avbetalningsplan"), gettext("Föreslå"), lead % {"owed": owed})

    def act() -> tuple[str, str]:
        typed = form.cleaned_data
        actions.propose(
            standing.claim, typed["number"], typed["first"], typed["months"],
            by=request.viewer, now=clock.now(), today=scene.today,
        )  # fmt: skip
        return gettext("Planen är föreslagen."), scene.address(standing.claim)

    return form_page(request, scene, form, sheet, act, scene.address(standing.claim))


@require_POST
def agree(request: ViewerRequest, organisation: str, slug: str, claim: UUID, plan: UUID) -> HttpResponse:
    scene, standing = claim_or_404(request.viewer, slug, claim, Permission.MANAGE_MONEY, may_settle)
    found = Plan.objects.visible_to(request.viewer).filter(claim=standing.claim, pk=plan).first()
    if found is None:
        raise Http404

    def act() -> None:
        actions.agree(found, by=request.viewer, now=clock.now(), today=scene.today)

    return done(request, act, gettext("Planen är godkänd och gäller."), scene.address(standing.claim))


@require_http_methods(["GET", "POST"])
def pay(request: ViewerRequest, organisation: str, slug: str, claim: UUID) -> HttpResponse:
    scene, standing = claim_or_404(request.viewer, slug, claim, Permission.MANAGE_MONEY, may_settle)
    due = standing.next_due
    amount = due[1].ore if due else standing.left.ore
    form = PaymentForm(request.POST or None, initial={"on": scene.today, "amount": amount})
    mine = standing.claim.organisation_id == request.viewer.organisation_id
    lead = (
        gettext("Det som ni skriver in räknas som kommet.")
        if mine
        else gettext("%(who)s bekräftar när pengarna har kommit.") % {"who": standing.claim.organisation.name}
    )
    sheet = Sheet(gettext("Skriv in en återbetalning"), gettext("Skriv in"), lead)

    def act() -> tuple[str, str]:
        typed = form.cleaned_data
        actions.note_payment(
            standing.claim, typed["on"], typed["amount"], typed["reference"], made=typed["made"],
            by=request.viewer, now=clock.now(), today=scene.today,
        )  # fmt: skip
        return gettext("Återbetalningen är inskriven."), scene.address(standing.claim)

    return form_page(request, scene, form, sheet, act, scene.address(standing.claim))


@require_POST
def confirm(request: ViewerRequest, organisation: str, slug: str, claim: UUID, repaid: UUID) -> HttpResponse:
    scene, standing, found = _repaid_or_404(request.viewer, slug, claim, repaid)
    if standing.claim.organisation_id != request.viewer.organisation_id:
        raise Http404

    def act() -> None:
        actions.confirm(found, by=request.viewer, now=clock.now(), today=scene.today)

    return done(request, act, gettext("Återbetalningen är bekräftad."), scene.address(standing.claim))


@require_POST
def take_back(request: ViewerRequest, organisation: str, slug: str, claim: UUID, repaid: UUID) -> HttpResponse:
    scene, standing, found = _repaid_or_404(request.viewer, slug, claim, repaid)
    if found.organisation_id != request.viewer.organisation_id:
        raise Http404

    def act() -> None:
        actions.take_back(found, by=request.viewer, now=clock.now())

    return done(request, act, gettext("Återbetalningen är tillbakatagen."), scene.address(standing.claim))


def _repaid_or_404(viewer: Viewer, slug: str, claim: UUID, repaid: UUID) -> tuple[Scene, Standing, Repaid]:
    scene, standing = claim_or_404(viewer, slug, claim, Permission.MANAGE_MONEY, may_settle)
    found = Repaid.objects.visible_to(viewer).filter(claim=standing.claim, pk=repaid).first()
    if found is None:
        raise Http404
    return scene, standing, found
