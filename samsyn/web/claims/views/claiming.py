"""A claim is written, raised, decided and taken back by the party that makes it."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from samsyn.web.access.request import ViewerRequest
from samsyn.web.agreements.queries import parties_of
from samsyn.web.claims import actions
from samsyn.web.claims.forms import ClaimForm, DecisionForm, PrepareForm, WithdrawForm
from samsyn.web.claims.models import Claim
from samsyn.web.claims.permissions import may_prepare, may_pursue, may_rewrite
from samsyn.web.claims.queries import clauses_of
from samsyn.web.claims.views.scene import Scene, Sheet, claim_or_404, done, form_page, scene_or_404
from samsyn.web.meetings.models import Meeting
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.ui.formats import civil_date


@require_http_methods(["GET", "POST"])
def start(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, Permission.MANAGE_MONEY)
    if not clauses_of(scene.terms, scene.mine):
        raise Http404
    form = ClaimForm(request.POST or None, **_choices(scene))
    sheet = Sheet(
        gettext("Skriv ett återkrav"),
        gettext("Spara utkastet"),
        gettext("Bara ni ser det tills någon som beslutar för er ställer kravet."),
    )

    def act() -> tuple[str, str]:
        claim = actions.draft(
            scene.partnership, form.said(), made=form.cleaned_data["made"],
            by=request.viewer, now=clock.now(), today=scene.today,
        )  # fmt: skip
        return gettext("Utkastet är sparat."), scene.address(claim)

    return form_page(request, scene, form, sheet, act, scene.home)


@require_http_methods(["GET", "POST"])
def change(request: ViewerRequest, organisation: str, slug: str, claim: UUID) -> HttpResponse:
    scene, standing = claim_or_404(request.viewer, slug, claim, Permission.MANAGE_MONEY, may_rewrite)
    found = standing.claim
    form = ClaimForm(request.POST or None, initial=_typed(scene, standing.claim), **_choices(scene))
    sheet = Sheet(gettext("Ändra utkastet"), gettext("Spara utkastet"))

    def act() -> tuple[str, str]:
        actions.rewrite(found, form.said(), by=request.viewer, now=clock.now(), today=scene.today)
        return gettext("Utkastet är sparat."), scene.address(found)

    return form_page(request, scene, form, sheet, act, scene.address(found))


@require_POST
def discard(request: ViewerRequest, organisation: str, slug: str, claim: UUID) -> HttpResponse:
    scene, standing = claim_or_404(request.viewer, slug, claim, Permission.MANAGE_MONEY, may_rewrite)
    to = scene.home if standing.claim.is_draft else scene.address(standing.claim)

    def act() -> None:
        actions.discard(standing.claim, by=request.viewer, now=clock.now())

    return done(request, act, gettext("Utkastet är kastat."), to)


@require_POST
def raise_it(request: ViewerRequest, organisation: str, slug: str, claim: UUID) -> HttpResponse:
    scene, standing = claim_or_404(request.viewer, slug, claim, Permission.DECIDE, may_pursue)

    def act() -> None:
        actions.raise_claim(standing.claim, by=request.viewer, now=clock.now(), today=scene.today)

    return done(request, act, gettext("Kravet är ställt. Alla parter ser det."), scene.address(standing.claim))


@require_http_methods(["GET", "POST"])
def prepare(request: ViewerRequest, organisation: str, slug: str, claim: UUID) -> HttpResponse:
    scene, standing = claim_or_404(request.viewer, slug, claim, Permission.FULFIL, may_prepare)
    meetings = {str(each.pk): each for each in _ahead(scene)}
    choices = [(pk, f"{each.body_name}, {civil_date(each.starts_at.date(), 'long')}") for pk, each in meetings.items()]
    form = PrepareForm(request.POST or None, meetings=choices)
    lead = (
        gettext("Kravet blir en punkt på dagordningen.")
        if meetings
        else gettext("Inget möte är kallat. Kalla till ett möte först, så kan ni ta upp kravet där.")
    )
    sheet = Sheet(gettext("Ta upp kravet på ett möte"), gettext("Ta upp det"), lead)

    def act() -> tuple[str, str]:
        meeting = meetings[form.cleaned_data["meeting"]]
        actions.prepare(standing.claim, meeting, by=request.viewer, now=clock.now(), today=scene.today)
        return gettext("Kravet står på dagordningen."), scene.address(standing.claim)

    return form_page(request, scene, form, sheet, act, scene.address(standing.claim))


@require_http_methods(["GET", "POST"])
def decision(request: ViewerRequest, organisation: str, slug: str, claim: UUID) -> HttpResponse:
    """Leads on to the page of the change, where it is put forward."""
    scene, standing = claim_or_404(request.viewer, slug, claim, Permission.DECIDE, may_pursue)
    form = DecisionForm(request.POST or None, initial={"amount": standing.claim.amount_ore})
    sheet = Sheet(
        gettext("Ta fram ett beslut om återbetalning"),
        gettext("Skriv utkastet"),
        gettext(
            "Beslutet blir en ändring med de steg som punkten och mandaten kräver. Ni lägger fram den på nästa sida."
        ),
    )

    def act() -> tuple[str, str]:
        typed = form.cleaned_data
        made = actions.draft_decision(
            standing.claim, typed["amount"], typed["because"], by=request.viewer, now=clock.now(), today=scene.today
        )
        return gettext("Utkastet till beslut är skrivet. Läs det och lägg fram det."), scene.change_address(made.pk)

    return form_page(request, scene, form, sheet, act, scene.address(standing.claim))


@require_http_methods(["GET", "POST"])
def withdraw(request: ViewerRequest, organisation: str, slug: str, claim: UUID) -> HttpResponse:
    scene, standing = claim_or_404(request.viewer, slug, claim, Permission.DECIDE, may_pursue)
    form = WithdrawForm(request.POST or None)
    sheet = Sheet(
        gettext("Ta tillbaka kravet"), gettext("Ta tillbaka"), gettext("Kravet står kvar att läsa, med ert skäl.")
    )

    def act() -> tuple[str, str]:
        typed = form.cleaned_data
        actions.withdraw(standing.claim, typed["says"], by=request.viewer, now=clock.now(), today=scene.today)
        return gettext("Kravet är tillbakataget."), scene.address(standing.claim)

    return form_page(request, scene, form, sheet, act, scene.address(standing.claim))


def _choices(scene: Scene) -> dict[str, list[tuple[str, str]]]:
    clauses = clauses_of(scene.terms, scene.mine)
    parties = dict.fromkeys(key for each in clauses for key in each.by if key in scene.terms.party)
    return {
        "terms": [(each.id, f"{each.clause}: {each.says}") for each in clauses],
        "parties": [(key, scene.terms.party_name(key)) for key in parties],
    }


def _typed(scene: Scene, claim: Claim) -> dict[str, object]:
    places = parties_of(scene.partnership).items()
    return {
        "made": claim.pk,
        "term": claim.term,
        "against": next((key for key, place in places if place.organisation_id == claim.against_id), ""),
        "title": claim.title,
        "says": claim.says,
        "first": claim.days.lower if claim.days else None,
        "last": claim.days.upper - scene.today.resolution if claim.days else None,
        "amount": claim.amount_ore,
    }


def _ahead(scene: Scene) -> list[Meeting]:
    """Called, not cancelled, and not held yet."""
    rows = Meeting.objects.visible_to(scene.viewer).filter(partnership=scene.partnership, held_on=None)
    return list(rows.standing().order_by("starts_at"))
