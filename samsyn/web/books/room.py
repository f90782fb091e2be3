"""The room where what an activity has cost lies beside what was set aside for it."""

from django.utils.translation import gettext

from samsyn.web.agreements.presenters.rooms import Entering, Room
from samsyn.web.organisations.roles import Permission


def room_of(entering: Entering) -> Room | None:
    """Where money goes to a civil party at all."""
    funded = any(each.applies for each in entering.terms.funding.values())
    if not entering.viewer.may(Permission.READ_PARTNERSHIP) or not funded:
        return None
    return Room(gettext("Kostnader"), entering.to.books)
