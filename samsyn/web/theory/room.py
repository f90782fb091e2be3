"""The room of the theory of change. There where the agreement has one, or something to compare with."""

from django.utils.translation import gettext

from samsyn.web.agreements.presenters.rooms import Entering, Room
from samsyn.web.organisations.roles import Permission


def room_of(entering: Entering) -> Room | None:
    terms = entering.terms
    there = any(each.applies for family in (terms.theory, terms.comparison) for each in family.values())
    if not entering.viewer.may(Permission.READ_PARTNERSHIP) or not there:
        return None
    return Room(gettext("Förändringsteori"), entering.to.theory)
