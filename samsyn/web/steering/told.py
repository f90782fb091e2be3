"""The figures that the acting party may see: its own as they stand, others' as they were let go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from samsyn.rules.indicators import Figure, NotMeasured, Part, Total, Value, Why
from samsyn.rules.quantities import DateRange
from samsyn.rules.reading import Dossier
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.addresses import Addresses
from samsyn.web.agreements.queries import parties_of
from samsyn.web.indicators.queries import figures_of
from samsyn.web.partnerships.models import Partnership
from samsyn.web.releases.queries import released
from samsyn.web.releases.told import ReleasedFigure
from samsyn.web.steering.presenters.figures import Row, in_order, row_of

_NOT_TOLD = NotMeasured(Why.TOO_FEW)


@dataclass(frozen=True, slots=True)
class Told:
    """`whose`: the party that counted, by name; empty for one's own and for what several counted together."""

    figure: Figure
    whose: str = ""


def told_in(viewer: Viewer, partnership: Partnership, dossier: Dossier, today: date, now: datetime) -> list[Told]:
    """Of each indicator one's own this year, where there is one; else the sum that was let go of last, or each party's.

    What several counted together goes before one's own part of it.
    """
    year = DateRange.through(date(today.year, 1, 1), today)
    own = {each.indicator: each for each in figures_of(viewer, partnership, dossier, year, now=now) if _counts(each)}
    others = _latest(released(viewer, partnership), viewer)
    names = _names(partnership, dossier) if others else {}
    found: list[Told] = []
    for indicator in dict.fromkeys([*own, *(each.indicator for each in others)]):
        mine = [each for each in others if each.indicator == indicator]
        together = [each for each in mine if each.compiled]
        if together and _counts(as_figure(together[0])):
            found.append(Told(as_figure(together[0])))
        elif indicator in own:
            found.append(Told(own[indicator]))
        else:
            alone = [(as_figure(each), names.get(each.organisation, "")) for each in mine if not each.compiled]
            found += [Told(figure, whose) for figure, whose in alone if _counts(figure)]
    order = {id(each): n for n, each in enumerate(in_order([one.figure for one in found]))}
    return sorted(found, key=lambda each: order[id(each.figure)])


def _counts(figure: Figure) -> bool:
    """Measured, and no nought of which nothing was written down: nobody can tell it from what nobody counted."""
    value = figure.value
    return figure.is_measured and not (isinstance(value, Total) and not value.value and not value.n)


def rows_in(told: Iterable[Told], to: Addresses) -> list[Row]:
    return [row_of(each.figure, each.whose, f"{to.indicators}of/") for each in told]


def as_figure(let_go: ReleasedFigure) -> Figure:
    """A number that is not told is one that may not be."""
    parts = tuple(Part(each.by, each.keys, _value(each.value)) for each in let_go.parts)  # type: ignore[arg-type]
    return Figure(
        indicator=let_go.indicator, name=let_go.name, level=let_go.level, measure=let_go.measure, unit=let_go.unit,
        clause=let_go.clause, assumed=let_go.assumed, version=let_go.version, period=let_go.period,
        as_of=let_go.as_of, value=_value(let_go.total.value), parts=parts, target=let_go.target, says=let_go.says,
        contracted=let_go.contracted,
    )  # fmt: skip


def _value(value: Value | None) -> Value:
    return _NOT_TOLD if value is None else value


def _latest(found: Sequence[ReleasedFigure], viewer: Viewer) -> list[ReleasedFigure]:
    """Of each indicator those of its last period; of one's own only what is added to others'."""
    kept = [
        each for each in found if each.is_measured and (each.compiled or each.organisation != viewer.organisation_id)
    ]
    last: dict[str, date] = {}
    for each in kept:
        last[each.indicator] = max(last.get(each.indicator, each.period.last), each.period.last)
    return [each for each in kept if each.period.last == last[each.indicator]]


def _names(partnership: Partnership, dossier: Dossier) -> dict[UUID, str]:
    places = parties_of(partnership).items()
    return {place.organisation_id: dossier.agreement.party_name(key) for key, place in places}
