"""Who may ask, answer and withdraw. `check_…` raises, `may_…` serves the page."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied

from samsyn.web.access.viewer import Viewer
from samsyn.web.insight.models import Request
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.roles import Permission


def may_ask(viewer: Viewer, obligation: Obligation) -> bool:
    """Those who look after what is owed to a party: it is owed to it by name, or to all parties and not by it."""
    owed = viewer.organisation_id in obligation.owed_to or (
        not obligation.owed_to and viewer.organisation_id not in obligation.owed_by
    )
    return viewer.may(Permission.FULFIL) and owed and obligation.partnership_id in viewer.partnerships


def check_may_ask(viewer: Viewer, obligation: Obligation) -> None:
    if not may_ask(viewer, obligation):
        raise PermissionDenied("Only a party to which insight is owed asks for it.")


def may_answer(viewer: Viewer, request: Request) -> bool:
    """Those who decide for the party that is asked: they also try what may be handed over."""
    return viewer.may(Permission.DECIDE) and _is(viewer, request, request.asked_id)


def check_may_answer(viewer: Viewer, request: Request) -> None:
    if not may_answer(viewer, request):
        raise PermissionDenied("Only those who decide for the party that is asked answer it.")


def may_withdraw(viewer: Viewer, request: Request) -> bool:
    return viewer.may(Permission.FULFIL) and _is(viewer, request, request.organisation_id)


def check_may_withdraw(viewer: Viewer, request: Request) -> None:
    if not may_withdraw(viewer, request):
        raise PermissionDenied("Only the party that asked withdraws it.")


def _is(viewer: Viewer, request: Request, organisation: object) -> bool:
    return viewer.organisation_id == organisation and request.partnership_id in viewer.partnerships
