"""Figures from outside: those of the agreement's text, and those that the parties have entered, in one shape."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models

from samsyn.rules.terms import Agreement
from samsyn.web.partnerships.models import Partnership

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.theory.models import OutsideFigure


class OutsideFigureQuerySet(models.QuerySet["OutsideFigure"]):
    def visible_to(self, viewer: Viewer) -> OutsideFigureQuerySet:
        """Those of every party in a shared partnership."""
        return self.filter(partnership_id__in=viewer.partnerships)

    def standing(self) -> OutsideFigureQuerySet:
        """Not withdrawn."""
        return self.filter(withdrawn_at=None)


@dataclass(frozen=True, slots=True)
class Beside:
    """A figure from outside as others show it: always apart from ours, with how it was counted.

    `says`: the value in words. `clause`: of those that stand in the agreement; `by`: who entered it, of the others.
    `indicator`: the id of ours that it stands beside, or ''.
    """

    name: str
    says: str
    unit: str
    definition: str
    method: str
    source: str
    as_of: str
    indicator: str = ""
    clause: str = ""
    assumed: bool = False
    by: str = ""
    id: UUID | None = None
    organisation_id: UUID | None = None


def comparisons(
    viewer: Viewer, partnership: Partnership, terms: Agreement, indicators: Collection[str] = ()
) -> list[Beside]:
    """Those of the agreement first, then those entered, each by indicator. `indicators`: only those, where given.

    One query.
    """
    from samsyn.web.theory.models import OutsideFigure

    rows = OutsideFigure.objects.visible_to(viewer).standing().filter(partnership=partnership)
    rows = rows.filter(indicator__in=list(indicators)) if indicators else rows
    entered = [_entered(each) for each in rows.select_related("organisation")]
    return entered if indicators else [*of_agreement(terms), *entered]


def of_agreement(terms: Agreement) -> list[Beside]:
    """What the text itself compares with."""
    return [
        Beside(
            name=each.says.rstrip("."),
            says=each.value,
            unit=each.unit,
            definition=each.definition,
            method="",
            source=each.source,
            as_of=each.year or "",
            clause=each.clause,
            assumed=bool(each.assumption),
        )
        for each in terms.comparison.values()
        if each.applies
    ]


def _entered(row: OutsideFigure) -> Beside:
    return Beside(
        name=row.name,
        says=row.value.says,
        unit=row.unit,
        definition=row.definition,
        method=row.method,
        source=row.source,
        as_of=row.as_of,
        indicator=row.indicator,
        by=row.organisation.name,
        id=row.pk,
        organisation_id=row.organisation_id,
    )
