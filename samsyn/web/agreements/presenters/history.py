"""What has happened to the agreement: amendments, extensions, notices, and the registered versions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.rules.reading import Dossier
from samsyn.rules.terms import ChangeFile
from samsyn.web.agreements.models import AgreementVersion

_KINDS: dict[str, Promise] = {
    "amendment": _("Tillägg"),
    "extension": _("Förlängning"),
    "notice": _("Uppsägning"),
    "withdrawal": _("Uppsägning återtagen"),
    "renegotiation": _("Omförhandling"),
    "termination": _("Hävning"),
    "condition_met": _("Villkor uppfyllt"),
    "confirmation": _("Tolkning bekräftad"),
    "waiver": _("Avstående från ett åtagande"),
    "repayment": _("Återbetalning"),
}


@dataclass(frozen=True, slots=True)
class HappeningWords:
    """`on` is the day it was done, `first` the day it takes effect if that is another."""

    on: date
    what: str
    says: str
    clause: str
    first: date | None
    last: date | None
    form: str
    by: str


@dataclass(frozen=True, slots=True)
class VersionWords:
    """`digest` in full: half a sum shows nothing."""

    number: int
    known_from: date
    digest: str


def happenings_of(dossier: Dossier) -> list[HappeningWords]:
    """In the order they were done."""
    return [_happening(dossier, file) for file in dossier.changes]


def versions_words(versions: Iterable[AgreementVersion]) -> list[VersionWords]:
    return [VersionWords(each.number, each.known_from, each.digest) for each in versions]


def _happening(dossier: Dossier, file: ChangeFile) -> HappeningWords:
    change = file.change
    by = ", ".join(dossier.agreement.party_name(key) for key in change.by)
    first = change.first if change.first != change.on else None
    what = str(_KINDS[change.kind])
    return HappeningWords(change.on, what, change.says, change.clause, first, change.last, change.form or "", by)
