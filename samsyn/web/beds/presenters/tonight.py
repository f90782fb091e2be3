"""Tonight at a site in words: the latest hour, who to ring, and what a stay's end looks like."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext

from samsyn.rules.because import Reason
from samsyn.rules.places import latest_arrival
from samsyn.rules.places.nights import NOON
from samsyn.rules.terms import Agreement
from samsyn.web.beds.models import Site
from samsyn.web.beds.templatetags.beds_words import morning_after
from samsyn.web.contacts.models import Contact
from samsyn.web.contacts.phones import address_of

EMERGENCY = "112"
"""SOS Alarm. The same in all of the EU (Directive 2018/1972, art. 109)."""
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


def passing(agreement: Agreement, site: Site, pool_id: str, night: date, local: datetime) -> Passing:
    """By the agreement's hour, or the site's own where the agreement gives none."""
    if pool_id in agreement.pool:
        latest = latest_arrival(agreement, pool_id, night)
        if latest.at is not None:
            return _passing(latest.at, local, latest.reason)
        if site.latest_arrival is None:
            return Passing(None, False, latest.reason.says, latest.reason.clause, bool(latest.reason.assumptions))
    if site.latest_arrival is None:
        return Passing(None, False, gettext("Platsen hålls hela natten också när gästen inte har kommit."), "", False)
    day = night if site.latest_arrival >= NOON else night + timedelta(days=1)
    at = datetime.combine(day, site.latest_arrival, local.tzinfo)
    says = gettext("Nattställets egen tid: kom senast %(time)s.") % {"time": f"{at:%H.%M}"}
    return Passing(at, local >= at, says, "", False)


def _passing(at: datetime, local: datetime, reason: Reason) -> Passing:
    return Passing(at, local >= at, reason.says, reason.clause, bool(reason.assumptions))


def who_to_ring(agreement: Agreement, site: Site, contacts: Iterable[Contact]) -> list[Line]:
    """Danger to life first, then the social emergency service if the agreement has it, the coordination, the site."""
    found = [Line(gettext("Fara för liv: SOS Alarm"), EMERGENCY, f"tel:{EMERGENCY}")]
    known = list(contacts)
    jour = [each for each in known if _JOUR in f"{each.function} {each.about}".lower()]
    named = [each.name for each in agreement.participant.values() if _JOUR in each.name.lower()]
    found += [_line(each) for each in jour]
    if named and not jour:
        found.append(Line(named[0], "", "", gettext("Numret är inte inskrivet. Skriv in det bland kontakterna.")))
    found += [_line(each) for each in known if each not in jour]
    if site.phone:
        found.append(Line(site.name, site.phone, address_of(site.phone)))
    return found


def _line(contact: Contact) -> Line:
    who = f"{contact.function}, {contact.organisation.name}"
    return Line(who, contact.phone, address_of(contact.phone), contact.hours)


def nights_to_leave(tonight: date, until: date, *, has_arrived: bool) -> list[tuple[date, str]]:
    """The first night not slept: tonight while the guest has not come in, else the nights that are left."""
    first = tonight + timedelta(days=1) if has_arrived else tonight
    nights = [first + timedelta(days=each) for each in range(max(0, (until - first).days))][:7]
    return [(night, _first_words(night, tonight)) for night in nights]


def _first_words(night: date, tonight: date) -> str:
    if night == tonight:
        return gettext("I natt: gästen sover inte här")
    return gettext("Natten mot %(morning)s") % {"morning": morning_after(night)}
