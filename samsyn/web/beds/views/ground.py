"""What every page of the night places stands on: the terms tonight, what time it is, and who coordinates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext

from samsyn.rules.places import nights
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import life, terms_on
from samsyn.web.access.request import require
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.frame import frame
from samsyn.web.agreements.queries import dossier_of, partnership_or_404
from samsyn.web.beds.evening import site_or_404
from samsyn.web.beds.models import Site
from samsyn.web.beds.permissions import is_coordinator, runs
from samsyn.web.beds.scene import Scene, coordination_of
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project import clock
from samsyn.web.ui.components.words import Place


@dataclass(frozen=True)
class Ground:
    """`tonight` is the night that the page is about. At a site it is until noon the one that ends, with its guests.
    At the desk it is from six in the morning the coming one: that is what is given.

    `kept_by` is the id of the body that coordinates, empty where the agreement has none. `coordinates`: the viewer
    has a seat in it today.
    """

    viewer: Viewer
    partnership: Partnership
    dossier: Dossier
    terms: Agreement
    now: datetime
    today: date
    tonight: date
    kept_by: str
    coordinates: bool

    @property
    def scene(self) -> Scene:
        """What an act of tonight stands on, of what the page has read already."""
        body = coordination_of(self.terms)
        assert body is not None, "asked for where nobody coordinates"
        return Scene(self.partnership, self.tonight, self.terms, life(self.dossier, self.today), body)

    @property
    def home(self) -> str:
        return f"/as/{self.viewer.organisation_slug}/partnerships/{self.partnership.slug}/"

    @property
    def local(self) -> datetime:
        return nights.in_sweden(self.now)

    @property
    def is_morning(self) -> bool:
        """The night is ending, and guests are on their way out."""
        return nights.MORNING <= self.local.time() < nights.NOON

    def runs(self, site: Site) -> bool:
        """May act at the site: works for the organisation that runs it, or coordinates."""
        return self.coordinates or runs(self.viewer, site)

    def own_site_or_404(self, site: UUID) -> Site:
        house = site_or_404(self.viewer, self.partnership, site)
        if not self.runs(house):
            raise Http404
        return house

    def context(self, *inside: Place, room: str = "") -> dict[str, Any]:
        """For a page below the night places. `room`: the path of the place it is, where it is one of them."""
        first = Place(gettext("Nattplatser"), f"{self.home}overview/" if self.coordinates else f"{self.home}tonight/")
        around = frame(self.viewer, self.partnership, self.dossier, self.today, "beds", first, *inside).context()
        return around | {"ground": self, "tonight": self.tonight, "now": self.local, "rooms": self.rooms(room)}

    def rooms(self, current: str = "") -> list[Place]:
        """The places inside the night places that the viewer may open."""
        works, sees_all = self.viewer.may(Permission.WORK), self.coordinates
        rooms = [
            (sees_all, gettext("Överblick"), "overview/"),
            (sees_all, gettext("Inskrivning"), "intake/"),
            (works, gettext("I natt"), "tonight/"),
            (True, gettext("Nattställen"), "sites/"),
            (True, gettext("Extra nätter"), "nights/"),
            (works, gettext("Avstängningar"), "bars/"),
        ]
        return [Place(text, f"{self.home}{path}", current=path == current) for shown, text, path in rooms if shown]


def ground_or_404(
    viewer: Viewer,
    slug: str,
    permission: Permission = Permission.READ_PARTNERSHIP,
    *,
    night_at: Callable[[datetime], date] = nights.tonight,
) -> Ground:
    require(viewer, permission)
    now, today = clock.now(), clock.today()
    tonight = night_at(now)
    partnership = partnership_or_404(viewer, slug)
    dossier = dossier_of(partnership)
    terms = terms_on(dossier, tonight, today)
    body = coordination_of(terms)
    kept_by = body.id if body else ""
    coordinates = bool(kept_by) and is_coordinator(viewer, partnership, kept_by)
    return Ground(viewer, partnership, dossier, terms, now, today, tonight, kept_by, coordinates)


def coordinating_or_404(viewer: Viewer, slug: str) -> Ground:
    """Only for who sits in the coordination; about the night that a place is given for now."""
    ground = ground_or_404(viewer, slug, Permission.WORK, night_at=nights.given_for)
    if not ground.coordinates:
        raise Http404
    return ground
