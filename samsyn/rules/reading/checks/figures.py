"""A figure can be counted: its measure fits its facts, and what it asks of them is known of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from samsyn.rules.indicators.facts import KNOWN
from samsyn.rules.reading.checks.finding import Finding
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.indicators import Facts, Indicator, Reached, Where

MEASURES: Mapping[str, frozenset[Facts]] = {
    "count": frozenset(KNOWN) - {"different_people", "guests", "participants", "hours"},
    "distinct": frozenset({"participants", "guests", "different_people"}),
    "sum": frozenset({"heads", "hours", "place_nights"}),
    "ratio": frozenset(KNOWN) - {"different_people"},
    "share_reaching": frozenset({"participants", "answers"}),
    "duration": frozenset({"placements"}),
    "paired_change": frozenset({"participants"}),
}
"""Measure → the facts that it can be taken of. A change needs the same person twice, so never anonymous answers."""

OF_ACTIVITIES: frozenset[Facts] = frozenset({"heads", "different_people", "occasions", "hours"})
OF_POOLS: frozenset[Facts] = frozenset({"participants", "placements", "nights", "guests", "place_nights", "refusals"})
_WHERE: Mapping[str, frozenset[Facts]] = {
    **{key: frozenset(each for each, known in KNOWN.items() if key in known) for key in ("site", "channel", "sex")},
    "service": frozenset(each for each, known in KNOWN.items() if {"service", "track"} & known),
    "activity": OF_ACTIVITIES,
    "pool": OF_POOLS,
    "figure": frozenset({"heads"}),
    "survey": frozenset({"answers"}),
    "question": frozenset({"answers"}),
}
_PEOPLE = ("distinct", "share_reaching", "paired_change")


def figures_are_counted_from_something(agreement: Agreement) -> Iterator[Finding]:
    """What is measured by nothing in Samsyn says so, and says no more of how."""
    for name, each in agreement.indicator.items():
        if not each.facts and (each.where or each.over or each.reached):
            what = "the figure says how it is counted, and not from which facts"
            yield Finding(("indicator", name), what, "Write facts = [ … ], or take where, over and reached away")


def measures_fit_their_facts(agreement: Agreement) -> Iterator[Finding]:
    for name, each in agreement.indicator.items():
        for fact in each.facts:
            if fact not in MEASURES[each.measure]:
                what = f"the measure {each.measure} cannot be taken of {fact}"
                of = ", ".join(sorted(MEASURES[each.measure]))
                yield Finding(("indicator", name, "facts"), what, f"Write another measure, or one of: {of}")
        if each.measure == "ratio" and each.facts and not each.over and each.where is None:
            what = "the ratio is a part of itself"
            yield Finding(("indicator", name), what, "Write what it is a part of as over, or which part as where")
        if each.measure != "ratio" and each.over:
            what = f"the measure {each.measure} is a part of nothing, and over is written"
            yield Finding(("indicator", name, "over"), what, 'Take it away, or write measure = "ratio"')


def what_is_asked_of_facts_is_known(agreement: Agreement) -> Iterator[Finding]:
    """A split or a condition that the facts say nothing of would only give «not stated»."""
    for name, each in agreement.indicator.items():
        yield from _splits(name, each)
        for key in Where.__dataclass_fields__ if each.where else ():
            lacks = [one for one in (*each.facts, *each.over) if one not in _WHERE[key]]
            if getattr(each.where, key) and lacks:
                what = f"nothing is known of {key} where {', '.join(lacks)} are counted"
                yield Finding(("indicator", name, "where"), what, f"Take {key} away from where, or correct facts")
        if each.where and "sex" in each.split and each.where.sex:
            what = "a figure of one sex is split by sex"
            yield Finding(("indicator", name, "split"), what, "Take sex away from where, or from split with its reason")


def who_is_counted_can_be_known(agreement: Agreement) -> Iterator[Finding]:
    for name, each in agreement.indicator.items():
        path = ("indicator", name, "reached")
        reached = each.reached or Reached()
        if each.reached and each.measure not in _PEOPLE and each.facts != ("placements",):
            what = f"the measure {each.measure} counts nobody who reaches something"
            yield Finding(path, what, 'Take reached away, or write measure = "distinct" or "share_reaching"')
        if each.measure == "share_reaching" and each.facts and each.reached in (None, Reached()):
            yield Finding(("indicator", name), "a share reaches nothing", "Write reached = { … }")
        if "answers" in each.facts and each.measure == "share_reaching" and not _asks(each):
            what = "a share of answers needs its survey, its question and the answers that count"
            do = 'Write where = { survey = "…", question = "…" } and reached = { answer = ["yes"] }'
            yield Finding(("indicator", name), what, do)
        if "participants" in each.facts and reached.answer:
            what = "a participant has no anonymous answer"
            yield Finding(path, what, "Take answer away, or count answers")
        yield from _of_groups(agreement, name, each)


def _splits(name: str, each: Indicator) -> Iterator[Finding]:
    for split in each.split:
        lacks = [one for one in each.facts if split not in KNOWN[one]]
        if lacks:
            what = f"nothing is known of {split} where {', '.join(lacks)} are counted"
            yield Finding(("indicator", name, "split"), what, f"Take {split} away from split, or correct facts")


def _asks(each: Indicator) -> bool:
    asked = each.where is not None and each.where.survey is not None and each.where.question is not None
    return asked and each.reached is not None and bool(each.reached.answer)


def _of_groups(agreement: Agreement, name: str, each: Indicator) -> Iterator[Finding]:
    """How many different people there were is said of a group only."""
    if "different_people" not in each.facts:
        return
    for activity in each.where.activity if each.where else ():
        held = agreement.activity.get(activity)
        if held is not None and held.kind != "group":
            what = f"different people are said of groups, and «{activity}» is {held.kind}"
            yield Finding(("indicator", name, "where"), what, "Name a group, or leave facts out: nothing measures it")
