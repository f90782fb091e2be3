"""What is noted of somebody, for herself. Her own rows are found first (`roster.own`); these are only about those."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from samsyn.web.roster.models import Fulfilled, UndertakingText, Worker


def noted_of(rows: Iterable[Worker]) -> dict[UUID, list[Fulfilled]]:
    """By worker: all that is noted, newest first, also what was taken back."""
    found: dict[UUID, list[Fulfilled]] = defaultdict(list)
    for each in Fulfilled.objects.filter(worker__in=list(rows)).select_related("noted_by", "version"):
        found[each.worker_id].append(each)
    return found


def texts_of(rows: Iterable[Worker], today: date) -> list[UndertakingText]:
    """The texts of the own organisation in the partnerships of the rows, newest first."""
    workers = list(rows)
    return list(
        UndertakingText.objects.filter(
            partnership__in={each.partnership_id for each in workers},
            organisation__in={each.organisation_id for each in workers},
        ).since(today)
    )
