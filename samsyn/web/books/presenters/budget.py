"""Budget beside outcome, line by line, with the sentence, the picture and what it cannot say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext

from samsyn.charts.budget_outcome import Bar, BudgetOutcome
from samsyn.rules.money.budget import BudgetLine
from samsyn.rules.quantities import DateRange
from samsyn.web.books.queries import Outcome
from samsyn.web.ui.formats import kronor


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """`outcome` with that of its parts. `url`: what is behind it; empty where nothing is its own.

    `together`: salaries of several lines in one sum; the row is then of none of them alone.
    """

    name: str
    clause: str
    assumed: bool
    budget: int | None
    outcome: int
    vouchers: int
    url: str
    is_part: bool = False
    together: bool = False

    @property
    def left(self) -> int | None:
        return None if self.budget is None else self.budget - self.outcome


@dataclass(frozen=True)
class BudgetPage:
    rows: tuple[BudgetRow, ...]
    days: DateRange

    @property
    def budget(self) -> int | None:
        found = [row.budget for row in self._whole if row.budget is not None]
        return sum(found) if found else None

    @property
    def outcome(self) -> int:
        return sum(row.outcome for row in self._whole)

    @property
    def left(self) -> int | None:
        return None if self.budget is None else self.budget - self.outcome

    @property
    def vouchers(self) -> int:
        return sum(row.vouchers for row in self.rows)

    @property
    def has_outcome(self) -> bool:
        return any(row.outcome or row.vouchers for row in self.rows)

    @property
    def _whole(self) -> list[BudgetRow]:
        """Rows that are part of no other."""
        return [row for row in self.rows if not row.is_part]

    def sentence(self) -> str:
        """«Av 481 659 kr har 120 000 kr gått åt till och med 2025-03-31: 361 659 kr är kvar.»"""
        said = {"outcome": kronor(self.outcome), "first": self.days.start, "last": self.days.last}
        if self.budget is None:
            return gettext("%(outcome)s har gått åt från %(first)s till %(last)s.") % said
        said |= {"budget": kronor(self.budget), "left": kronor(abs(self.budget - self.outcome))}
        if self.outcome > self.budget:
            over = gettext(
                "%(outcome)s har gått åt från %(first)s till %(last)s: %(left)s mer än %(budget)s, som är avsatt."
            )
            return over % said
        return gettext("Av %(budget)s har %(outcome)s gått åt från %(first)s till %(last)s: %(left)s är kvar.") % said

    def chart(self) -> BudgetOutcome:
        bars = tuple(Bar(row.name, row.budget, row.outcome) for row in self._whole)
        says = gettext("{outcome} av {budget}")
        return BudgetOutcome(bars, gettext("Budget och utfall"), self.sentence(), kronor, says)


@dataclass(frozen=True)
class Words:
    """`names` of cost lines in order; `query` keeps the days in the address of the vouchers."""

    names: Mapping[str, str]
    home: str
    query: str

    def behind(self, line: str) -> str:
        """Where the vouchers of a line are, or the months of its salaries."""
        return f"{self.home}lines/{line}/{self.query}"


def budget_page(lines: Sequence[BudgetLine], outcomes: Iterable[Outcome], days: DateRange, words: Words) -> BudgetPage:
    """The agreement's lines in order, parts under their whole, then what has cost something without a line."""
    tally = _Tally(lines)
    for each in outcomes:
        tally.take(each)
    rows = [_row(line, tally, words) for line in _with_parts(lines)]
    known = {line.id for line in lines}
    rows += [
        _row(BudgetLine(key, words.names.get(key, key), "", None), tally, words)
        for key in tally.own
        if key not in known
    ]
    rows += [_together(keys, ore, words) for keys, ore in tally.together.items()]
    return BudgetPage(tuple(rows), days)


class _Tally:
    """Öre and vouchers by line; salaries of lines that have no whole in common by themselves."""

    def __init__(self, lines: Sequence[BudgetLine]) -> None:
        self.whole_of = {line.id: line.part_of for line in lines}
        self.own: dict[str, int] = defaultdict(int)
        self.vouchers: dict[str, int] = defaultdict(int)
        self.together: dict[tuple[str, ...], int] = defaultdict(int)

    def take(self, each: Outcome) -> None:
        line = each.cost_line
        if len(each.salaries_of) > 1:
            wholes = {self.root(key) for key in each.salaries_of}
            if len(wholes) > 1:
                self.together[each.salaries_of] += each.amount.ore
                return
            (line,) = wholes
        self.own[line] += each.amount.ore
        self.vouchers[line] += each.vouchers

    def root(self, line: str) -> str:
        met = {line}
        while (whole := self.whole_of.get(line)) and whole not in met:
            met.add(whole)
            line = whole
        return line

    def with_parts(self, line: str) -> int:
        return sum(ore for key, ore in self.own.items() if key == line or line in self._above(key))

    def _above(self, line: str) -> set[str]:
        found: set[str] = set()
        while (whole := self.whole_of.get(line)) and whole not in found:
            found.add(whole)
            line = whole
        return found


def _with_parts(lines: Sequence[BudgetLine]) -> list[BudgetLine]:
    """Every line followed by its parts."""
    ids = {line.id for line in lines}
    found: list[BudgetLine] = []

    def place(line: BudgetLine) -> None:
        if line not in found:
            found.append(line)
            for part in lines:
                if part.part_of == line.id:
                    place(part)

    for line in lines:
        if line.part_of not in ids:
            place(line)
    return found


def _row(line: BudgetLine, tally: _Tally, words: Words) -> BudgetRow:
    vouchers = tally.vouchers.get(line.id, 0)
    return BudgetRow(
        name=line.says.rstrip("."),
        clause=line.clause,
        assumed=line.assumed,
        budget=None if line.amount is None else line.amount.ore,
        outcome=tally.with_parts(line.id),
        vouchers=vouchers,
        url=words.behind(line.id) if line.id in tally.own else "",
        is_part=line.part_of is not None,
    )


def _together(keys: Sequence[str], ore: int, words: Words) -> BudgetRow:
    names = "; ".join(words.names.get(key, key).rstrip(".") for key in keys)
    said = gettext("Löner i en summa, så att ingens lön syns: %(lines)s") % {"lines": names}
    return BudgetRow(said, "", False, None, ore, 0, words.behind(keys[0]), together=True)


def others_in(outcomes: Iterable[Outcome], own: UUID) -> bool:
    return any(each.organisation_id != own for each in outcomes)
