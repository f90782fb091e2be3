"""The room where money is claimed back. There where the agreement has a clause on it."""

from django.utils.translation import gettext

from samsyn.web.agreements.presenters.rooms import Entering, Room
from samsyn.web.organisations.roles import Permission


def room_of(entering: Entering) -> Room | None:
    clauses = any(each.applies for each in entering.terms.repayment.values())
    if not entering.viewer.may(Permission.READ_PARTNERSHIP) or not clauses:
        return None
    return Room(gettext("Återkrav"), entering.to.claims)
