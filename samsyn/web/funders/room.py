"""The room where it stands who else pays, and what may not be paid twice."""

from django.utils.translation import gettext

from samsyn.web.agreements.presenters.rooms import Entering, Room
from samsyn.web.funders.queries import speaks_of_others
from samsyn.web.organisations.roles import Permission


def room_of(entering: Entering) -> Room | None:
    if not entering.viewer.may(Permission.READ_PARTNERSHIP) or not speaks_of_others(entering.terms):
        return None
    return Room(gettext("Finansiärer"), entering.to.funders)
