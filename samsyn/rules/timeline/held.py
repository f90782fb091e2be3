"""Which terms held on which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from samsyn.rules.quantities import DateRange
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.amend import amended
from samsyn.rules.timeline.agreed import amendments, confirmed, known_files, takes_effect
from samsyn.rules.timeline.life import life


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days during which the terms did not change. Stretches join without gap or overlap."""

    span: DateRange
    terms: Agreement


def terms_on(dossier: Dossier, day: date, known_on: date | None = None) -> Agreement:
    """The terms as they held on `day`, as known on `known_on` (None: with everything that has happened).

    Before the first day the signed terms are given, after the last day the last ones.
    """
    terms = stretches(dossier, known_on)
    return next((stretch.terms for stretch in reversed(terms) if stretch.span.start <= day), terms[0].terms)


@lru_cache(maxsize=4096)
def stretches(dossier: Dossier, known_on: date | None = None) -> tuple[Stretch, ...]:
    """The whole life of the agreement, cut where terms change."""
    span = life(dossier, known_on)
    files = known_files(dossier, known_on)
    terms = confirmed(dossier.agreement, files)
    found, start = [], span.start
    for file in amendments(files):
        effective = takes_effect(file)[0]
        if start < effective < span.end:
            found.append(Stretch(DateRange(start, effective), terms))
            start = effective
        if effective < span.end:
            terms = amended(terms, file)
    return (*found, Stretch(DateRange(start, span.end), terms))
