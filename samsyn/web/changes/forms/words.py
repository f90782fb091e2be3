"""Labels, choices and units for a key in a form, on top of the words that pages use for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.rules.reading.checks.references import OWN, REFERS
from samsyn.rules.terms import FAMILIES, Agreement
from samsyn.rules.terms.duties import When
from samsyn.rules.terms.governance import Mandate
from samsyn.rules.terms.period import Deadline
from samsyn.rules.terms.places import Step
from samsyn.web.agreements.presenters.terms.facts import reference
from samsyn.web.agreements.presenters.terms.wording import UNITS, family_title, label, word

_LABELS: Mapping[tuple[type, str], Promise] = {
    (Deadline, "on"): _("Senast en viss dag"),
    (Deadline, "months_before_end"): _("Eller så många månader före slutet"),
    (Deadline, "each_year"): _("Eller den här dagen på året, före slutet"),
    (Step, "days"): _("Senast så många dagar efter den första, eller före den sista"),
    (When, "every"): _("Återkommer"),
    (When, "times"): _("Gånger i varje period"),
    (When, "due"): _("Senast, i varje period"),
    (When, "by"): _("Eller en gång, senast den"),
    (When, "once"): _("Eller en gång"),
    (When, "on"): _("Eller när"),
    (When, "within_days"): _("Och då inom"),
}
_HELP: Mapping[type, Promise] = {
    When: _("Välj ett sätt: det återkommer, det sker en gång, eller det sker när något händer. Lämna resten tomt."),
    Deadline: _("Fyll i en av dem."),
}
"""Small tables in which one of several keys stands."""
_UNITS: Mapping[str, Promise] = {
    "months": _("månader"), "days": _("dagar"), "nights": _("nätter"), "times": _("gånger"), "age": _("år"),
}  # fmt: skip
SHORT = frozenset({
    "name", "unit", "function", "annex", "clause", "series", "publisher", "legal_name", "org_nr", "administration",
    "signs", "landlord", "lent_to", "convenor_function", "opens", "closes", "value", "year", "law", "law_since",
    "source", "reserved_for", "act", "given_by", "latest_arrival",
})  # fmt: skip
"""Keys whose text is written on one line."""


def label_of(kind: type, key: str) -> str:
    found = _LABELS.get((kind, key))
    return str(found) if found else label(kind, key)


def help_of(kind: type | None) -> str:
    return str(_HELP.get(kind, "")) if kind else ""


def unit_of(kind: type, key: str) -> Promise | str:
    return _UNITS.get(UNITS.get((kind, key), ""), "")


def choices_of(kind: type, key: str, words: tuple[Any, ...]) -> list[tuple[str, str]]:
    """The values that can be chosen, in the words of the pages."""
    return [(str(value), _capital(word(kind, key, value) or str(value))) for value in words]


def references_of(family: str, kind: type, key: str, agreement: Agreement) -> list[tuple[str, str]]:
    """Everything in the agreement that the key can name, by what it is called."""
    if kind is Mandate and key == "not_reaching":
        return [(each, family_title(each)) for each in FAMILIES]
    found = [each for name in _families(family, key) for each in agreement.family(name)]
    return [(each, reference(each, agreement)) for each in found]


def names_something(family: str, kind: type, key: str) -> bool:
    """Whether the id is that of something in the agreement, and not a name that is made here."""
    return bool(_families(family, key)) or (kind is Mandate and key == "not_reaching")


def _families(family: str, key: str) -> tuple[str, ...]:
    return OWN.get((family, key)) or REFERS.get(key) or ()


def nothing() -> tuple[str, str]:
    return ("", gettext("står inte i texten"))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
