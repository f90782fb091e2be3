"""From a change in the table to a file of the agreement, and back. TOML values stand in JSON without losing a bit."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import tomli_w

from samsyn.rules.quantities import Amount

if TYPE_CHECKING:
    from samsyn.web.changes.models import Change

_DAY, _EXACT = "day", "exact"
"""A day and a number with decimals are written {"day": "2026-01-01"} and {"exact": "4600000.50"}."""


def to_json(value: Any) -> Any:
    """TOML values → JSON values. Raises TypeError for what can stand in neither."""
    if isinstance(value, Mapping):
        return {key: to_json(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [to_json(part) for part in value]
    if isinstance(value, date):
        return {_DAY: value.isoformat()}
    if isinstance(value, Decimal):
        return {_EXACT: str(value)}
    if value is None or isinstance(value, str | bool | int):
        return value
    raise TypeError(f"{value!r} cannot stand in a change")


def from_json(value: Any) -> Any:
    """Back again."""
    if isinstance(value, dict):
        # A term may have such a name too, but then a table stands under it.
        if value.keys() == {_DAY} and isinstance(value[_DAY], str):
            return date.fromisoformat(value[_DAY])
        if value.keys() == {_EXACT} and isinstance(value[_EXACT], str):
            return Decimal(value[_EXACT])
        return {key: from_json(part) for key, part in value.items()}
    return [from_json(part) for part in value] if isinstance(value, list) else value


def file_name(change: Change) -> str:
    """Of what is done on one day the files are read in the order in which they were drafted."""
    return f"amendments/{change.number:04}-{change.key}.toml"


def file_of(change: Change, *, on: date, by: Iterable[str] = (), form: str = "") -> bytes:
    """The change as a file in amendments/: the same values give the same bytes.

    `on` is the day it was done, `by` the parties that did it, `form` how in words.
    """
    content = from_json(change.content)
    happening: dict[str, Any] = {
        "id": change.key,
        "kind": change.kind,
        "clause": change.clause,
        "says": change.says,
        "on": on,
        "first": change.first,
        "last": change.last,
        "by": sorted(by),
        "form": form,
        "of": change.of,
        "answer": change.answer,
        "occurrence": change.obligation.occurrence if change.obligation_id and change.obligation else "",
        "amount": _kronor(change.amount_ore),
        "remove": content.get("remove", []),
    }
    values = {
        "change": {key: value for key, value in happening.items() if value not in (None, "", [])},
        "set": content.get("set", {}),
        "add": content.get("add", {}),
    }
    return tomli_w.dumps({key: value for key, value in values.items() if value}, multiline_strings=False).encode()


def frozen_sum(change: Change) -> str:
    """SHA-256 over the text that the parties are asked about: the file without day, parties and form."""
    return hashlib.sha256(file_of(change, on=date.min)).hexdigest()


def _kronor(ore: int | None) -> int | Decimal | None:
    if ore is None:
        return None
    return ore // 100 if ore % 100 == 0 else Decimal(ore) / 100


def amount_of(change: Change) -> Amount | None:
    return None if change.amount_ore is None else Amount(change.amount_ore)
