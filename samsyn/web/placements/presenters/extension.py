"""A proposed extension: who has said yes, and what is left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext

from samsyn.web.placements.models import Extension


@dataclass(frozen=True, slots=True)
class Extended:
    """`answers`: the viewer's organisation has not said yes. `open`: it is neither in force nor dropped."""

    id: UUID
    last: date
    consulted_on: date
    proposer: str
    approved: tuple[tuple[str, date], ...]
    says: str
    open: bool
    answers: bool
    mine: bool


def extension_of(extension: Extension, mine: UUID, name: Callable[[UUID], str]) -> Extended:
    approvals = list(extension.approvals.all())
    is_open = extension.in_force_on is None and extension.dropped_on is None
    return Extended(
        id=extension.pk,
        last=extension.last,
        consulted_on=extension.consulted_on,
        proposer=name(extension.organisation_id),
        approved=tuple((name(each.organisation_id), each.on) for each in approvals),
        says=_says(extension),
        open=is_open,
        answers=is_open and all(each.organisation_id != mine for each in approvals),
        mine=extension.organisation_id == mine,
    )


def _says(extension: Extension) -> str:
    if extension.in_force_on:
        return gettext("Gäller: båda parter har sagt ja.")
    if extension.dropped_on:
        return gettext("Blev inte av. Den sista dagen är som förut.")
    return gettext("Gäller först när båda parter har sagt ja.")
