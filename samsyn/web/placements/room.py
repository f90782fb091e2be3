"""The training places' room in a partnership."""

from django.utils.translation import gettext

from samsyn.web.agreements.presenters.rooms import Entering, Room


def room_of(entering: Entering) -> Room | None:
    return Room(gettext("Arbetsträning"), entering.to.placements) if entering.has_places("training") else None
