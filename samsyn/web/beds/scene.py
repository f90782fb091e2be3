"""What an act of the night places stands on: the terms of the night, the agreement's life, and who coordinates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samsyn.rules.quantities import DateRange
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.governance import Body
from samsyn.rules.terms.places import Pool
from samsyn.rules.timeline import life, terms_on
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.partnerships.models import Partnership


@dataclass(frozen=True, slots=True)
class Scene:
    """The terms as they hold on a night. Made once per request and handed to every act of it."""

    partnership: Partnership
    night: date
    agreement: Agreement
    life: DateRange
    body: Body

    def pool(self, key: str) -> Pool:
        """A pool of night places. ValidationError where the agreement has none of that name on the night."""
        found = self.agreement.pool.get(key)
        if found is None or found.kind != "night" or not found.applies:
            raise ValidationError(_("Överenskommelsen har inga sådana nattplatser den natten. Välj ett annat slag."))
        return found


def scene_of(partnership: Partnership, night: date, today: date | None = None) -> Scene:
    """`today`: the day on which the terms are known, without it the night. One query."""
    known = today or night
    dossier = dossier_of(partnership)
    agreement = terms_on(dossier, night, known)
    body = coordination_of(agreement)
    if body is None:
        raise ValidationError(_("Överenskommelsen säger inte vem som samordnar nattplatserna. Skriv in det först."))
    return Scene(partnership, night, agreement, life(dossier, known), body)


def coordination_of(agreement: Agreement) -> Body | None:
    """The body that gives the places: the one whose kind is «coordination»; None where there is none."""
    return next((each for each in agreement.body.values() if each.kind == "coordination" and each.applies), None)
