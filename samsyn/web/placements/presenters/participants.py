"""The case officer's participants, and what each has agreed to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import segno
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from samsyn.web.placements.models import Consent, Participant, Placement, Referral
from samsyn.web.placements.presenters.words import (
    REFERRAL_KINDS,
    civil_day,
    reservation_words,
    scope_words,
    standing_words,
    until_words,
)
from samsyn.web.ui.formats import civil_date


@dataclass(frozen=True, slots=True)
class Mine:
    """One participant: what the state is, and what comes next in a sentence."""

    name: str
    url: str
    officer: str
    state: str
    state_kind: str
    next: str


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """`stands`: it can be withdrawn. `said` is when and how it ended, if it did."""

    id: UUID
    to: str
    scope: list[str]
    reservation: list[str]
    given_on: date
    until: str
    stands: bool
    said: str


def overview(
    people: Iterable[Participant],
    referrals: Mapping[UUID, Referral],
    placed: Iterable[Placement],
    covered: Set[UUID],
    home: str,
    today: date,
) -> list[Mine]:
    holding = {each.participant_id: each for each in placed if each.ended_on is None and each.fell_through_on is None}
    return [
        _mine(each, referrals.get(each.pk), holding.get(each.pk), each.pk in covered, home, today) for each in people
    ]


def _mine(
    person: Participant, referral: Referral | None, placement: Placement | None, covered: bool, home: str, today: date
) -> Mine:
    url = f"{home}participants/{person.pk}/"
    officer = person.case_officer.display_name if person.case_officer else ""
    if placement is not None:
        state, kind = standing_words(placement, today)
        last = gettext("Sista dag %(day)s.") % {"day": civil_date(placement.planned_last)}
        said = last if covered else f"{last} {gettext('Inget samtycke gäller: inget nytt om deltagaren delas.')}"
        return Mine(person.known_as, url, officer, state, kind, said)
    if referral is not None:
        state, kind = str(referral.get_state_display()), REFERRAL_KINDS[referral.state]
        return Mine(person.known_as, url, officer, state, kind, next_of(referral, covered))
    return Mine(
        person.known_as, url, officer, gettext("inte anvisad"), "plain",
        gettext("Skriv en anvisning.") if covered else gettext("Be om samtycke, och skriv en anvisning."),
    )  # fmt: skip


def next_of(referral: Referral, covered: bool) -> str:
    """What happens next, and who does it."""
    if referral.state == Referral.State.DRAFT:
        return gettext("Läs vad den andra parten får se, och skicka.") if covered else gettext("Be om samtycke först.")
    return {
        Referral.State.SENT: gettext("Den som tar emot svarar."),
        Referral.State.ACCEPTED: gettext("Den som tar emot väljer plats och första dag."),
        Referral.State.WAITING: gettext("Väntar på en ledig plats."),
        Referral.State.STARTED: gettext("Placeringen är slut. Skriv vad den ledde till, om ni vet mer."),
        Referral.State.DECLINED: gettext("Skäl: %(why)s. Ni kan skriva en ny.")
        % {"why": referral.get_because_display()},
        Referral.State.WITHDRAWN: gettext("Ni kan skriva en ny anvisning."),
    }[Referral.State(referral.state)]


def consent_rows(consents: Iterable[Consent], name: Callable[[UUID], str], today: date) -> list[ConsentRow]:
    return [consent_row(each, name, today) for each in consents]


def consent_row(consent: Consent, name: Callable[[UUID], str], today: date) -> ConsentRow:
    over = consent.until is not None and consent.until <= today
    said = ""
    if consent.withdrawn_at:
        said = gettext("togs tillbaka %(day)s") % {"day": civil_day(consent.withdrawn_at)}
    elif over:
        said = gettext("slutade gälla av sig självt")
    return ConsentRow(
        id=consent.pk,
        to=name(consent.recipient_id),
        scope=scope_words(consent.scope),
        reservation=reservation_words(consent.reservation),
        given_on=consent.given_on,
        until=until_words(consent),
        stands=not consent.withdrawn_at and not over,
        said=said,
    )


def square(address: str) -> SafeString:
    """The address as a QR square for the participant's telephone, drawn here: nothing is fetched from elsewhere."""
    made = segno.make_qr(address, error="m")
    return SafeString(
        made.svg_inline(border=4, dark="#000", light="#fff", omitsize=True, svgclass="qr", lineclass=None)
    )
