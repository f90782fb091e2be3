"""The night places' room in a partnership."""

from django.utils.translation import gettext

from samsyn.web.agreements.presenters.rooms import Entering, Room
from samsyn.web.organisations.roles import Permission


def room_of(entering: Entering) -> Room | None:
    if not entering.viewer.may(Permission.WORK) or not entering.has_places("night"):
        return None
    return Room(gettext("Nattplatser"), entering.to.beds)
