"""How a change stands: what its clause demands, what has been done, what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from samsyn.rules.mandates import Asked, Demand, NotPossible, Taken, Way, done_on, missing, nearest, ways
from samsyn.rules.reading import Dossier
from samsyn.rules.timeline import terms_on
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.changes.models import Change, Step
from samsyn.web.changes.trial import asked_of
from samsyn.web.partnerships.models import PartnershipParty

_ALONE = ("notice", "renegotiation", "termination", "repayment")
"""What a party does by itself: the others receive it and do not refuse it."""


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
        return tuple(demand for way in self.ways for demand in way.demands if demand.party == party)

    def kinds_for(self, party: str) -> frozenset[str]:
        """The kinds of step that this party can take now."""
        own = self.demanded_of(party)
        kinds = {kind for demand in own for kind in (*demand.steps, *demand.instead)}
        if own and self.asked.kind not in _ALONE:
            kinds.add(Step.Kind.REFUSAL)
        if self.asked.by != party and self.asked.kind in _ALONE:
            kinds.add(Step.Kind.RECEIVED)
        if self.asked.by != party and self.asked.kind == "termination":
            kinds |= {Step.Kind.CORRECTED}
        if self.asked.kind == "termination":
            kinds.add(Step.Kind.DIALOGUE)
        if self.asked.by != party and self.asked.kind == "repayment":
            kinds.add(Step.Kind.REFUSAL)
        done = {step.kind for step in self.taken if step.party == party} - {Step.Kind.DIALOGUE}
        return frozenset(kinds - done)


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
