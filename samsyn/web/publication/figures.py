"""The figures that may stand on the public page, as they were let go: only what may be told to anyone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from samsyn.rules.indicators import Total, plain
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.followup import Publication
from samsyn.rules.timeline import terms_on
from samsyn.web.agreements.queries import parties_of
from samsyn.web.partnerships.models import Partnership
from samsyn.web.publication.content import Line, PublicFigure
from samsyn.web.releases.queries import open_to_anyone
from samsyn.web.releases.told import ReleasedFigure, ReleasedLine
from samsyn.web.reports.sections.words import key_words


def figures_let_go(
    partnership: Partnership, dossier: Dossier, told: Publication | None, today: date
) -> list[PublicFigure]:
    """Of the indicators that the agreement lets stand there, oldest days first.

    Where several were added together, their sum stands alone. What was never measured is not there, nor a nought of
    which nothing was written down: nobody can tell it from what nobody counted.
    """
    if told is None or not told.public:
        return []
    terms = terms_on(dossier, today, today)
    keys = {place.organisation_id: key for key, place in parties_of(partnership).items()}
    found = [each for each in open_to_anyone(partnership, told.public) if each.is_measured and not _is_bare(each)]
    together = {(each.indicator, each.period) for each in found if each.compiled}
    alone = [each for each in found if each.compiled or (each.indicator, each.period) not in together]
    order = {key: n for n, key in enumerate(told.public)}
    alone.sort(key=lambda each: (order[each.indicator], each.period.start, keys.get(each.organisation, "")))
    return [_plain(each, terms, "" if each.compiled else keys.get(each.organisation, "")) for each in alone]


def _is_bare(figure: ReleasedFigure) -> bool:
    value = figure.total.value
    return isinstance(value, Total) and not value.value and not value.n


def _plain(figure: ReleasedFigure, terms: Agreement, whose: str) -> PublicFigure:
    names = {key: each.name for key, each in terms.party.items()}
    return PublicFigure(
        indicator=figure.indicator,
        name=figure.name,
        level=figure.level,
        measure=figure.measure,
        unit=figure.unit,
        says=figure.says,
        clause=figure.clause,
        assumed=figure.assumed,
        version=figure.version,
        whose=whose,
        whose_name=names.get(whose, ""),
        first=figure.period.start,
        last=figure.period.last,
        let_go_on=figure.as_of.date(),
        lines=tuple(_lines(figure.lines, terms, names)),
    )


def _lines(lines: Iterable[ReleasedLine], terms: Agreement, names: Mapping[str, str]) -> Iterable[Line]:
    for each in lines:
        said = tuple(key_words(by, key, terms, names) for by, key in zip(each.by, each.keys, strict=True))
        value = None if each.value is None else plain(each.value)
        yield Line(each.by, each.keys, said, dict(each.counts), value)
