"""What sort of value each key of a term holds, read from its own definition."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import StringConstraints, TypeAdapter
from pydantic.fields import FieldInfo

from samsyn.rules.quantities import Amount, MonthDay, Percent
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.base import Id

Sort = Literal[
    "text", "id", "whole", "exact", "percent", "amount", "day", "month_day", "flag", "one_of", "table", "pair", "due"
]  # fmt: skip
_ID = next(each for each in get_args(Id) if isinstance(each, StringConstraints)).pattern
_PLAIN: dict[Any, Sort] = {
    str: "text", int: "whole", Decimal: "exact", Percent: "percent", Amount: "amount", date: "day",
    MonthDay: "month_day", bool: "flag",
}  # fmt: skip


@dataclass(frozen=True)
class Shape:
    """`many`: a list of them. `kind`: the small table, or what each of a pair is. `words`: what can be chosen.

    `hint` is the annotation as it stands, which validates the whole value.
    """

    sort: Sort
    many: bool = False
    optional: bool = False
    kind: Any = None
    words: tuple[Any, ...] = ()
    least: int | None = None
    most: int | None = None
    hint: Any = None


@cache
def shapes_of(kind: type) -> dict[str, Shape]:
    """Every key of a term or a small table, in the order in which it is defined."""
    hints = get_type_hints(kind, include_extras=True)
    return {name: _shape(hints[name]) for name in fields_of(kind)}


def fields_of(kind: type) -> dict[str, FieldInfo]:
    found: dict[str, FieldInfo] = kind.__pydantic_fields__  # type: ignore[attr-defined]
    return found


@cache
def kind_of(family: str) -> type:
    """The dataclass of a family's terms."""
    hint = get_type_hints(Agreement)[family]
    found: type = get_args(hint)[1] if get_origin(hint) is dict else hint
    return found


@cache
def adapter_of(kind: type, key: str) -> TypeAdapter[Any]:
    return TypeAdapter(shapes_of(kind)[key].hint)


@cache
def adapter(kind: type) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def default_of(kind: type, key: str) -> Any:
    """None also where the key must be written."""
    field = fields_of(kind)[key]
    return None if field.is_required() else field.get_default(call_default_factory=True, validated_data={})


def _shape(hint: Any) -> Shape:
    bare, optional, about = _bare(hint)
    origin = get_origin(bare)
    if origin is tuple:
        inner = get_args(bare)
        if inner[-1] is Ellipsis:
            one = _shape(inner[0])
            return Shape(one.sort, True, optional, one.kind, one.words, one.least, one.most, hint)
        return Shape("pair", False, optional, inner[0], hint=hint)
    if origin in (Union, UnionType):
        words = next(get_args(each) for each in get_args(bare) if get_origin(each) is Literal)
        return Shape("due", False, optional, words=words, hint=hint)
    if origin is Literal:
        return Shape("one_of", False, optional, words=get_args(bare), hint=hint)
    if hasattr(bare, "__pydantic_fields__"):
        return Shape("table", False, optional, bare, hint=hint)
    if any(isinstance(each, StringConstraints) and each.pattern == _ID for each in about):
        return Shape("id", False, optional, hint=hint)
    return Shape(_PLAIN[bare], False, optional, least=_bound(about, "ge"), most=_bound(about, "le"), hint=hint)


def _bare(hint: Any) -> tuple[Any, bool, tuple[Any, ...]]:
    """Without «or nothing» and without what is said about it, which comes last."""
    optional, about = False, ()
    while True:
        origin = get_origin(hint)
        if origin is Annotated:
            hint, about = get_args(hint)[0], (*about, *get_args(hint)[1:])
        elif origin in (Union, UnionType) and type(None) in get_args(hint):
            rest = tuple(each for each in get_args(hint) if each is not type(None))
            hint, optional = (rest[0] if len(rest) == 1 else Union[rest]), True  # noqa: UP007
        else:
            return hint, optional, about


def _bound(about: tuple[Any, ...], name: str) -> int | None:
    """ge and le of a number; those of a day are in the field itself."""
    for each in about:
        for said in getattr(each, "metadata", [each]):
            value = getattr(said, name, None)
            if isinstance(value, int):
                return value
    return None
