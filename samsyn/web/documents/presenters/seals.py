"""The electronic signatures of a PDF in plain words: who, when, whether it holds, and for how much of the document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.web.project.clock import SWEDEN

_TROUBLE: dict[str, Promise] = {
    "encrypted": _("Filen är låst, så underskriften går inte att pröva."),
    "broken": _("Underskriften går inte att läsa."),
    "too_many": _("Filen har fler underskrifter än Samsyn prövar."),
}
_COVERS: dict[str, Promise] = {
    "whole_file": _("Den gäller hela dokumentet."),
    "earlier_revision": _("Den gäller dokumentet som det såg ut då. Något har lagts till efteråt."),
    "part": _("Den gäller bara en del av dokumentet."),
    "unclear": _("Det går inte att säga hur mycket av dokumentet den gäller."),
}
_LATER: dict[str, Promise] = {
    "maintenance": _("Det som har lagts till är bevis om underskriften, inget innehåll."),
    "signatures": _("Det som har lagts till är underskrifter eller ifyllda fält."),
    "annotations": _("Det som har lagts till är anteckningar."),
    "other": _("Innehållet har ändrats."),
}
_WHY: dict[str, Promise] = {
    "expired": _("Certifikatets tid har gått ut."),
    "revoked": _("Certifikatet är spärrat."),
    "no_chain": _("Ingen av de utfärdare som Samsyn litar på står bakom certifikatet."),
    "usage": _("Certifikatet är inte till för underskrifter."),
    "broken": _("Underskriften stämmer inte med filen."),
}


@dataclass(frozen=True, slots=True)
class SealWords:
    """`state` in a word, and `kind` of tag that goes with it. `who` is the name in the certificate."""

    who: str
    organisation: str
    when: datetime | None
    when_by: str
    state: str
    kind: str
    says: tuple[str, ...]
    issuer: str


def seals_words(seals: Iterable[Mapping[str, Any]]) -> list[SealWords]:
    """In the order they were made. Values are those of `samsyn.exchange.signatures.seal.Seal`."""
    return [_seal(each) for each in seals]


def _seal(seal: Mapping[str, Any]) -> SealWords:
    state, kind = _state(seal)
    at = seal.get("signed_at")
    return SealWords(
        who=seal.get("name") or gettext("Utan namn"),
        organisation=seal.get("organisation", ""),
        when=datetime.fromisoformat(at).astimezone(SWEDEN) if at else None,
        when_by=_who_says_when(seal),
        state=state,
        kind=kind,
        says=tuple(filter(None, (_said(_TROUBLE, seal, "trouble"), _covers(seal), _later(seal), _trust(seal)))),
        issuer=seal.get("issuer", ""),
    )


def _state(seal: Mapping[str, Any]) -> tuple[str, str]:
    """Whether the signature fits the file. Who is behind it is another matter and is said beside."""
    if seal.get("trouble") or seal.get("intact") is None:
        return gettext("går inte att pröva"), "waiting"
    if not seal["intact"] or seal.get("later_allowed") is False:
        return gettext("stämmer inte med filen"), "cannot"
    return gettext("oförändrat sedan dess"), "done"


def _said(words: Mapping[str, Promise], seal: Mapping[str, Any], key: str) -> str:
    return str(words.get(seal.get(key, ""), ""))


def _covers(seal: Mapping[str, Any]) -> str:
    return _said(_COVERS, seal, "covers") if seal.get("intact") else ""


def _later(seal: Mapping[str, Any]) -> str:
    return _said(_LATER, seal, "later") if seal.get("intact") else ""


def _trust(seal: Mapping[str, Any]) -> str:
    trust = seal.get("trust")
    if trust == "trusted":
        return gettext("Certifikatet är utfärdat av någon som Samsyn litar på.")
    if trust == "untrusted":
        return gettext("Vem det är går inte att bekräfta.") + " " + _said(_WHY, seal, "trust_why")
    if trust == "no_roots":
        return gettext("Vem det är har Samsyn inte prövat: inga utfärdare är inlagda att lita på.")
    return ""


def _who_says_when(seal: Mapping[str, Any]) -> str:
    if seal.get("signed_at_by") == "timestamp":
        return gettext("enligt en tidsstämpel")
    return gettext("enligt undertecknarens egen klocka") if seal.get("signed_at") else ""
