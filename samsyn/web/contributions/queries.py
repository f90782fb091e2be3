"""What the parties of a partnership have put in, and what the agreement says that they shall."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Max

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


def not_summed_since(viewer: Viewer, partnership: UUID, today: date) -> date:
    """The first day of this year's after what the own party has summed of volunteers' hours. Not after today."""
    rows = Contribution.objects.own(viewer).live().filter(partnership_id=partnership, source=Contribution.Source.SHIFTS)
    latest: date | None = rows.of_year(today.year).aggregate(day=Max("days__endswith"))["day"]
    return min(latest or date(today.year, 1, 1), today)
