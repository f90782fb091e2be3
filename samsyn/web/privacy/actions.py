"""Erasing what is too old, and emptying the history that speaks of it. Runs as the role samsyn_retention."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import transaction
from django.db.models import ProtectedError, QuerySet
from django.db.models.deletion import Collector

from samsyn.web.history.models import Act
from samsyn.web.privacy.classes import Record, records
from samsyn.web.privacy.models import PurgeRun

ALIAS = "retention"
_TOMBSTONE: dict[str, Any] = {"person_id": None, "subject_id": None, "reason": "", "refers_to": {}}
_SPEAKS_OF = "subject_id = ANY(%s) OR jsonb_path_query_array(refers_to, '$.*') ?| %s"
"""Both halves have an index (history_by_subject, history_by_reference)."""


@dataclass
class Erased:
    """Rows per table, by the organisation that owned them (None for rows that belong to nobody)."""

    counts: dict[UUID | None, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def total(self) -> Counter[str]:
        return sum(self.counts.values(), Counter())


def plan(now: datetime) -> Erased:
    """Exactly what a purge at `now` would erase: it is done, counted and undone."""
    with transaction.atomic(using=ALIAS):
        erased = _go_through(now)
        transaction.set_rollback(True, using=ALIAS)
    return erased


def purge(now: datetime) -> Erased:
    """Erase it, in one transaction, and write a PurgeRun for each organisation concerned.

    May run twice: the second time there is nothing left. Raises if the role samsyn_retention is not configured.
    """
    with transaction.atomic(using=ALIAS):
        erased = _go_through(now)
        PurgeRun.objects.using(ALIAS).bulk_create(
            PurgeRun(at=now, organisation_id=organisation, counts=dict(counts))
            for organisation, counts in erased.counts.items()
        )
    return erased


def _go_through(now: datetime) -> Erased:
    erased = Erased()
    for record in _children_first():
        assert record.retention.due is not None
        rows = record.retention.due(now).using(ALIAS)
        if rows.model is Act:
            _empty(rows, now, erased)
        else:
            _erase(record, rows, now, erased)
    return erased


def _children_first() -> list[Record]:
    """What refers to a row goes before the row."""
    due = {record.model.lower(): record for record in records() if record.retention.due is not None}
    ordered: dict[str, Record] = {}

    def place(label: str) -> None:
        for relation in apps.get_model(due[label].model)._meta.get_fields(include_hidden=True):
            child = relation.related_model._meta.label_lower if _points_here(relation) else ""
            if child in due and child not in ordered and child != label:
                place(child)
        ordered.setdefault(label, due[label])

    for label in due:
        place(label)
    return list(ordered.values())


def _points_here(relation: Any) -> bool:
    return bool(relation.auto_created and not relation.concrete and relation.related_model)


def _erase(record: Record, rows: QuerySet[Any], now: datetime, erased: Erased) -> None:
    """The rows that nothing kept for longer refers to, and before them the history that speaks of them."""
    ids = _forgotten(rows) if record.retention.forgotten else _unprotected(rows)
    if not ids:
        return
    doomed = rows.model._default_manager.using(ALIAS).filter(pk__in=ids)
    for owner in doomed.values_list(record.owner or "pk", flat=True):
        erased.counts[owner if record.owner else None][record.model] += 1
    if isinstance(ids[0], UUID):
        _empty(acts_about(ids), now, erased)
    doomed.delete()


def _unprotected(rows: QuerySet[Any]) -> list[Any]:
    found = list(rows)
    if _can_go(found):
        return [row.pk for row in found]
    return [row.pk for row in found if _can_go([row])]


def _forgotten(rows: QuerySet[Any]) -> list[Any]:
    """Those that can go once what is kept longer has forgotten them. Where something needs one, nothing forgets it."""
    gone = []
    for row in rows:
        with transaction.atomic(using=ALIAS):
            for field in _may_forget(rows.model):
                field.model._default_manager.using(ALIAS).filter(**{field.name: row}).update(**{field.name: None})
            if _can_go([row]):
                gone.append(row.pk)
            else:
                transaction.set_rollback(True, using=ALIAS)
    return gone


def _may_forget(model: type[Any]) -> Iterator[Any]:
    """Foreign keys to the model that may be empty."""
    for relation in model._meta.get_fields(include_hidden=True):
        if _points_here(relation) and relation.field.null:
            yield relation.field


def _can_go(rows: list[Any]) -> bool:
    try:
        Collector(using=ALIAS).collect(rows)
    except ProtectedError:
        return False
    return True


def acts_about(ids: list[UUID]) -> QuerySet[Act]:
    """Acts with the ids as subject or among what they refer to."""
    alive = Act.objects.using(ALIAS).filter(erased_at=None)
    return alive.extra(where=[_SPEAKS_OF], params=[ids, [str(each) for each in ids]])


def _empty(acts: QuerySet[Act], now: datetime, erased: Erased) -> None:
    """Make tombstones: that something was done, and when, remains."""
    found = list(acts.values_list("pk", "organisation_id"))
    for _, owner in found:
        erased.counts[owner]["history.Act"] += 1
    if found:
        Act.objects.using(ALIAS).filter(pk__in=[pk for pk, _ in found]).update(**_TOMBSTONE, erased_at=now)
