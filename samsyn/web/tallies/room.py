"""The room of a party that counts on a pad."""

from django.utils.translation import gettext

from samsyn.web.agreements.presenters.rooms import Entering, Room


def room_of(entering: Entering) -> Room | None:
    counting = {each.by for each in entering.terms.pad.values() if each.applies}
    return Room(gettext("Räkning"), entering.to.tallies) if counting and entering.mine in counting else None
