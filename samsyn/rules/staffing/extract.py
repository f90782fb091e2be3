"""Whether an extract that is shown is fresh enough. Asked there and then: the extract's own date is not kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from samsyn.rules.quantities import add_months
from samsyn.rules.terms.people import RegisterCheck


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why it does not do: it is older than `oldest_months`, or its date is after the day on which it is shown."""

    why: Literal["too_old", "not_yet"]
    oldest_months: int = 0


def unfit_extract(term: RegisterCheck, dated: date, shown_on: date) -> Unfit | None:
    """None where it does. «Not older than six months» (2013:852 4 §): an extract of 31 August does until the last of
    February. Where neither clause nor law says how old it may be, any age does."""
    if dated > shown_on:
        return Unfit("not_yet")
    if term.oldest_months is not None and add_months(dated, term.oldest_months) < shown_on:
        return Unfit("too_old", term.oldest_months)
    return None
