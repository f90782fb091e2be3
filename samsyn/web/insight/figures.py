"""Figures that an answer hands over. Only what was let go before, and only as anybody may be told it: what reaches an
authority may be asked for by anyone. An answer lets nothing go by itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from samsyn.exchange.reports import Cell, ColumnDoc, TableDoc
from samsyn.rules.terms import Agreement
from samsyn.web.access.viewer import Viewer
from samsyn.web.partnerships.models import Partnership
from samsyn.web.releases.models import Release
from samsyn.web.releases.presenters.shown import grids_of
from samsyn.web.releases.presenters.words import value_words
from samsyn.web.releases.queries import figures_by_release, open_to_anyone, released
from samsyn.web.releases.told import ReleasedFigure

MOST = 40


def figures_to_hand_over(viewer: Viewer, partnership: Partnership) -> list[ReleasedFigure]:
    """The acting party's own, the latest of each, the newest days first."""
    return released(viewer, partnership, compiled=False, organisation=viewer.organisation_id)[:MOST]


def figures_to_choose(viewer: Viewer, partnership: Partnership) -> dict[UUID, str]:
    """Release → what it is called, as `figures_to_hand_over`."""
    found = figures_to_hand_over(viewer, partnership)
    return {each.release: label(each) for each in found if each.release is not None}


def names_of(viewer: Viewer, releases: Iterable[UUID]) -> dict[UUID, str]:
    """Of those that the viewer sees. One question, and one more where there are any."""
    wanted = list(releases)
    rows = list(Release.objects.visible_to(viewer).filter(pk__in=wanted)) if wanted else []
    return {pk: label(each) for pk, each in figures_by_release(viewer, rows).items()}


def label(figure: ReleasedFigure) -> str:
    """«Besök, 2026-01-01–2026-06-30»."""
    said = f"{figure.name}, {figure.period.start}–{figure.period.last}"
    return said if figure.number == 1 else _("%(figure)s, rättad") % {"figure": said}


def tables_of(viewer: Viewer, partnership: Partnership, terms: Agreement, chosen: Sequence[UUID]) -> list[TableDoc]:
    """First the totals, then each split. ValidationError for what is not the party's own, or corrected since."""
    own = {each.release: each for each in figures_to_hand_over(viewer, partnership)}
    if set(chosen) - own.keys():
        raise ValidationError({"figures": _("Siffran är rättad sedan du öppnade sidan, eller inte er. Välj igen.")})
    if not chosen:
        return []
    indicators = {own[each].indicator for each in chosen}
    told = {each.release: each for each in open_to_anyone(partnership, indicators)}
    figures = [told[each] for each in own if each in set(chosen)]
    return [_totals(figures), *(table for number, each in enumerate(figures) for table in _splits(number, each, terms))]


def _totals(figures: Sequence[ReleasedFigure]) -> TableDoc:
    return TableDoc(
        key="siffror",
        title=_("I allt"),
        columns=(
            ColumnDoc("siffra", _("Siffra"), kind="text"),
            ColumnDoc("dagar", _("Dagar"), kind="text"),
            ColumnDoc("varde", _("Värde"), kind="text"),
            ColumnDoc("raknas", _("Så räknas den"), kind="text"),
        ),
        rows=tuple(
            (
                Cell(each.name),
                Cell(f"{each.period.start}–{each.period.last}"),
                Cell(value_words(each.total.value, each.unit, each.measure)),
                Cell(each.says or "–"),
            )
            for each in figures
        ),
        note=_("Siffrorna visas så som vem som helst får se dem. Det som kan peka ut någon visas inte."),
    )


def _splits(number: int, figure: ReleasedFigure, terms: Agreement) -> list[TableDoc]:
    return [
        TableDoc(
            key=f"siffra-{number + 1}-{place + 1}",
            title=f"{figure.name}. {grid.title}",
            columns=(
                ColumnDoc("vilka", _("Vilka"), kind="text"),
                *(ColumnDoc(f"c{n}", head, kind="text") for n, head in enumerate(grid.heads)),
            ),
            rows=tuple((Cell(row.whom), *(Cell(each) for each in row.cells)) for row in grid.rows),
        )
        for place, grid in enumerate(grids_of(figure, terms))
    ]
