"""Sista dag för förlängning: for every period that can still be extended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence, Obligation
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.quantities import DateRange, add_months, day_before
from samsyn.rules.quantities.dates import DAY
from samsyn.rules.terms.period import Extension
from samsyn.rules.terms.renewal import deadline_before


def derive(extension: Extension, setting: Setting) -> Iterator[Obligation]:
    """One for each end: that of the signed period, and each one that an extension has led to."""
    if setting.days_of(extension) is None:
        return
    by = extension.by or setting.parties
    owed = replace(KIND.owed(extension, by, joint=True), evidence=_EVIDENCE[extension.form])
    for end, new_end in _ends(extension, setting):
        due = deadline_before(extension.deadline, end)
        if due in setting.life:
            window = DateRange.through(setting.life.start, due)
            why = f"Perioden slutar {end}. En förlängning till {new_end} ska vara klar senast {due}."
            yield Obligation(owed, end.isoformat(), window, due, True, why)


def _ends(extension: Extension, setting: Setting) -> Iterator[tuple[date, date]]:
    """(last day, last day after one more extension) as far as the agreement has come and the text allows."""
    end, used = setting.agreement.period.last, 0
    while end <= setting.life.last and (extension.times is None or used < extension.times):
        new_end = day_before(add_months(end + DAY, extension.months))
        new_end = min(new_end, extension.latest_end or new_end)
        if new_end <= end:
            return
        yield end, new_end
        end, used = new_end, used + 1


_EVIDENCE = {
    "written_agreement": Evidence.SIGNED,
    "written_notice": Evidence.WRITTEN_NOTICE,
    "tacit": Evidence.NONE,
}


KIND = Kind(
    name="extension_deadline",
    title="Sista dag för förlängning",
    english="Extension deadline",
    meaning="The last day on which an extension can be settled, for every period that can still be extended.",
    evidence=Evidence.SIGNED,
    family="extension",
    derive=derive,
)
