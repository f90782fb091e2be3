"""The room where the parties report. There where the agreement has a template for it."""

from django.utils.translation import gettext

from samsyn.web.agreements.presenters.rooms import Entering, Room
from samsyn.web.organisations.roles import Permission


def room_of(entering: Entering) -> Room | None:
    asked = any(each.applies for each in entering.terms.report.values())
    if not entering.viewer.may(Permission.READ_PARTNERSHIP) or not asked:
        return None
    return Room(gettext("Rapporter"), entering.to.reports)
