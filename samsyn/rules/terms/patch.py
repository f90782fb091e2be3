"""A term with other values: what an alternative, an amendment or an overlay does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter

T = TypeVar("T")

ONE_OF = {
    "when": {"every", "by", "between", "once", "on"},
    "deadline": {"on", "months_before_end", "each_year"},
}
"""Tables in which exactly one of some keys stands: who writes one of them writes the whole table anew."""


def patched(term: T, changes: Mapping[str, Any]) -> T:
    """The term with `changes` laid over it; tables are merged key by key (except ONE_OF), everything else is replaced.

    Raises pydantic.ValidationError where the result is no longer a term.
    """
    kind: type = type(term)
    new: T = _adapter(kind).validate_python(_merged(as_values(term), changes))
    return new


@cache
def _adapter(kind: type) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def as_values(item: Any) -> Any:
    """Back to plain values, one level at a time, leaving exact quantities as they are."""
    if is_dataclass(item) and hasattr(item, "__pydantic_fields__"):
        return {field.name: as_values(getattr(item, field.name)) for field in fields(item)}
    if isinstance(item, tuple):
        return tuple(as_values(part) for part in item)
    return {key: as_values(part) for key, part in item.items()} if isinstance(item, dict) else item


def _merged(old: dict[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    result = dict(old)
    for key, value in new.items():
        both = isinstance(value, Mapping) and isinstance(result.get(key), dict)
        anew = both and ONE_OF.get(key, set()) & set(value)
        result[key] = _merged(result[key], value) if both and not anew else value
    return result
