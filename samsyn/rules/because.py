"""Why a result is what it is. Every duty, sum, figure and refusal carries one Reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """The clause and term that a result rests on, what was put in, and whether a reading is assumed.

    `says` is one Swedish sentence a person would say. `inputs` are (name, value) pairs as text.
    `assumptions` are ids of assumptions that the result depends on.
    """

    clause: str
    term: str
    says: str
    inputs: tuple[tuple[str, str], ...] = ()
    assumptions: tuple[str, ...] = ()

    @property
    def assumed(self) -> bool:
        return bool(self.assumptions)
