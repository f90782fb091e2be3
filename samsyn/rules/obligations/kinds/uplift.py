"""Uppräkning: the sum is raised by a published index, with the calculation written out."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.rules.money.rows import levels_of
from samsyn.rules.money.sums import waiting_note
from samsyn.rules.money.uplift import Level, uplift_days
from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence, Obligation, Owed
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.terms.funding import Index


def derive(index: Index, setting: Setting) -> Iterator[Obligation]:
    """One for each day on which a sum changes, for every funding that follows the index."""
    days = setting.days_of(index)
    fundings = [each for each in setting.agreement.funding.values() if each.index == index.id and each.applies]
    if days is None:
        return
    for number, funding in enumerate(fundings):
        owed = KIND.owed(index, (*funding.payers, *funding.payees), joint=True, also=(funding,))
        changes = set(uplift_days(index, days))
        for level in levels_of(setting.agreement, funding, setting.life, setting.register):
            if level.span.start in changes:
                yield _uplift(owed, level, str(level.span.start.year) + (f"-{funding.id}" if number else ""))


def _uplift(owed: Owed, level: Level, occurrence: str) -> Obligation:
    day = level.span.start
    why = f"Summan räknas upp per {day}."
    note = waiting_note(level.awaits, level.last_known)
    return Obligation(
        owed, occurrence, level.span, day, True, why, amount=level.amount, amount_note=note, inputs=level.steps
    )


KIND = Kind(
    name="uplift",
    title="Uppräkning",
    english="Index uplift",
    meaning="The sum is raised by a published index, with the calculation written out.",
    evidence=Evidence.CALCULATION,
    family="index",
    derive=derive,
)
