"""Tonight at a site in words: the latest hour, who to ring, and what a stay's end looks like."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.utils.translation import gettext

from samsyn.rules.places import latest_arrival
from samsyn.rules.terms import Agreement
from samsyn.web.beds.models import Site
from samsyn.web.beds.templatetags.beds_words import morning_after
from samsyn.web.contacts.models import Contact
from samsyn.web.contacts.phones import address_of

EMERGENCY = "112"
"""SOS Alarm. Where this is laid down is not among our sources: to be checked (2026-11-28)."""
_JOUR = "socialjour"
"""How the social emergency service is recognised among functions and participants."""


@dataclass(frozen=True, slots=True)
class Passing:
    """From when places whose guests have not come are passed on; `at` None: they are kept all night."""

    at: datetime | None
    passed: bool
    says: str
    clause: str
    assumed: bool


@dataclass(frozen=True, slots=True)
class Line:
    """Someone to ring. `rings` is a tel: address, empty where there is no number; then `says` tells what to do."""

    who: str
    phone: str
    rings: str
    says: str = ""


def passing(agreement: Agreement, site: Site, pool_id: str, night: date, now: datetime) -> Passing:
    """By the hour that `release` goes by."""
    latest = latest_arrival(agreement, pool_id, night, site.latest_arrival)
    passed = latest.at is not None and latest.at.astimezone(UTC) <= now
    return Passing(latest.at, passed, latest.reason.says, latest.reason.clause, latest.reason.assumed)


def who_to_ring(agreement: Agreement, site: Site, contacts: Iterable[Contact]) -> list[Line]:
    """Danger to life first, then the social emergency service if the agreement has it, the coordination, the site."""
    found = [Line(gettext("Fara för liv: SOS Alarm"), EMERGENCY, f"tel:{EMERGENCY}")]
    known = list(contacts)
    jour = [each for each in known if is_jour(each)]
    found += [_line(each, dated=True) for each in jour]
    found += [] if jour else _without_number(agreement)
    found += [_line(each) for each in known if each not in jour]
    if site.phone:
        found.append(Line(site.name, site.phone, address_of(site.phone)))
    return found


def is_jour(contact: Contact) -> bool:
    return _JOUR in f"{contact.function} {contact.about}".lower()


def _without_number(agreement: Agreement) -> list[Line]:
    """The service that the agreement names; which party writes its number, where it is a party's."""
    named = next((each for each in agreement.participant.values() if _JOUR in each.name.lower()), None)
    if named is None:
        return []
    party = agreement.party.get(named.belongs_to or "")
    says = gettext("Numret är inte inskrivet. %(who)s skriver in det bland kontakterna, under «Bråttom i dag».")
    return [Line(named.name, "", "", says % {"who": party.name if party else gettext("Den part som har den")})]


def _line(contact: Contact, *, dated: bool = False) -> Line:
    """`dated`: with the day on which the party last said that it is right."""
    who, says = f"{contact.function}, {contact.organisation.name}", contact.hours
    if dated:
        right = gettext("Bekräftat %(day)s.") % {"day": contact.confirmed_on.isoformat()}
        says = f"{says}. {right}" if says else right
    return Line(who, contact.phone, address_of(contact.phone), says)


def nights_to_leave(tonight: date, until: date, *, has_arrived: bool) -> list[tuple[date, str]]:
    """The first night not slept: tonight while the guest has not come in, else the nights that are left."""
    first = tonight + timedelta(days=1) if has_arrived else tonight
    nights = [first + timedelta(days=each) for each in range(max(0, (until - first).days))][:7]
    return [(night, _first_words(night, tonight)) for night in nights]


def _first_words(night: date, tonight: date) -> str:
    if night == tonight:
        return gettext("I natt: gästen sover inte här")
    return gettext("Natten mot %(morning)s") % {"morning": morning_after(night)}
