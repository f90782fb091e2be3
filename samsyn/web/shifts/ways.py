"""The ways to the shifts: from the roster for staff, from one's own page for everybody."""

from django.utils.translation import gettext

from samsyn.web.access.viewer import Viewer
from samsyn.web.ui.components.words import Place


def place_for(viewer: Viewer, home: str) -> Place:
    return Place(gettext("Pass"), f"{home}shifts/")


def own_place(home: str) -> Place:
    return Place(gettext("Mina pass"), f"{home}shifts/mine/")
