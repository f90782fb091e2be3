"""What is held counts one figure and is held by who gives it; who is asked and who is told are others than oneself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from samsyn.rules.reading.checks.finding import Finding
from samsyn.rules.terms import Agreement

_OF_STAFF = ("supervision", "training")

_ONCE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("activity", ("by", "receivers", "asks", "exposure")),
    ("survey", ("by", "languages", "splits", "against")),
    ("telling", ("of", "by", "to")),
)
"""Lists in which a thing stands once."""


def lists_name_a_thing_once(agreement: Agreement) -> Iterator[Finding]:
    for family, keys in _ONCE:
        for name, term in agreement.family(family).items():
            for key in keys:
                for item, times in Counter(getattr(term, key)).items():
                    if times > 1:
                        yield Finding((family, name, key), f"«{item}» stands {times} times", "Write it once")


def activities_count_their_own_figure(agreement: Agreement) -> Iterator[Finding]:
    """The own staff at supervision or training are no visitors, and visitors are no staff."""
    for name, activity in agreement.activity.items():
        path = ("activity", name, "counts")
        if activity.kind in _OF_STAFF and activity.counts != "staff":
            what = f"{activity.kind} is for the own staff, and counts {activity.counts}"
            yield Finding(path, what, 'Write counts = "staff"')
        if activity.counts == "staff" and activity.kind not in (*_OF_STAFF, "seminar"):
            what = f"an activity of kind {activity.kind} counts staff"
            yield Finding(path, what, 'Write "attendance", "participants" or "reached", or correct kind')


def activities_are_held_by_who_gives_them(agreement: Agreement) -> Iterator[Finding]:
    for name, activity in agreement.activity.items():
        service = agreement.service.get(activity.service or "")
        for party in activity.by if service else ():
            assert service is not None
            if party not in service.by:
                what = f"«{party}» holds «{service.id}», and it is given by {', '.join(service.by)}"
                yield Finding(("activity", name, "service"), what, "Take it away, or correct by in one of them")


def receivers_are_of_lectures(agreement: Agreement) -> Iterator[Finding]:
    for name, activity in agreement.activity.items():
        if activity.receivers and activity.kind != "lecture":
            what = f"an activity of kind {activity.kind} has receivers"
            yield Finding(("activity", name, "receivers"), what, 'Take them away, or write kind = "lecture"')


def surveys_are_compared_with_own_visits(agreement: Agreement) -> Iterator[Finding]:
    for name, survey in agreement.survey.items():
        for pad in (agreement.pad.get(each) for each in survey.against):
            if pad and pad.by not in survey.by:
                what = f"«{pad.id}» is counted by «{pad.by}», who does not ask"
                yield Finding(("survey", name, "against"), what, "Take the pad away, or write the party in by")


def somebody_else_is_told(agreement: Agreement) -> Iterator[Finding]:
    for name, telling in agreement.telling.items():
        if len(set(telling.by)) == 1 and set(telling.to) == set(telling.by):
            what = f"«{telling.by[0]}» tells only itself"
            yield Finding(("telling", name, "to"), what, "Write who else must be told")
