"""The room of the figures. There where the agreement follows anything up."""

from django.utils.translation import gettext

from samsyn.web.agreements.presenters.rooms import Entering, Room
from samsyn.web.organisations.roles import Permission


def room_of(entering: Entering) -> Room | None:
    follows = any(each.applies for each in entering.terms.indicator.values())
    if not entering.viewer.may(Permission.READ_PARTNERSHIP) or not follows:
        return None
    return Room(gettext("Siffror"), entering.to.indicators)
