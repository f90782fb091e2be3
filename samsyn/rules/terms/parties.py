"""Who has agreed. A public party is a board (nämnd) with its authority, not an organisation number."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator
from stdnum.exceptions import ValidationError
from stdnum.se import orgnr

from samsyn.rules.terms.base import Flag, Id, Term, Text, term


def _checked(value: str) -> str:
    try:
        return orgnr.format(orgnr.validate(value))
    except ValidationError as trouble:
        raise ValueError(
            f"«{value}» is no organisation number: its last digit is a check digit and does not fit; "
            "compare with the signed text"
        ) from trouble


OrgNr = Annotated[Text, AfterValidator(_checked)]


@term
class Party(Term):
    """Part i överenskommelsen."""

    name: Text
    """«Socialnämnden», «Föreningen Exempel»."""
    kind: Literal["public", "civil"]
    """offentlig eller idéburen part."""
    legal_name: Text | None = None
    """The legal person behind a board: the municipality or region. Two boards share it and are still two parties."""
    org_nr: OrgNr | None = None
    """Organisationsnummer, ten digits with a valid check digit."""
    administration: Text | None = None
    """förvaltning: the office that acts for the board."""
    contact: tuple[Text, ...] = ()
    """Functions to contact, never names, phones or e-mails of persons."""
    initiator: Flag = False
    """This party took the initiative to the partnership."""
    signs: Text | None = None
    """The function that signs for this party."""


@term
class Participant(Term):
    """Takes part in a body or in the work without being a party (for example another administration)."""

    name: Text
    belongs_to: Id | None = None
    """The party it is a unit of, if any."""
    task: Text | None = None
