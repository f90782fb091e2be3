"""Writing history. Called by every action, inside the action's own transaction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.db import connection, models

from samsyn.web.access.jobs import Job
from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.models import Act

Reference = UUID | date | int | str | None
"""An id, a day, a count or a key from the agreement. A str may hold no space and no @: it is no place for text."""


def record(
    name: str,
    *,
    by: Viewer | Job,
    now: datetime,
    subject: models.Model | None = None,
    partnership: models.Model | UUID | None = None,
    organisation: models.Model | UUID | None = None,
    reason: str = "",
    clause: str = "",
    refers_to: Mapping[str, Reference] | None = None,
    shared: bool = False,
) -> Act:
    """Append one act. If this fails, what the action did fails with it.

    `organisation` is for jobs; a person always acts for the organisation in its Viewer. Raises RuntimeError
    outside a transaction, ValueError for an undescribed name or a reference that looks like text.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("An act is recorded inside the action's transaction. Decorate the action with atomic.")
    if not acts.is_known(name):
        raise ValueError(f"{name!r} has no sentence. Register it with history.acts.register beside the action.")
    person_id, organisation_id, job = _actor(by, organisation)
    return Act.objects.create(
        at=now,
        name=name,
        person_id=person_id,
        job=job,
        organisation_id=organisation_id,
        partnership_id=_id(partnership),
        subject_type=subject._meta.label_lower if subject is not None else "",
        subject_id=_id(subject),
        reason=reason,
        clause=clause,
        refers_to={key: _reference(key, value) for key, value in (refers_to or {}).items()},
        shared=shared,
    )


def _actor(by: Viewer | Job, organisation: models.Model | UUID | None) -> tuple[UUID | None, UUID | None, str]:
    if isinstance(by, Job):
        return None, _id(organisation), by.value
    if by.job is not None:
        return by.person_id, by.organisation_id or _id(organisation), by.job.value
    return by.person_id, by.organisation_id, ""


def _id(thing: models.Model | UUID | None) -> UUID | None:
    return thing.pk if isinstance(thing, models.Model) else thing


def _reference(key: str, value: Reference) -> str | int | None:
    if isinstance(value, str) and (" " in value or "@" in value):
        raise ValueError(f"refers_to[{key!r}] looks like text. History holds ids and keys, not personal values.")
    return value if isinstance(value, int | None) else str(value)
