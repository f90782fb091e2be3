"""What an occasion can be of: an activity in the agreement, or one that a decision has added. They look the same."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from samsyn.rules.terms.occasions import Activity as Term


@dataclass(frozen=True, slots=True)
class Activity:
    """`key` is what `Occasion.activity` holds. `clause` is empty for an own activity, `decision` for the others.

    The fields are those of `samsyn.rules.terms.occasions.Activity`. `by`: keys of the parties that hold it.
    """

    key: str
    name: str
    kind: str
    counts: str
    by: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    age_bands: tuple[str, ...] = ()
    exposure: tuple[str, ...] = ()
    staff_at_least: int = 0
    discreet: bool = False
    service: str = ""
    site: str = ""
    receivers: tuple[str, ...] = ()
    says: str = ""
    clause: str = ""
    assumed: bool = False
    decision: UUID | None = None

    @property
    def is_own(self) -> bool:
        return self.decision is not None

    @property
    def can_be_shared(self) -> bool:
        """Several parties hold it, and nobody must be spared from being seen there."""
        return len(self.by) > 1 and not self.discreet


def of_term(term: Term) -> Activity:
    return Activity(
        key=term.id,
        name=term.name,
        kind=term.kind,
        counts=term.counts,
        by=term.by,
        asks=term.asks,
        age_bands=term.age_bands,
        exposure=term.exposure,
        staff_at_least=term.staff_at_least,
        discreet=term.discreet,
        service=term.service or "",
        site=term.site or "",
        receivers=term.receivers,
        says=term.says,
        clause=term.clause,
        assumed=bool(term.assumption),
    )
