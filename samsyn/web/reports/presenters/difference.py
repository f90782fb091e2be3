"""What two versions of a report differ in: sentence by sentence, cell by cell. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.translation import gettext

from samsyn.exchange.reports import Block, ChartDoc, DutiesDoc, FigureDoc, ReportDocument, Sentence, TableDoc, Words
from samsyn.exchange.reports.cells import kind_of
from samsyn.exchange.reports.words import ReportWords
from samsyn.exchange.reports.written import cell_words

_SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True)
class Changed:
    """`where`: in which row and column, or whose words. What was not there before, or is not there any more, is ""."""

    section: str
    where: str
    before: str
    after: str


def difference_between(before: ReportDocument, after: ReportDocument) -> list[Changed]:
    """In the order of the later one; sections that are gone come last."""
    words = after.words
    told = {each.key: each for each in before.sections}
    found: list[Changed] = []
    for section in after.sections:
        earlier = told.pop(section.key, None)
        then = _said(earlier.blocks if earlier else (), words)
        now = _said(section.blocks, words)
        found += [Changed(section.title, *each) for each in _pairs(then, now)]
    for gone in told.values():
        found += [Changed(gone.title, *each) for each in _pairs(_said(gone.blocks, words), {})]
    return found


Said = dict[str, str]


def _said(blocks: tuple[Block, ...], words: ReportWords) -> Said:
    """Where → what, for everything that the section says."""
    found: Said = {}
    for number, block in enumerate(blocks):
        for where, what in _of(block, words):
            # The same place twice: two payments of one name.
            key = where if where not in found else f"{where} ({number})"
            found[key] = what
    return found


def _of(block: Block, words: ReportWords) -> Iterator[tuple[str, str]]:
    match block:
        case Words():
            yield block.by or gettext("Texten"), "\n".join(block.lines)
        case Sentence():
            yield gettext("Sägs av sig självt"), block.text
        case FigureDoc():
            yield block.name, f"{cell_words(block.value, block.kind, words)} {block.unit}".strip()
        case TableDoc():
            yield from _cells(block, words)
        case DutiesDoc():
            for side in block.sides:
                for row in side.rows:
                    yield f"{side.party}: {row.what}", f"{row.due} {row.standing}".strip()
        case ChartDoc():
            return


def _cells(table: TableDoc, words: ReportWords) -> Iterator[tuple[str, str]]:
    opens = dict(table.groups)
    group = ""
    for number, row in enumerate((*table.rows, *([table.sums] if table.sums else []))):
        group = opens.get(number, group)
        head = cell_words(row[0], kind_of(row[0], table.columns[0]), words)
        for cell, column in zip(row[1:], table.columns[1:], strict=True):
            where = ", ".join(part for part in (group, head, column.title) if part)
            yield where, cell_words(cell, kind_of(cell, column), words)


def _pairs(then: Mapping[str, str], now: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    for where in (*now, *(each for each in then if each not in now)):
        before, after = then.get(where, ""), now.get(where, "")
        if before == after:
            continue
        yield from ((where, old, new) for old, new in _sentences(before, after))


def _sentences(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Only the sentences that are not the same."""
    old, new = _SENTENCE.split(before), _SENTENCE.split(after)
    for how, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how != "equal":
            yield " ".join(old[a:b]), " ".join(new[c:d])
