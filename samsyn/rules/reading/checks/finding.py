"""A contradiction, before it is given a file and a line."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """`path` leads to the key in the file; `what` and `do` are sentences without their last full stop."""

    path: tuple[str | int, ...]
    what: str
    do: str
