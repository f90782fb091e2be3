"""Someone outside, without signing in: reaches the standing edition of one page and its papers, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from uuid import UUID

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import Scope, within
from samsyn.web.publication.models import Edition, Paper


@contextmanager
def outside(today: date) -> Iterator[None]:
    with within(Scope(job=Job.PUBLIC, day=today.isoformat())):
        yield


def shown(slug: str, today: date) -> Edition | None:
    """What everyone reads today; None where there is nothing, whatever the reason. One question."""
    with outside(today):
        return Edition.objects.filter(slug=slug, closed_at=None).first()


def paper_shown(slug: str, paper: UUID, today: date) -> Paper | None:
    """With its bytes."""
    with outside(today):
        edition = Edition.objects.filter(slug=slug, closed_at=None).first()
        if edition is None:
            return None
        return Paper.objects.filter(partnership_id=edition.partnership_id, pk=paper, closed_at=None).first()


def all_shown(today: date) -> list[Edition]:
    """Every page that is open, by its address."""
    with outside(today):
        return list(Edition.objects.filter(closed_at=None).order_by("slug"))
