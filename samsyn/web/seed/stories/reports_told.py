"""story.toml: the reports of a twin, as far as each has come. Words and dates are invented."""

from __future__ import annotations

from dataclasses import field
from datetime import date

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

_strict = dataclass(frozen=True, kw_only=True, config=ConfigDict(extra="forbid"))


@_strict
class PartTold:
    """`[[reports.parts]]`: what a party wrote (section → text), and signed on a day.

    Sent back by another on `back_on` with a note, it is written anew (`anew`: only what is changed) and signed again.
    """

    by: str
    written_on: date
    words: dict[str, str] = field(default_factory=dict)
    signed_on: date | None = None
    back_on: date | None = None
    back_by: str = ""
    note: str = ""
    anew: dict[str, str] = field(default_factory=dict)
    signed_again_on: date | None = None


@_strict
class ReportTold:
    """`[[reports]]`: the report by which `duty` («term/occurrence») is met, opened by `by`.

    `also`: other duties that are met on its way, by its parts and by the body that goes through them: `through_by`
    notes that with the words `through`. `words` are the compiler's, who submits on `submitted_on`.
    """

    by: str
    duty: str
    opened_on: date
    also: tuple[str, ...] = ()
    parts: tuple[PartTold, ...] = ()
    through_on: date | None = None
    through_by: str = ""
    through: str = ""
    compiled_by: str = ""
    words: dict[str, str] = field(default_factory=dict)
    submitted_on: date | None = None
