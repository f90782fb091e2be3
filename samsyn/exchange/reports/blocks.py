"""What a section of a report is made of: words, sentences, figures, tables, charts, duties."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from samsyn.exchange.pdf.parts import NO_TAG, Tag
from samsyn.exchange.reports.cells import Cell, ColumnDoc, Kind, check_cell, kind_of


@dataclass(frozen=True, slots=True)
class DefinitionDoc:
    """How something is counted. `clause` as on a tag: «§ 3.2»; `version` is the short checksum of the definition."""

    indicator: str
    name: str
    says: str
    clause: str
    version: str
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """People's own words. `by` is who wrote them, where several do; an empty line parts two paragraphs."""

    lines: tuple[str, ...]
    by: str = ""
    question: str = ""
    block: Literal["words"] = "words"


@dataclass(frozen=True, slots=True)
class Sentence:
    """Something that the report says by itself, with the clause behind it."""

    text: str
    tag: Tag = NO_TAG
    block: Literal["sentence"] = "sentence"


@dataclass(frozen=True, slots=True)
class FigureDoc:
    """One figure with its sentence. `level` and `target` are words for the reader; a target has a clause behind it.

    `says` is the sentence; `more` quiet lines below it: of how many, what is missing, why it is not measured.
    """

    key: str
    name: str
    value: Cell
    kind: Kind
    unit: str
    says: str
    level: str
    tag: Tag = NO_TAG
    more: tuple[str, ...] = ()
    target: str = ""
    n: int | None = None
    missing: int | None = None
    definition: DefinitionDoc | None = None
    block: Literal["figure"] = "figure"

    def __post_init__(self) -> None:
        check_cell(self.value, self.kind)


@dataclass(frozen=True, slots=True)
class TableDoc:
    """`key` names its sheet and its file: its own in the report, of a–z, 0–9 and hyphens.

    The first column is the head of its row. `sums` is a last row, or empty. `groups` are lines that open a group of
    rows, with the number of the first of them: ((0, "Kvinnor"), (4, "Män")).
    """

    key: str
    title: str
    columns: tuple[ColumnDoc, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sums: tuple[Cell, ...] = ()
    note: str = ""
    definitions: tuple[DefinitionDoc, ...] = ()
    tag: Tag = NO_TAG
    groups: tuple[tuple[int, str], ...] = ()
    block: Literal["table"] = "table"

    def __post_init__(self) -> None:
        for row in (*self.rows, *([self.sums] if self.sums else [])):
            if len(row) != len(self.columns):
                raise ValueError(f"a row of «{self.key}» has {len(row)} cells for {len(self.columns)} columns")
            for cell, column in zip(row, self.columns, strict=True):
                check_cell(cell, kind_of(cell, column))


@dataclass(frozen=True, slots=True)
class ChartDoc:
    """A drawing by samsyn.charts, kept as it was drawn: `svg` is the wide form, on the page and on paper alike.

    `sentence` says what it shows and stands above it; `says` is its text alternative; `table` the key of the table that
    says the same, in the same report. `narrow` is the form for a phone, and is not printed.
    """

    key: str
    title: str
    kind: str
    sentence: str
    says: str
    svg: str
    table: str
    narrow: str = ""
    tag: Tag = NO_TAG
    block: Literal["chart"] = "chart"


@dataclass(frozen=True, slots=True)
class DutyRow:
    """`standing` in the same words for both sides: «Gjort 12 mars», «Inte gjort»; `due` as people write a day."""

    what: str
    due: str
    standing: str
    tag: Tag = NO_TAG
    why: str = ""


@dataclass(frozen=True, slots=True)
class DutySide:
    """`kind`: public, civil or joint."""

    party: str
    kind: str
    rows: tuple[DutyRow, ...]


@dataclass(frozen=True, slots=True)
class DutiesDoc:
    """What each side undertook, and what became of it. `says` introduces it; sides in the order of the agreement."""

    key: str
    title: str
    says: str
    sides: tuple[DutySide, ...]
    block: Literal["duties"] = "duties"


Block = Annotated[Words | Sentence | FigureDoc | TableDoc | ChartDoc | DutiesDoc, Field(discriminator="block")]


@dataclass(frozen=True, slots=True)
class SectionDoc:
    key: str
    title: str
    tag: Tag = NO_TAG
    blocks: tuple[Block, ...] = field(default=())
