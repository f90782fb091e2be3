"""What clashes, in words that blame nobody: how much, on which days, and by whom it is paid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext

from samsyn.rules.money.double_funding import Clash
from samsyn.web.funders.actions import mark_of
from samsyn.web.funders.models import Finding
from samsyn.web.funders.presenters.shares import line_words
from samsyn.web.ui.formats import civil_date, kronor


@dataclass(frozen=True, slots=True)
class ClashRow:
    """`shown`: the finding that the parties have already seen. `keys`: the voucher rows it is about."""

    mark: str
    says: str
    parts: tuple[tuple[str, str], ...]
    keys: tuple[str, ...]
    shown: Finding | None


@dataclass(frozen=True, slots=True)
class FindingRow:
    row: Finding
    says: str
    parts: tuple[tuple[str, str], ...]


def clash_rows(found: Iterable[Clash], findings: Sequence[Finding], lines: Mapping[str, str]) -> list[ClashRow]:
    shown = {each.mark: each for each in findings}
    return [
        ClashRow(mark, clash_words(each, lines), _parts(each), each.keys, shown.get(mark))
        for each in found
        for mark in (mark_of(each),)
    ]


def finding_rows(findings: Iterable[Finding], lines: Mapping[str, str]) -> list[FindingRow]:
    return [
        FindingRow(
            each,
            _sentence(
                each.kind, line_words(each.cost_line, lines), each.days.lower, each.days.upper - timedelta(days=1),
                each.cost_ore, each.over_ore,
            ),
            tuple((str(name), kronor(ore)) for name, ore in each.parts),
        )
        for each in findings
    ]  # fmt: skip


def clash_words(clash: Clash, lines: Mapping[str, str]) -> str:
    line = line_words(clash.line if clash.line != "other" else "", lines)
    return _sentence(clash.kind, line, clash.days.start, clash.days.last, clash.cost.ore, clash.over.ore)


def _parts(clash: Clash) -> tuple[tuple[str, str], ...]:
    return tuple((funder, kronor(amount.ore)) for funder, amount in clash.parts)


def _sentence(kind: str, line: str, first: date, last: date, cost: int, over: int) -> str:
    said = {
        "line": line.rstrip("."),
        "first": civil_date(first, "long"),
        "last": civil_date(last, "long"),
        "cost": kronor(cost),
        "over": kronor(over),
    }
    if kind == "voucher":
        return gettext("%(line)s: en kostnad på %(cost)s har två finansiärer.") % said
    if kind == "shares":
        return gettext("%(line)s: %(first)s – %(last)s är andelarna tillsammans mer än 100 procent.") % said
    return gettext("%(line)s: finansiärerna betalar %(over)s mer än kostnaden %(cost)s (%(first)s – %(last)s).") % said
