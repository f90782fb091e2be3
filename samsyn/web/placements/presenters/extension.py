"""A proposed extension: who has said yes, and what is left."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext

from samsyn.web.placements.models import Extension
from samsyn.web.placements.presenters.words import listed


@dataclass(frozen=True, slots=True)
class Extended:
    """`answers`: the viewer's organisation has not said yes. `open`: it is neither in force nor dropped.

    `approved`: who has said yes, and when. `says`: who must act, or what became of it.
    """

    id: UUID
    last: date
    consulted_on: date
    proposer: str
    approved: tuple[tuple[str, date], ...]
    says: str
    open: bool
    answers: bool
    mine: bool


def extension_of(extension: Extension, both: Iterable[UUID], mine: UUID, name: Callable[[UUID], str]) -> Extended:
    """`both`: the organisations that must say yes."""
    approvals = list(extension.approvals.all())
    said_yes = {each.organisation_id for each in approvals}
    is_open = extension.in_force_on is None and extension.dropped_on is None
    return Extended(
        id=extension.pk,
        last=extension.last,
        consulted_on=extension.consulted_on,
        proposer=name(extension.organisation_id),
        approved=tuple((name(each.organisation_id), each.on) for each in approvals),
        says=_says(extension, [each for each in both if each not in said_yes], mine, name),
        open=is_open,
        answers=is_open and mine not in said_yes,
        mine=extension.organisation_id == mine,
    )


def _says(extension: Extension, left: Sequence[UUID], mine: UUID, name: Callable[[UUID], str]) -> str:
    if extension.in_force_on:
        return gettext("Gäller: båda parter har sagt ja.")
    if extension.dropped_on:
        return gettext("Blev inte av. Den sista dagen är som förut.")
    if mine in left:
        return gettext("Väntar på ert svar. Gäller först när båda parter har sagt ja.")
    who = listed(name(each) for each in left)
    return gettext("Väntar på svar från %(who)s. Gäller först när båda parter har sagt ja.") % {"who": who}
