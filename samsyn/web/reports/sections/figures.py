"""Figures, tables and charts. One party alone: each figure with its sentence. Several: side by side, and together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext

from samsyn.exchange.reports import Block, Cell, ColumnDoc, FigureDoc, Sentence, TableDoc
from samsyn.exchange.reports.cells import NOT_MEASURED
from samsyn.rules.terms.followup import Section
from samsyn.web.reports.sections.material import Material
from samsyn.web.reports.sections.words import key_words, level_words
from samsyn.web.reports.told import Told, tag_of

_SEXES = ("woman", "man", "other", "not_stated")
TOGETHER = "together"
_NOTHING = Cell("", kind="text")
"""Its split has no such line."""


def figures(section: Section, material: Material) -> list[Block]:
    return shown(section.id, section.title, section.indicators, material)


def shown(section: str, title: str, indicators: Sequence[str], material: Material) -> list[Block]:
    known = [told for each in indicators if (told := material.any_told(each)) is not None]
    if not known:
        return [Sentence(gettext("Inga siffror finns för de dagarna."))]
    if material.several:
        return [_side_by_side(section, title, known, material)]
    return [_figure(section, told) for told in known]


def table(section: Section, material: Material) -> list[Block]:
    found = split_table(section, material)
    return [found] if found else [Sentence(gettext("Inga siffror finns för de dagarna."))]


def _figure(section: str, told: Told) -> FigureDoc:
    return FigureDoc(
        key=f"{section}-{told.indicator}",
        name=told.name,
        value=told.value,
        kind=told.kind,
        unit="" if told.kind == "share" else told.unit,
        says=told.says,
        level=level_words(told.level),
        tag=tag_of(told.clause, told.assumed),
        more=told.more,
        target=_target(told),
        n=told.n,
        missing=told.missing,
        definition=told.definition,
    )


def _target(told: Told) -> str:
    """With a clause behind it: an indicator's target is the agreement's own."""
    if told.target is None:
        return ""
    return f"{told.target}{' %' if told.kind == 'share' else f' {told.unit}'}"


def _side_by_side(section: str, title: str, known: Sequence[Told], material: Material) -> TableDoc:
    """Rows are figures, a column for each party, and one for all of them where they can be added up."""
    together = any(each.indicator in material.together for each in known)
    columns = [
        ColumnDoc("figure", gettext("Siffra"), kind="text"),
        ColumnDoc("unit", gettext("Enhet"), kind="text"),
        *(ColumnDoc(voice.key, voice.name) for voice in material.voices),
    ]
    if together:
        columns.append(ColumnDoc(TOGETHER, gettext("Tillsammans")))
    rows = []
    for told in known:
        cells = [_of(voice.figures.get(told.indicator)) for voice in material.voices]
        if together:
            cells.append(_of(material.together.get(told.indicator)))
        unit = gettext("andel") if told.kind == "share" else told.unit
        rows.append((Cell(told.name), Cell(unit), *cells))
    return TableDoc(
        key=section,
        title=title,
        columns=tuple(columns),
        rows=tuple(rows),
        note=" ".join(dict.fromkeys(line for told in known for line in told.more)),
        definitions=tuple(each.definition for each in known),
    )


def _of(told: Told | None) -> Cell:
    """With its own kind, for rows of one column differ in theirs."""
    if told is None:
        return NOT_MEASURED
    return Cell(told.value.value, told.value.state, told.kind)


def split_table(section: Section, material: Material) -> TableDoc | None:
    known = [told for each in section.indicators if (told := material.any_told(each)) is not None]
    by = section.split
    if not known:
        return None
    if by is None:
        return _plain_table(section, known, material)
    if by == "organisation" and material.several:
        return _by_organisation(section, known, material)
    return _by_key(section, by, known, material)


def _plain_table(section: Section, known: Sequence[Told], material: Material) -> TableDoc:
    return _side_by_side(section.id, section.title, known, material)


def _by_organisation(section: Section, known: Sequence[Told], material: Material) -> TableDoc:
    columns = [ColumnDoc("organisation", gettext("Organisation"), kind="text")]
    columns += [ColumnDoc(each.indicator, each.name, each.unit, each.kind) for each in known]
    rows = [
        (Cell(voice.name), *(_of(voice.figures.get(each.indicator)) for each in known)) for voice in material.voices
    ]
    sums: tuple[Cell, ...] = ()
    if any(each.indicator in material.together for each in known):
        totals = (material.together.get(each.indicator) for each in known)
        sums = (Cell(gettext("Tillsammans")), *(_of(each) if each else _NOTHING for each in totals))
    return TableDoc(
        section.id,
        section.title,
        tuple(columns),
        tuple(rows),
        sums,
        definitions=tuple(each.definition for each in known),
    )


def _by_key(section: Section, by: str, known: Sequence[Told], material: Material) -> TableDoc | None:
    """A group of rows for each figure, a row for each key; columns for the parties and all of them together."""
    names = {voice.key: voice.name for voice in material.voices}
    sources = [voice.figures for voice in material.voices]
    titles = [(voice.key, voice.name if material.several else gettext("Antal")) for voice in material.voices]
    if material.several and any(each.indicator in material.together for each in known):
        sources.append(material.together)
        titles.append((TOGETHER, gettext("Tillsammans")))
    rows: list[tuple[Cell, ...]] = []
    groups: list[tuple[int, str]] = []
    for told in known:
        keys = _keys(by, (source[told.indicator] for source in sources if told.indicator in source))
        if not keys:
            continue
        groups.append((len(rows), f"{told.name}, {told.unit}"))
        for key in keys:
            cells = [_line(source.get(told.indicator), by, key) for source in sources]
            rows.append((Cell(key_words(by, key, material.terms, names)), *cells))
        rows.append((Cell(gettext("Alla")), *(_of(source.get(told.indicator)) for source in sources)))
    if not rows:
        return _plain_table(section, known, material)
    heads = {"sex": gettext("Kön"), "age_band": gettext("Ålder"), "channel": gettext("Väg")}
    columns = [ColumnDoc("key", heads.get(by, gettext("Vad")), kind="text")]
    columns += [ColumnDoc(key, title) for key, title in titles]
    return TableDoc(
        key=section.id,
        title=section.title,
        columns=tuple(columns),
        rows=tuple(rows),
        groups=tuple(groups) if len(groups) > 1 else (),
        note="" if len(groups) > 1 else (groups[0][1] if groups else ""),
        definitions=tuple(each.definition for each in known),
    )


def _keys(by: str, figures: Iterable[Told]) -> list[str]:
    """In the order of the first that has them; sexes always in ours."""
    found = list(dict.fromkeys(line.keys[0] for told in figures for line in told.split(by)))
    return [key for key in _SEXES if key in found] if by == "sex" else found


def _line(told: Told | None, by: str, key: str) -> Cell:
    if told is None:
        return NOT_MEASURED
    line = next((each for each in told.split(by) if each.keys == (key,)), None)
    if line is None:
        return NOT_MEASURED if told.value.state == "not_measured" else _NOTHING
    return Cell(line.value.value, line.value.state, told.kind)
