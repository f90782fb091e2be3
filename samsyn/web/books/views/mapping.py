"""Which accounts and projects belong to which cost line."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from samsyn.web.access.request import ViewerRequest
from samsyn.web.books import actions
from samsyn.web.books.forms import MappingForm
from samsyn.web.books.models import Mapping
from samsyn.web.books.queries import mapping_of
from samsyn.web.books.views.scene import keeper_or_404
from samsyn.web.project import clock
from samsyn.web.ui.troubles import put_into


@require_http_methods(["GET", "POST"])
def mapping(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = keeper_or_404(request.viewer, slug)
    names = scene.line_names
    form = MappingForm(request.POST or None, lines=list(names.items()))
    if form.is_valid():
        try:
            actions.add_mapping(
                scene.partnership, form.said(), by=request.viewer, now=clock.now(), today=scene.today
            )  # fmt: skip
            messages.success(request, gettext("Kontona är fördelade. Det gäller nästa fil som läses in."))
            return redirect(f"{scene.home}mapping/")
        except ValidationError as trouble:
            put_into(form, trouble)
    lines = [
        (each, names.get(each.cost_line, each.cost_line)) for each in mapping_of(scene.viewer, scene.partnership.pk)
    ]
    context = {"form": form, "lines": lines}
    return render(request, "books/mapping.html", scene.inside() | context, status=422 if form.is_bound else 200)


@require_POST
def end(request: ViewerRequest, organisation: str, slug: str, mapping: UUID) -> HttpResponse:
    scene = keeper_or_404(request.viewer, slug)
    own = Mapping.objects.visible_to(request.viewer).filter(partnership=scene.partnership)
    actions.end_mapping(get_object_or_404(own, pk=mapping), by=request.viewer, now=clock.now())
    messages.success(request, gettext("Raden gäller inte för nästa fil. Det som redan är lagrat står kvar."))
    return redirect(f"{scene.home}mapping/")
