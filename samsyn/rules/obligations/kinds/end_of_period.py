"""Sista dag: the last day of the agreement, with its extensions, notice and termination."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence, Obligation
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.terms.period import Period


def derive(period: Period, setting: Setting) -> Iterator[Obligation]:
    last = setting.life.last
    owed = KIND.owed(period, setting.parties, joint=True)
    why = f"Överenskommelsen gäller till och med {last}."
    if last != period.last:
        why += f" Texten säger {period.last}; det har ändrats."
    yield Obligation(owed, "end", setting.life, last, True, why)


KIND = Kind(
    name="end_of_period",
    title="Sista dag",
    english="Last day",
    meaning="The last day of the agreement, with its extensions, notice and termination.",
    evidence=Evidence.NONE,
    family="period",
    derive=derive,
)
