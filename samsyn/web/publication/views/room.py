"""`publication/`: who has opened the public page, what lies on it, and what it would say."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samsyn.web.access.request import ViewerRequest
from samsyn.web.documents.models import Document
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.publication import actions
from samsyn.web.publication.forms import DaysForm
from samsyn.web.publication.gathering import content_now
from samsyn.web.publication.permissions import may_open, may_renew
from samsyn.web.publication.presenters.page import page_of
from samsyn.web.publication.presenters.standing import papers_of, standing_words
from samsyn.web.publication.queries import candidates_in, standing_of
from samsyn.web.publication.views.scene import Scene, scene_or_404
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.troubles import put_into


@require_GET
def home(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    standing = standing_of(scene.partnership)
    candidates = candidates_in(scene.viewer, scene.partnership, scene.dossier, scene.today)
    context = scene.context() | {
        "stands": standing_words(standing, scene.viewer, scene.today),
        "papers": papers_of(candidates, standing.places, scene.viewer),
        "may_open": may_open(scene.viewer, scene.partnership),
        "may_renew": may_renew(scene.viewer, scene.partnership),
    }
    return render(request, "publication/home.html", context)


@require_GET
def preview(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """The page as it would be now, whether anybody has opened it or not."""
    scene = scene_or_404(request.viewer, slug)
    content = content_now(scene.partnership, scene.today, clock.now(), scene.viewer)
    context = scene.context(Place(gettext("Offentlig sida"), scene.home)) | {"page": page_of(content, preview=True)}
    return render(request, "publication/preview.html", context)


@require_http_methods(["GET", "POST"])
def open_it(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, Permission.DECIDE)
    form = DaysForm(request.POST or None, today=scene.today)
    if form.is_valid():
        first, last = form.cleaned_data["first"], form.cleaned_data["last"]
        try:
            actions.open_page(scene.partnership, first, last, by=request.viewer, now=clock.now(), today=scene.today)
            messages.success(request, gettext("Ni har öppnat sidan för er del."))
            return redirect(scene.home)
        except ValidationError as trouble:
            put_into(form, trouble)
    context = scene.context(Place(gettext("Offentlig sida"), scene.home)) | {"form": form}
    return render(request, "publication/open_it.html", context, status=422 if form.is_bound else 200)


@require_POST
def close(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, Permission.DECIDE)
    if actions.close_page(scene.partnership, by=request.viewer, now=clock.now()) is not None:
        messages.success(request, gettext("Sidan är stängd. Den som har adressen ser att den inte finns."))
    return redirect(scene.home)


@require_POST
def renew(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, Permission.FULFIL)
    made = actions.renew(scene.partnership, by=request.viewer, now=clock.now(), today=scene.today)
    if made is None:
        messages.warning(request, gettext("Sidan visas inte: alla parter har inte öppnat den."))
    else:
        messages.success(request, gettext("Sidan visar nu allt som är släppt."))
    return redirect(scene.home)


@require_POST
def let_out(request: ViewerRequest, organisation: str, slug: str, report_paper: UUID) -> HttpResponse:
    scene, document = _paper_or_404(request, slug, report_paper)
    try:
        actions.let_out(document, by=request.viewer, now=clock.now(), today=scene.today)
        messages.success(request, gettext("Ni har låtit rapporten bli offentlig för er del."))
    except ValidationError as trouble:
        messages.warning(request, " ".join(trouble.messages))
    return redirect(scene.home)


@require_POST
def take_back(request: ViewerRequest, organisation: str, slug: str, report_paper: UUID) -> HttpResponse:
    scene, document = _paper_or_404(request, slug, report_paper)
    if actions.take_back(document, by=request.viewer, now=clock.now(), today=scene.today) is not None:
        messages.success(request, gettext("Rapporten är inte längre offentlig."))
    return redirect(scene.home)


def _paper_or_404(request: ViewerRequest, slug: str, paper: UUID) -> tuple[Scene, Document]:
    scene = scene_or_404(request.viewer, slug, Permission.DECIDE)
    rows = Document.objects.visible_to(request.viewer).filter(partnership=scene.partnership, pk=paper)
    found = rows.select_related("partnership", "content").first()
    if found is None:
        raise Http404
    return scene, found
