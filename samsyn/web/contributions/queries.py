"""What the parties of a partnership have put in, and what the agreement says that they shall."""

from __future__ import annotations

from uuid import UUID

from samsyn.rules.terms import Agreement
from samsyn.rules.terms.resources import InKind
from samsyn.web.access.viewer import Viewer
from samsyn.web.contributions.models import Contribution


def lines_of(viewer: Viewer, partnership: UUID, year: int) -> list[Contribution]:
    """Of all parties, as far as the viewer sees them; also what is taken back."""
    return list(Contribution.objects.visible_to(viewer).filter(partnership_id=partnership).of_year(year))


def years_of(viewer: Viewer, partnership: UUID) -> list[int]:
    """The years with a line in them, the latest first."""
    rows = Contribution.objects.visible_to(viewer).filter(partnership_id=partnership)
    found = rows.values_list("days__startswith__year", flat=True).order_by().distinct()
    return sorted(found, reverse=True)


def promised(terms: Agreement, party: str | None = None) -> list[InKind]:
    """What the agreement says that a party, or any party, puts in."""
    found = [each for each in terms.in_kind.values() if each.applies]
    return [each for each in found if party is None or party in each.by]


def has_volunteers(terms: Agreement, party: str) -> bool:
    """Whether the agreement says that volunteers work for the party."""
    return any(each.applies and party in each.by for each in terms.volunteers.values())
