"""The room where the parties tell how the money was used. There where the agreement asks for it."""

from django.utils.translation import gettext

from samsyn.web.agreements.presenters.rooms import Entering, Room
from samsyn.web.organisations.roles import Permission
from samsyn.web.statements.queries import KINDS


def room_of(entering: Entering) -> Room | None:
    asked = any(duty.kind in KINDS and duty.applies for duty in entering.terms.duty.values())
    if not entering.viewer.may(Permission.READ_PARTNERSHIP) or not asked:
        return None
    return Room(gettext("Redovisning"), entering.to.statements)
