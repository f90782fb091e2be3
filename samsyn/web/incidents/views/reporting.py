"""Something has happened: it is written down, and put right while it is open."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samsyn.web.access.request import ViewerRequest
from samsyn.web.beds.models import Incident as Mark
from samsyn.web.incidents import actions
from samsyn.web.incidents.forms import AmendForm, ConcernForm, ReportForm
from samsyn.web.incidents.models import Incident, Kind
from samsyn.web.incidents.views.ground import Ground, Sheet, form_page, ground_or_404, written_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock


@require_http_methods(["GET", "POST"])
def report(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    """`?mark=`: a line in a night's log that this tells more of. Written already, it is shown instead."""
    ground = ground_or_404(request.viewer, slug, Permission.WORK, Permission.FULFIL)
    mark = _mark(ground, request.GET.get("mark", ""))
    there = Incident.objects.visible_to(request.viewer).filter(mark=mark).first() if mark else None
    if there is not None and request.method == "GET":
        return redirect(ground.address(there))
    form = ReportForm(request.POST or None, today=ground.today, initial=_from_the_log(mark))
    sheet = Sheet(
        gettext("Skriv vad som har hänt"),
        gettext("Skriv in händelsen"),
        gettext("Ring 112 först om någon är i fara. Det ni skriver läses av er själva: av den som skriver och av dem "
                "som ansvarar för verksamheten."),
        back=ground.home,
    )  # fmt: skip

    def act() -> tuple[str, str]:
        made = actions.report(
            ground.partnership, form.report(), made=form.cleaned_data["made"], mark=mark,
            by=request.viewer, now=clock.now(), today=ground.today,
        )  # fmt: skip
        return gettext("Händelsen är inskriven som %(label)s.") % {"label": made.label}, ground.address(made)

    return form_page(request, ground, form, sheet, act)


@require_http_methods(["GET", "POST"])
def report_concern(request: ViewerRequest, organisation: str, slug: str) -> HttpResponse:
    ground = ground_or_404(request.viewer, slug, Permission.WORK, Permission.FULFIL)
    form = ConcernForm(request.POST or None, today=ground.today)
    sheet = Sheet(
        gettext("Oro för ett barn"),
        gettext("Skriv in att oron finns"),
        gettext("Gör anmälan först. Här antecknas bara att den är gjord, när och till vem: inget om barnet, "
                "familjen eller vad oron gäller."),
        back=ground.home,
    )  # fmt: skip

    def act() -> tuple[str, str]:
        said = form.cleaned_data
        made = actions.report_concern(
            ground.partnership, said["happened_on"], identity_known=said["known"] == "yes", made=said["made"],
            by=request.viewer, now=clock.now(), today=ground.today,
        )  # fmt: skip
        return gettext("Oron är inskriven som %(label)s.") % {"label": made.label}, ground.address(made)

    return form_page(request, ground, form, sheet, act)


@require_http_methods(["GET", "POST"])
def amend(request: ViewerRequest, organisation: str, slug: str, incident: UUID) -> HttpResponse:
    ground, found = written_or_404(request.viewer, slug, incident)
    if found.is_concern or not found.is_open:
        raise Http404
    names = ("kind", "happened_on", "happened_at", "place", "says", "serious")
    form = AmendForm(request.POST or None, initial={name: getattr(found, name) for name in names})
    lead = gettext("Den som redan har fått veta något ser det som det var när ni berättade.")
    sheet = Sheet(gettext("Rätta det som står"), gettext("Spara"), lead, back=ground.address(found))

    def act() -> tuple[str, str]:
        actions.amend(found, form.report(), by=request.viewer, now=clock.now(), today=ground.today)
        return gettext("Det som står är rättat."), ground.address(found)

    return form_page(request, ground, form, sheet, act, ground.place(found))


def _mark(ground: Ground, typed: str) -> Mark | None:
    """The organisation's own line in a night's log. Anything else does not exist."""
    if not typed:
        return None
    try:
        wanted = UUID(typed)
    except ValueError:
        raise Http404 from None
    rows = Mark.objects.visible_to(ground.viewer).filter(
        partnership=ground.partnership, organisation_id=ground.viewer.organisation_id
    )
    return get_object_or_404(rows.select_related("site"), pk=wanted)


def _from_the_log(mark: Mark | None) -> dict[str, Any]:
    if mark is None:
        return {}
    place = mark.site.name if mark.site else ""
    return {"kind": Kind.THREAT, "happened_on": mark.night, "place": place, "serious": mark.police_called}
