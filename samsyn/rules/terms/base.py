"""What every term has: an id, a clause, one sentence of ours, and the readings that are assumed."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, TypeVar, cast, dataclass_transform

from pydantic import ConfigDict, Field, Strict, StringConstraints
from pydantic.dataclasses import dataclass as _dataclass

T = TypeVar("T")
_CONFIG = ConfigDict(extra="forbid", use_attribute_docstrings=True, validate_default=False)


@dataclass_transform(kw_only_default=True, frozen_default=True)
def term(cls: type[T]) -> type[T]:
    """A frozen pydantic dataclass that refuses unknown keys: the only definition of a term."""
    return cast(type[T], _dataclass(frozen=True, kw_only=True, config=_CONFIG)(cls))


Id = Annotated[str, Strict(), StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, Strict(), StringConstraints(min_length=1, strip_whitespace=True)]
Clause = Annotated[str, Strict(), StringConstraints(min_length=1, strip_whitespace=True)]
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
Day = Annotated[date, Strict(), Field(ge=EARLIEST, le=LATEST)]
"""A civil date within what an agreement can speak of: an open end is not written as the year 9999."""
Number = Annotated[int, Strict(), Field(ge=0, le=1_000_000_000)]
Whole = Annotated[int, Strict(), Field(ge=1, le=1_000_000_000)]
Months = Annotated[int, Strict(), Field(ge=0, le=1200)]
Length = Annotated[int, Strict(), Field(ge=1, le=1200)]
"""In months, at least one."""
Days = Annotated[int, Strict(), Field(ge=0, le=3660)]
Times = Annotated[int, Strict(), Field(ge=1, le=366)]
Flag = Annotated[bool, Strict()]


@term
class Alternative:
    """Another way to read the clause."""

    id: Id
    """Short name of this reading, for example «arrears»."""
    says: Text
    """The reading in one sentence."""
    set: dict[str, Any] = Field(default_factory=dict)
    """What the term would say instead: its own keys with other values. Empty where nothing that is computed changes."""


@term
class Assumption:
    """A place where the signed text is silent or can be read in several ways. Shown with a dashed tag."""

    id: Id
    """Unique in the file; minutes refer to it when the steering group confirms the reading."""
    question: Text
    """What the parties should answer."""
    chosen: Text
    """The reading that Samsyn uses until somebody with the mandate has answered."""
    alternatives: tuple[Alternative, ...] = Field(min_length=1)
    """The other readings."""
    why: Text | None = None
    """Why this reading was chosen for now, with its source."""


@term
class Term:
    """Base of all terms."""

    id: Id
    """Given by the heading of the table: [payment.invoicing] has the id «invoicing»."""
    clause: Clause
    """The clause in the signed text, as it is numbered there: «1.6», «§ 3», «Partnerskapsperiod»."""
    says: Text
    """Our own one-line paraphrase (never the signed sentence), in the language of the parties."""
    annex: Text | None = None
    """Which annex, if the clause stands in one."""
    note: Text | None = None
    """Anything a reader should know, such as a source or a contradiction in the text."""
    first: Day | None = None
    """First day on which the term holds, if not from the start of the agreement."""
    last: Day | None = None
    """Last day on which the term holds, if not to the end."""
    applies: Flag = True
    """false takes the term out of all calculation; used by alternatives («this clause was never agreed»)."""
    assumption: tuple[Assumption, ...] = ()
    """Readings that are assumed: [[payment.invoicing.assumption]]."""

    def assumes(self, key: str) -> bool:
        """Is what stands under a key a reading, to which an alternative says something else?"""
        return any(key in other.set for each in self.assumption for other in each.alternatives)
