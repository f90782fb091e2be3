"""One's own page: in each partnership what is demanded, how it stands, all that is noted, and the text one signs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from samsyn.rules.reading import Dossier
from samsyn.rules.timeline import terms_on
from samsyn.web.access.viewer import Viewer
from samsyn.web.partnerships.models import Partnership
from samsyn.web.roster.models import Fulfilled, UndertakingText, Worker
from samsyn.web.roster.presenters import ways
from samsyn.web.roster.presenters.standing import Asked, NotedRow, asked_of, noted_rows
from samsyn.web.roster.presenters.words import at_work_as
from samsyn.web.roster.queries.standing import Standing
from samsyn.web.ui.components.words import Place


@dataclass(frozen=True, slots=True)
class OwnPlace:
    partnership: str
    worker: Worker
    works_as: str
    asked: tuple[Asked, ...]
    noted: tuple[NotedRow, ...]
    texts: tuple[UndertakingText, ...]
    links: tuple[Place, ...]


def place_of(
    viewer: Viewer,
    partnership: Partnership,
    dossier: Dossier,
    worker: Worker,
    standing: Standing,
    noted: Sequence[Fulfilled],
    texts: Iterable[UndertakingText],
    today: date,
) -> OwnPlace:
    """Without the checks that would only be asked for if there were cause: they are nobody's until then."""
    terms = terms_on(dossier, today, today)
    asked = asked_of(terms, "", worker, standing, noted, ())
    signed = {each.requirement for each in standing.demands}
    newest: dict[str, UndertakingText] = {}
    for each in texts:
        if each.partnership_id == partnership.pk and each.requirement in signed:
            newest.setdefault(each.requirement, each)
    home = f"/as/{viewer.organisation_slug}/partnerships/{partnership.slug}/roster/"
    return OwnPlace(
        partnership=partnership.name,
        worker=worker,
        works_as=at_work_as(worker.function, str(worker.get_kind_display())),
        asked=tuple(asked),
        noted=tuple(noted_rows(noted, terms)),
        texts=tuple(newest.values()),
        links=tuple(ways.own(home)),
    )
