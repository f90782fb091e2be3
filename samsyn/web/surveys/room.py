"""The room of a party that asks people something."""

from django.utils.translation import gettext

from samsyn.web.agreements.presenters.rooms import Entering, Room


def room_of(entering: Entering) -> Room | None:
    asking = {party for each in entering.terms.survey.values() if each.applies for party in each.by}
    return Room(gettext("Enkäter"), entering.to.surveys) if asking and entering.mine in asking else None
