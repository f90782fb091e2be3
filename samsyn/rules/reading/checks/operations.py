"""Bodies can be called, places fit in their pool, figures are split by sex."""

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


def seasons_have_two_ends(agreement: Agreement) -> Iterator[Finding]:
    for name, extra in agreement.extra_places.items():
        if (extra.season_first is None) != (extra.season_last is None):
            missing = "season_first" if extra.season_first is None else "season_last"
            do = f'Write {missing} as a day of the year, for example "11-01", or take the other away'
            yield Finding(("extra_places", name), f"the season has no {missing}", do)


def places_fit_in_their_pool(agreement: Agreement) -> Iterator[Finding]:
    for name, pool in agreement.pool.items():
        path, whole = ("pool", name), agreement.pool.get(pool.part_of or "")
        if whole and pool.places > whole.places:
            what = f"{pool.places} places are reserved out of only {whole.places} in «{whole.id}»"
            yield Finding((*path, "places"), what, "Correct one of them")
        if whole and whole.kind != pool.kind:
            yield Finding(
                (*path, "kind"), f"«{name}» is {pool.kind}, «{whole.id}» is {whole.kind}", "Write the same kind"
            )
        if pool.kind == "night" and pool.months:
            yield Finding((*path, "months"), "a night place is valid in nights, not months", "Write nights = …")
        if pool.kind == "training" and pool.nights:
            yield Finding((*path, "nights"), "a training place is valid in months, not nights", "Write months = …")


def figures_are_split_by_sex(agreement: Agreement) -> Iterator[Finding]:
    """Individual-based statistics are split by sex unless there are special reasons (förordning 2001:100, 14 §)."""
    for name, indicator in agreement.indicator.items():
        if ("sex" in indicator.split) == bool(indicator.no_sex_split_because):
            what = "the figure is neither split by sex nor has a reason why not, or it has both"
            do = 'Write split = ["sex"], or no_sex_split_because = "the reason"'
            yield Finding(("indicator", name, "split"), what, do)
