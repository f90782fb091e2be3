"""A pad has buttons that differ, bands of ages rise, and a support line has kinds that differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from samsyn.rules.reading.checks.finding import Finding
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.counting import VISIT, Pad, SupportLine, ages
from samsyn.rules.terms.occasions import Activity


def buttons_differ(agreement: Agreement) -> Iterator[Finding]:
    """What is tapped must be known by its key."""
    for name, pad in agreement.pad.items():
        if not pad.buttons:
            what = "the pad has no button"
            yield Finding(("pad", name), what, "Write services = [ … ], or take visits = false away")
        yield from _differ(("pad", name, "services"), pad.services)
        if VISIT in pad.services:
            what = f"a service has the id «{VISIT}», which is the button for visits"
            yield Finding(("pad", name, "services"), what, "Give the service another id")
    for name, line in agreement.support_line.items():
        for key in ("channels", "kinds", "concern"):
            yield from _differ(("support_line", name, key), getattr(line, key))


def counted_services_are_given_by_who_counts(agreement: Agreement) -> Iterator[Finding]:
    for family, key in (("pad", "services"), ("support_line", "kinds")):
        for name, term in agreement.family(family).items():
            assert isinstance(term, Pad | SupportLine)
            for service in (agreement.service.get(each) for each in getattr(term, key)):
                if service and term.by not in service.by:
                    what = f"«{term.by}» counts «{service.id}», and it is given by {', '.join(service.by)}"
                    yield Finding((family, name, key), what, "Take it away, or correct by in one of them")


def age_bands_rise(agreement: Agreement) -> Iterator[Finding]:
    for family in ("pad", "activity"):
        for name, term in agreement.family(family).items():
            assert isinstance(term, Pad | Activity)
            yield from _bands((family, name, "age_bands"), term)


def _bands(path: tuple[str, str, str], term: Pad | Activity) -> Iterator[Finding]:
    if ("age_band" in term.asks) != bool(term.age_bands):
        what = f"the {path[0]} asks for an age band and has none, or has bands and does not ask"
        yield Finding(path, what, 'Write both asks = ["age_band"] and age_bands = [ … ], or none of them')
    for band in term.age_bands:
        youngest, oldest = ages(band)
        if oldest is not None and oldest < youngest:
            yield Finding(path, f"the age band «{band}» ends before it begins", "Write the younger age first")
    for (before, one), (after, other) in pairwise((each, ages(each)) for each in term.age_bands):
        if one.oldest is None or other.youngest <= one.oldest:
            what = f"the age bands «{before}» and «{after}» overlap, or do not rise"
            yield Finding(path, what, 'Write them from the youngest, such as ["0-12", "13-17", "18+"]')


def _differ(path: tuple[str | int, ...], names: tuple[str, ...]) -> Iterator[Finding]:
    for name, times in Counter(names).items():
        if times > 1:
            yield Finding(path, f"«{name}» stands {times} times", "Write it once")
