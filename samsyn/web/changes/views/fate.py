"""What its own party does with a change: lays it before the others, throws it away, takes it back, begins anew."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from samsyn.rules.timeline import if_notice_is_given
from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.changes import actions
from samsyn.web.changes.drafting import content_of
from samsyn.web.changes.forms.steps import ProposeForm, WithdrawForm
from samsyn.web.changes.models import Change, Step
from samsyn.web.changes.permissions import may_redraft
from samsyn.web.changes.presenters.acts import function_for, limits_for
from samsyn.web.changes.presenters.words import KINDS
from samsyn.web.changes.standing import Standing
from samsyn.web.changes.views.begin import not_a_draft
from samsyn.web.changes.views.listing import inside_change, require_drafter
from samsyn.web.changes.views.scene import Scene, scene_or_404, standing_or_none
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.ui.troubles import put_into

_COPIED = ("clause", "says", "because", "first", "last", "of", "answer", "obligation", "amount_ore")


@require_http_methods(["GET", "POST"])
def propose(request: ViewerRequest, organisation: str, slug: str, change: UUID) -> HttpResponse:
    """Before all parties. What a party does alone is done by this."""
    require(request.viewer, Permission.DECIDE)
    scene = scene_or_404(request.viewer, slug, clock.today())
    found = scene.change_or_404(change)
    if not may_redraft(request.viewer, found):
        messages.info(request, not_a_draft(found) if found.closed_at else gettext("Ändringen är redan framlagd."))
        return redirect(scene.address(found))
    standing = standing_or_none(found, scene.today)
    form = _propose_form(request, standing, scene)
    if form.is_valid() and _proposed(request, found, form, scene):
        done = gettext("Det är gjort, och de andra parterna får veta det.")
        left = gettext("Nu ser alla parter ändringen. Nedan står vad som återstår.")
        messages.success(request, done if _is_alone(standing, scene.mine) else left)
        return redirect(scene.address(found))
    context = {
        **scene.context(inside_change(found, scene.address(found))),
        "change": found, "form": form, "words": KINDS[found.kind], "back": scene.address(found),
        "alone": _is_alone(standing, scene.mine), "leads_to": _leads_to(found, scene),
    }  # fmt: skip
    return render(request, "changes/propose.html", context, status=422 if form.is_bound else 200)


def _leads_to(change: Change, scene: Scene) -> str:
    """What notice given today brings, said before it is given."""
    if change.kind != Change.Kind.NOTICE:
        return ""
    return if_notice_is_given(scene.dossier, scene.today, scene.mine).reason.says


def _propose_form(request: ViewerRequest, standing: Standing | None, scene: Scene) -> ProposeForm:
    """The function and the limits are asked for where proposing it is the whole step."""
    alone = _is_alone(standing, scene.mine)
    about: dict[str, Any] = {"function": "", "limits": ()}
    if standing is not None and alone:
        kind = Step.Kind.NOTIFIED
        about = {"function": function_for(standing, scene.mine, kind), "limits": limits_for(standing, scene.mine, kind)}
    form = ProposeForm(request.POST if request.method == "POST" else None, **about)
    if not alone:
        del form.fields["function"]
    return form


def _is_alone(standing: Standing | None, own: str) -> bool:
    if standing is None or len(standing.way.demands) != 1:
        return False
    demand = standing.way.demands[0]
    return demand.steps == (Step.Kind.NOTIFIED,) and demand.party == own


def _proposed(request: ViewerRequest, change: Change, form: ProposeForm, scene: Scene) -> bool:
    told = {"within_limits": bool(form.limits), "function": form.cleaned_data.get("function", "")}
    try:
        actions.propose(change, **told, by=request.viewer, now=clock.now(), today=scene.today)
    except ValidationError as trouble:
        put_into(form, trouble)
    return form.is_valid()


@require_http_methods(["GET", "POST"])
def discard(request: ViewerRequest, organisation: str, slug: str, change: UUID) -> HttpResponse:
    """Asked first: what is thrown away is not got back."""
    require_drafter(request)
    scene = scene_or_404(request.viewer, slug, clock.today())
    found = scene.change_or_404(change)
    if not may_redraft(request.viewer, found):
        messages.info(request, not_a_draft(found))
        return redirect(scene.address(found))
    if request.method == "POST":
        actions.discard_draft(found, by=request.viewer, now=clock.now())
        messages.success(request, gettext("Utkastet är kastat. Ingen annan part hann se det."))
        return redirect(scene.home)
    context = {
        **scene.context(inside_change(found, scene.address(found))),
        "change": found, "form": Form(), "words": KINDS[found.kind], "back": scene.address(found),
        "heading": gettext("Kasta utkastet?"), "act": gettext("Kasta utkastet"),
        "lead": gettext("Det går inte att få tillbaka. Ingen annan part har sett det."),
    }  # fmt: skip
    return render(request, "changes/step.html", context)


@require_http_methods(["GET", "POST"])
def withdraw(request: ViewerRequest, organisation: str, slug: str, change: UUID) -> HttpResponse:
    require(request.viewer, Permission.DECIDE)
    scene = scene_or_404(request.viewer, slug, clock.today())
    found = scene.change_or_404(change)
    if not found.is_pending or found.organisation_id != request.viewer.organisation_id:
        messages.info(request, _why_not_withdrawn(found, request))
        return redirect(scene.address(found))
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _withdrawn(request, found, form, scene):
        messages.success(request, gettext("Förslaget är taget tillbaka. Villkoren är som förut."))
        return redirect(scene.address(found))
    context = {
        **scene.context(inside_change(found, scene.address(found))),
        "change": found, "form": form, "words": KINDS[found.kind], "back": scene.address(found),
        "heading": gettext("Ta tillbaka förslaget"), "act": gettext("Ta tillbaka förslaget"),
        "lead": gettext("Alla parter ser att ni tar tillbaka det, och varför."),
    }  # fmt: skip
    return render(request, "changes/step.html", context, status=422 if form.is_bound else 200)


def _why_not_withdrawn(change: Change, request: ViewerRequest) -> str:
    if change.organisation_id != request.viewer.organisation_id:
        return gettext("Bara den part som lade fram ändringen tar tillbaka den.")
    return gettext("Ändringen väntar inte på svar, så det finns inget att ta tillbaka.")


def _withdrawn(request: ViewerRequest, change: Change, form: WithdrawForm, scene: Scene) -> bool:
    told: dict[str, Any] = {"by": request.viewer, "now": clock.now(), "today": scene.today}
    try:
        actions.withdraw(change, form.cleaned_data["because"], **told)
    except ValidationError as trouble:
        put_into(form, trouble)
    return form.is_valid()


@require_POST
def again(request: ViewerRequest, organisation: str, slug: str, change: UUID) -> HttpResponse:
    """A new draft of our own with the same words, instead of one that was refused or taken back."""
    require_drafter(request)
    scene = scene_or_404(request.viewer, slug, clock.today())
    found = scene.change_or_404(change)
    own = scene.changes().filter(instead_of=found, organisation_id=request.viewer.organisation_id)
    standing = next((each for each in own if each.is_draft), None)
    if standing is not None:
        return redirect(scene.address(standing))
    if found.closed_at is None:
        messages.info(request, gettext("Ändringen är inte avslutad. Ett nytt utkast skrivs när den är det."))
        return redirect(scene.address(found))
    values = {name: getattr(found, name) for name in _COPIED}
    said: dict[str, Any] = {"by": request.viewer, "now": clock.now(), "today": scene.today}
    try:
        new = actions.draft(scene.partnership, found.kind, values, content=content_of(found), instead_of=found, **said)
    except ValidationError as trouble:
        messages.error(request, " ".join(trouble.messages))
        return redirect(scene.address(found))
    return redirect(scene.address(new))
