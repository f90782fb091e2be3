"""The room of the public page: for every party, opened or not."""

from django.utils.translation import gettext

from samsyn.web.agreements.presenters.rooms import Entering, Room
from samsyn.web.organisations.roles import Permission


def room_of(entering: Entering) -> Room | None:
    if not entering.viewer.may(Permission.READ_PARTNERSHIP):
        return None
    return Room(gettext("Offentlig sida"), entering.to.publication)
