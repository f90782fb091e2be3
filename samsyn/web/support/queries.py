"""The rows as one viewer may see them, and the sums made of them. No row is ever listed on a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, Sum

from samsyn.web.support.half import Half

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.partnerships.models import Partnership
    from samsyn.web.support.models import SupportContact  # noqa: F401


class SupportContactQuerySet(models.QuerySet["SupportContact"]):
    def visible_to(self, viewer: Viewer) -> Self:
        """One's own, and nobody else's: a fellow party is told sums some day, never rows."""
        return self.filter(organisation_id=viewer.organisation_id, partnership_id__in=viewer.partnerships)


@dataclass(frozen=True, slots=True)
class Tally:
    """Sums of a half-year. By month: (month, channel, kind) → contacts. By half-year only: the rest.

    `concern` has no month and no channel: with them a few would be told apart.
    """

    contacts: Mapping[tuple[int, str, str], int]
    before: Mapping[str, int]
    children: int
    concern: Mapping[str, int]

    @property
    def total(self) -> int:
        return sum(self.contacts.values())

    def of(self, *, month: int | None = None, channel: str | None = None, kind: str | None = None) -> int:
        wanted = (month, channel, kind)
        return sum(
            n
            for key, n in self.contacts.items()
            if all(want in (None, has) for want, has in zip(wanted, key, strict=True))
        )


def tally_of(viewer: Viewer, partnership: Partnership, half: Half) -> Tally:
    """Two questions, however many contacts there are."""
    from samsyn.web.support.models import SupportContact

    mine = SupportContact.objects.visible_to(viewer).filter(
        partnership=partnership, day__gte=half.first, day__lte=half.last
    )
    by_month = mine.values_list("day__month", "channel", "kind").annotate(n=Count("pk")).order_by()
    by_rest = mine.values_list("first_or_returning", "concern").annotate(n=Count("pk"), c=Sum("children")).order_by()
    rest = list(by_rest)
    return Tally(
        contacts={(month, channel, kind): n for month, channel, kind, n in by_month},
        before=_summed((before, n) for before, _, n, _ in rest),
        children=sum(children for _, _, _, children in rest),
        concern=_summed((concern, n) for _, concern, n, _ in rest if concern),
    )


def _summed(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for key, n in pairs:
        found[key] = found.get(key, 0) + n
    return found
