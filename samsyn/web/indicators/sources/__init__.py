"""Facts from the tables of those who keep them, added together by PostgreSQL as far as the asked figures allow.

A new sort of fact is a file here and a line in SOURCES.
"""

from collections.abc import Callable, Sequence

from samsyn.rules.indicators.facts import Fact
from samsyn.web.indicators.sources import answers, beds, contacts, occasions, people, taps
from samsyn.web.indicators.sources.asked import Asked

SOURCES: Sequence[Callable[[Asked], list[Fact]]] = (
    taps.read,
    contacts.read,
    occasions.read,
    people.read,
    beds.read,
    answers.read,
)


def facts_of(asked: Asked) -> list[Fact]:
    return [fact for read in SOURCES for fact in read(asked)]


__all__ = ["Asked", "facts_of"]
