"""The undertakings of the agreement, with the versions of what is signed and who has not signed the newest. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samsyn.rules.terms import Agreement
from samsyn.web.roster.models import UndertakingText, Worker
from samsyn.web.roster.queries.standing import Standing


@dataclass(frozen=True, slots=True)
class ToSign:
    name: str
    id: UUID
    earlier: bool
    """She has signed an earlier version."""


@dataclass(frozen=True, slots=True)
class UndertakingWords:
    requirement: str
    says: str
    clause: str
    assumed: bool
    current: UndertakingText | None
    others: tuple[UndertakingText, ...]
    """Earlier ones, and those that begin later."""
    unsigned: tuple[ToSign, ...]


def undertakings_of(
    terms: Agreement,
    requirements: Iterable[str],
    texts: Sequence[UndertakingText],
    workers: Sequence[Worker],
    standing: Mapping[UUID, Standing],
    today: date,
) -> list[UndertakingWords]:
    found = []
    for key in requirements:
        term = terms.undertaking[key]
        own = [each for each in texts if each.requirement == key]
        current = max((each for each in own if each.since <= today), key=lambda each: each.since, default=None)
        found.append(
            UndertakingWords(
                requirement=key,
                says=term.says,
                clause=term.clause,
                assumed=bool(term.assumption),
                current=current,
                others=tuple(each for each in own if each != current),
                unsigned=tuple(_unsigned(key, workers, standing)),
            )
        )
    return found


def _unsigned(requirement: str, workers: Sequence[Worker], standing: Mapping[UUID, Standing]) -> Iterable[ToSign]:
    for each in workers:
        for lack in standing[each.pk].lacks:
            if lack.demand.requirement == requirement:
                yield ToSign(each.known_as, each.pk, lack.why == "new_version")
