"""The room of the figures. There where the agreement follows anything up."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext

from samsyn.rules.reading import Dossier
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.addresses import Addresses
from samsyn.web.agreements.presenters.rooms import Entering, Room
from samsyn.web.indicators.queries import indicators_of
from samsyn.web.organisations.roles import Permission
from samsyn.web.partnerships.models import Partnership


def room_of(entering: Entering) -> Room | None:
    follows = any(each.applies for each in entering.terms.indicator.values())
    if not entering.viewer.may(Permission.READ_PARTNERSHIP) or not follows:
        return None
    return Room(gettext("Siffror"), entering.to.indicators)


def pages_of(viewer: Viewer, partnership: Partnership, dossier: Dossier, day: date, to: Addresses) -> Mapping[str, str]:
    """For the theory of change: the page of each figure that the acting organisation is shown."""
    return {each.id: f"{to.indicators}of/{each.id}/" for each in indicators_of(viewer, partnership, dossier, day)}
