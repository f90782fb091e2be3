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
    refers_to: Mapping[str, object] | None = None,
    shared: bool = False,
) -> Act:
    """Append one act. If this fails, what the action did fails with it.

    `refers_to` holds ids, days, counts and keys from the agreement; a str in it may hold no space and no @, for
    it is no place for text. `organisation` is for jobs; a person always acts for the organisation in its Viewer.
    Raises RuntimeError outside a transaction, ValueError for an undescribed name or a reference that looks like text.
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
    person = by.person_id if by.is_known else None
    return person, by.organisation_id if by.acts else _id(organisation), by.job.value if by.job else ""


def _id(thing: models.Model | UUID | None) -> UUID | None:
    return thing.pk if isinstance(thing, models.Model) else thing


def _reference(key: str, value: object) -> str | int | None:
    if value is None or isinstance(value, int):
        return value
    if not isinstance(value, UUID | date | str):
        raise TypeError(f"refers_to[{key!r}] is a {type(value).__name__}. Write an id, a day, a count or a key.")
    text = str(value)
    if (" " in text.strip() and not isinstance(value, date)) or "@" in text:
        raise ValueError(f"refers_to[{key!r}] looks like text. History holds ids and keys, not personal values.")
    return text
