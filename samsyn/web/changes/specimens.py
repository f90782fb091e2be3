"""Changes of the loaded agreements on paper, one copy for each party, for outside validators to judge."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from django.core.exceptions import ValidationError

from samsyn.exchange.pdf.change import change_pdf
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.changes.models import Change
from samsyn.web.changes.paper import change_papers, paper_of
from samsyn.web.changes.presenters.change_document import Paper, change_document
from samsyn.web.project import clock


def change_specimens(folder: Path) -> list[Path]:
    """Every change that is proposed or in force; those in force also as they were laid out for signing."""
    with acting_as_job(Job.SEED):
        changes = Change.objects.exclude(proposed_at=None).filter(closed_at=None)
        named = changes.select_related("partnership", "organisation", "version", "obligation")
        written = dict(pair for each in named.order_by("partnership__slug", "number") for pair in _copies(each))
    return [_written(folder / name, content) for name, content in sorted(written.items())]


def _copies(change: Change) -> Iterator[tuple[str, bytes]]:
    today, name = clock.today(), f"change-{change.partnership.slug}-{change.key}"
    done = "-done" if change.version_id else ""
    try:
        papers = change_papers(change, today)
    except ValidationError:
        return  # another change has come between; its page says so, and it has no paper
    for party, pdf in papers.items():
        yield f"{name}{done}-{party}.pdf", pdf
    if change.version_id:
        unsigned = _before_signing(paper_of(change, today))
        for party in unsigned.preview.old.party:
            yield f"{name}-{party}.pdf", change_pdf(change_document(unsigned, party), today)


def _before_signing(paper: Paper) -> Paper:
    """The same text on the day it was proposed, before anybody had answered."""
    change = copy.copy(paper.change)
    change.version, change.done_on = None, None
    awaited = tuple(dict.fromkeys(demand.party for way in paper.ways[:1] for demand in way.demands))
    return replace(paper, change=change, steps=(), awaited=awaited)


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
