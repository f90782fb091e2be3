"""The room of a party that runs something where things can happen, or that others have promised to tell."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import pgettext

from samsyn.rules.terms import Agreement
from samsyn.web.agreements.presenters.rooms import Entering, Room


def room_of(entering: Entering) -> Room | None:
    known = concerned(entering.terms)
    return (
        Room(pgettext("something happened", "Händelser"), entering.to.incidents)
        if known and entering.mine in known
        else None
    )


def concerned(terms: Agreement) -> set[str]:
    """Keys of the parties whose work is done here, or who tell or are told; a body stands for those who sit in it."""
    working = {key for activity in terms.activity.values() if activity.applies for key in activity.by}
    working |= {key for pool in terms.pool.values() if pool.applies for key in pool.by}
    working |= {pad.by for pad in terms.pad.values() if pad.applies}
    working |= {line.by for line in terms.support_line.values() if line.applies}
    for telling in (each for each in terms.telling.values() if each.applies):
        working |= set(telling.by) | set(_seated(terms, telling.to))
    return working


def _seated(terms: Agreement, to: Iterable[str]) -> Iterable[str]:
    for key in to:
        body = terms.body.get(key)
        yield from [key] if body is None else [seat.party for seat in body.members if seat.party]
