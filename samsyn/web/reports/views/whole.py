"""The parts together: gone through, compiled, submitted. And what was submitted, version by version."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from samsyn.rules.reports import PartState
from samsyn.web.access.request import ViewerRequest
from samsyn.web.organisations.roles import Permission
from samsyn.web.project import clock
from samsyn.web.reports import actions
from samsyn.web.reports.assembling import whole
from samsyn.web.reports.content import digest, document_in
from samsyn.web.reports.forms import SealForm, ThroughForm
from samsyn.web.reports.permissions import may_go_through, may_read_whole, may_submit
from samsyn.web.reports.presenters.difference import difference_between
from samsyn.web.reports.presenters.page import page_of
from samsyn.web.reports.queries import Standing, meetings_to_choose
from samsyn.web.reports.views.parts import read_anew
from samsyn.web.reports.views.scene import form_page, scene_or_404, standing_or_404, version_or_404


@require_http_methods(["GET", "POST"])
def go_through(request: ViewerRequest, organisation: str, slug: str, report: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug, Permission.FULFIL)
    standing = standing_or_404(scene, report)
    if not may_go_through(request.viewer, standing):
        raise Http404
    form = ThroughForm(request.POST or None, meetings=meetings_to_choose(request.viewer, standing))

    def act() -> str:
        actions.go_through(
            standing.report, meeting=form.cleaned_data["meeting"], note=form.cleaned_data["note"], by=request.viewer,
            now=clock.now(), today=scene.today,
        )  # fmt: skip
        return gettext("Det är antecknat att delarna är genomgångna.")

    return form_page(request, scene, standing, form, "reports/go_through.html", act, lambda: _parts(standing))


def _parts(standing: Standing) -> dict[str, Any]:
    return {"parts": [(standing.name_of(key), part) for key, part in standing.newest.items()]}


@require_http_methods(["GET", "POST"])
def submit(request: ViewerRequest, organisation: str, slug: str, report: UUID) -> HttpResponse:
    """Those that read every part read them together as soon as all are signed; whoever compiles submits from here."""
    scene = scene_or_404(request.viewer, slug)
    standing = standing_or_404(scene, report)
    submits = may_submit(request.viewer, standing)
    whole_now = all(standing.part_state(key) == PartState.SIGNED for key in standing.signers)
    if not whole_now or not may_read_whole(request.viewer, standing) or (request.method == "POST" and not submits):
        raise Http404
    corrects = standing.last is not None
    form = SealForm(request.POST or None, corrects=corrects)

    def act() -> str:
        actions.submit(
            standing.report, seal=form.cleaned_data["seal"], because=form.cleaned_data.get("because", ""),
            by=request.viewer, now=clock.now(), today=scene.today,
        )  # fmt: skip
        return gettext("Rapporten är lämnad. Alla parter ser den.")

    def more() -> dict[str, Any]:
        content = whole(request.viewer, standing, now=clock.now(), today=scene.today)
        seal = digest(content)
        read_anew(form, seal)
        return {
            "said": page_of(document_in(content)), "seal": seal, "corrects": corrects,
            "submits": submits and (not standing.body or standing.is_gone_through),
            "body": standing.terms.body[standing.body].name if standing.body in standing.terms.body else "",
        }  # fmt: skip

    return form_page(request, scene, standing, form, "reports/submit.html", act, more)


@require_GET
def version(request: ViewerRequest, organisation: str, slug: str, report_version: UUID) -> HttpResponse:
    scene = scene_or_404(request.viewer, slug)
    standing, found = version_or_404(scene, report_version)
    context = scene.below(standing) | {
        "version": found,
        "said": page_of(document_in(found.content)),
        "here": f"{scene.home}versions/{found.pk}/",
    }
    return render(request, "reports/version.html", context)


@require_GET
def difference(request: ViewerRequest, organisation: str, slug: str, report_version: UUID) -> HttpResponse:
    """Against the version before. The first has none."""
    scene = scene_or_404(request.viewer, slug)
    standing, found = version_or_404(scene, report_version)
    before = next((each for each in standing.submissions if each.number == found.number - 1), None)
    if before is None:
        raise Http404
    context = scene.below(standing) | {
        "version": found,
        "before": before,
        "changes": difference_between(document_in(before.content), document_in(found.content)),
    }
    return render(request, "reports/difference.html", context)
