"""What every page about meetings fetches first, for a party and for someone who only takes part."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.http import Http404, HttpRequest
from django.utils.translation import gettext

from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.frame import Frame, frame
from samsyn.web.agreements.queries import dossier_of, parties_of, partnership_or_404
from samsyn.web.meetings.models import Meeting
from samsyn.web.meetings.permissions import check_may_read, check_may_work, may_work
from samsyn.web.partnerships.models import Partnership, PartnershipParty
from samsyn.web.ui.components.words import Place

OF_A_PARTY, OF_A_PARTICIPANT = "agreements/_partnership.html", "meetings/_participant.html"


@dataclass(frozen=True)
class Scene:
    """One partnership. Without `frame` the viewer takes part without being a party: no agreement, no tabs."""

    viewer: Viewer
    partnership: Partnership
    today: date
    frame: Frame | None

    @property
    def home(self) -> str:
        """The list of meetings that this viewer can go back to."""
        return self.frame.to.meetings if self.frame else f"/as/{self.viewer.organisation_slug}/meetings/"

    @property
    def dossier(self) -> Dossier:
        """Only for a party."""
        if self.frame is None:
            raise Http404
        return self.frame.dossier

    @property
    def terms(self) -> Agreement:
        return terms_on(self.dossier, self.today, self.today)

    @property
    def works(self) -> bool:
        return may_work(self.viewer, self.partnership.pk)

    def places(self) -> dict[str, PartnershipParty]:
        return parties_of(self.partnership)

    def organisations(self) -> list[tuple[str, str]]:
        """Choices: everyone who has a place here, parties first."""
        places = sorted(self.places().values(), key=lambda each: (each.kind != "party", each.organisation.name))
        return [(str(each.organisation_id), each.organisation.name) for each in places]

    def address(self, meeting: Meeting) -> str:
        return address_of(self.viewer, self.partnership.slug, meeting)

    def context(self, *inside: Place) -> dict[str, Any]:
        """`inside` are steps between the list of meetings and the page."""
        steps = [Place(gettext("Möten"), self.home), *inside]
        if self.frame is not None:
            around = self.frame.context() | {"trail": [*self.frame.trail, *steps]}
        else:
            twin = {"twin": self.partnership.is_demo, "real_terms": self.partnership.twin_of_id is not None}
            around = {"partnership": self.partnership, "trail": steps, "today": self.today, **twin}
        return around | {"around": OF_A_PARTY if self.frame else OF_A_PARTICIPANT, "works": self.works}


def scene_of_party(viewer: Viewer, slug: str, today: date) -> Scene:
    """404 for anyone but a party."""
    check_may_read(viewer)
    partnership = partnership_or_404(viewer, slug)
    return Scene(viewer, partnership, today, frame(viewer, partnership, dossier_of(partnership), today, "meetings"))


def working_scene(viewer: Viewer, slug: str, today: date) -> Scene:
    """For who answers for a party's obligations; to others the page does not exist."""
    scene = scene_of_party(viewer, slug, today)
    check_may_work(viewer, scene.partnership.pk)
    return scene


def scene_or_404(viewer: Viewer, slug: str, today: date) -> Scene:
    """For a party, and for someone who takes part without being one."""
    check_may_read(viewer)
    found = Partnership.objects.visible_to(viewer).filter(slug=slug).first()
    if found is None:
        raise Http404
    return scene_of_party(viewer, slug, today) if found.pk in viewer.partnerships else Scene(viewer, found, today, None)


def meeting_or_404(scene: Scene, meeting: UUID) -> Meeting:
    """Fetched through the viewer: a participant has those it is called to."""
    found = Meeting.objects.visible_to(scene.viewer).filter(partnership=scene.partnership, pk=meeting)
    one = found.select_related("partnership", "called_by").first()
    if one is None:
        raise Http404
    return one


def address_of(viewer: Viewer, slug: str, meeting: Meeting) -> str:
    return f"/as/{viewer.organisation_slug}/partnerships/{slug}/meetings/{meeting.pk}/"


def tried(form: BaseForm, act: Callable[[], object]) -> bool:
    """Do it; what it refuses is said in the form, where it belongs."""
    try:
        act()
    except ValidationError as trouble:
        form.add_error(None, trouble) if not hasattr(trouble, "error_dict") else _by_field(form, trouble)
    return form.is_valid()


def _by_field(form: BaseForm, trouble: ValidationError) -> None:
    for name, texts in trouble.message_dict.items():
        form.add_error(name if name in form.fields else None, texts)


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
