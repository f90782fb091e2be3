"""Which organisation a party of an agreement is. A board is known by city and name, an association by its number."""

from __future__ import annotations

from django.utils.text import slugify

from samsyn.rules.terms import Agreement
from samsyn.rules.terms.parties import Participant, Party
from samsyn.web.organisations.models import Organisation

_LONGEST_SLUG = 50


def organisations_of(agreement: Agreement) -> dict[str, Organisation]:
    """The organisation behind every party, and behind every participant with a seat in a group. Made if new.

    A function without an organisation of its own (a coordinator) has no seat in a steering or operative group.
    """
    fictitious = agreement.agreement.fictitious
    found = {key: _of_party(party, fictitious) for key, party in agreement.party.items()}
    groups = [body for body in agreement.body.values() if body.kind in ("steering", "operative")]
    seated = {seat.participant for body in groups for seat in body.members}
    for key, participant in agreement.participant.items():
        if key in seated and participant.belongs_to is None:
            found[key] = _of_participant(participant, fictitious)
    return found


def _of_party(party: Party, fictitious: bool) -> Organisation:
    values = {
        "name": party.name,
        "kind": party.kind,
        "legal_name": party.legal_name or "",
        "administration": party.administration or "",
        "org_nr": party.org_nr or "",
        "is_demo": fictitious,
    }
    known = Organisation.objects.filter(kind="civil", org_nr=party.org_nr).first() if party.org_nr else None
    return (known if party.kind == "civil" else None) or _by_slug(_slug(party), values)


def _of_participant(participant: Participant, fictitious: bool) -> Organisation:
    values = {"name": participant.name, "kind": "public", "is_demo": fictitious}
    return _by_slug(slugify(participant.name)[:_LONGEST_SLUG], values)


def _by_slug(slug: str, values: dict[str, object]) -> Organisation:
    organisation, _ = Organisation.objects.get_or_create(slug=slug, defaults=values)
    return organisation


def _slug(party: Party) -> str:
    city = party.legal_name if party.kind == "public" and party.legal_name != party.name else ""
    return slugify(f"{city or ''} {party.name}")[:_LONGEST_SLUG].strip("-")
