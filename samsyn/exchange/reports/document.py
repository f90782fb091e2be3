"""A report as plain values: what is frozen when it is submitted, and all that its files are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from samsyn.exchange.pdf.parts import NO_TAG, Fact, Notice, Party, Tag
from samsyn.exchange.reports.blocks import (
    Block,
    ChartDoc,
    DefinitionDoc,
    DutiesDoc,
    FigureDoc,
    SectionDoc,
    TableDoc,
)
from samsyn.exchange.reports.words import ReportWords


@dataclass(frozen=True, slots=True)
class SignatureDoc:
    """A party's word on its part. `who` and `when` are empty as long as it is awaited; `says` tells which it is."""

    party: str
    kind: str
    says: str
    who: str = ""
    when: str = ""
    seal: str = ""
    """SHA-256 (hex) of the part that was signed."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Something that took part in making the files: `version` is a release, or the SHA-256 of a template."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """All of it, in the language of the document.

    `kind` is what sort of paper it is («Halvårsrapport»), `period` the days in words, `made` who made the file and
    when, `standing` whether it is a draft or submitted. `seal` is `seal_of(document)` for a frozen report, or empty.
    """

    language: str
    kind: str
    title: str
    partnership: str
    period: str
    made: str
    case_number: str = ""
    standing: str = ""
    tag: Tag = NO_TAG
    notices: tuple[Notice, ...] = ()
    parties: tuple[Party, ...] = ()
    facts: tuple[Fact, ...] = ()
    sections: tuple[SectionDoc, ...] = ()
    signatures: tuple[SignatureDoc, ...] = ()
    seal: str = ""
    drawn_by: tuple[Drawn, ...] = ()
    words: ReportWords = field(default_factory=ReportWords)

    def __post_init__(self) -> None:
        """Keys are the names of sheets and files, so each is its own; a chart has a table that says the same."""
        sheets = [block.key for block in self.blocks if isinstance(block, TableDoc | DutiesDoc)]
        charts = [block.key for block in self.blocks if isinstance(block, ChartDoc)]
        figures = [block.key for block in self.blocks if isinstance(block, FigureDoc)]
        for keys in (sheets, charts, figures):
            if twice := sorted({key for key in keys if keys.count(key) > 1}):
                raise ValueError(f"the key {', '.join(twice)} is used twice in «{self.title}»")
        if alone := sorted({block.table for block in self.blocks if isinstance(block, ChartDoc)} - set(sheets)):
            raise ValueError(f"a chart of «{self.title}» points at the table {', '.join(alone)}, which is not there")

    @property
    def blocks(self) -> Iterator[Block]:
        return (block for section in self.sections for block in section.blocks)

    @property
    def tables(self) -> tuple[TableDoc, ...]:
        return tuple(block for block in self.blocks if isinstance(block, TableDoc))

    @property
    def definitions(self) -> tuple[DefinitionDoc, ...]:
        """Each once, in the order in which they are first used."""
        found: dict[tuple[str, str], DefinitionDoc] = {}
        for block in self.blocks:
            several = block.definitions if isinstance(block, TableDoc) else ()
            one = (block.definition,) if isinstance(block, FigureDoc) and block.definition else ()
            for each in (*several, *one):
                found.setdefault((each.indicator, each.version), each)
        return tuple(found.values())
