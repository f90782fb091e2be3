"""Rows as one viewer may see them, and who has still to be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, cast
from uuid import UUID

from django.db import models
from django.db.models import Q

from samsyn.rules.incidents import Tell, to_tell
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.incidents import IncidentKind
from samsyn.rules.timeline import terms_on
from samsyn.web.organisations.roles import Permission

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.incidents.models import Incident, Told

TEXTS = ("says", "measures", "closed_with")
"""Read with `permissions.may_read` only."""


class IncidentQuerySet(models.QuerySet["Incident"]):
    """The organisation's own; other parties have none."""

    def visible_to(self, viewer: Viewer) -> IncidentQuerySet:
        if not viewer.may(Permission.READ_PARTNERSHIP):
            return self.none()
        return self.filter(organisation_id=viewer.organisation_id, partnership_id__in=viewer.partnerships)

    def in_list(self) -> IncidentQuerySet:
        """Without the texts, which a list never shows."""
        return self.defer(*TEXTS)

    def open(self) -> IncidentQuerySet:
        return self.filter(state__in=("open", "followed_up"))

    def standing(self) -> IncidentQuerySet:
        """All but those written by mistake."""
        return self.exclude(state="taken_back")


class ToldQuerySet(models.QuerySet["Told"]):
    def visible_to(self, viewer: Viewer) -> ToldQuerySet:
        """What one's own organisation has told, what it was told, and what was told a body where the person sits."""
        if not viewer.may(Permission.READ_PARTNERSHIP):
            return self.none()
        mine = Q(organisation_id=viewer.organisation_id) | Q(receiver_id=viewer.organisation_id)
        for seat in viewer.seats:
            mine |= Q(to_kind="body", partnership_id=seat.partnership_id, whom=seat.body)
        return self.filter(mine, partnership_id__in=viewer.partnerships)

    def to_others(self, viewer: Viewer) -> ToldQuerySet:
        return self.visible_to(viewer).filter(organisation_id=viewer.organisation_id)

    def to_us(self, viewer: Viewer) -> ToldQuerySet:
        return self.visible_to(viewer).exclude(organisation_id=viewer.organisation_id)

    def live(self) -> ToldQuerySet:
        return self.filter(taken_back_at=None)


@dataclass(frozen=True, slots=True)
class Standing:
    """One whom the incident must be told, and the row that says it was; None: not yet.

    `by_log`: the night's log told them by itself, so that no row is asked for.
    """

    tell: Tell
    told: Told | None
    by_log: bool = False

    @property
    def done(self) -> bool:
        return self.by_log or self.told is not None


def standings(dossier: Dossier, mine: str, incident: Incident, told: Iterable[Told], today: date) -> list[Standing]:
    """By the terms of the day on which it happened, as known today."""
    by_whom = {each.whom: each for each in told}
    terms = terms_on(dossier, incident.happened_on, today)
    kind = cast(IncidentKind, incident.kind)
    tells = to_tell(terms, kind, incident.serious, incident.happened_on, mine, known=incident.identity_known)
    logged = incident.coordination_told_at is not None
    return [Standing(each, by_whom.get(each.to), logged and _coordinates(terms, each.to)) for each in tells]


def _coordinates(terms: Agreement, key: str) -> bool:
    return key in terms.body and terms.body[key].kind == "coordination"


def untold(standing: Iterable[Standing]) -> list[Tell]:
    """Those that hold and are not done."""
    return [each.tell for each in standing if not each.done and each.tell.holds]


def told_of(viewer: Viewer, incidents: Iterable[UUID]) -> dict[UUID, list[Told]]:
    """Live rows by incident; one query."""
    from samsyn.web.incidents.models import Told

    found: dict[UUID, list[Told]] = {}
    for each in Told.objects.to_others(viewer).live().filter(incident_id__in=list(incidents)):
        found.setdefault(each.incident_id, []).append(each)
    return found


@dataclass(frozen=True, slots=True, order=True)
class HalfYear:
    year: int
    half: int


def counts(viewer: Viewer, partnership_id: UUID) -> dict[HalfYear, Counter[str]]:
    """How many of each kind in each half-year, by the day on which they happened; newest first."""
    from samsyn.web.incidents.models import Incident

    rows = Incident.objects.visible_to(viewer).standing().filter(partnership_id=partnership_id)
    found: dict[HalfYear, Counter[str]] = {}
    for on, kind in rows.order_by().values_list("happened_on", "kind"):
        found.setdefault(HalfYear(on.year, 1 if on.month <= 6 else 2), Counter())[kind] += 1
    return dict(sorted(found.items(), reverse=True))
