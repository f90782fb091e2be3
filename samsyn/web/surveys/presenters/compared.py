"""Rounds side by side. The order is that of time, and no round is better than another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext, ngettext

from samsyn.rules import surveys as rules
from samsyn.web.surveys.presenters.results import percent, value_words
from samsyn.web.surveys.queries.results import Answered, Asked
from samsyn.web.ui.components.tables import Column, Table
from samsyn.web.ui.formats import grouped


@dataclass(frozen=True, slots=True)
class Compared:
    """One question of the latest round. `apart`: what is not compared, in which round, and why."""

    text: str
    table: Table | None
    apart: tuple[str, ...]
    together: str


def compared(rounds: Sequence[Answered]) -> list[Compared]:
    """`rounds` in the order in which they ended, one audience's. Numbers are told on the page of each round."""
    lines = rules.side_by_side([each.results for each in rounds])
    asked = {each.question.key: each for each in rounds[-1].asked} if rounds else {}
    return [_one(asked[line.question.key], line, rounds) for line in lines if line.question.values]


def _one(asked: Asked, line: rules.Line, rounds: Sequence[Answered]) -> Compared:
    told = [(each.round.name, side.told) for each, side in zip(rounds, line.sides, strict=True) if side.told]
    apart = [_apart(each.round.name, side) for each, side in zip(rounds, line.sides, strict=True) if not side.told]
    shown = [(name, each) for name, each in told if each.n]
    return Compared(asked.text, _table(asked, shown) if shown else None, tuple(apart), _together(line, rounds))


def _table(asked: Asked, told: Sequence[tuple[str, rules.Distribution]]) -> Table:
    return Table(
        caption=gettext("Andel av dem som svarade, omgång för omgång"),
        columns=[Column(gettext("Svar")), *(Column(name, amount=True) for name, _ in told)],
        rows=[
            [value_words(asked, value), *(percent(each.share(value) or Fraction(0)) for _, each in told)]
            for value in asked.question.values
        ],
        sums=[gettext("Svarade"), *(grouped(each.n) for _, each in told)],
    )


def _apart(name: str, side: rules.Side) -> str:
    if side.changed:
        return gettext("%(round)s: frågan har ändrats och jämförs inte.") % {"round": name}
    if not side.asked:
        return gettext("%(round)s: frågan ställdes inte.") % {"round": name}
    return gettext("%(round)s: för få har svarat.") % {"round": name}


def _together(line: rules.Line, rounds: Sequence[Answered]) -> str:
    """Over the rounds in which the question was the same; small ones wait until they are enough together."""
    same = [each for each in rounds if any(rules.same_question(line.question, asked.question) for asked in each.asked)]
    smallest = max((each.round.smallest_group for each in same), default=0)
    told, inside = rules.pooled(line.question, [each.sheets for each in same], smallest)
    if told is None or inside < 2:
        return ""
    said = ngettext(
        "Alla tillsammans: %(n)s svar i %(rounds)s omgångar.",
        "Alla tillsammans: %(n)s svar i %(rounds)s omgångar.",
        told.n,
    )
    waits = len(same) - inside
    more = ngettext(
        "%(n)s omgång är för liten för att räknas med än.", "%(n)s omgångar är för små för att räknas med än.", waits
    )
    words = said % {"n": grouped(told.n), "rounds": inside}
    return f"{words} {more % {'n': waits}}" if waits else words
