"""What the party holds: by the agreement and by decisions."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from samsyn.web.access.request import ViewerRequest
from samsyn.web.occasions import actions
from samsyn.web.occasions.forms import AddForm, DifferentForm, EndForm
from samsyn.web.occasions.models import OwnActivity
from samsyn.web.occasions.presenters.activities import activity_rows
from samsyn.web.occasions.queries.lists import decisions_of
from samsyn.web.occasions.views.scene import Sheet, answering_scene, form_page, holding_scene, scene_or_404, sent
from samsyn.web.project import clock


@require_GET
def listing(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    own = OwnActivity.objects.visible_to(request.viewer).filter(partnership=scene.partnership)
    rows = activity_rows(scene.activities, own.select_related("decision__meeting"))
    return render(request, "occasions/activities.html", scene.context("activities") | {"rows": rows})


@require_http_methods(["GET", "POST"])
def add(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    scene = answering_scene(request.viewer, slug)
    decisions = decisions_of(request.viewer, scene.partnership)
    form = AddForm(sent(request), decisions=decisions)
    lead = gettext("Det som överenskommelsen inte nämner kan hållas efter ett beslut i ett godkänt protokoll.")
    sheet = Sheet(gettext("Lägg till en aktivitet"), gettext("Lägg till"), lead)

    def act() -> tuple[str, str]:
        said = form.cleaned_data
        actions.add_activity(
            scene.partnership, said["name"], said["kind"], said["counts"], form.chosen(),
            because=said["because"], asks_sex=said["asks_sex"], exposure=["children"] if said["children"] else [],
            by=request.viewer, now=clock.now(),
        )  # fmt: skip
        return gettext("Aktiviteten finns nu, och tillfällen kan planeras."), "activities/"

    if not decisions:
        context = scene.inside() | {"sheet": sheet, "back": f"{scene.home}activities/"}
        return render(request, "occasions/no_decision.html", context)
    return form_page(request, scene, form, sheet, act, "activities/")


@require_http_methods(["GET", "POST"])
def end(request: ViewerRequest, organisation: str, slug: str, activity: str) -> HttpResponse:
    scene = answering_scene(request.viewer, slug)
    rows = OwnActivity.objects.visible_to(request.viewer).filter(partnership=scene.partnership)
    found = get_object_or_404(rows, key=activity)
    form = EndForm(sent(request), initial={"last": scene.today})
    sheet = Sheet(gettext("Avsluta %(name)s") % {"name": found.name}, gettext("Avsluta"))

    def act() -> tuple[str, str]:
        actions.end_activity(found, form.cleaned_data["last"], by=request.viewer, now=clock.now())
        return gettext("Aktiviteten är avslutad. Det som har hållits står kvar."), "activities/"

    return form_page(request, scene, form, sheet, act, "activities/")


@require_http_methods(["GET", "POST"])
def different(request: ViewerRequest, organisation: str, slug: str, activity: str) -> HttpResponse:
    """How many different people a group had, by its leaders' word."""
    scene = holding_scene(request.viewer, slug)
    found = scene.activity(activity)
    form = DifferentForm(sent(request), initial={"last": scene.today})
    lead = gettext("Ett annat tal än deltagarna vid varje tillfälle, där den som kom två gånger räknas två gånger.")
    sheet = Sheet(gettext("Olika personer: %(name)s") % {"name": found.name}, gettext("Skriv in"), lead)

    def act() -> tuple[str, str]:
        said = form.cleaned_data
        actions.say_different(
            scene.partnership, found.key, form.days(), said["n"], said["reason"],
            by=request.viewer, now=clock.now(), today=scene.today,
        )  # fmt: skip
        return gettext("Antalet olika personer är inskrivet."), "figures/"

    return form_page(request, scene, form, sheet, act, "figures/")
