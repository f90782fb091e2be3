"""A figure as it is told: what, over which days, how many it rests on, who is missing, and on which clause's word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from samsyn.rules.indicators.values import NotMeasured, Value, from_plain, plain
from samsyn.rules.quantities import DateRange
from samsyn.rules.terms.indicators import Split

Dimension = Split | Literal["month"]
"""What a figure can be split by. A month is written 2026-03."""
NOT_STATED = "not_stated"
"""The key of who has not said, or was not asked. A line like the others, so that every split adds up."""


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a split. `by` ("sex",) with `keys` ("woman",); or sex and one dimension more.

    The lines of one `by` of a sum or a count add up to the figure's own value.
    """

    by: tuple[Dimension, ...]
    keys: tuple[str, ...]
    value: Value


@dataclass(frozen=True, slots=True)
class Figure:
    """`indicator` is the term's id; `version` the beginning of the SHA-256 of its definition.

    `says`: how it was counted, in a sentence. `target` is there only where a clause has set it. `contracted`: the
    agreement asks for it. `organisation`: the party whose facts they are, empty for several together.
    """

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
    value: Value
    parts: tuple[Part, ...] = ()
    target: int | None = None
    says: str = ""
    contracted: bool = True
    organisation: str = ""

    @property
    def is_measured(self) -> bool:
        return not isinstance(self.value, NotMeasured)

    def split(self, *by: Dimension) -> tuple[Part, ...]:
        """The lines of one split; none if it is not split so."""
        return tuple(each for each in self.parts if each.by == by)


def plain_figure(figure: Figure) -> dict[str, Any]:
    """As JSON, exactly; the days as first and last."""
    return {
        "indicator": figure.indicator,
        "name": figure.name,
        "level": figure.level,
        "measure": figure.measure,
        "unit": figure.unit,
        "clause": figure.clause,
        "assumed": figure.assumed,
        "version": figure.version,
        "first": figure.period.start.isoformat(),
        "last": figure.period.last.isoformat(),
        "as_of": figure.as_of.isoformat(),
        "value": plain(figure.value),
        "parts": [{"by": list(each.by), "keys": list(each.keys), "value": plain(each.value)} for each in figure.parts],
        "target": figure.target,
        "says": figure.says,
        "contracted": figure.contracted,
        "organisation": figure.organisation,
    }


def figure_from_plain(told: Mapping[str, Any]) -> Figure:
    own = {name: each for name, each in told.items() if name not in ("first", "last")}
    return Figure(
        **{
            **own,
            "period": DateRange.through(date.fromisoformat(told["first"]), date.fromisoformat(told["last"])),
            "as_of": datetime.fromisoformat(told["as_of"]),
            "value": from_plain(told["value"]),
            "parts": tuple(
                Part(tuple(each["by"]), tuple(each["keys"]), from_plain(each["value"])) for each in told["parts"]
            ),
        }
    )
