"""How a table is classified: who may see each field, whose data it is, who answers for it, how long it is kept.

Every capability has a `classification.py` that calls `classify` for each of its tables. A test over all models
fails for a field that nobody has classified. The page for the data protection officer is made from the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import QuerySet, TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Audience(TextChoices):
    """Who may see a field. Those further down are fewer."""

    EVERYONE = "everyone", _("alla")
    PARTICIPANTS = "participants", _("alla som deltar i partnerskapet")
    PARTIES = "parties", _("parterna i partnerskapet")
    ORGANISATION = "organisation", _("den egna organisationen")
    GRANTED = "granted", _("den egna organisationen och den som den har delat med")
    COORDINATION = "coordination", _("samordningsfunktionen, och i natt det ställe där gästen sover")
    ADMINISTRATORS = "administrators", _("den egna organisationens administratörer")
    OVERSIGHT = "oversight", _("revisor och dataskyddsombud i den egna organisationen")
    SELF = "self", _("personen själv")
    NOBODY = "nobody", _("ingen, bara systemet")


class Controller(TextChoices):
    """personuppgiftsansvarig: who answers for the processing."""

    OWNER = "owner", _("den organisation som raden tillhör")
    EACH_PARTY = "each_party", _("varje part för sin egen del")
    JOINT = "joint", _("parterna gemensamt")
    OPERATOR = "operator", _("den som driver systemet")


WORK_OF_A_PARTY = _(
    "Offentlig part: uppgift av allmänt intresse (GDPR art. 6.1 e). Idéburen part: berättigat intresse "
    "(GDPR art. 6.1 f). Det är vår tolkning; varje part prövar själv sin grund."
)
"""READING: art. 6.1, second paragraph, keeps f from authorities in the performance of their tasks."""

ACCOUNT_OF_ACTS = _(
    "Offentlig part: rättslig förpliktelse där lag kräver loggning (GDPR art. 6.1 c), annars uppgift av allmänt "
    "intresse (GDPR art. 6.1 e). Idéburen part: berättigat intresse (GDPR art. 6.1 f). Det är vår tolkning; varje "
    "part prövar själv sin grund."
)
"""READING: SoLPuL 10 § asks for logs where processing is within social services; else as above."""

Due = Callable[[datetime], QuerySet[Any]]


@dataclass(frozen=True)
class Retention:
    """`says` is the rule in Swedish, `source` the law or decision behind it.

    `due` gives the rows whose time is over at an instant; None where they are kept or go with another row.
    `forgotten`: what is kept longer then forgets the row, where it may be without one (who laid in a paper).
    """

    says: Promise
    source: str
    due: Due | None = None
    forgotten: bool = False


@dataclass(frozen=True)
class Record:
    """One line in the record of processing (registerförteckning, GDPR art. 30) and the truth about one table.

    `owner` is the lookup from a row to its organisation, for counting what was erased; empty where there is none.
    """

    model: str
    purpose: Promise
    basis: Promise
    controller: Controller
    retention: Retention
    fields: Mapping[str, Audience]
    personal: frozenset[str]
    subjects: Promise | None
    owner: str = ""
    called: Promise | None = None

    def seen_by(self) -> list[tuple[Audience, list[str]]]:
        """Field names by audience, widest first."""
        return [
            (audience, [name for name, whose in self.fields.items() if whose == audience])
            for audience in Audience
            if audience in self.fields.values()
        ]


@dataclass
class _Register:
    records: dict[str, Record] = field(default_factory=dict)


_register = _Register()


def classify(
    model: str,
    *,
    purpose: Promise,
    basis: Promise,
    controller: Controller,
    retention: Retention,
    fields: Mapping[Audience, str],
    personal: str = "",
    subjects: Promise | None = None,
    owner: str = "",
    called: Promise | None = None,
) -> None:
    """`model` is "app.Model"; `fields` names columns by audience: `{Audience.PARTIES: "id name"}`.

    `called` is its name on the page where the model has none of its own in Swedish.
    `personal` names the fields that are personal data and `subjects` says whose.
    Raises ValueError for a field named twice, or personal data without a word about whose.
    """
    by_field: dict[str, Audience] = {}
    for audience, names in fields.items():
        for name in names.split():
            if name in by_field:
                raise ValueError(f"{model}.{name} is classified twice: {by_field[name]} and {audience}.")
            by_field[name] = audience
    if personal and subjects is None:
        raise ValueError(f"{model}: fields {personal!r} are personal data. Say whose in subjects=.")
    _register.records[model.lower()] = Record(
        model=model,
        purpose=purpose,
        basis=basis,
        controller=controller,
        retention=retention,
        fields=by_field,
        personal=frozenset(personal.split()),
        subjects=subjects,
        owner=owner,
        called=called,
    )


def records() -> Iterator[Record]:
    """In the order of registration, which is also the order of purging."""
    yield from _register.records.values()


def record_of(model: str) -> Record | None:
    return _register.records.get(model.lower())
