"""Writing the questions: a draft, its questions one by one, and fixing it."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samsyn.rules.terms.surveys import Survey
from samsyn.web.access.request import ViewerRequest
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.surveys import actions
from samsyn.web.surveys.forms.question import QuestionForm
from samsyn.web.surveys.models import Question, Version
from samsyn.web.surveys.presenters.home import spoken, told
from samsyn.web.surveys.queries.ground import questions_of
from samsyn.web.surveys.views.scene import Page, Scene, form_page, pressed, scene_or_404
from samsyn.web.surveys.wording import Asked
from samsyn.web.ui.components.words import Place


@require_POST
def begin(request: ViewerRequest, organisation: str, slug: str, survey: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, Permission.FULFIL)
    term = scene.survey(survey)
    try:
        made = actions.begin_draft(scene.partnership, term.id, by=request.viewer, now=clock.now(), today=scene.today)
    except ValidationError as trouble:
        messages.warning(request, " ".join(trouble.messages))
        return redirect(scene.root)
    return redirect(_at(scene, made))


@require_GET
def version(request: ViewerRequest, organisation: str, slug: str, edition: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    found, term = scene.version(edition)
    questions = questions_of([found])[found.pk]
    context = scene.context() | {
        "version": found,
        "term": term,
        "at": _at(scene, found),
        "writes": scene.asks and not found.is_fixed,
        "questions": told(questions, found.main_language),
        "languages": spoken(term, [asked for _, asked in questions], found.main_language),
    }
    return render(request, "surveys/version.html", context)


@require_http_methods(["GET", "POST"])
def add(request: ViewerRequest, organisation: str, slug: str, edition: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, Permission.FULFIL)
    found, term = scene.draft(edition)
    return _written(request, scene, found, term, None, None)


@require_http_methods(["GET", "POST"])
def write(request: ViewerRequest, organisation: str, slug: str, edition: UUID, question: UUID) -> HttpResponse:
    scene, found, term, row, asked = _question(request, slug, edition, question)
    return _written(request, scene, found, term, row, asked)


@require_POST
def move(request: ViewerRequest, organisation: str, slug: str, edition: UUID, question: UUID) -> HttpResponse:
    scene, found, _, row, _ = _question(request, slug, edition, question)

    def act() -> str:
        actions.move_question(row, request.POST.get("way") == "up", by=request.viewer, now=clock.now())
        return ""

    return pressed(request, act, _at(scene, found))


@require_POST
def remove(request: ViewerRequest, organisation: str, slug: str, edition: UUID, question: UUID) -> HttpResponse:
    scene, found, _, row, _ = _question(request, slug, edition, question)

    def act() -> str:
        actions.remove_question(row, by=request.viewer, now=clock.now())
        return gettext("Frågan är borttagen ur utkastet.")

    return pressed(request, act, _at(scene, found))


@require_POST
def fix(request: ViewerRequest, organisation: str, slug: str, edition: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, Permission.FULFIL)
    found, _ = scene.draft(edition)

    def act() -> str:
        fixed = actions.fix_version(found, by=request.viewer, now=clock.now())
        return gettext("Version %(n)s är fastställd. Nu kan ni öppna enkäten för svar.") % {"n": fixed.number}

    return pressed(request, act, _at(scene, found))


@require_POST
def discard(request: ViewerRequest, organisation: str, slug: str, edition: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, Permission.FULFIL)
    found, _ = scene.draft(edition)
    try:
        actions.discard_draft(found, by=request.viewer, now=clock.now())
    except ValidationError as trouble:
        messages.warning(request, " ".join(trouble.messages))
        return redirect(_at(scene, found))
    messages.success(request, gettext("Utkastet är kastat."))
    return redirect(scene.root)


def _written(
    request: ViewerRequest, scene: Scene, found: Version, term: Survey, row: Question | None, asked: Asked | None
) -> HttpResponse:
    form = QuestionForm(term, found.main_language, asked, request.POST if request.method == "POST" else None)
    page = Page(
        gettext("Ändra frågan") if row else gettext("Lägg till en fråga"),
        gettext("Spara"),
        _at(scene, found),
        gettext("Skriv kort och med vanliga ord. Det språk som saknar ord väntar på en översättare."),
        (Place(term.name, _at(scene, found)),),
    )

    def act() -> str:
        made = actions.write_question(found, row, form.asked(), same=form.is_same, by=request.viewer, now=clock.now())
        if row is not None and asked is not None and made.key != asked.key:
            return gettext("Frågan är sparad som en ny fråga. Svaren jämförs inte med dem på den gamla.")
        return gettext("Frågan är sparad.")

    return form_page(request, scene, form, page, act)


def _question(
    request: ViewerRequest, slug: str, edition: UUID, question: UUID
) -> tuple[Scene, Version, Survey, Question, Asked]:
    scene = scene_or_404(request.viewer, slug, Permission.FULFIL)
    found, term = scene.draft(edition)
    for row, asked in questions_of([found])[found.pk]:
        if row.pk == question:
            row.version = found
            return scene, found, term, row, asked
    raise Http404


def _at(scene: Scene, found: Version) -> str:
    return f"{scene.root}versions/{found.pk}/"
