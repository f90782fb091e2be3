"""Who has opened the page, in words; and what the viewer's own party can do about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext

from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.presenters.sides import together
from samsyn.web.partnerships.models import PartnershipParty
from samsyn.web.publication.models import Opening
from samsyn.web.publication.queries import Candidate, Days, Standing, days_of


@dataclass(frozen=True, slots=True)
class PartyLine:
    name: str
    kind: str
    says: str
    opened: bool
    mine: bool


@dataclass(frozen=True, slots=True)
class StandingWords:
    """`shown`: everyone reads the page today. `own`: the viewer's party has opened it."""

    sentence: str
    shown: bool
    own: bool
    parties: tuple[PartyLine, ...]


def standing_words(standing: Standing, viewer: Viewer, today: date) -> StandingWords:
    lines = tuple(
        PartyLine(
            each.organisation.name,
            each.organisation.kind,
            _says(standing.openings.get(each.organisation_id)),
            each.organisation_id in standing.openings,
            each.organisation_id == viewer.organisation_id,
        )
        for each in standing.places.values()
    )
    return StandingWords(
        _sentence(standing, today), standing.is_shown(today), viewer.organisation_id in standing.openings, lines
    )


def _says(opening: Opening | None) -> str:
    return (
        gettext("har inte öppnat") if opening is None else gettext("öppen %(days)s") % {"days": _days(days_of(opening))}
    )


def _days(days: Days) -> str:
    if days.last is None:
        return gettext("från och med %(first)s") % {"first": days.first}
    return gettext("%(first)s till och med %(last)s") % {"first": days.first, "last": days.last}


def _sentence(standing: Standing, today: date) -> str:
    if standing.is_shown(today):
        return gettext("Sidan är öppen för alla.")
    if not standing.openings:
        return gettext("Ingen har öppnat sidan. Den visas när alla parter har gjort det.")
    if standing.missing:
        names = together(each.organisation.name for each in standing.missing)
        return gettext("Sidan visas inte. Den väntar på %(who)s.") % {"who": names}
    days = standing.days
    if days is None:
        return gettext("Sidan visas inte: parterna har öppnat den på olika dagar.")
    if days.first > today:
        return gettext("Alla har öppnat sidan. Den visas från och med %(first)s.") % {"first": days.first}
    return gettext("Sidans dagar är slut.")


@dataclass(frozen=True, slots=True)
class PaperLine:
    """`says` who has let it out and who has not. `own`: the viewer's party has."""

    id: UUID
    title: str
    dated: date
    says: str
    public: bool
    own: bool
    is_newest: bool
    for_anyone: bool


def papers_of(
    candidates: Iterable[Candidate], places: Mapping[str, PartnershipParty], viewer: Viewer
) -> list[PaperLine]:
    return [
        PaperLine(
            each.document.pk,
            each.document.public_title,
            each.document.dated,
            _let_out_by(each, places),
            each.lies_there,
            viewer.organisation_id in each.openings,
            each.is_newest,
            each.for_anyone,
        )
        for each in candidates
    ]


def _let_out_by(candidate: Candidate, places: Mapping[str, PartnershipParty]) -> str:
    if not candidate.for_anyone:
        return gettext("Den kan inte bli offentlig: i den står tal som bara parterna får läsa.")
    missing = [each.organisation.name for each in places.values() if each.organisation_id not in candidate.openings]
    if not missing:
        return gettext("Alla parter har låtit den bli offentlig.")
    if len(missing) == len(places):
        return gettext("Ingen har låtit den bli offentlig.")
    return gettext("Väntar på %(who)s.") % {"who": together(missing)}
