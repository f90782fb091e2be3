"""How a change stands: what its clause demands, what has been done, what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from samsyn.rules.mandates import (
    Asked,
    Demand,
    NotPossible,
    Taken,
    Way,
    demanded_of,
    done_on,
    missing,
    nearest,
    open_to,
    ways,
)
from samsyn.rules.reading import Dossier
from samsyn.rules.timeline import terms_on
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.changes.models import Change, Step
from samsyn.web.changes.trial import asked_of
from samsyn.web.partnerships.models import PartnershipParty


@dataclass(frozen=True)
class Standing:
    """`way` is the one nearest to being complete; `missing` what is left of it; `done_on` its day when nothing is."""

    asked: Asked
    ways: tuple[Way, ...]
    way: Way
    taken: tuple[Taken, ...]
    missing: tuple[Demand, ...]
    done_on: date | None

    def demanded_of(self, party: str) -> tuple[Demand, ...]:
        return demanded_of(party, self.ways)

    def kinds_for(self, party: str) -> frozenset[str]:
        """The kinds of step that this party can take now."""
        return open_to(party, self.asked, self.ways, self.taken)


def standing_of(change: Change, today: date) -> Standing:
    """Raises NotPossible where the agreement opens no way for it."""
    dossier = dossier_of(change.partnership)
    place = PartnershipParty.objects.get(partnership_id=change.partnership_id, organisation_id=change.organisation_id)
    steps = change.steps.select_related("place").order_by("on", "recorded_at")
    return standing_from(change, dossier, place, steps, today)


def possible_standing_of(change: Change, today: date) -> Standing:
    """For an act: raises ValidationError, with the clause, where the agreement opens no way for it (any more)."""
    try:
        return standing_of(change, today)
    except NotPossible as trouble:
        clause = gettext("punkt %(clause)s") % {"clause": trouble.reason.clause}
        raise ValidationError(f"{trouble.reason.says} ({clause})") from trouble


def standing_from(
    change: Change, dossier: Dossier, place: PartnershipParty, steps: Iterable[Step], today: date
) -> Standing:
    """From what is fetched already. `place` is that of the party that drew it up, `steps` in order of their days."""
    asked = asked_of(change, terms_on(dossier, today, today), place)
    taken = tuple(Taken(step.place.key, step.kind, step.on, step.within_limits) for step in steps)
    found = ways(dossier, asked, taken, today=today)
    way = nearest(found, taken)
    return Standing(asked, found, way, taken, missing(way, taken), done_on(way, taken))
