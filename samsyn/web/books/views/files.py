"""A file is laid in, looked at, and stored or thrown away."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samsyn.web.access.request import ViewerRequest
from samsyn.web.books import actions
from samsyn.web.books.differences import difference_of
from samsyn.web.books.forms import ImportForm, StoreForm
from samsyn.web.books.models import Import
from samsyn.web.books.presenters.preview import preview_of
from samsyn.web.books.queries import imports_of, mapping_of
from samsyn.web.books.views.scene import keeper_or_404
from samsyn.web.documents.uploads import takes_files
from samsyn.web.project import clock
from samsyn.web.ui.troubles import put_into


@takes_files
@require_http_methods(["GET", "POST"])
def add(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = keeper_or_404(request.viewer, slug)
    posted = request.method == "POST"
    form = ImportForm(request.POST if posted else None, request.FILES if posted else None)
    if form.is_valid():
        name, data = form.cleaned_data["file"]
        try:
            made = actions.preview(name, data, by=request.viewer, now=clock.now())
            return redirect(f"{scene.home}import/{made.pk}/")
        except ValidationError as trouble:
            put_into(form, trouble)
    mapped = bool(mapping_of(scene.viewer, scene.partnership.pk))
    context = {"form": form, "imports": imports_of(request.viewer), "mapped": mapped}
    return render(request, "books/import.html", scene.inside() | context, status=422 if posted else 200)


@require_GET
def preview(request: ViewerRequest, organisation: str, slug: str, imported: UUID) -> HttpResponse:
    scene = keeper_or_404(request.viewer, slug)
    found = _own_or_404(request, imported)
    if found.state == Import.State.STORED:
        return render(request, "books/stored.html", scene.inside() | {"imported": found})
    shown = preview_of(difference_of(found), scene.line_names, scene.partnership.pk)
    context = {"imported": found, "shown": shown, "form": StoreForm()}
    return render(request, "books/preview.html", scene.inside() | context)


@require_POST
def store(request: ViewerRequest, organisation: str, slug: str, imported: UUID) -> HttpResponse:
    scene = keeper_or_404(request.viewer, slug)
    found = _own_or_404(request, imported)
    form = StoreForm(request.POST)
    try:
        also_gone = form.is_valid() and form.cleaned_data["also_gone"]
        actions.store(found, also_gone=also_gone, by=request.viewer, now=clock.now())
        messages.success(
            request, gettext("Verifikationerna är lagrade. De andra parterna ser dem när ni lägger fram dem.")
        )
    except ValidationError as trouble:
        messages.warning(request, " ".join(trouble.messages))
    return redirect(f"{scene.home}import/{imported}/")


@require_POST
def discard(request: ViewerRequest, organisation: str, slug: str, imported: UUID) -> HttpResponse:
    scene = keeper_or_404(request.viewer, slug)
    found = _own_or_404(request, imported)
    try:
        actions.discard(found, by=request.viewer, now=clock.now())
        messages.success(request, gettext("Filen är slängd. Ingenting är ändrat."))
    except ValidationError as trouble:
        messages.warning(request, " ".join(trouble.messages))
        return redirect(f"{scene.home}import/{imported}/")
    return redirect(f"{scene.home}import/")


def _own_or_404(request: ViewerRequest, imported: UUID) -> Import:
    return get_object_or_404(Import.objects.visible_to(request.viewer), pk=imported)
