"""The room of what the parties have let go of their figures. There where the agreement has any that is counted."""

from django.utils.translation import gettext

from samsyn.web.agreements.presenters.rooms import Entering, Room
from samsyn.web.organisations.roles import Permission


def room_of(entering: Entering) -> Room | None:
    counted = any(each.applies and each.facts for each in entering.terms.indicator.values())
    if not entering.viewer.may(Permission.READ_PARTNERSHIP) or not counted:
        return None
    return Room(gettext("Frisläppta siffror"), entering.to.releases)
