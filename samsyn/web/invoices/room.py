"""The room where what is owed is invoiced and paid."""

from django.utils.translation import gettext

from samsyn.web.agreements.presenters.rooms import Entering, Room
from samsyn.web.organisations.roles import Permission


def room_of(entering: Entering) -> Room | None:
    """There where the agreement says that somebody pays somebody."""
    pays = any(each.applies for each in entering.terms.funding.values())
    if not entering.viewer.may(Permission.READ_PARTNERSHIP) or not pays:
        return None
    return Room(gettext("Fakturor"), entering.to.invoices)
