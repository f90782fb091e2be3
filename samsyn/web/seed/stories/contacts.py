"""Whom to ring: the functions that the agreement names, with numbers that nobody has."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.web.contacts import actions
from samsyn.web.contacts.models import Contact
from samsyn.web.organisations.roles import Role
from samsyn.web.seed.stories.teller import Happening, Teller

_TOPICS = (
    (Contact.Topic.URGENT, "Den som har jour"),
    (Contact.Topic.DAILY, "Samordnare"),
    (Contact.Topic.AGREEMENT, ""),
    (Contact.Topic.MONEY, "Ekonom"),
)
"""An empty function is the one whom the agreement names as contact."""


def contacts_of(teller: Teller) -> Iterator[Happening]:
    first = teller.dossier.agreement.period.first
    yield Happening(first, 1, lambda: _all(teller))


def _all(teller: Teller) -> None:
    for place, key in enumerate(teller.parties):
        party = teller.dossier.agreement.party[key]
        with teller.acting(key, Role.CONTROLLER, teller.dossier.agreement.period.first) as now:
            for number, (topic, function) in enumerate(_TOPICS):
                actions.add_contact(
                    teller.partnership,
                    {
                        "topic": topic,
                        "function": function or next(iter(party.contact), party.signs or "Kontaktperson"),
                        "phone": f"000-{place:02} {number:02} 00",
                        "email": f"kontakt-{number}@{teller.organisations[key].slug}.demo.invalid",
                        "hours": "vardagar 8–16" if number else "alla dagar, dygnet runt",
                    },
                    by=now.by,
                    now=now.now,
                    today=now.today,
                )
            for number, unit in enumerate(_called_upon(teller, key)):
                said = {
                    "topic": Contact.Topic.URGENT,
                    "function": unit,
                    "phone": f"000-{place:02} 9{number} 00",
                    "hours": "påhittat nummer, för demo",
                }
                actions.add_contact(teller.partnership, said, by=now.by, now=now.now, today=now.today)


def _called_upon(teller: Teller, party: str) -> list[str]:
    """Units of the party that a duty says are called, by name: the social emergency service."""
    agreement = teller.dossier.agreement
    called = {each for duty in agreement.duty.values() for each in duty.to}
    return [each.name for key, each in agreement.participant.items() if key in called and each.belongs_to == party]
