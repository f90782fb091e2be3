"""Sista dag: the last day of the agreement, with its extensions, notice and termination."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence, Obligation
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.terms.period import Period
from samsyn.rules.timeline import Ending


def derive(period: Period, setting: Setting) -> Iterator[Obligation]:
    """The term's own sentence holds only as long as nothing has moved the day."""
    last = setting.life.last
    owed = KIND.owed(period, setting.parties, joint=True)
    if last == period.last:
        why = f"Överenskommelsen gäller till och med {last}."
        yield Obligation(owed, "end", setting.life, last, True, why)
        return
    cause = setting.ending.cause if setting.ending else ""
    owed = replace(owed, sentence=_MOVED.get(cause, "Överenskommelsen gäller till och med {last}").format(last=last))
    why = f"Texten säger {period.last}. {_because(setting.ending)}"
    yield Obligation(owed, "end", setting.life, last, True, why.replace("{", "{{").replace("}", "}}"))


_MOVED = {
    "extension": "Överenskommelsen är förlängd och gäller till och med {last}",
    "silence": "Ingen sade upp överenskommelsen i tid, så den gäller till och med {last}",
    "notice": "Överenskommelsen är uppsagd och gäller till och med {last}",
    "termination": "Överenskommelsen är hävd och gäller till och med {last}",
}


def _because(end: Ending | None) -> str:
    """What moved the day, in the words of the file that says so: «§ 8: Föreningen sade upp.»"""
    return f"§ {end.reason.clause}: {end.reason.says}" if end else "Dagen har ändrats."


KIND = Kind(
    name="end_of_period",
    title="Sista dag",
    english="Last day",
    meaning="The last day of the agreement, with its extensions, notice and termination.",
    evidence=Evidence.NONE,
    family="period",
    derive=derive,
)
