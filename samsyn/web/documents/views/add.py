"""Laying in a paper: it becomes a draft that only the acting organisation sees."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samsyn.web.access.request import ViewerRequest
from samsyn.web.documents.actions import add_document
from samsyn.web.documents.forms import DocumentForm
from samsyn.web.documents.models import Document
from samsyn.web.documents.uploads import takes_files
from samsyn.web.documents.views.scene import Scene, scene_of_writer_or_404
from samsyn.web.project import clock


@takes_files
@require_http_methods(["GET", "POST"])
def add(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_of_writer_or_404(request.viewer, slug, clock.today())
    posted = request.method == "POST"
    form = DocumentForm(request.POST if posted else None, request.FILES if posted else None, today=scene.today)
    if posted and form.is_valid() and (document := _added(request, scene, form)):
        messages.success(request, gettext("Handlingen är inlagd som utkast. Bara ni ser den tills ni lämnar över den."))
        return redirect(f"{scene.home}{document.pk}/")
    return render(request, "documents/add.html", scene.context() | {"form": form}, status=422 if posted else 200)


def _added(request: ViewerRequest, scene: Scene, form: DocumentForm) -> Document | None:
    try:
        return add_document(scene.partnership, **form.arguments(), by=request.viewer, now=clock.now())
    except ValidationError as trouble:
        form.add_error(None, trouble.messages)
        return None
