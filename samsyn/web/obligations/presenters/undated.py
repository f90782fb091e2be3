"""Obligations without a day, under what makes them fall due."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from samsyn.web.obligations.presenters.grouping import Group
from samsyn.web.obligations.presenters.rows import Row


def by_occasion(rows: Iterable[Row]) -> list[Group]:
    """Grouped by the note («hela tiden», «när någon begär det»), in the order in which they first come.

    The heading says it, so the rows need not.
    """
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.note, []).append(replace(row, note=""))
    return [Group(note[:1].upper() + note[1:], tuple(group)) for note, group in found.items()]
