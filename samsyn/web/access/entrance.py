"""One round trip that says who someone is here and opens exactly that in PostgreSQL."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from django.db import connection, transaction

from samsyn.web.access.scope import apply, current, within
from samsyn.web.access.viewer import NOBODY, Viewer, viewer_from
from samsyn.web.organisations.roles import Permission, roles_with

_ENTER = "SELECT samsyn_enter(%s, %s, %s, %s)"


def enter(person_id: UUID, organisation_slug: str | None, *, today: date) -> Viewer:
    """Set the transaction's scope and answer with the same facts.

    NOBODY if there is no active person with that id. A Viewer without organisation if the person holds no
    role in that organisation today (or none is asked for).
    """
    readers = [str(role) for role in roles_with(Permission.READ_PARTNERSHIP)]
    with connection.cursor() as cursor:
        cursor.execute(_ENTER, [person_id, organisation_slug, today, readers])
        (answer,) = cursor.fetchone()
    if answer is None:
        return NOBODY
    return viewer_from(json.loads(answer) if isinstance(answer, str) else answer, today)


@contextmanager
def acting_as(person_id: UUID, organisation_slug: str | None, *, today: date) -> Iterator[Viewer]:
    """For what is not a request: tests, stories, a job on one person's behalf."""
    nested = connection.in_atomic_block
    with transaction.atomic():
        before = current() if nested else None
        yield enter(person_id, organisation_slug, today=today)
        if before is not None:
            apply(before)


@contextmanager
def viewing(viewer: Viewer) -> Iterator[Viewer]:
    """Under a Viewer that is already known."""
    with within(viewer.scope()):
        yield viewer
