"""Writing history. Called by every action, inside the action's own transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection, models

from samsyn.web.access.jobs import Job
from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.models import Act


@dataclass(frozen=True, slots=True)
class Told:
    """One act among several of one moment: what `record` is told of each."""

    name: str
    subject: models.Model | None = None
    clause: str = ""
    refers_to: Mapping[str, object] | None = None


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
    act = _act(Told(name, subject, clause, refers_to), by, now, partnership, organisation)
    act.reason, act.shared = reason, shared
    act.save(force_insert=True)
    return act


def record_all(*told: Told, by: Viewer | Job, now: datetime, partnership: models.Model | UUID) -> list[Act]:
    """Several acts by one at one moment, in one question to the database. Otherwise as `record`."""
    return Act.objects.bulk_create([_act(each, by, now, partnership, None) for each in told])


def _act(
    told: Told,
    by: Viewer | Job,
    now: datetime,
    partnership: models.Model | UUID | None,
    organisation: models.Model | UUID | None,
) -> Act:
    if not connection.in_atomic_block:
        raise RuntimeError("An act is recorded inside the action's transaction. Decorate the action with atomic.")
    if not acts.is_known(told.name):
        raise ValueError(f"{told.name!r} has no sentence. Register it with history.acts.register beside the action.")
    person_id, organisation_id, job = _actor(by, organisation)
    return Act(
        at=now,
        name=told.name,
        person_id=person_id,
        job=job,
        organisation_id=organisation_id,
        partnership_id=_id(partnership),
        subject_type=told.subject._meta.label_lower if told.subject is not None else "",
        subject_id=_id(told.subject),
        clause=told.clause,
        refers_to={key: _reference(key, value) for key, value in (told.refers_to or {}).items()},
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
