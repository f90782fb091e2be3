"""Which keys may stand at a path of the file, read from the terms themselves."""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from samsyn.rules.terms import Agreement


def keys_at(path: tuple[str | int, ...], root: type = Agreement) -> dict[str, str]:
    """Key → what it means, for the table at `path`; nothing where the path leads outside the language."""
    here: Any = root
    for step in path:
        here = _inside(here, step)
    return {} if here is None else _keys(here)


def _inside(kind: Any, step: str | int) -> Any:
    """The type that lies one step into `kind`."""
    kind = _bare(kind)
    origin = get_origin(kind)
    if origin is dict:
        return get_args(kind)[1]
    if origin is tuple:
        return get_args(kind)[0]
    fields = _fields(kind)
    return _hints(kind).get(str(step)) if str(step) in fields else None


def _bare(kind: Any) -> Any:
    """Without Annotated and without «or nothing»."""
    while get_origin(kind) in (Annotated, Union, UnionType):
        args = [arg for arg in get_args(kind) if arg is not type(None)]
        kind = args[0]
    return kind


def _keys(kind: Any) -> dict[str, str]:
    kind = _bare(kind)
    return {name: field.description or "" for name, field in _fields(kind).items() if name != "id" or _own_id(kind)}


def _own_id(kind: Any) -> bool:
    return kind.__name__ in ("Heading", "Source", "Period", "Assumption", "Alternative", "Happening")


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind, include_extras=True)


def _fields(kind: Any) -> dict[str, FieldInfo]:
    return getattr(kind, "__pydantic_fields__", {})


@cache
def adapter(kind: type) -> TypeAdapter[Any]:
    """The validator of a term or of the whole agreement, built once."""
    return TypeAdapter(kind)
