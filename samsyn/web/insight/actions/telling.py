"""Letters about a request."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from samsyn.web.access.jobs import Job
from samsyn.web.access.viewer import Viewer
from samsyn.web.insight.models import Request
from samsyn.web.organisations.roles import Permission


def tell_of(
    request: Request,
    whom: Iterable[UUID],
    permission: Permission,
    about: str,
    says: str,
    *,
    kind: str = "news",
    by: Viewer | Job,
    now: datetime,
    today: date,
) -> int:
    """To those in the organisations `whom` who may do what is asked of them. `about` makes it one letter."""
    from samsyn.web.reminders.actions import tell
    from samsyn.web.reminders.queries import receivers_in

    return tell(
        receivers_in(whom, permission, today),
        kind=kind,
        about=about,
        partnership=request.partnership,
        says=says,
        path=f"partnerships/{request.partnership.slug}/insight/{request.pk}/",
        by=by,
        now=now,
    )
