"""The room of insight: there where the agreement lets a party ask another for particulars and papers."""

from django.utils.translation import gettext

from samsyn.web.agreements.presenters.rooms import Entering, Room
from samsyn.web.insight.queries import KINDS
from samsyn.web.organisations.roles import Permission


def room_of(entering: Entering) -> Room | None:
    duties = entering.terms.duty.values()
    asked = any(each.kind in KINDS and each.when.on == "request" and each.applies for each in duties)
    if not entering.viewer.may(Permission.READ_PARTNERSHIP) or not asked:
        return None
    return Room(gettext("Insyn"), entering.to.insight)
