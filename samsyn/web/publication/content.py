"""All that the public page says as plain values, and the seal over them. Pure."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from typing import Any

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Party:
    """`kind`: public or civil."""

    key: str
    name: str
    legal_name: str
    org_nr: str
    kind: str
    clause: str


@dataclass(frozen=True, slots=True)
class YearsSum:
    """What a year costs by the agreement. `ore` None: the text settles no sum; `preliminary`: by the latest figure."""

    year: int
    who: str
    ore: int | None
    preliminary: bool
    clause: str
    assumed: bool


@dataclass(frozen=True, slots=True)
class Goal:
    says: str
    clause: str


@dataclass(frozen=True, slots=True)
class Line:
    """`counts`: what was counted → how many, None where it is not told. `value`: all of it, where it is told."""

    by: tuple[str, ...]
    keys: tuple[str, ...]
    names: tuple[str, ...]
    counts: dict[str, int | None]
    value: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class PublicFigure:
    """One figure over one closed period, as it was let go. `lines`: the whole first (`by` empty), then its splits.

    `whose`: the party that counted; empty where several were added together.
    """

    indicator: str
    name: str
    level: str
    measure: str
    unit: str
    says: str
    clause: str
    assumed: bool
    version: str
    whose: str
    whose_name: str
    first: date
    last: date
    let_go_on: date
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class PublicPaper:
    id: str
    title: str
    dated: date
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Material:
    """`first`, `last`: the agreement's days. `smallest`: fewer than so many are not told."""

    slug: str
    name: str
    title: str
    language: str
    is_demo: bool
    real_terms: bool
    purpose: str
    purpose_clause: str
    goals: Sequence[Goal]
    parties: Sequence[Party]
    case_number: str
    first: date
    last: date
    smallest: int
    money: Sequence[YearsSum]
    figures: Sequence[PublicFigure]
    papers: Sequence[PublicPaper]


def content_of(material: Material) -> dict[str, Any]:
    """As JSON: days are ISO 8601, tuples lists. The same material gives the same."""
    plain: dict[str, Any] = json.loads(json.dumps(asdict(material), default=_day))
    return {"format": FORMAT, **plain}


def digest(content: dict[str, Any]) -> str:
    """SHA-256 (hex) over the canonical JSON."""
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode()).hexdigest()


def _day(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} is no plain value")
