"""One at a time writes what an agreement says and what follows from it."""

from __future__ import annotations

from uuid import UUID

from samsyn.web.project.conflicts import take_turns


def hold_terms(partnership_id: UUID) -> None:
    """Until the transaction ends nobody else adds a version to this agreement or writes how its obligations stand.

    Ask before reading what you decide from: what was read earlier may be the terms of a moment ago. Everybody asks for
    this before they lock or write an obligation, so that nobody waits for one who waits for them.
    """
    take_turns(f"terms/{partnership_id}")
