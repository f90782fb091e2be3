"""What the document of a change is made from, fetched: the terms without and with it, its steps, what is awaited."""

from __future__ import annotations

from datetime import date

from samsyn.exchange.pdf.change import change_pdf
from samsyn.rules.mandates import NotPossible, Taken, Way, missing, nearest, ways
from samsyn.rules.reading import Dossier
from samsyn.rules.timeline import life, terms_on
from samsyn.web.agreements.queries import dossier_of, parties_of
from samsyn.web.changes.models import Change
from samsyn.web.changes.presenters.change_document import Paper, change_document
from samsyn.web.changes.preview import Preview, preview_of
from samsyn.web.changes.trial import asked_of
from samsyn.web.indices.queries import register


def change_papers(change: Change, today: date) -> dict[str, bytes]:
    """One PDF for each party, by its id in the agreement, in the order of the agreement. Raises as `paper_of`."""
    paper = paper_of(change, today)
    return {key: change_pdf(change_document(paper, key), today) for key in paper.preview.old.party}


def paper_of(change: Change, today: date) -> Paper:
    """In force: against the version before its own. Raises ValidationError for a proposal that does not fit."""
    preview = _in_force(change) if change.version else preview_of(change, dossier_of(change.partnership), today)
    steps = list(change.steps.select_related("place", "person", "document").order_by("on", "recorded_at", "pk"))
    taken = [Taken(step.place.key, step.kind, step.on, step.within_limits) for step in steps]
    found = _ways(change, preview.before, taken, change.done_on or today)
    left = missing(nearest(found, taken), taken) if found and change.is_pending else ()
    awaited = tuple(dict.fromkeys(demand.party for demand in left))
    return Paper(change, preview, parties_of(change.partnership), steps, found, awaited, today)


def _in_force(change: Change) -> Preview:
    """As it was written into the agreement; its version is the one before with this file on top."""
    assert change.version is not None
    assert change.done_on is not None, "a change in force has its day"
    before = dossier_of(change.partnership, change.version.number - 1)
    after = dossier_of(change.partnership, change.version.number)
    first = max(change.first or change.done_on, life(before, change.done_on).start)
    old, new = (terms_on(each, first, change.done_on) for each in (before, after))
    return Preview(before, after, old, new, first, register().known_on(change.done_on))


def _ways(change: Change, dossier: Dossier, taken: list[Taken], day: date) -> tuple[Way, ...]:
    """None where the agreement opens none: the document then says what is wanted and not how it could be had."""
    places = parties_of(change.partnership).values()
    own = next(place for place in places if place.organisation_id == change.organisation_id)
    try:
        return ways(dossier, asked_of(change, terms_on(dossier, day, day), own), taken, today=day)
    except NotPossible:
        return ()
