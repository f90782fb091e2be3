"""story.toml: who works in a twin, `[[workers]]`, and the texts that they sign, `[[texts]]`. Invented first names."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

_strict = dataclass(frozen=True, kw_only=True, config=ConfigDict(extra="forbid"))


@_strict
class TextTold:
    """A version of what is signed for an undertaking of the agreement, from `since`."""

    by: str
    requirement: str
    since: date
    title: str
    text: str


@_strict
class MetTold:
    on: date
    how: Literal["", "degree", "equivalent", "otherwise"] = ""


@_strict
class WorkerTold:
    """Of party `by`, from `first`. `shown`, `signed`, `met`: id of the demand → when. `causes`: a check that there was
    cause to ask for, and when. `role`: the demo account of that role is hers. An extract is shown `extract_age` days
    after its date, which is looked at and forgotten.
    """

    by: str
    known_as: str
    kind: Literal["employee", "outreach", "volunteer"]
    function: str
    first: date
    began_on: date | None = None
    last: date | None = None
    post: str = ""
    share: Decimal | None = None
    role: str = ""
    shown: dict[str, date] = field(default_factory=dict)
    extract_age: int = 20
    signed: dict[str, date] = field(default_factory=dict)
    met: dict[str, MetTold] = field(default_factory=dict)
    causes: dict[str, date] = field(default_factory=dict)
