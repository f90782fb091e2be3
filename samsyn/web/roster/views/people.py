"""Those who work: the list, one of them, taking on, changing, the last day; posts that are paid for and filled."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from samsyn.rules.staffing import posts_of
from samsyn.web.access.request import ViewerRequest
from samsyn.web.project import clock
from samsyn.web.roster import actions
from samsyn.web.roster.forms import LastDayForm, WorkerForm, initial_of
from samsyn.web.roster.models import Cause, Fulfilled, Worker
from samsyn.web.roster.presenters.people import lines_of, post_choices, post_lines, sentence
from samsyn.web.roster.presenters.standing import asked_of, noted_rows
from samsyn.web.roster.presenters.words import at_work_as
from samsyn.web.roster.queries.ground import accounts_of
from samsyn.web.roster.queries.standing import standing_of, workers_on
from samsyn.web.roster.views.scene import Scene, Sheet, form_page, keeping_scene, scene_or_404, worker_or_404
from samsyn.web.ui.components.words import Place


@require_GET
def listing(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    there = workers_on(request.viewer, scene.partnership, scene.today)
    others = Worker.objects.visible_to(request.viewer).filter(partnership=scene.partnership)
    elsewhere = list(others.exclude(pk__in=[each.pk for each in there])) if scene.keeps else []
    standing = standing_of(request.viewer, there, scene.dossier, (), scene.today) if scene.keeps else {}
    context = scene.context("") | {
        "sentence": sentence(there),
        "lines": lines_of(there, standing, scene.home),
        "coming": [each for each in elsewhere if each.first > scene.today],
        "gone": [each for each in elsewhere if each.first <= scene.today],
    }
    return render(request, "roster/listing.html", context)


@require_GET
def one(request: ViewerRequest, organisation: str, slug: str, worker: UUID) -> HttpResponse:
    scene = keeping_scene(request.viewer, slug)
    found = worker_or_404(scene, worker)
    standing = standing_of(request.viewer, [found], scene.dossier, (), scene.today)[found.pk]
    noted = Fulfilled.objects.visible_to(request.viewer).filter(worker=found).select_related("noted_by", "version")
    causes = Cause.objects.visible_to(request.viewer).standing().filter(worker=found)
    rows = list(noted)
    context = scene.inside() | {
        "worker": found,
        "works_as": at_work_as(found.function, str(found.get_kind_display())),
        "at": scene.at(found),
        "asked": asked_of(scene.terms, scene.party, found, standing, rows, list(causes)),
        "noted": noted_rows(rows, scene.terms),
    }
    return render(request, "roster/one.html", context)


@require_http_methods(["GET", "POST"])
def take_on(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = keeping_scene(request.viewer, slug)
    form = _worker_form(request, scene, None)

    def act() -> str:
        said = form.cleaned_data
        made = actions.take_on(
            scene.partnership, said["kind"], form.given(), said["first"], said["last"],
            by=request.viewer, now=clock.now(),
        )  # fmt: skip
        return scene.at(made)

    lead = gettext("Bara ni ser vilka som arbetar hos er. Personnummer behövs aldrig.")
    back = Place(gettext("Bemanning"), scene.home)
    sheet = Sheet(gettext("Skriv in en medarbetare"), gettext("Skriv in"), back, lead)
    return form_page(request, scene, sheet, form, act, gettext("Medarbetaren är inskriven. Här står vad som krävs."))


@require_http_methods(["GET", "POST"])
def change(request: ViewerRequest, organisation: str, slug: str, worker: UUID) -> HttpResponse:
    scene = keeping_scene(request.viewer, slug)
    found = worker_or_404(scene, worker)
    form = _worker_form(request, scene, found)

    def act() -> str:
        actions.change_worker(found, form.given(), by=request.viewer, now=clock.now())
        return scene.at(found)

    sheet = Sheet(gettext("Ändra uppgifterna"), gettext("Spara"), Place(found.known_as, scene.at(found)))
    return form_page(request, scene, sheet, form, act, gettext("Uppgifterna är ändrade."))


@require_http_methods(["GET", "POST"])
def end(request: ViewerRequest, organisation: str, slug: str, worker: UUID) -> HttpResponse:
    scene = keeping_scene(request.viewer, slug)
    found = worker_or_404(scene, worker)
    form = LastDayForm(request.POST if request.method == "POST" else None, initial={"last": found.last})

    def act() -> str:
        actions.end_worker(found, form.cleaned_data["last"], by=request.viewer, now=clock.now())
        return scene.at(found)

    lead = gettext("Uppgifterna gallras två år efter sista dagen.")
    sheet = Sheet(gettext("Sista dagen"), gettext("Spara"), Place(found.known_as, scene.at(found)), lead)
    return form_page(request, scene, sheet, form, act, gettext("Sista dagen är sparad."))


@require_GET
def posts(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = keeping_scene(request.viewer, slug)
    there = workers_on(request.viewer, scene.partnership, scene.today)
    filled = [(each.post, each.share or Decimal(0)) for each in there if each.post]
    found = posts_of(scene.terms, scene.party, scene.today, filled)
    context = scene.context("posts") | {"lines": post_lines(found, there)}
    return render(request, "roster/posts.html", context)


def _worker_form(request: ViewerRequest, scene: Scene, known: Worker | None) -> WorkerForm:
    functions = [
        role
        for each in scene.terms.volunteers.values()
        if each.applies and scene.party in each.by
        for role in each.roles
    ]
    accounts = accounts_of(request.viewer, scene.today)
    if known is not None and known.person is not None and known.person not in accounts:
        accounts.append(known.person)
    return WorkerForm(
        request.POST if request.method == "POST" else None,
        posts=post_choices(posts_of(scene.terms, scene.party, scene.today, ())),
        accounts=accounts,
        functions=functions,
        known=known,
        initial=initial_of(known) if known else {"first": scene.today, "began_on": scene.today},
    )
