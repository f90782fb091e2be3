"""What the agreement says about the training places of a partnership, and which organisations stand behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samsyn.rules.places import DueStep, last_day, steps_due
from samsyn.rules.quantities import DateRange
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.places import Pool
from samsyn.rules.terms.secrecy import Consent as ConsentTerm
from samsyn.rules.timeline import life, terms_on
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.partnerships.models import Partnership, PartnershipParty


@dataclass(frozen=True, slots=True)
class Ground:
    """The terms of one day for one pool. `organisations`: party id → organisation; `life`: the agreement's days."""

    partnership: Partnership
    terms: Agreement
    pool: Pool
    life: DateRange
    organisations: Mapping[str, UUID]

    @property
    def hosts(self) -> list[UUID]:
        """Who runs the places."""
        return [self.organisations[key] for key in self.pool.by if key in self.organisations]

    @property
    def senders(self) -> list[UUID]:
        """Who may refer: those that the agreement lets ask for consents; where it does not say, all other parties."""
        asking = [each.asked_by for each in self.consents if each.asked_by in self.organisations]
        keys = asking or [key for key in self.organisations if key not in self.pool.by]
        return list(dict.fromkeys(self.organisations[key] for key in keys))

    @property
    def consents(self) -> list[ConsentTerm]:
        return [each for each in self.terms.consent.values() if each.applies]

    @property
    def consent_clause(self) -> str:
        """Where the agreement demands a consent before anything crosses; empty: nowhere, and the law does."""
        return self.consents[0].clause if self.consents else ""

    @property
    def tracks(self) -> dict[str, str]:
        """Service id → name, of the workshops among which one chooses."""
        named = self.pool.tracks or tuple(
            key for key, each in self.terms.service.items() if each.kind == "training" and each.applies
        )
        return {key: self.terms.service[key].name for key in named if key in self.terms.service}

    def key_of(self, organisation_id: UUID) -> str:
        return next((key for key, each in self.organisations.items() if each == organisation_id), "")

    def name_of(self, organisation_id: UUID) -> str:
        return self.terms.party_name(self.key_of(organisation_id))

    def longest_last(self, first: date) -> date | None:
        """The last day that the length of the pool allows without an extension."""
        return last_day(first, self.pool.months) if self.pool.months else None

    def steps(self, first: date, last: date) -> list[DueStep]:
        return steps_due(self.terms, self.pool.id, first, last)


@dataclass(frozen=True, slots=True)
class Consents:
    """Whom the agreement lets consents be given to, and where it says so (empty: it does not)."""

    recipients: frozenset[UUID]
    clause: str


def consents_of(partnership: Partnership, today: date) -> Consents:
    """Those named in the consent term; where there is none, whoever runs training places."""
    terms = terms_on(dossier_of(partnership), today, today)
    organisations = _organisations(partnership)
    named = [each for each in terms.consent.values() if each.applies]
    keys = [key for each in named for key in each.shared_with] or [
        key for pool in training_pools(terms) for key in pool.by
    ]
    found = frozenset(organisations[key] for key in keys if key in organisations)
    return Consents(found, named[0].clause if named else "")


def names_of(partnership: Partnership, today: date) -> dict[UUID, str]:
    """Organisation → the party's name in the agreement of today."""
    terms = terms_on(dossier_of(partnership), today, today)
    return {each: terms.party_name(key) for key, each in _organisations(partnership).items()}


def training_pools(terms: Agreement) -> list[Pool]:
    return [pool for pool in terms.pool.values() if pool.kind == "training" and pool.applies]


def ground_of(partnership: Partnership, pool_id: str, on: date, today: date) -> Ground:
    """By the terms that hold `on` a day, as known today. ValidationError where the agreement has no such pool."""
    dossier = dossier_of(partnership)
    found = ground_in(partnership, dossier, _organisations(partnership), pool_id, on, today)
    if found is None:
        raise ValidationError(_("Överenskommelsen har inga sådana arbetsträningsplatser den dagen."))
    return found


def ground_in(
    partnership: Partnership, dossier: Dossier, organisations: Mapping[str, UUID], pool_id: str, on: date, today: date
) -> Ground | None:
    """Of what has been read already."""
    terms = terms_on(dossier, on, today)
    pool = next((each for each in training_pools(terms) if each.id == pool_id), None)
    return Ground(partnership, terms, pool, life(dossier, today), organisations) if pool else None


def organisations_in(partnerships: Iterable[UUID]) -> dict[UUID, dict[str, UUID]]:
    """Partnership → party id → organisation. One question."""
    found: dict[UUID, dict[str, UUID]] = {}
    places = PartnershipParty.objects.filter(partnership_id__in=list(partnerships), kind=PartnershipParty.Kind.PARTY)
    for partnership, key, organisation in places.values_list("partnership_id", "key", "organisation_id"):
        found.setdefault(partnership, {})[key] = organisation
    return found


def _organisations(partnership: Partnership) -> dict[str, UUID]:
    return organisations_in([partnership.pk]).get(partnership.pk, {})
