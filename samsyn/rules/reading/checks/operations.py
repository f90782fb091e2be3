"""Bodies can be called, meetings are counted in one way, figures are split by sex."""

from __future__ import annotations

from collections.abc import Iterator

from samsyn.rules.reading.checks.finding import Finding
from samsyn.rules.terms import Agreement


def bodies_can_be_called(agreement: Agreement) -> Iterator[Finding]:
    for name, body in agreement.body.items():
        members = {seat.party or seat.participant for seat in body.members}
        for key in ("convenor", "chair"):
            who = getattr(body, key)
            if who and who not in members:
                what = f"the {key} «{who}» has no seat in «{body.name}»"
                yield Finding(("body", name, key), what, "Add a seat in members, or name a member")


def meetings_are_counted_in_one_way(agreement: Agreement) -> Iterator[Finding]:
    for name, body in agreement.body.items():
        path, meets = ("body", name, "meets"), body.meets
        if meets and meets.counted == "from_last" and meets.times != 1:
            what = f"{meets.times} times in every period cannot be counted from the last time"
            yield Finding((*path, "counted"), what, 'Write counted = "by_period", or take times away')
        if meets and meets.also_when_needed and meets.or_when_needed:
            what = "meetings are both besides those when needed and replaced by them"
            yield Finding((*path, "or_when_needed"), what, "Keep one of also_when_needed and or_when_needed")


def figures_are_split_by_sex(agreement: Agreement) -> Iterator[Finding]:
    """Individual-based statistics are split by sex unless there are special reasons (förordning 2001:100, 14 §)."""
    for name, indicator in agreement.indicator.items():
        if ("sex" in indicator.split) == bool(indicator.no_sex_split_because):
            what = "the figure is neither split by sex nor has a reason why not, or it has both"
            do = 'Write split = ["sex"], or no_sex_split_because = "the reason"'
            yield Finding(("indicator", name, "split"), what, do)
