"""The first room of the money: the plan, how it stands and why each sum is what it is."""

from django.utils.translation import gettext

from samsyn.web.agreements.presenters.rooms import Entering, Room
from samsyn.web.organisations.roles import Permission


def room_of(entering: Entering) -> Room | None:
    """Where the agreement speaks of money at all, also without a sum."""
    if not entering.viewer.may(Permission.READ_PARTNERSHIP):
        return None
    if not any(each.applies for each in entering.terms.funding.values()):
        return None
    return Room(gettext("Översikt"), entering.to.economy)
