"""What every page here fetches first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from samsyn.rules.reading import Dossier
from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.queries import dossier_of, partnership_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project import clock
from samsyn.web.reports.content import title_of
from samsyn.web.reports.models import Part, PartContent, Submission
from samsyn.web.reports.queries import Standing, standing_of
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.troubles import put_into


@dataclass(frozen=True)
class Scene:
    viewer: Viewer
    partnership: Partnership
    dossier: Dossier
    today: date

    @property
    def home(self) -> str:
        return f"/as/{self.viewer.organisation_slug}/partnerships/{self.partnership.slug}/reports/"

    def context(self, *inside: Place) -> dict[str, Any]:
        around = frame(self.viewer, self.partnership, self.dossier, self.today, "reports", *inside)
        return around.context() | {"home": self.home}

    def of(self, standing: Standing) -> str:
        return f"{self.home}{standing.report.pk}/"

    def below(self, standing: Standing) -> dict[str, Any]:
        """The frame of a page below that of the report."""
        title = title_of(standing)
        return self.context(Place(gettext("Rapporter"), self.home), Place(title, self.of(standing))) | {
            "standing": standing, "title": title, "back": self.of(standing), "report": standing.report,
        }  # fmt: skip


def scene_or_404(viewer: Viewer, slug: str, needs: Permission = Permission.READ_PARTNERSHIP) -> Scene:
    require(viewer, needs)
    partnership = partnership_or_404(viewer, slug)
    return Scene(viewer, partnership, dossier_of(partnership), clock.today())


def standing_or_404(scene: Scene, report: UUID) -> Standing:
    found = standing_of(scene.viewer, scene.dossier, scene.partnership, report)
    if found is None:
        raise Http404
    return found


def part_or_404(scene: Scene, pk: UUID) -> tuple[Standing, Part]:
    rows = Part.objects.visible_to(scene.viewer).filter(partnership=scene.partnership, pk=pk)
    found = rows.select_related("report__partnership", "organisation", "document", "said").first()
    if found is None or not PartContent.objects.visible_to(scene.viewer).filter(part=found).exists():
        raise Http404
    return standing_or_404(scene, found.report_id), found


def version_or_404(scene: Scene, pk: UUID) -> tuple[Standing, Submission]:
    rows = Submission.objects.visible_to(scene.viewer).filter(partnership=scene.partnership, pk=pk)
    found = rows.select_related("organisation", "document").first()
    if found is None:
        raise Http404
    return standing_or_404(scene, found.report_id), found


def form_page(
    request: ViewerRequest,
    scene: Scene,
    standing: Standing,
    form: Form,
    template: str,
    act: Callable[[], str],
    more: Callable[[], dict[str, Any]] = dict,
) -> HttpResponse:
    """`act` does what the form says and answers what happened. What it refuses stands in the form; `more` is what the
    page needs besides, fetched only when it is shown."""
    if form.is_valid():
        try:
            messages.success(request, act())
            return redirect(scene.of(standing))
        except ValidationError as trouble:
            put_into(form, trouble)
    context = scene.below(standing) | {"form": form} | more()
    return render(request, template, context, status=422 if form.is_bound else 200)
