"""Erasing what is too old, and emptying the history that speaks of it. Runs as the role samsyn_retention."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from samsyn.web.history.models import Act
from samsyn.web.privacy.classes import Record, records
from samsyn.web.privacy.models import PurgeRun

ALIAS = "retention"
_TOMBSTONE: dict[str, Any] = {"person_id": None, "subject_id": None, "reason": "", "refers_to": {}}
_SPEAKS_OF = "subject_id = ANY(%s) OR EXISTS (SELECT FROM jsonb_each_text(refers_to) WHERE value = ANY(%s))"


@dataclass
class Erased:
    """Rows per table, by the organisation that owned them (None for rows that belong to nobody)."""

    counts: dict[UUID | None, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def total(self) -> Counter[str]:
        return sum(self.counts.values(), Counter())


def plan(now: datetime) -> Erased:
    """What a purge at `now` would erase, in the tables themselves and in the history. Nothing is changed."""
    return _go_through(now, dry=True)


def purge(now: datetime) -> Erased:
    """Erase it, in one transaction, and write a PurgeRun for each organisation concerned.

    May run twice: the second time there is nothing left. Raises if the role samsyn_retention is not configured.
    """
    with transaction.atomic(using=ALIAS):
        erased = _go_through(now, dry=False)
        PurgeRun.objects.using(ALIAS).bulk_create(
            PurgeRun(at=now, organisation_id=organisation, counts=dict(counts))
            for organisation, counts in erased.counts.items()
        )
    return erased


def _go_through(now: datetime, *, dry: bool) -> Erased:
    erased = Erased()
    for record in records():
        if record.retention.due is None:
            continue
        rows = record.retention.due(now).using(ALIAS)
        if rows.model is Act:
            _empty(rows, now, erased, dry=dry)
        else:
            _erase(record, rows, now, erased, dry=dry)
    return erased


def _erase(record: Record, rows: QuerySet[Any], now: datetime, erased: Erased, *, dry: bool) -> None:
    """The rows, and before them the history that speaks of them."""
    found = list(rows.values_list("pk", record.owner or "pk"))
    if not found:
        return
    for _, owner in found:
        erased.counts[owner if record.owner else None][record.model] += 1
    ids = [str(pk) for pk, _ in found]
    if all(isinstance(pk, UUID) for pk, _ in found):
        _empty(_acts_about(ids), now, erased, dry=dry)
    if not dry:
        rows.model._default_manager.using(ALIAS).filter(pk__in=[pk for pk, _ in found]).delete()


def _acts_about(ids: list[str]) -> QuerySet[Act]:
    """Acts with the ids as subject or among what they refer to."""
    alive = Act.objects.using(ALIAS).filter(erased_at=None)
    return alive.extra(where=[_SPEAKS_OF], params=[[UUID(each) for each in ids], ids])


def _empty(acts: QuerySet[Act], now: datetime, erased: Erased, *, dry: bool) -> None:
    """Make tombstones: that something was done, and when, remains."""
    found: Iterable[tuple[UUID, UUID | None]] = list(acts.values_list("pk", "organisation_id"))
    for _, owner in found:
        erased.counts[owner]["history.Act"] += 1
    if found and not dry:
        Act.objects.using(ALIAS).filter(pk__in=[pk for pk, _ in found]).update(**_TOMBSTONE, erased_at=now)
