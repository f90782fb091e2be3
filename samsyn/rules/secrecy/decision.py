"""The decision itself. Ids are text; nothing is looked up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from samsyn.rules.because import Reason


class Circle(StrEnum):
    """Who an item is for, before any grant."""

    OWNER = "owner"
    """The organisation whose row it is. Rosters, daily counts and notes stay at home."""
    PARTIES = "parties"
    """Every party in the partnership."""
    PARTICIPANTS = "participants"
    """Also those who take part without being a party: meeting papers."""


@dataclass(frozen=True, slots=True)
class GrantFact:
    """What an owner lets the viewer's organisation see today. `basis` is the clause, law or consent behind it."""

    partnership: str
    owner: str
    scope: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class ViewerFacts:
    """Who looks, for which organisation. `reads` and `reads_individuals` follow from the person's roles."""

    organisation: str
    partnerships: frozenset[str] = frozenset()
    participations: frozenset[str] = frozenset()
    grants: frozenset[GrantFact] = frozenset()
    reads: bool = False
    reads_individuals: bool = False


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """What is looked at. `scope` is the word under which its owner can share it; empty: it cannot be shared.

    `clause` is the clause, if any, that decides who may see it.
    """

    owner: str
    partnership: str
    circle: Circle = Circle.OWNER
    scope: str = ""
    about_individual: bool = False
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    allowed: bool
    reason: Reason

    def __bool__(self) -> bool:
        return self.allowed


def may_see(viewer: ViewerFacts, item: ItemFacts) -> Decision:
    """In this order, the first that applies decides:

    1. no role that reads: no. 2. About an individual, and no role that reads of individuals: no.
    3. One's own: yes. 4. In the circle that the item is for: yes. 5. A grant in force: yes. 6. Otherwise no.
    """
    if not viewer.reads:
        return _no(item, "Din roll läser inget innehåll.")
    if item.about_individual and not viewer.reads_individuals:
        return _no(item, "Uppgiften gäller en enskild, och din roll läser inte uppgifter om enskilda.")
    if item.owner == viewer.organisation:
        return _yes(item, "Uppgiften är din egen organisations.")
    if _in_circle(viewer, item):
        return _yes(item, _OPEN_TO[item.circle])
    grant = _grant_for(viewer, item)
    if grant is not None:
        return _yes(item, "Den som äger uppgiften har delat den med din organisation.", ("grund", grant.basis))
    return _no(item, "Uppgiften tillhör en annan organisation och är inte delad med din.")


_OPEN_TO = {
    Circle.PARTIES: "Uppgiften är öppen för alla parter i partnerskapet.",
    Circle.PARTICIPANTS: "Uppgiften är öppen för alla som deltar i partnerskapet.",
}


def _in_circle(viewer: ViewerFacts, item: ItemFacts) -> bool:
    if item.circle is Circle.OWNER:
        return False
    known = viewer.partnerships
    if item.circle is Circle.PARTICIPANTS:
        known = known | viewer.participations
    return item.partnership in known


def _grant_for(viewer: ViewerFacts, item: ItemFacts) -> GrantFact | None:
    """None where the item has no scope, and for a grant in a partnership that the viewer has left."""
    if not item.scope or item.partnership not in viewer.partnerships | viewer.participations:
        return None
    wanted = (item.partnership, item.owner, item.scope)
    fitting = [grant for grant in viewer.grants if (grant.partnership, grant.owner, grant.scope) == wanted]
    return min(fitting, key=lambda grant: grant.basis, default=None)


def _yes(item: ItemFacts, says: str, *inputs: tuple[str, str]) -> Decision:
    return Decision(True, Reason(clause=item.clause, term="secrecy", says=says, inputs=inputs))


def _no(item: ItemFacts, says: str) -> Decision:
    return Decision(False, Reason(clause=item.clause, term="secrecy", says=says))
