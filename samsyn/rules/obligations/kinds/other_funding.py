"""Annan finansiering: a ban on other money for the same thing, or a duty to tell; a permission is no duty."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.rules.obligations.kind import Kind
from samsyn.rules.obligations.obligation import Evidence, Obligation
from samsyn.rules.obligations.setting import Setting
from samsyn.rules.obligations.standing import On, standing
from samsyn.rules.terms.resources import OtherFunding


def derive(other_funding: OtherFunding, setting: Setting) -> Iterator[Obligation]:
    if other_funding.rule != "free":
        on: On = "event" if other_funding.rule == "must_be_told" else "always"
        yield from standing(KIND.owed(other_funding, (other_funding.party,)), setting, on)


KIND = Kind(
    name="other_funding",
    title="Annan finansiering",
    english="Other funding",
    meaning="A ban on other money for the same thing, or a duty to tell; a permission is no duty.",
    evidence=Evidence.WRITTEN_NOTICE,
    family="other_funding",
    derive=derive,
)
