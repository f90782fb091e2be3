"""Who to ring about what: topics in their order, the parties side by side in each. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from samsyn.rules.terms import Agreement
from samsyn.web.contacts.models import Contact
from samsyn.web.contacts.phones import address_of

LONG_AGO = timedelta(days=180)
"""After so long without a word from the party it is said when it was last confirmed."""


@dataclass(frozen=True, slots=True)
class Card:
    """`rings` is the tel: address, empty where the text is no number. `confirmed_on` only when that was long ago."""

    id: UUID
    function: str
    name: str
    about: str
    phone: str
    rings: str
    email: str
    hours: str
    confirmed_on: date | None
    last_day: date | None


@dataclass(frozen=True, slots=True)
class Column:
    """`named` are functions that the agreement names where the party itself has written nobody, with their clause."""

    kind: str
    name: str
    mine: bool
    opens: bool
    cards: tuple[Card, ...]
    named: tuple[str, ...]
    clause: str


@dataclass(frozen=True, slots=True)
class Topic:
    id: str
    name: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Own:
    """The acting party's own contacts: how many, when the oldest was confirmed, and whether that is long ago."""

    count: int
    confirmed_on: date | None
    ask: bool


def topics_of(
    contacts: Sequence[Contact], agreement: Agreement, organisations: Mapping[str, UUID], mine: str, today: date
) -> list[Topic]:
    """`organisations` by party id. Urgent is always there: that nobody is named there is worth knowing."""
    found = []
    parties = {key: organisations[key] for key in agreement.party if key in organisations}
    opens = _opens(contacts, parties, mine)
    for topic in Contact.Topic:
        here = [each for each in contacts if each.topic == topic]
        columns = _columns(here, topic, agreement, organisations, mine, opens, today)
        if topic == Contact.Topic.URGENT or any(each.cards or each.named for each in columns):
            found.append(Topic(topic.value, str(topic.label), columns))
    return found


def own_of(contacts: Sequence[Contact], organisation_id: UUID, today: date) -> Own:
    confirmed = [each.confirmed_on for each in contacts if each.organisation_id == organisation_id]
    oldest = min(confirmed, default=None)
    return Own(len(confirmed), oldest, oldest is not None and is_long_ago(oldest, today))


def is_long_ago(confirmed_on: date, today: date) -> bool:
    return today - confirmed_on > LONG_AGO


def _columns(
    here: Sequence[Contact],
    topic: Contact.Topic,
    agreement: Agreement,
    organisations: Mapping[str, UUID],
    mine: str,
    opens: str,
    today: date,
) -> tuple[Column, ...]:
    cards = {key: _cards(here, organisations.get(key), today) for key in agreement.party}
    ordered = sorted(agreement.party.items(), key=lambda pair: pair[1].kind != "public")
    return tuple(
        Column(
            kind=party.kind,
            name=party.name,
            mine=key == mine,
            opens=key == opens,
            cards=cards[key],
            named=party.contact if topic == Contact.Topic.AGREEMENT and not cards[key] else (),
            clause=party.clause,
        )
        for key, party in ordered
    )


def _opens(contacts: Sequence[Contact], organisations: Mapping[str, UUID], mine: str) -> str:
    """Which party a phone shows first: another than one's own, that can be rung. The same in every topic."""
    written = {each.organisation_id for each in contacts}
    order = sorted(organisations, key=lambda key: (key == mine, organisations[key] not in written))
    return order[0] if order else ""


def _cards(here: Sequence[Contact], organisation_id: UUID | None, today: date) -> tuple[Card, ...]:
    return tuple(_card(each, today) for each in here if each.organisation_id == organisation_id)


def _card(contact: Contact, today: date) -> Card:
    return Card(
        id=contact.pk,
        function=contact.function,
        name=contact.name,
        about=contact.about,
        phone=contact.phone,
        rings=address_of(contact.phone),
        email=contact.email,
        hours=contact.hours,
        confirmed_on=contact.confirmed_on if is_long_ago(contact.confirmed_on, today) else None,
        last_day=contact.until - timedelta(days=1) if contact.until else None,
    )
