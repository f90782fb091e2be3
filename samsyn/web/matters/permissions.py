"""Who may do what in matters. `check_…` raises, `may_…` answers the template."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied

from samsyn.rules.matters import Step
from samsyn.web.access.viewer import Viewer
from samsyn.web.organisations.roles import Permission

_BINDING = frozenset({Step.APPROVED, Step.REFUSED, Step.SETTLED, Step.PASSED_ON})
"""What binds the party that says it. The rest is to tell, to talk and to acknowledge."""


def needed_for(step: Step) -> Permission:
    return Permission.DECIDE if step in _BINDING else Permission.FULFIL


def may_take(viewer: Viewer, partnership_id: UUID, step: Step) -> bool:
    """For a party to the partnership. Whether the matter is where the step can be taken is another question."""
    return viewer.may(needed_for(step)) and partnership_id in viewer.partnerships


def check_may_take(viewer: Viewer, partnership_id: UUID, step: Step) -> None:
    if not may_take(viewer, partnership_id, step):
        raise PermissionDenied(f"Only a party's people with {needed_for(step)} take the step {step} in a matter.")
