"""What every page of one partnership's obligations fetches first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext

from samsyn.rules.reading import Dossier
from samsyn.rules.timeline import life
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements import queries
from samsyn.web.agreements.presenters.frame import Frame, frame
from samsyn.web.agreements.presenters.sides import kind_title
from samsyn.web.obligations.forms import Choices, choices_for, narrowed
from samsyn.web.obligations.models import Obligation
from samsyn.web.obligations.presenters.rows import Row, obligation_address, row_of
from samsyn.web.obligations.queries import ObligationQuerySet
from samsyn.web.partnerships.models import Partnership
from samsyn.web.ui.components.words import Place


@dataclass(frozen=True)
class Scene:
    """One partnership as the viewer sees its obligations. `owners` is party id → organisation."""

    viewer: Viewer
    partnership: Partnership
    dossier: Dossier
    today: date
    frame: Frame
    owners: Mapping[str, UUID]

    @property
    def mine(self) -> str:
        """The acting organisation's own party, by its id in the agreement."""
        return next((key for key, owner in self.owners.items() if owner == self.viewer.organisation_id), "")

    def obligations(self) -> ObligationQuerySet:
        return Obligation.objects.visible_to(self.viewer).filter(partnership=self.partnership).standing()

    def narrowed(self, chosen: Mapping[str, str]) -> ObligationQuerySet:
        return narrowed(self.obligations(), chosen, self.owners)

    def choices(self) -> Choices:
        """What can be chosen."""
        kinds = self.obligations().order_by().values_list("kind", flat=True).distinct()
        span = life(self.dossier, self.today)
        return choices_for(self.dossier.agreement, kinds, span.start, span.last, self.today)

    def one_or_404(self, obligation: UUID) -> Obligation:
        """One that has fallen away is still there, for what may be tied to it."""
        found = Obligation.objects.visible_to(self.viewer).filter(partnership=self.partnership, pk=obligation).first()
        if found is None:
            raise Http404
        # Known already; asked for anew it would be a question more.
        found.partnership = self.partnership
        return found

    def address_of(self, obligation: Obligation) -> str:
        return obligation_address(self.frame.to, obligation.pk)

    def rows(self, found: Any) -> list[Row]:
        return [row_of(each, self.dossier, self.frame.to) for each in found]

    def context(self, here: str) -> dict[str, Any]:
        to = self.frame.to.obligations
        ways = (
            ("list", gettext("Lista"), to),
            ("sides", gettext("Sida vid sida"), f"{to}sides/"),
            ("calendar", gettext("Månad"), f"{to}calendar/"),
        )
        return self.frame.context() | {"ways": [Place(text, url, current=name == here) for name, text, url in ways]}


def scene_or_404(viewer: Viewer, slug: str, today: date, *inside: Place) -> Scene:
    """`inside` are steps of the way between the partnership and the page."""
    partnership = queries.partnership_or_404(viewer, slug)
    dossier = queries.dossier_of(partnership)
    owners = {key: place.organisation_id for key, place in queries.parties_of(partnership).items()}
    around = frame(viewer, partnership, dossier, today, "obligations", *inside)
    return Scene(viewer, partnership, dossier, today, around, owners)


def scene_of_one_or_404(viewer: Viewer, slug: str, obligation: UUID, today: date) -> tuple[Scene, Obligation]:
    """For a page below that of one obligation."""
    scene = scene_or_404(viewer, slug, today, inside_obligations(viewer.organisation_slug, slug))
    found = scene.one_or_404(obligation)
    step = Place(kind_title(found.kind), scene.address_of(found))
    return replace(scene, frame=replace(scene.frame, trail=(*scene.frame.trail, step))), found


def inside_obligations(organisation: str, slug: str) -> Place:
    """The step back from a page that lies below the list."""
    return Place(gettext("Åtaganden"), f"/as/{organisation}/partnerships/{slug}/obligations/")
