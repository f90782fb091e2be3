"""The room of a party that has people at work in the partnership, by the agreement's own words."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext

from samsyn.rules.staffing import posts_of
from samsyn.rules.terms import Agreement
from samsyn.web.agreements.presenters.rooms import Entering, Room
from samsyn.web.roster.permissions import may_see


def room_of(entering: Entering) -> Room | None:
    if not may_see(entering.viewer, entering.partnership.pk):
        return None
    terms, mine = entering.terms, entering.mine
    works = mine is not None and (mine in _at_work(terms) or bool(posts_of(terms, mine, entering.today, ())))
    return Room(gettext("Bemanning"), entering.to.roster) if works else None


def _at_work(terms: Agreement) -> set[str]:
    """The parties of whose staff, volunteers or activities something is said."""
    said: Iterable[tuple[bool, tuple[str, ...]]] = (
        (each.applies, each.by)
        for family in (terms.volunteers, terms.staff, terms.register_check, terms.undertaking, terms.activity)
        for each in family.values()
    )
    return {party for applies, by in said if applies for party in by}
