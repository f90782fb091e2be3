"""Quiet tables: from a value (`table_of`) or around rows written by hand (`table`)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

register = template.Library()


@dataclass(frozen=True)
class Column:
    """A column's head. amount: figures, to the right. unit: stands in the head, never in the cells."""

    title: str
    unit: str = ""
    amount: bool = False


@dataclass(frozen=True)
class Table:
    """caption says what the table shows; note for whom, when, what it rests on; sums stand below a rule."""

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Any]]
    sums: Sequence[Any] = ()
    note: str = ""
    empty: str = ""

    def __post_init__(self) -> None:
        for row in [*self.rows, *([self.sums] if self.sums else [])]:
            if len(row) != len(self.columns):
                raise ValueError(f"«{self.caption}»: a row has {len(row)} cells, the head {len(self.columns)}")

    def paired_rows(self) -> list[list[tuple[Column, Any]]]:
        return [list(zip(self.columns, row, strict=True)) for row in self.rows]

    def paired_sums(self) -> list[tuple[Column, Any]]:
        return list(zip(self.columns, self.sums, strict=True)) if self.sums else []


@register.inclusion_tag("ui/parts/table_of.html")
def table_of(table: Table, tall: bool = False, wide: bool = False) -> dict[str, Any]:
    """A table from a value. Its head stays at the top of the window while one scrolls.

    tall: scrolls inside its own frame. wide: has more columns than a page, so it scrolls sideways.
    """
    return {"table": table, "tall": tall, "wide": wide}


@register.simple_block_tag
def table(content: str, caption: str, note: str = "", tall: bool = False, wide: bool = False) -> SafeString:
    """Frame and caption around thead, tbody and tfoot written in the template; class="amount" for figures."""
    return render_to_string(
        "ui/parts/table.html", {"content": content, "caption": caption, "note": note, "tall": tall, "wide": wide}
    )
