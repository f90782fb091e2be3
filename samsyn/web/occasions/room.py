"""The room of a party that holds occasions, and its part of My day."""

from __future__ import annotations

from django.utils.translation import gettext

from samsyn.web.agreements.presenters.rooms import Entering, Room
from samsyn.web.obligations.daily import Asked, Share
from samsyn.web.occasions.models import OwnActivity


def room_of(entering: Entering) -> Room | None:
    terms = [each for each in entering.terms.activity.values() if each.applies]
    if any(entering.mine in each.by for each in terms) or _has_own(entering):
        return Room(gettext("Tillfällen"), entering.to.occasions)
    return None


def share_of(asked: Asked) -> Share:
    return Share()


def _has_own(entering: Entering) -> bool:
    return OwnActivity.objects.visible_to(entering.viewer).filter(partnership=entering.partnership).exists()
