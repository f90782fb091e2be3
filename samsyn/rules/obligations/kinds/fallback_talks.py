"""Samtal om summan: talks on the sum, with what holds if they fail."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence, Obligation
from samsyn.rules.obligations.once import once_by, once_sometime
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.terms.funding import Fallback


def derive(fallback: Fallback, setting: Setting) -> Iterator[Obligation]:
    funding = setting.agreement.funding[fallback.funding]
    owed = KIND.owed(fallback, (*funding.payers, *funding.payees), joint=True)
    if fallback.agreed_by:
        yield from once_by(owed, setting, fallback.agreed_by, "agreed_by")
    else:
        yield from once_sometime(owed, setting)


KIND = Kind(
    name="fallback_talks",
    title="Samtal om summan",
    english="Talks on the sum",
    meaning="Talks on the sum, with what holds if they fail.",
    evidence=Evidence.MINUTES,
    family="fallback",
    derive=derive,
)
