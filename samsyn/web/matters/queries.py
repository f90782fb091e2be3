"""Matters as one viewer may see them: every party sees all of them. And how each of them stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from samsyn.rules.matters import Course, Footing, Kind, Said, Step, course, footing_for
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import terms_on

if TYPE_CHECKING:
    from samsyn.web.access.viewer import Viewer
    from samsyn.web.matters.models import Entry, Matter


class MatterQuerySet(models.QuerySet["Matter"]):
    def visible_to(self, viewer: Viewer) -> MatterQuerySet:
        return self.filter(partnership_id__in=viewer.partnerships)

    def open(self) -> MatterQuerySet:
        return self.filter(closed_on=None)

    def to_answer(self, viewer: Viewer) -> MatterQuerySet:
        """Open, and without the word that it needs from the viewer's own party.

        Whoever opened a deviation also approves it; anything else is answered by the others.
        """
        mine = viewer.organisation_id
        theirs = ~Q(organisation_id=mine) & ~Exists(_entries_of(mine))
        approved = Exists(_entries_of(mine).filter(kind__in=["approved", "refused"]))
        return self.open().filter(
            (~Q(kind="deviation") & theirs) | (Q(kind="deviation", happens_on__isnull=False) & ~approved)
        )

    def closed(self) -> MatterQuerySet:
        return self.filter(closed_on__isnull=False)

    def latest_first(self) -> MatterQuerySet:
        return self.order_by(F("closed_on").desc(nulls_first=True), "-number")


def _entries_of(organisation_id: UUID) -> models.QuerySet[Entry]:
    from samsyn.web.matters.models import Entry

    return Entry.objects.filter(matter_id=OuterRef("pk"), organisation_id=organisation_id)


class EntryQuerySet(models.QuerySet["Entry"]):
    def visible_to(self, viewer: Viewer) -> EntryQuerySet:
        return self.filter(partnership_id__in=viewer.partnerships)


@dataclass(frozen=True, slots=True)
class Situation:
    """A matter with what it rests on and where it stands. `keys`: organisation → the party's id in the agreement.

    The terms are those that held, and were known, on the day it was opened: a later change does not move a matter.
    """

    matter: Matter
    terms: Agreement
    footing: Footing
    course: Course
    entries: Sequence[Entry]
    keys: Mapping[UUID, str]

    def key_of(self, organisation_id: UUID) -> str:
        return self.keys.get(organisation_id, "")

    def name_of(self, key: str) -> str:
        return self.terms.party_name(key)


def situation_of(matter: Matter, dossier: Dossier, keys: Mapping[UUID, str], entries: Sequence[Entry]) -> Situation:
    """Pure: `entries` are all of the matter's, in order."""
    terms = terms_on(dossier, matter.opened_on, matter.opened_on)
    footing = footing_for(terms, Kind(matter.kind), matter.term)
    said = [_said(entry, keys) for entry in entries]
    parties = [key for key in terms.party if key in set(keys.values())]
    return Situation(matter, terms, footing, course(footing, parties, said, matter.happens_on), entries, keys)


def party_keys(partnership_id: UUID) -> dict[UUID, str]:
    """Organisation → party id, of those that are parties."""
    from samsyn.web.partnerships.models import PartnershipParty

    places = PartnershipParty.objects.filter(partnership_id=partnership_id, kind=PartnershipParty.Kind.PARTY)
    return dict(places.values_list("organisation_id", "key"))


def _said(entry: Entry, keys: Mapping[UUID, str]) -> Said:
    step = Step(entry.kind)
    return Said(step, keys.get(entry.organisation_id, ""), entry.on, entry.says if step is Step.SETTLED else "")
