"""The posts that the agreement pays for, beside those that are filled. Nothing follows from a difference."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from samsyn.rules.terms import Agreement
from samsyn.rules.terms.funding import CostLine


@dataclass(frozen=True, slots=True)
class Post:
    """A cost line with posts. `filled` is what is filled on the line itself and on its `parts`."""

    line: CostLine
    financed: Decimal
    filled: Decimal
    parts: tuple[Post, ...] = ()


def posts_of(terms: Agreement, party: str, day: date, filled: Iterable[tuple[str, Decimal]]) -> list[Post]:
    """The lines that finance posts of a party on a day: 3.2, with its 3 + 0.1 + 0.1 below it.

    `filled`: for each who works, the id of the cost line that she is put on and her share of a post.
    """
    lines = {each.id: each for each in terms.cost_line.values() if _finances(terms, each, party, day)}
    shares: dict[str, Decimal] = {}
    for line, share in filled:
        shares[line] = shares.get(line, Decimal(0)) + share
    tops = [each for each in lines.values() if each.part_of not in lines]
    return [_post(each, lines, shares) for each in tops]


def _post(line: CostLine, lines: dict[str, CostLine], shares: dict[str, Decimal]) -> Post:
    parts = tuple(_post(each, lines, shares) for each in lines.values() if each.part_of == line.id)
    filled = sum((part.filled for part in parts), shares.get(line.id, Decimal(0)))
    return Post(line, line.posts or Decimal(0), filled, parts)


def _finances(terms: Agreement, line: CostLine, party: str, day: date) -> bool:
    funding = terms.funding.get(line.funding)
    holds = (line.first or day) <= day <= (line.last or day)
    return line.applies and line.posts is not None and holds and funding is not None and party in funding.payees
