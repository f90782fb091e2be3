"""What of some figures may be told: laid beside all that was let go before, and weighed with it.

Under Job.COMPILE, for what the others have counted is part of it. Only which numbers are told comes out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from samsyn.rules.disclosure import Cell, Line, Table, World, lay, protect
from samsyn.rules.quantities import DateRange
from samsyn.rules.terms import Agreement
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import also_as_job
from samsyn.web.partnerships.models import Partnership
from samsyn.web.releases.models import ExactCell, Release, ReleasedCell
from samsyn.web.releases.shape import adds_up, is_protected, meanings, whole_is_known

SMALLEST = 5
"""Where the agreement says nothing of publication."""


@dataclass(frozen=True, slots=True)
class New:
    """A figure about to be let go. `made_of`: of a compiled one, the releases it adds together."""

    id: str
    organisation: UUID
    indicator: str
    days: DateRange
    numbers: Mapping[Line, int]
    promised: bool = False
    made_of: tuple[UUID, ...] = ()
    splits_too: bool = True
    """False: nothing but what is promised is told."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """Lines of one figure: `told` to the parties (of promised ones perhaps only to some), `open` to anybody at all."""

    told: frozenset[Line] = field(default_factory=frozenset)
    open: frozenset[Line] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class _Known:
    release: Release
    numbers: Mapping[Line, int]
    told: frozenset[Line]
    open: frozenset[Line]


def smallest_of(terms: Agreement) -> int:
    said = [each.smallest for each in terms.publication.values() if each.applies]
    return max(said, default=SMALLEST)


def weigh(partnership: Partnership, terms: Agreement, news: Sequence[New]) -> dict[str, Weighed]:
    """By the `id` of each. Two questions to the database, and one more where anything was let go before."""
    before = _known(partnership, [each.days for each in news])
    smallest = smallest_of(terms)
    told = _tell(_tables(terms, before, news), news, smallest, promises=True)
    for_anyone = _tables(terms, before, news, for_anyone=True, within=told)
    opened = _tell(for_anyone, news, smallest, promises=False, within=told)
    return {each.id: Weighed(told[each.id], opened[each.id]) for each in news}


def _known(partnership: Partnership, days: Iterable[DateRange]) -> list[_Known]:
    """Whatever overlaps these days, and whatever overlaps that."""
    with also_as_job(Job.COMPILE):
        rows = list(Release.objects.filter(partnership=partnership).order_by("made_at", "id"))
        near = _near(rows, list(days))
        if not near:
            return []
        keys = [each.pk for each in near]
        exact: dict[UUID, dict[Line, int]] = defaultdict(dict)
        for one in ExactCell.objects.filter(release__in=keys).exclude(name="").order_by("place"):
            exact[one.release_id][_line(one)] = one.n or 0
        told, open_ = defaultdict(set), defaultdict(set)
        for cell in ReleasedCell.objects.filter(release__in=keys, n__isnull=False):
            told[cell.release_id].add(_line(cell))
            if cell.open:
                open_[cell.release_id].add(_line(cell))
    for each in near:
        for part in each.made_of:
            for line, n in exact[part].items():
                exact[each.pk][line] = exact[each.pk].get(line, 0) + n
    return [_Known(each, exact[each.pk], frozenset(told[each.pk]), frozenset(open_[each.pk])) for each in near]


def _near(rows: Sequence[Release], days: list[DateRange]) -> list[Release]:
    found: dict[UUID, Release] = {}
    while True:
        more = [each for each in rows if each.pk not in found and any(days_of(each).overlap(one) for one in days)]
        if not more:
            return [each for each in rows if each.pk in found]
        found |= {each.pk: each for each in more}
        days = [days_of(each) for each in more]


def days_of(release: Release) -> DateRange:
    return DateRange(release.days.lower, release.days.upper)


def _line(cell: ExactCell | ReleasedCell) -> Line:
    return Line(tuple(cell.by), tuple(cell.keys), cell.name)


def _tables(
    terms: Agreement,
    before: Sequence[_Known],
    news: Sequence[New],
    *,
    for_anyone: bool = False,
    within: Mapping[str, frozenset[Line]] | None = None,
) -> list[Table]:
    """In the order in which they were let go. What is no secret lies in no table, nor what has no number: a sum of
    several may have parts that measured nothing."""
    found = [
        _table(
            terms, str(each.release.pk), each.release.organisation_id, each.release.indicator, days_of(each.release),
            each.numbers, each.release.made_of, told=each.open if for_anyone else each.told,
            promised=each.release.promised and not for_anyone, adds=each.release.adds_up,
        )
        for each in before
    ]  # fmt: skip
    for new in news:
        numbers = new.numbers
        found.append(
            _table(
                terms, new.id, new.organisation, new.indicator, new.days, numbers, new.made_of,
                promised=new.promised and not for_anyone,
            )
        )  # fmt: skip
    there = [each for each in found if each is not None]
    laid = {each.id for each in there}
    return [replace(each, of=tuple(part for part in each.of if part in laid)) for each in there]


def _table(
    terms: Agreement,
    key: str,
    organisation: UUID,
    indicator: str,
    days: DateRange,
    numbers: Mapping[Line, int],
    made_of: Sequence[UUID],
    *,
    told: frozenset[Line] = frozenset(),
    promised: bool,
    adds: bool | None = None,
) -> Table | None:
    term = terms.indicator.get(indicator)
    if not numbers or (term is not None and not is_protected(term)):
        return None
    return Table(
        id=key,
        indicator=indicator,
        organisation=str(organisation),
        days=days,
        numbers=numbers,
        told=told,
        adds_up=adds if adds is not None else term is not None and adds_up(term),
        promised=frozenset(line for line in numbers if promised and not line.by),
        of=tuple(str(each) for each in made_of),
        means=meanings(term, numbers) if term is not None else {},
        wholes_are_known=term is not None and whole_is_known(term),
    )


def _tell(
    tables: Sequence[Table],
    news: Sequence[New],
    smallest: int,
    *,
    promises: bool,
    within: Mapping[str, frozenset[Line]] | None = None,
) -> dict[str, frozenset[Line]]:
    """What is told of each of the new. `within`: of these lines only, the others are hidden already."""
    laid = {each.id for each in tables}
    world = lay(tables, smallest, new=[each.id for each in news])
    cells: dict[str, tuple[str, Line]] = {}
    always: list[str] = []
    secrets = list(world.secrets)
    for new in news:
        for line in new.numbers if new.id in laid else ():
            promised = promises and new.promised and not line.by
            may = promised or (new.splits_too and (within is None or line in within[new.id]))
            if not may:
                secrets.append(world.sums[new.id, line])
                continue
            key = f"{new.id} {line}"
            cells[key] = (new.id, line)
            always += [key] if promised else []
    hidden = _hidden(world, cells, secrets, smallest, always)
    told: dict[str, set[Line]] = defaultdict(set)
    for key, (new_id, line) in cells.items():
        if key not in hidden:
            told[new_id].add(line)
    return {each.id: frozenset(told[each.id] if each.id in laid else each.numbers) for each in news}


def _hidden(
    world: World, cells: Mapping[str, tuple[str, Line]], secrets: Iterable[frozenset[object]], smallest: int,
    always: Sequence[str],
) -> frozenset[str]:  # fmt: skip
    return protect(
        [Cell(key, world.sums[of]) for key, of in cells.items()],
        truth=world.truth,
        before=world.told,
        ties=world.ties,
        secrets=[each for each in secrets if each],
        knowers=world.knowers,
        smallest=smallest,
        always=always,
    )
