"""What follows from one clause: duties with their days and why just those days, and duties without a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from samsyn.rules.terms import Agreement
from samsyn.web.agreements.presenters.done import state_of
from samsyn.web.agreements.presenters.sides import duty_title, is_latest

if TYPE_CHECKING:
    from samsyn.web.obligations.models import Obligation

_FIRST = 6


@dataclass(frozen=True, slots=True)
class DutyWords:
    """A duty with who owes it and why it falls due when it does; `state` says that it is done, waived or disputed."""

    when: date | None
    stated: bool
    title: str
    says: str
    who: str
    why: str
    remark: str
    latest: bool
    state: str = ""
    state_kind: str = "plain"


@dataclass(frozen=True, slots=True)
class OwedUnder:
    """`coming` by day, `later` the rest of them, `passed` those before today, `always` those without a day."""

    coming: tuple[DutyWords, ...]
    later: tuple[DutyWords, ...]
    passed: tuple[DutyWords, ...]
    always: tuple[DutyWords, ...]

    @property
    def any(self) -> bool:
        return bool(self.coming or self.passed or self.always)


def owed_under(agreement: Agreement, owed: Iterable[Obligation], today: date) -> OwedUnder:
    """`owed` by day, as the query gives them."""
    found = [(each.due, _words(agreement, each)) for each in owed]
    coming = [words for due, words in found if due and due >= today]
    passed = tuple(words for due, words in found if due and due < today)
    always = tuple(words for due, words in found if due is None)
    return OwedUnder(tuple(coming[:_FIRST]), tuple(coming[_FIRST:]), passed, always)


def _words(agreement: Agreement, owed: Obligation) -> DutyWords:
    who = ", ".join(agreement.party_name(key) for key in owed.by_keys)
    remark = "" if owed.amount else owed.amount_note
    why = str(owed.reason.get("says", ""))
    return DutyWords(
        owed.due, owed.due_stated, duty_title(owed), owed.says, who, why, remark, is_latest(owed.kind), *state_of(owed)
    )
