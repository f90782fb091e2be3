"""The roles a person can hold in an organisation, described in prose. This page is the whole truth.

A role says what its holder may do. What the agreement adds (a seat in a steering group) is an Appointment.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    """What can be allowed. An act asks for one of these; a capability may add its own here."""

    READ_PARTNERSHIP = "partnership.read"
    """Agreement, obligations, minutes, released figures: all that is not about one individual."""
    READ_INDIVIDUALS = "individuals.read"
    FULFIL = "obligations.fulfil"
    WORK = "work.record"
    """Daily work: taps, places, talks."""
    DECIDE = "partnership.decide"
    """Confirm an assumption, add an amendment, give or take back a grant."""
    MANAGE_MONEY = "money.manage"
    MANAGE_PEOPLE = "people.manage"
    READ_PROCESSING = "processing.read"
    """Records of processing, purge runs and the organisation's own history."""
    VOLUNTEER = "shifts.own"
    """One's own shifts and what is noted of oneself; nothing of any partnership besides."""


class Role(TextChoices):
    HEAD = "head", _("verksamhetschef")
    CONTROLLER = "controller", _("controller")
    STAFF = "staff", _("personal")
    STEERING = "steering", _("ledamot i styrgrupp")
    CASE_OFFICER = "case_officer", _("handläggare")
    AUDITOR = "auditor", _("revisor")
    PROTECTION_OFFICER = "protection_officer", _("dataskyddsombud")
    ADMINISTRATOR = "administrator", _("administratör")
    VOLUNTEER = "volunteer", _("volontär")


@dataclass(frozen=True, slots=True)
class RoleText:
    """`says` is in Swedish what its holder can do today; `may` is what it allows."""

    says: Promise
    may: frozenset[Permission]


def _role(says: Promise, *may: Permission) -> RoleText:
    return RoleText(says, frozenset(may))


ROLES: Mapping[Role, RoleText] = {
    Role.HEAD: _role(
        _(
            "Beslutar för organisationen: lägger fram, godkänner och skriver under ändringar, svarar på avvikelser och "
            "tvister och utser personer till grupperna. Sköter också åtaganden, möten, protokoll, handlingar, ärenden "
            "och kontakter."
        ),
        Permission.READ_PARTNERSHIP,
        Permission.READ_INDIVIDUALS,
        Permission.FULFIL,
        Permission.WORK,
        Permission.DECIDE,
        Permission.MANAGE_MONEY,
    ),
    Role.CONTROLLER: _role(
        _(
            "Sköter åtaganden och betalningar i alla organisationens partnerskap: visar att de är gjorda, kallar till "
            "möten, skriver och godkänner protokoll, lämnar över handlingar, öppnar ärenden, håller kontakterna rätt "
            "och skriver utkast till ändringar. Beslutar inte för organisationen."
        ),
        Permission.READ_PARTNERSHIP,
        Permission.FULFIL,
        Permission.MANAGE_MONEY,
    ),
    Role.STAFF: _role(
        _(
            "Läser allt i organisationens partnerskap som parterna har gemensamt: överenskommelser, åtaganden, möten, "
            "ändringar, ärenden, handlingar, kontakter och historik."
        ),
        Permission.READ_PARTNERSHIP,
        Permission.READ_INDIVIDUALS,
        Permission.WORK,
    ),
    Role.STEERING: _role(
        _(
            "Leder partnerskapet för organisationen: sitter i möten, godkänner protokoll, beslutar om ändringar, "
            "avvikelser och tvister och utser personer till grupperna. Sköter också åtaganden, handlingar och "
            "kontakter."
        ),
        Permission.READ_PARTNERSHIP,
        Permission.FULFIL,
        Permission.DECIDE,
    ),
    Role.CASE_OFFICER: _role(
        _(
            "Läser det som parterna har gemensamt i organisationens partnerskap, och papperen till de möten som "
            "organisationen är kallad till utan att vara part."
        ),
        Permission.READ_PARTNERSHIP,
        Permission.READ_INDIVIDUALS,
        Permission.WORK,
    ),
    Role.AUDITOR: _role(
        _(
            "Läser allt utom det som rör enskilda: överenskommelser, åtaganden, möten, ändringar, ärenden, handlingar, "
            "historiken, vem som har läst vad och registret över personuppgifter. Ändrar ingenting."
        ),
        Permission.READ_PARTNERSHIP,
        Permission.READ_PROCESSING,
    ),
    Role.PROTECTION_OFFICER: _role(
        _(
            "Ser vilka slags uppgifter som behandlas, vem som får se dem, hur länge de sparas, vad som har "
            "gallrats, vem som har gjort vad, vem som har loggat in och vem som har läst vad, men inte innehållet."
        ),
        Permission.READ_PROCESSING,
    ),
    Role.ADMINISTRATOR: _role(
        _("Bjuder in personer och ger dem roller, utan att läsa något innehåll."),
        Permission.MANAGE_PEOPLE,
    ),
    Role.VOLUNTEER: _role(
        _("Ser sina egna pass och vad som är noterat om en själv, och ingenting annat."),
        Permission.VOLUNTEER,
    ),
}


def permissions_of(roles: Iterable[Role]) -> frozenset[Permission]:
    """Everything that at least one of the roles allows."""
    return frozenset().union(*(ROLES[role].may for role in roles))


def roles_with(permission: Permission) -> list[Role]:
    return [role for role, text in ROLES.items() if permission in text.may]
