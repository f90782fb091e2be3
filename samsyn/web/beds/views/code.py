"""A card's code, for any party: yes or no and a date."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samsyn.rules.places import given_for
from samsyn.rules.timeline import life
from samsyn.web.access.request import ViewerRequest
from samsyn.web.beds.answering import Says, answer_for_code
from samsyn.web.beds.forms.desk import CodeForm
from samsyn.web.beds.presenters.pools import night_pools
from samsyn.web.beds.views.ground import ground_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.ui.components.words import Place


@require_http_methods(["GET", "POST"])
def code(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """The code is never part of an address. What is answered is never more than `CodeAnswer`."""
    ground = ground_or_404(request.viewer, slug, Permission.WORK, night_at=given_for)
    if not night_pools(ground.terms):
        raise Http404
    form = CodeForm(request.POST if request.method == "POST" else None)
    answer = None
    if form.is_valid():
        answer = answer_for_code(
            request.viewer, ground.partnership, ground.terms, form.cleaned_data["code"], ground.tonight,
            now=ground.now, life=life(ground.dossier, ground.today),
        )  # fmt: skip
    context = ground.context(Place(gettext("Fråga om ett kort"))) | {"form": CodeForm() if answer else form}
    status = 429 if answer and answer.says is Says.TOO_MANY else 422 if form.is_bound and answer is None else 200
    return render(request, "beds/code.html", context | {"answer": answer}, status=status)
