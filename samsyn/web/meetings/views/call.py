"""Calling a meeting of a body."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samsyn.rules.meetings import may_call
from samsyn.web.access.request import ViewerRequest
from samsyn.web.agreements.queries import own_keys
from samsyn.web.meetings import actions
from samsyn.web.meetings.forms import CallForm
from samsyn.web.meetings.models import Meeting
from samsyn.web.meetings.proposals import proposals_for
from samsyn.web.meetings.views.scene import Scene, tried, working_scene
from samsyn.web.project import clock


@require_http_methods(["GET", "POST"])
def call(request: ViewerRequest, organisation: str, slug: str, body: str) -> HttpResponse:
    scene = working_scene(request.viewer, slug, clock.today())
    terms = scene.terms
    if body not in terms.body:
        raise Http404
    found = terms.body[body]
    own = own_keys(scene.viewer, [scene.partnership.pk])[scene.partnership.pk].key
    proposed = proposals_for(scene.partnership, scene.dossier, found, scene.today, scene.today, scene.viewer)
    chosen = [(each.key, each.title) for each in proposed if not each.fixed]
    form = CallForm(request.POST if request.method == "POST" else None, proposals=chosen)
    if form.is_valid() and (meeting := _called(scene, form, body)) is not None:
        messages.success(request, gettext("Ni har kallat till mötet. De som sitter i gruppen har fått en inbjudan."))
        return redirect(scene.address(meeting))
    context = scene.context() | {
        "body": found,
        "form": form,
        "calling": may_call(terms, found, own),
        "fixed": [each.title for each in proposed if each.fixed],
    }
    return render(request, "meetings/call.html", context, status=422 if form.is_bound else 200)


def _called(scene: Scene, form: CallForm, body: str) -> Meeting | None:
    typed, made = form.cleaned_data, []

    def act() -> None:
        made.append(
            actions.call_meeting(
                scene.partnership,
                body,
                starts_at=typed["starts_at"],
                ends_at=typed["ends_at"],
                place=typed["place"],
                link=typed["link"],
                chosen=typed.get("agenda"),
                by=scene.viewer,
                now=clock.now(),
                today=scene.today,
            )
        )

    return made[0] if tried(form, act) else None
