"""A page with one text to write about an obligation: why it is taken back, what is objected, how it was settled."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from samsyn.web.access.request import ViewerRequest
from samsyn.web.obligations.evidence_form import SayForm
from samsyn.web.obligations.models import Obligation
from samsyn.web.obligations.views.scene import Scene


def say_page(
    request: ViewerRequest, scene: Scene, obligation: Obligation, form: SayForm, title: str, lead: str, act: str
) -> HttpResponse:
    """`act` is on the button. 422 when what was sent cannot be taken; it is all still there."""
    said = {"form": form, "title": title, "lead": lead, "act": act, "there": scene.address_of(obligation)}
    more = {**said, "row": scene.rows([obligation])[0]}
    return render(request, "obligations/say.html", scene.context("") | more, status=422 if form.is_bound else 200)
