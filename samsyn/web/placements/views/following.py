"""During a placement: steps are noted and taken back, statements graded, the place and the days changed."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samsyn.rules.places import DueStep
from samsyn.web.access.request import ViewerRequest
from samsyn.web.placements import actions
from samsyn.web.placements.forms.following import AssessmentForm, StepForm, TakeBackForm
from samsyn.web.placements.forms.hosting import LastDayForm, MoveForm, TrackForm
from samsyn.web.placements.models import Placement, SelfAssessment, StepDone
from samsyn.web.placements.permissions import check_may_host
from samsyn.web.placements.presenters.words import listed, step_title
from samsyn.web.placements.queries.following import followed
from samsyn.web.placements.scale import MOST_WAVES
from samsyn.web.placements.views.board import ground_of_start
from samsyn.web.placements.views.scene import Scene, Sheet, form_page, placement_or_404, typed, working_scene
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place


@require_http_methods(["GET", "POST"])
def take_step(
    request: ViewerRequest, organisation: str, slug: str, placement: UUID, step: str, number: int
) -> HttpResponse:
    scene, found = _found(request, slug, placement)
    due = _due(scene, found, step, number)
    apart = due.functions if not due.together and len(due.functions) > 1 else ()
    form = StepForm(typed(request), functions=apart, today=scene.today)

    def act() -> None:
        said = form.cleaned_data
        actions.do_step(
            found,
            due.step_id,
            due.occurrence,
            done_on=said["done_on"],
            function=said.get("function", ""),
            by=scene.viewer,
            now=clock.now(),
            today=scene.today,
        )

    who = listed(scene.ground.terms.party_name(each) for each in due.by)
    lead = gettext("%(says)s %(who)s ser till att det blir gjort.") % {"says": due.reason.says, "who": who}
    sheet = Sheet(
        step_title(due), gettext("Det är gjort"), _back(scene, found), lead, due.reason.clause, due.reason.assumed,
        gettext("Bara dagen skrivs in. Vad ni talade om skrivs inte här."),
    )  # fmt: skip
    return form_page(request, scene, sheet, form, act, gettext("Steget är antecknat."))


@require_http_methods(["GET", "POST"])
def take_back_step(request: ViewerRequest, organisation: str, slug: str, done: UUID) -> HttpResponse:
    """Only what one's own organisation has noted."""
    scene = working_scene(request, slug)
    rows = StepDone.objects.visible_to(scene.viewer).filter(organisation_id=scene.viewer.organisation_id, pk=done)
    found = rows.filter(partnership=scene.partnership).select_related("placement").first()
    if found is None:
        raise Http404
    form = TakeBackForm(typed(request))

    def act() -> None:
        actions.take_back_step(found, form.cleaned_data["because"], by=scene.viewer, now=clock.now())

    sheet = Sheet(gettext("Ta tillbaka steget"), gettext("Ta tillbaka"), _back(scene, found.placement))
    return form_page(request, scene, sheet, form, act, gettext("Steget är tillbakataget."))


@require_http_methods(["GET", "POST"])
def assess(
    request: ViewerRequest, organisation: str, slug: str, placement: UUID, rater: str, number: int
) -> HttpResponse:
    """`number` is the wave. What was answered before in the same wave is shown and can be put right."""
    scene, found = _found(request, slug, placement)
    if rater not in SelfAssessment.Rater.values or not 1 <= number <= MOST_WAVES:
        raise Http404
    if rater == SelfAssessment.Rater.SUPERVISOR:
        check_may_host(scene.viewer, found)
    form = AssessmentForm(typed(request), today=scene.today, initial=_answered(scene, found, rater, number))

    def act() -> None:
        actions.assess(
            found,
            number,
            rater,
            form.values,
            done_on=form.cleaned_data["done_on"],
            by=scene.viewer,
            now=clock.now(),
            today=scene.today,
        )

    titles = {
        SelfAssessment.Rater.PARTICIPANT.value: gettext("Deltagarens självskattning, gång %(n)s"),
        SelfAssessment.Rater.SUPERVISOR.value: gettext("Handledarens skattning, gång %(n)s"),
    }
    lead = gettext("1 betyder stämmer inte alls, 5 betyder stämmer helt. Det går att hoppa över ett påstående.")
    sheet = Sheet(titles[rater] % {"n": number}, gettext("Spara skattningen"), _back(scene, found), lead)
    return form_page(request, scene, sheet, form, act, gettext("Skattningen är sparad."))


@require_http_methods(["GET", "POST"])
def change_track(request: ViewerRequest, organisation: str, slug: str, placement: UUID) -> HttpResponse:
    scene, found = _hosted(request, slug, placement)
    form = TrackForm(typed(request), tracks=scene.ground.tracks.items(), initial={"track": found.track})

    def act() -> None:
        track = form.cleaned_data["track"]
        actions.change_track(found, track, by=scene.viewer, now=clock.now(), today=scene.today)

    sheet = Sheet(gettext("Byt verksamhet"), gettext("Byt"), _back(scene, found), gettext("Platsen är densamma."))
    return form_page(request, scene, sheet, form, act, gettext("Verksamheten är bytt."))


@require_http_methods(["GET", "POST"])
def move(request: ViewerRequest, organisation: str, slug: str, placement: UUID) -> HttpResponse:
    scene, found = _hosted(request, slug, placement)
    form = MoveForm(typed(request), initial={"from_day": max(scene.today, found.first_day)})

    def act() -> None:
        said = form.cleaned_data
        actions.move_to_place(
            found, said["place"], from_day=said["from_day"], by=scene.viewer, now=clock.now(), today=scene.today
        )

    lead = gettext("Resten av tiden är på den andra platsen. Det som har varit står kvar.")
    sheet = Sheet(gettext("Flytta till en annan plats"), gettext("Flytta"), _back(scene, found), lead)
    return form_page(request, scene, sheet, form, act, gettext("Placeringen är flyttad."))


@require_http_methods(["GET", "POST"])
def change_last_day(request: ViewerRequest, organisation: str, slug: str, placement: UUID) -> HttpResponse:
    """Within the length that needs no joint decision."""
    scene, found = _hosted(request, slug, placement)
    form = LastDayForm(typed(request), initial={"last": found.planned_last})

    def act() -> None:
        last = form.cleaned_data["last"]
        actions.change_last_day(found, last, by=scene.viewer, now=clock.now(), today=scene.today)

    lead = gettext("Längre än överenskommelsen låter blir placeringen bara genom en förlängning som båda godkänner.")
    sheet = Sheet(gettext("Ändra sista dagen"), gettext("Ändra"), _back(scene, found), lead, scene.ground.pool.clause)
    return form_page(request, scene, sheet, form, act, gettext("Den sista dagen är ändrad."))


def _found(request: ViewerRequest, slug: str, placement: UUID) -> tuple[Scene, Placement]:
    scene = working_scene(request, slug)
    return scene, placement_or_404(scene, placement)


def _hosted(request: ViewerRequest, slug: str, placement: UUID) -> tuple[Scene, Placement]:
    scene, found = _found(request, slug, placement)
    check_may_host(scene.viewer, found)
    return scene, found


def _back(scene: Scene, placement: Placement) -> Place:
    return Place(placement.known_as, scene.placement_at(placement.pk))


def _due(scene: Scene, placement: Placement, step: str, number: int) -> DueStep:
    """A step that the agreement has for the placement; a self-assessment is taken by answering it."""
    steps = ground_of_start(scene, placement).steps(placement.first_day, placement.planned_last)
    found = next((each for each in steps if (each.step_id, each.occurrence) == (step, number)), None)
    if found is None or found.kind == "self_assessment":
        raise Http404
    return found


def _answered(scene: Scene, placement: Placement, rater: str, wave: int) -> dict[str, object]:
    """One's own organisation's answers in that wave."""
    own = [
        each
        for each in followed([placement], scene.viewer)[placement.pk].assessments
        if (each.rater, each.wave, each.organisation_id) == (rater, wave, scene.viewer.organisation_id)
    ]
    if not own:
        return {}
    values = {f"statement_{n}": str(value or "skipped") for n, value in enumerate(own[0].values, 1)}
    return {**values, "done_on": own[0].done_on}
