"""The eight settings that PostgreSQL's policies read, and how they are set for one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass, fields

from django.db import connection, transaction

from samsyn.web.access.jobs import Job


@dataclass(frozen=True, slots=True)
class Scope:
    """Each field is the text of the setting `samsyn.<field>`; empty means nothing."""

    viewer: str = ""
    organisation: str = ""
    partnerships: str = ""
    participations: str = ""
    grants: str = ""
    seats: str = ""
    day: str = ""
    job: str = ""


NOTHING = Scope()
_NAMES = [f"samsyn.{field.name}" for field in fields(Scope)]
_SET = "SELECT " + ", ".join(f"set_config('{name}', %s, true)" for name in _NAMES)
_GET = "SELECT " + ", ".join(f"coalesce(current_setting('{name}', true), '')" for name in _NAMES)


def apply(scope: Scope) -> None:
    """Set all of them until the transaction ends. Outside a transaction they would vanish at once: refused."""
    if not connection.in_atomic_block:
        raise RuntimeError("A scope is set inside a transaction. Open one with transaction.atomic() first.")
    with connection.cursor() as cursor:
        cursor.execute(_SET, astuple(scope))


def current() -> Scope:
    with connection.cursor() as cursor:
        cursor.execute(_GET)
        return Scope(*cursor.fetchone())


@contextmanager
def within(scope: Scope) -> Iterator[None]:
    """A transaction (or savepoint) under `scope`. What was set before is back afterwards.

    After an exception PostgreSQL itself restores the settings, with the savepoint.
    """
    nested = connection.in_atomic_block
    with transaction.atomic():
        before = current() if nested else NOTHING
        apply(scope)
        yield
        if nested:
            apply(before)


@contextmanager
def acting_as_job(job: Job) -> Iterator[None]:
    """Do something with no signed-in person behind it. Policies decide what the named job reaches."""
    with within(Scope(job=job)):
        yield


@contextmanager
def also_as_job(job: Job) -> Iterator[None]:
    """Keep the viewer and add a job's reach for one step of an act (make a person, its address)."""
    before = current()
    with within(Scope(**{**_as_dict(before), "job": job})):
        yield


def _as_dict(scope: Scope) -> dict[str, str]:
    return {field.name: getattr(scope, field.name) for field in fields(scope)}
