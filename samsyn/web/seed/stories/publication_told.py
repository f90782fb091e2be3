"""story.toml: who lets everyone read of a twin. Dates are invented."""

from __future__ import annotations

from datetime import date

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

_strict = dataclass(frozen=True, kw_only=True, config=ConfigDict(extra="forbid"))


@_strict
class OpeningTold:
    """`[[public_page]]`: the parties of `by` open the page on a day, one after the other.

    `reports`: they also let out the last submitted version of these reports, by the ids of the templates.
    """

    by: tuple[str, ...]
    on: date
    until: date | None = None
    reports: tuple[str, ...] = ()
