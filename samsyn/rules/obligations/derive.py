"""Terms → obligations. `duties_of` takes terms without change in time, `duties` a whole dossier with its amendments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from samsyn.rules.money.register import EMPTY, IndexRegister
from samsyn.rules.obligations.compose import composed
from samsyn.rules.obligations.duty import derive_duty
from samsyn.rules.obligations.kinds import KINDS
from samsyn.rules.obligations.obligation import Obligation
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.quantities import DateRange
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import ending, stretches
from samsyn.rules.timeline import life as life_of
from samsyn.rules.timeline.life import known

Happened = Mapping[str, Sequence[date]]
"""Term id → the days on which it was done, for example the meetings that were held."""

NOTHING: Happened = {}
_OWN = [kind for kind in KINDS.values() if kind.derive is not None]
_OF_DUTY = {kind.name: kind for kind in KINDS.values() if kind.derive is None}


def duties(
    dossier: Dossier, span: DateRange | None = None, *, happened: Happened = NOTHING, index: IndexRegister = EMPTY,
    known_on: date | None = None,
) -> list[Obligation]:  # fmt: skip
    """Everything owed in `span` (None: all there is, also what the clauses set after the agreement's end), by due day.

    What has a day belongs to the span in which the day lies; what has none belongs to every span in which it holds.
    `known_on` leaves out what was not yet known: later changes, and figures published later.
    """
    life, register, end = life_of(dossier, known_on), index.known_on(known_on), ending(dossier, known_on)
    done = {**_conditions_met(dossier, known_on), **happened}
    found = [
        (stretch.span, _derived(Setting(stretch.terms, life, done, register, end)))
        for stretch in stretches(dossier, known_on)
    ]
    return _in_span(_with_waivers(composed(found), dossier, known_on), span)


def duties_of(
    agreement: Agreement, span: DateRange | None = None, *, life: DateRange | None = None,
    happened: Happened = NOTHING, index: IndexRegister = EMPTY,
) -> list[Obligation]:  # fmt: skip
    """The same for terms that do not change. `life` is the agreement's period unless it was extended or cut short."""
    return _in_span(_derived(Setting(agreement, life or agreement.span, happened, index)), span)


def _with_waivers(found: Iterable[Obligation], dossier: Dossier, known_on: date | None) -> Iterable[Obligation]:
    """A waived occurrence stays in the list, with the day on which it was waived."""
    waived = {(each.of, each.occurrence): each.on for each in known(dossier, known_on) if each.kind == "waiver"}
    if not waived:
        return found

    def day(each: Obligation) -> date | None:
        return waived.get((each.term, each.occurrence)) or waived.get((each.term, None))

    return [replace(each, waived_on=day(each)) if day(each) else each for each in found]


def _conditions_met(dossier: Dossier, known_on: date | None) -> dict[str, list[date]]:
    """The condition → the day it was met, as far as the files in amendments/ tell."""
    met = (each for each in known(dossier, known_on) if each.kind == "condition_met" and each.of)
    return {each.of: [each.on] for each in met if each.of}


def _derived(setting: Setting) -> list[Obligation]:
    """Every occurrence of every term over the whole life."""
    found: list[Obligation] = []
    agreement = setting.agreement
    for kind in _OWN:
        assert kind.derive is not None
        for term in agreement.family(kind.family).values():
            if term.applies:
                found.extend(kind.derive(term, setting))
    for duty in agreement.duty.values():
        if duty.applies:
            found.extend(derive_duty(_OF_DUTY[duty.kind], duty, setting))
    return found


def _in_span(found: Iterable[Obligation], span: DateRange | None) -> list[Obligation]:
    inside = found if span is None else (each for each in found if _lies_in(each, span))
    return sorted(inside, key=_order)


def _lies_in(obligation: Obligation, span: DateRange) -> bool:
    if obligation.due is not None:
        return obligation.due in span
    return obligation.window.overlap(span) is not None


_RANK = {name: number for number, name in enumerate(KINDS)}


def _order(obligation: Obligation) -> tuple[date, int, str, str]:
    owed = obligation.owed
    return obligation.due or date.max, _RANK[owed.kind], owed.term.id, obligation.occurrence
