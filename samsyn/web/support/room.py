"""The room of a party that runs a support line. Its name tells nothing: it is seen by whoever looks over a shoulder."""

from django.utils.translation import gettext

from samsyn.web.agreements.presenters.rooms import Entering, Room


def room_of(entering: Entering) -> Room | None:
    answering = {each.by for each in entering.terms.support_line.values() if each.applies}
    return Room(gettext("Siffror"), entering.to.support) if answering and entering.mine in answering else None
