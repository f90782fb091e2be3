"""The room where the parties' own efforts stand side by side."""

from django.utils.translation import gettext

from samsyn.web.agreements.presenters.rooms import Entering, Room
from samsyn.web.contributions.queries import promised
from samsyn.web.organisations.roles import Permission


def room_of(entering: Entering) -> Room | None:
    if not entering.viewer.may(Permission.READ_PARTNERSHIP) or not promised(entering.terms):
        return None
    return Room(gettext("Egen insats"), entering.to.contributions)
