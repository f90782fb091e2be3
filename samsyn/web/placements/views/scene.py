"""What every page about placements fetches first: the partnership, its training places, who refers and who receives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from samsyn.rules.reading import Dossier
from samsyn.rules.terms.places import Pool
from samsyn.rules.timeline import terms_on
from samsyn.web.access.request import ViewerRequest, require
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.frame import Frame, frame
from samsyn.web.agreements.queries import dossier_of, partnership_or_404
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.placements.models import Consent, Participant, Placement, Referral
from samsyn.web.placements.permissions import may_work
from samsyn.web.placements.queries.ground import Ground, ground_of, training_pools
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place
from samsyn.web.ui.troubles import put_into

_M = TypeVar("_M", bound=models.Model)


@dataclass(frozen=True)
class Scene:
    """One partnership with training places, seen by one party. `ground`: the terms of today for one of the pools."""

    viewer: Viewer
    partnership: Partnership
    dossier: Dossier
    today: date
    pools: tuple[Pool, ...]
    ground: Ground

    @property
    def home(self) -> str:
        return f"/as/{self.viewer.organisation_slug}/partnerships/{self.partnership.slug}/placements/"

    @property
    def works(self) -> bool:
        return may_work(self.viewer, self.partnership.pk)

    @property
    def sends(self) -> bool:
        """The acting organisation refers participants."""
        return self.works and self.viewer.organisation_id in self.ground.senders

    @property
    def hosts(self) -> bool:
        """The acting organisation runs the places."""
        return self.works and self.viewer.organisation_id in self.ground.hosts

    @cached_property
    def names(self) -> Mapping[UUID, str]:
        """Organisation → the party's name in the agreement."""
        return {each: self.ground.name_of(each) for each in self.ground.organisations.values()}

    def name(self, organisation_id: UUID) -> str:
        return self.names.get(organisation_id) or gettext("den andra parten")

    def placement_at(self, placement: UUID) -> str:
        return f"{self.home}{placement}/"

    def referral_at(self, referral: UUID) -> str:
        return f"{self.home}referrals/{referral}/"

    def participant_at(self, participant: UUID) -> str:
        return f"{self.home}participants/{participant}/"

    def frame(self, *inside: Place) -> Frame:
        return frame(self.viewer, self.partnership, self.dossier, self.today, "placements", *inside)

    def context(self, here: str) -> dict[str, Any]:
        """Of one of the rooms."""
        return self.frame().context() | self._common() | {"ways": self.ways(here)}

    def inside(self, *further: Place) -> dict[str, Any]:
        """Of a page below the rooms."""
        return self.frame(Place(gettext("Arbetsträning"), self.home), *further).context() | self._common()

    def _common(self) -> dict[str, Any]:
        return {
            "home": self.home,
            "pool": self.ground.pool,
            "sends": self.sends,
            "hosts": self.hosts,
            "works": self.works,
        }

    def ways(self, here: str) -> list[Place]:
        """The rooms, in the order in which each side uses them."""
        rooms = [
            ("day", gettext("Dagen"), self.works),
            ("places", gettext("Platserna"), self.works),
            ("participants", gettext("Deltagare"), self.sends),
            ("referrals", gettext("Anvisningar"), self.works),
            ("figures", gettext("Mått"), True),
        ]
        return [Place(text, f"{self.home}{name}/", current=name == here) for name, text, shown in rooms if shown]


def scene_or_404(viewer: Viewer, slug: str, today: date, pool: str = "") -> Scene:
    """For a party, where the agreement has training places today. `pool` chooses among several."""
    require(viewer, Permission.READ_PARTNERSHIP)
    partnership = partnership_or_404(viewer, slug)
    dossier = dossier_of(partnership)
    pools = tuple(training_pools(terms_on(dossier, today, today)))
    if not pools:
        raise Http404
    chosen = next((each for each in pools if each.id == pool), pools[0])
    return Scene(viewer, partnership, dossier, today, pools, ground_of(partnership, chosen.id, today, today))


def working_scene(request: ViewerRequest, slug: str) -> Scene:
    """For who works with individuals; to others the page does not exist."""
    scene = scene_or_404(request.viewer, slug, clock.today(), request.GET.get("pool", ""))
    if not scene.works:
        raise Http404
    return scene


def sending_scene(request: ViewerRequest, slug: str) -> Scene:
    """For the one who refers."""
    scene = working_scene(request, slug)
    if not scene.sends:
        raise Http404
    return scene


def participant_or_404(scene: Scene, participant: UUID) -> Participant:
    """One's own: what the other shows of a participant stands in its referral and its placement."""
    mine = Participant.objects.visible_to(scene.viewer).filter(organisation_id=scene.viewer.organisation_id)
    return _or_404(mine.filter(partnership=scene.partnership, pk=participant).select_related("partnership"))


def referral_or_404(scene: Scene, referral: UUID) -> Referral:
    rows = Referral.objects.visible_to(scene.viewer).filter(partnership=scene.partnership, pk=referral)
    return _or_404(rows.select_related("partnership", "participant", "assessed_by"))


def placement_or_404(scene: Scene, placement: UUID) -> Placement:
    rows = Placement.objects.visible_to(scene.viewer).filter(partnership=scene.partnership, pk=placement)
    return _or_404(rows.select_related("partnership"))


def consent_or_404(scene: Scene, consent: UUID) -> Consent:
    mine = Consent.objects.visible_to(scene.viewer).filter(organisation_id=scene.viewer.organisation_id)
    return _or_404(mine.filter(partnership=scene.partnership, pk=consent).select_related("participant__partnership"))


def _or_404(rows: models.QuerySet[_M]) -> _M:
    found = rows.first()
    if found is None:
        raise Http404
    return found


def typed(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def tried(form: Form, act: Callable[[], object]) -> bool:
    """Do it; what it refuses is said in the form, where it belongs, and all that was typed is kept."""
    try:
        act()
    except ValidationError as trouble:
        put_into(form, trouble)
    return form.is_valid()


def attempted(request: HttpRequest, act: Callable[[], object], done: str = "") -> bool:
    """For a button without a form: what was done, or why not, is said on the page that follows."""
    try:
        act()
    except ValidationError as trouble:
        for text in trouble.messages:
            messages.warning(request, text)
        return False
    if done:
        messages.success(request, done)
    return True


@dataclass(frozen=True)
class Sheet:
    """The words around a form: heading, what its button does, a sentence above, and the way back."""

    title: str
    button: str
    back: Place
    lead: str = ""
    clause: str = ""
    assumed: bool = False
    notice: str = ""


def form_page(
    request: ViewerRequest, scene: Scene, sheet: Sheet, form: Form, act: Callable[[], str | None], done: str = ""
) -> HttpResponse:
    """A form on a page of its own. `act` gives the address to go on to; None: back."""
    went: list[str | None] = []
    if form.is_valid() and tried(form, lambda: went.append(act())):
        if done:
            messages.success(request, done)
        return redirect(went[0] or sheet.back.url)
    context = scene.inside(sheet.back) | {"form": form, "sheet": sheet}
    return render(request, "placements/form.html", context, status=422 if form.is_bound else 200)
