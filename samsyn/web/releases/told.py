"""A figure as it was let go of: with the numbers that are told, and without the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from samsyn.rules.disclosure import Line
from samsyn.rules.indicators import Figure, NotMeasured, Value, Why, counts, from_plain, plain, plain_figure
from samsyn.rules.quantities import DateRange

Reach = Literal["anyone", "parties", "some"]
"""Who is told all the numbers of a line: anybody at all, all the parties, or only those whom they are promised."""
Of = tuple[tuple[str, ...], tuple[str, ...]]
"""Which line: what it is split by, and its keys. The total has neither."""
TOTAL: Of = ((), ())


@dataclass(frozen=True, slots=True)
class ReleasedLine:
    """`value` is there only where all of it is told; of `counts` those that are None are not. `reach` of what is."""

    by: tuple[str, ...]
    keys: tuple[str, ...]
    counts: Mapping[str, int | None]
    value: Value | None
    reach: Reach = "anyone"

    @property
    def is_hidden(self) -> bool:
        return self.value is None


@dataclass(frozen=True, slots=True)
class ReleasedFigure:
    """`release` is None in a preview. `number` 2 is the first correction, and `because` why it was made.

    `kind` is the sort of the value, as in its JSON. `without`: of a compiled one, those that are not in the sum.
    """

    release: UUID | None
    organisation: UUID
    compiled: bool
    indicator: str
    name: str
    level: str
    measure: str
    unit: str
    clause: str
    assumed: bool
    version: str
    period: DateRange
    as_of: datetime
    target: int | None
    says: str
    contracted: bool
    number: int
    because: str
    kind: str
    made_of: tuple[UUID, ...]
    without: tuple[UUID, ...]
    lines: tuple[ReleasedLine, ...]

    @property
    def total(self) -> ReleasedLine:
        return next((each for each in self.lines if not each.by), ReleasedLine((), (), {}, None))

    @property
    def parts(self) -> tuple[ReleasedLine, ...]:
        return tuple(each for each in self.lines if each.by)

    @property
    def is_measured(self) -> bool:
        return self.kind != "not_measured"

    @property
    def hides(self) -> bool:
        return any(each.is_hidden for each in self.lines)

    def split(self, *by: str) -> tuple[ReleasedLine, ...]:
        return tuple(each for each in self.lines if each.by == by)


def values_of(figure: Figure) -> dict[Of, Value]:
    """The total first, then every line of every split."""
    return {TOTAL: figure.value} | {(tuple(each.by), each.keys): each.value for each in figure.parts}


def numbers_of(figure: Figure) -> dict[Line, int]:
    return {
        Line(*of, name): n
        for of, value in values_of(figure).items()
        for name, n in counted(value, figure.value).items()
    }


def counted(value: Value, like: Value) -> dict[str, int]:
    """The whole numbers of one line. Of what may not be told even to the one that asked there are none."""
    if isinstance(value, NotMeasured) and value.why is Why.TOO_FEW:
        return {}
    return counts(value, like=like)


def about(figure: Figure) -> dict[str, Any]:
    """As JSON, everything but the numbers: also which lines there are, and what each counts."""
    told = plain_figure(figure)
    lines = [[*of, [*counted(value, figure.value)]] for of, value in values_of(figure).items()]
    head = {name: each for name, each in told.items() if name not in ("value", "parts")}
    return head | {"kind": kind_of(figure), "lines": lines}


def kind_of(figure: Figure) -> str:
    return str(plain(figure.value)["kind"])


def figure_of(
    said: Mapping[str, Any],
    lines: Iterable[ReleasedLine],
    *,
    release: UUID | None,
    organisation: UUID,
    number: int,
    because: str,
    made_of: Sequence[UUID] = (),
    compiled: bool = False,
) -> ReleasedFigure:
    """`said`: what `about` wrote."""
    own = {name: said[name] for name in (*_HEAD, "kind")}
    return ReleasedFigure(
        **own,
        release=release,
        organisation=organisation,
        compiled=compiled,
        period=DateRange.through(date.fromisoformat(said["first"]), date.fromisoformat(said["last"])),
        as_of=datetime.fromisoformat(said["as_of"]),
        number=number,
        because=because,
        made_of=tuple(made_of),
        without=tuple(UUID(each) for each in said.get("without", ())),
        lines=tuple(lines),
    )


_HEAD = (
    "indicator", "name", "level", "measure", "unit", "clause", "assumed", "version", "target", "says", "contracted",
)  # fmt: skip
FIGURE = (*_HEAD, "first", "last")
"""What `about` keeps of the figure itself."""


def lines_of(
    said: Mapping[str, Any],
    told: Mapping[Of, Mapping[str, int | None]],
    values: Mapping[Of, Any],
    reaches: Mapping[Of, Reach],
) -> list[ReleasedLine]:
    """Every line that there is, with what is told of it."""
    found = []
    for by, keys, names in said["lines"]:
        of = (tuple(by), tuple(keys))
        numbers = {name: told.get(of, {}).get(name) for name in names}
        value = from_plain(values[of]) if of in values else None
        found.append(ReleasedLine(*of, numbers, value, reaches.get(of, "anyone")))
    return found
