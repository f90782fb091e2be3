"""Minutes as they were put forward: read, approved or sent back by each party, and fetched as a document."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samsyn.exchange.pdf.minutes import minutes_pdf
from samsyn.rules.meetings import civil_day
from samsyn.web.access.request import ViewerRequest
from samsyn.web.meetings import actions
from samsyn.web.meetings.forms import RemarkForm
from samsyn.web.meetings.models import Meeting, Minutes
from samsyn.web.meetings.presenters.one import standing_of
from samsyn.web.meetings.presenters.paper import paper_of
from samsyn.web.meetings.presenters.rows import name_of
from samsyn.web.meetings.queries import latest_minutes
from samsyn.web.meetings.views.scene import Scene, attempted, meeting_or_404, scene_or_404, tried, working_scene
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place


@require_GET
def revision(request: ViewerRequest, organisation: str, slug: str, meeting: UUID, number: int) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, clock.today())
    found = meeting_or_404(scene, meeting)
    minutes = _minutes_or_404(scene, found, number)
    latest = latest_minutes(found)
    context = scene.context(Place(name_of(found), scene.address(found))) | {
        "meeting": found,
        "minutes": minutes,
        "paper": paper_of(minutes, minutes.answers.all()),
        "standing": standing_of(found, minutes, scene.viewer),
        "newer": latest if latest and latest.pk != minutes.pk else None,
        "answers": minutes.answers.all(),
        "address": _address(scene, found, minutes),
        "to_send_back": f"{_address(scene, found, minutes)}send-back/",
        "back": scene.address(found),
    }
    return render(request, "meetings/revision.html", context)


@require_GET
def document(request: ViewerRequest, organisation: str, slug: str, meeting: UUID, number: int) -> HttpResponse:
    """The frozen text with each party's word as it stands now."""
    scene = scene_or_404(request.viewer, slug, clock.today())
    found = meeting_or_404(scene, meeting)
    minutes = _minutes_or_404(scene, found, number)
    paper = paper_of(minutes, minutes.answers.all(), fictitious=scene.partnership.is_demo)
    body = minutes_pdf(paper, civil_day(minutes.put_forward_at))
    answer = HttpResponse(body, content_type="application/pdf")
    name = f"protokoll-{found.body}-{found.number}-version-{minutes.revision}.pdf"
    answer.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return answer


@require_POST
def approve(request: ViewerRequest, organisation: str, slug: str, meeting: UUID, number: int) -> HttpResponse:
    scene = working_scene(request.viewer, slug, clock.today())
    found = meeting_or_404(scene, meeting)
    minutes = _minutes_or_404(scene, found, number)
    act = partial(actions.approve_minutes, minutes, by=scene.viewer, now=clock.now(), today=scene.today)
    if not attempted(request, act):
        return redirect(scene.address(found))
    found.refresh_from_db()
    if found.approved_on:
        messages.success(request, gettext("Protokollet är godkänt av alla parter. Nu räknas mötet."))
    else:
        messages.success(request, gettext("Ni har godkänt protokollet. De andra parterna har inte svarat än."))
    return redirect(scene.address(found))


@require_http_methods(["GET", "POST"])
def send_back(request: ViewerRequest, organisation: str, slug: str, meeting: UUID, number: int) -> HttpResponse:
    scene = working_scene(request.viewer, slug, clock.today())
    found = meeting_or_404(scene, meeting)
    minutes = _minutes_or_404(scene, found, number)
    form = RemarkForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        remark = form.cleaned_data["remark"]
        actions.send_back_minutes(minutes, remark, by=scene.viewer, now=clock.now(), today=scene.today)

    if form.is_valid() and tried(form, act):
        messages.success(request, gettext("Protokollet är tillbaka och kan rättas. De andra har fått besked."))
        return redirect(scene.address(found))
    here = Place(name_of(found), scene.address(found))
    said = {"title": gettext("Skicka tillbaka protokollet"), "button": gettext("Skicka tillbaka"), "form": form}
    lead = gettext("De andras godkännanden av den här versionen faller. Alla tar ställning till nästa.")
    context = scene.context(here) | said | {"lead": lead, "back": _address(scene, found, minutes)}
    return render(request, "meetings/form.html", context, status=422 if form.is_bound else 200)


def _minutes_or_404(scene: Scene, meeting: Meeting, number: int) -> Minutes:
    mine = Minutes.objects.visible_to(scene.viewer).filter(meeting=meeting, revision=min(number, 2**31 - 1))
    found = mine.select_related("meeting__partnership", "document").prefetch_related(
        "answers__person", "answers__organisation"
    )
    one = found.first()
    if one is None:
        raise Http404
    return one


def _address(scene: Scene, meeting: Meeting, minutes: Minutes) -> str:
    return f"{scene.address(meeting)}minutes/{minutes.revision}/"
