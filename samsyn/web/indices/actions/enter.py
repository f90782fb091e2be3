"""A published table is written in, corrected or withdrawn: each time a version of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samsyn.rules.money import IndexFigure as Figure
from samsyn.web.access.viewer import Viewer
from samsyn.web.history import acts
from samsyn.web.history.actions import record
from samsyn.web.indices.models import IndexFigure, IndexTable
from samsyn.web.indices.permissions import check_may_enter
from samsyn.web.indices.queries import Standing, series_known, standing_of
from samsyn.web.project.conflicts import refusals_of, take_turns

acts.register(
    {
        "index.enter": gettext_lazy("skrev in en publicerad indextabell"),
        "index.correct": gettext_lazy("rättade en indextabell"),
        "index.withdraw": gettext_lazy("tog bort en indextabell som inte fanns"),
    }
)

EARLIEST = date(1990, 1, 1)
_LARGEST = Decimal(100)
_REACH = 15
"""Years before and after the day of publication that a table can be about."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a person has read. `figures` by year; `source` is where it can be read again."""

    series: str
    published: date
    source: str
    figures: Mapping[int, Figure]


@transaction.atomic
def enter(said: Said, *, seen: int, because: str = "", by: Viewer, now: datetime, today: date) -> IndexTable:
    """The next version of the table. `seen` is the version that the writer had before them, 0 for none.

    The same figures sent twice by the same person are one version. ValidationError where somebody else has written in
    the meantime, where the table exists and the writer did not know, and for figures that no table can have.
    """
    check_may_enter(by)
    _check(said, today)
    known, last = _held(said.series, said.published), 0
    if known is not None:
        last = known.number
        if known.row and known.row.entered_by_id == by.person_id and _same(known, said):
            return known.row
    _check_seen(last, seen, said)
    if not last:
        _check_spelling(said.series)
    if last and not because.strip():
        raise ValidationError({"because": _("Skriv vad som var fel i den förra versionen.")})
    table = _version(said.series, said.published, last + 1, said.source, because.strip(), by, now)
    with refusals_of(IndexTable):
        table.save(force_insert=True)
        IndexFigure.objects.bulk_create(
            IndexFigure(table=table, year=year, percent=each.percent.value, status=each.status)
            for year, each in sorted(said.figures.items())
        )
    _record("index.correct" if last else "index.enter", table, by, now)
    return table


@transaction.atomic
def withdraw(series: str, published: date, because: str, *, seen: int, by: Viewer, now: datetime) -> IndexTable:
    """There is no such table: a version without figures, with the reason. Again: nothing new."""
    check_may_enter(by)
    known = _held(series, published)
    if known is None:
        raise ValidationError(_("Tabellen finns inte i registret."))
    if known.withdrawn and known.row:
        return known.row
    if known.number != seen:
        raise ValidationError(_("Någon har just rättat tabellen. Läs den nya versionen innan du tar bort den."))
    if not because.strip():
        raise ValidationError({"because": _("Skriv varför tabellen tas bort.")})
    table = _version(series, published, known.number + 1, known.source, because.strip(), by, now)
    table.withdrawn = True
    with refusals_of(IndexTable):
        table.save(force_insert=True)
    _record("index.withdraw", table, by, now)
    return table


def _held(series: str, published: date) -> Standing | None:
    """The table as it counts; nobody else writes a version of it until we are done."""
    take_turns(f"index/{series}/{published}")
    return standing_of(series, published)


def _same(known: Standing, said: Said) -> bool:
    return not known.withdrawn and known.source == said.source and known.figures == dict(said.figures)


def _check_seen(last: int, seen: int, said: Said) -> None:
    if last == seen:
        return
    words = {"series": said.series, "day": said.published}
    if not seen:
        raise ValidationError(
            {"published": _("%(series)s publicerad %(day)s finns redan. Öppna den tabellen och rätta den.") % words}
        )
    raise ValidationError(_("Någon annan har rättat tabellen medan du skrev. Läs den nya versionen och skriv igen."))


def _check_spelling(series: str) -> None:
    """Agreements name a series by its exact word: one that differs in capitals would raise no sum, and seem to."""
    alike = next((each for each in series_known() if each.casefold() == series.casefold()), series)
    if alike != series:
        said = _("Registret har redan «%(series)s». Skriv det likadant, så räknas beloppen om.")
        raise ValidationError({"series": said % {"series": alike}})


def _check(said: Said, today: date) -> None:
    if said.published > today:
        raise ValidationError({"published": _("Dagen har inte varit. Skriv dagen då tabellen gavs ut.")})
    if said.published < EARLIEST:
        raise ValidationError({"published": _("Dagen ligger för långt tillbaka. Kontrollera året.")})
    if not said.figures:
        raise ValidationError(_("Skriv minst ett år med sin procent."))
    for year, figure in said.figures.items():
        _check_figure(year, figure, said.published)


def _check_figure(year: int, figure: Figure, published: date) -> None:
    words = {"year": year, "published": published.year}
    if abs(year - published.year) > _REACH:
        raise ValidationError(_("Året %(year)s ligger för långt från %(published)s. Kontrollera det.") % words)
    if figure.status == "outcome" and year > published.year:
        said = _("%(year)s hade inte börjat när tabellen gavs ut, så procenten är en prognos.")
        raise ValidationError(said % words)
    if abs(figure.percent.value) >= _LARGEST:
        raise ValidationError(_("Procenten för %(year)s är för stor. Kontrollera kommat.") % words)


def _version(
    series: str, published: date, number: int, source: str, because: str, by: Viewer, now: datetime
) -> IndexTable:
    return IndexTable(
        series=series,
        published=published,
        number=number,
        source=source,
        because=because,
        organisation_id=by.organisation_id,
        organisation_name=by.organisation_name,
        entered_by_id=by.person_id,
        entered_at=now,
    )


def _record(act: str, table: IndexTable, by: Viewer, now: datetime) -> None:
    refers_to = {"published": table.published, "version": table.number}
    record(act, by=by, now=now, subject=table, refers_to=refers_to)
