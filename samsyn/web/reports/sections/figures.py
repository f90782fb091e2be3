"""Figures, tables and charts. One party alone: each figure with its sentence. Several: side by side, and together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.utils.translation import gettext

from samsyn.exchange.reports import Block, Cell, ColumnDoc, FigureDoc, Sentence, TableDoc
from samsyn.exchange.reports.cells import NOT_MEASURED
from samsyn.rules.terms.followup import Section
from samsyn.web.reports.sections.material import Material
from samsyn.web.reports.sections.words import key_words, level_words
from samsyn.web.reports.told import Told, tag_of

_SEXES = ("woman", "man", "other", "not_stated")
_ABREAST = 4
_NOTHING = Cell("\N{EN DASH}", kind="text")
"""Its split has no such line."""


def figures(section: Section, material: Material) -> list[Block]:
    return shown(section.id, section.title, section.indicators, material)


def shown(section: str, title: str, indicators: Sequence[str], material: Material) -> list[Block]:
    """One party: each figure with its sentence. Several: a row for each, a few figures in every table."""
    known = [told for each in indicators if (told := material.any_told(each)) is not None]
    if not known:
        return [Sentence(gettext("Inga siffror finns för de dagarna."))]
    if not material.several:
        return [_figure(section, told) for told in known]
    return list(_side_by_side(section, title, known, material))


def _side_by_side(section: str, title: str, known: Sequence[Told], material: Material) -> Iterator[TableDoc]:
    """As many figures beside each other as there is room for on paper."""
    for number, first in enumerate(range(0, len(known), _ABREAST), 1):
        key, name = (section, title) if number == 1 else (f"{section}-{number}", f"{title} ({number})")
        yield _by_organisation(key, name, known[first : first + _ABREAST], material)


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
    unit = "%" if told.kind == "share" else told.unit
    return gettext("Mål: %(target)s %(unit)s") % {"target": told.target, "unit": unit}


def _of(told: Told | None) -> Cell:
    """With its own kind, for rows of one column differ in theirs."""
    if told is None:
        return NOT_MEASURED
    return Cell(told.value.value, told.value.state, told.kind)


def split_table(section: Section, material: Material) -> TableDoc | None:
    known = [told for each in section.indicators if (told := material.any_told(each)) is not None]
    by, title = section.split, section.title
    if not known:
        return None
    found = _by_key(section.id, title, by, known, material) if by and by != "organisation" else None
    return found or _by_organisation(section.id, title, known, material)


def _by_organisation(key: str, title: str, known: Sequence[Told], material: Material) -> TableDoc:
    columns = [ColumnDoc("organisation", gettext("Organisation"), kind="text")]
    columns += [ColumnDoc(each.indicator, each.name, _unit(each), each.kind) for each in known]
    rows = [
        (Cell(voice.name), *(_of(voice.figures.get(each.indicator)) for each in known))
        for voice in material.voices
        if _counts(voice.key, voice.figures, known, material)
    ]
    sums: tuple[Cell, ...] = ()
    if material.several and any(each.indicator in material.together for each in known):
        totals = (material.together.get(each.indicator) for each in known)
        sums = (Cell(gettext("Tillsammans")), *(_of(each) if each else _NOTHING for each in totals))
    return TableDoc(
        key=key,
        title=_in_numbers(title),
        columns=tuple(columns),
        rows=tuple(rows),
        sums=sums,
        note=" ".join(dict.fromkeys(line for told in known if told.value.state == "value" for line in told.more)),
        definitions=tuple(each.definition for each in known),
    )


def _counts(key: str, figures: Mapping[str, Told], known: Sequence[Told], material: Material) -> bool:
    """Not a party that the agreement asks for none of these figures, and that has none."""
    asked = [material.terms.indicator.get(each.indicator) for each in known]
    if any(each is None or not each.reported_by or key in each.reported_by for each in asked):
        return True
    own = [figures[each.indicator] for each in known if each.indicator in figures]
    return any(each.value.state != NOT_MEASURED.state for each in own)


def _by_key(key: str, title: str, by: str, known: Sequence[Told], material: Material) -> TableDoc | None:
    """A group of rows for each figure. One party: a row for each key. Several: a row for each party."""
    sources = [(voice.name, voice.figures) for voice in material.voices]
    if material.several and any(each.indicator in material.together for each in known):
        sources.append((gettext("Tillsammans"), material.together))
    keys = _keys(
        by, [source[told.indicator] for _name, source in sources for told in known if told.indicator in source]
    )
    if not keys:
        return None
    names = {voice.key: voice.name for voice in material.voices}
    heads = [key_words(by, each, material.terms, names) for each in keys]
    rows: list[tuple[Cell, ...]] = []
    groups: list[tuple[int, str]] = []
    for told in known:
        groups.append((len(rows), ", ".join(part for part in (told.name, _unit(told)) if part)))
        lines = [[*(_line(source.get(told.indicator), by, each) for each in keys), _of(source.get(told.indicator))]
                 for _name, source in sources]  # fmt: skip
        if material.several:
            rows += [(Cell(name), *cells) for (name, _source), cells in zip(sources, lines, strict=True)]
        else:
            rows += [(Cell(head), cell) for head, cell in zip([*heads, gettext("Alla")], lines[0], strict=True)]
    columns = [ColumnDoc("key", gettext("Organisation") if material.several else _head(by), kind="text")]
    if material.several:
        columns += [ColumnDoc(each, head) for each, head in zip(keys, heads, strict=True)]
    columns.append(ColumnDoc("all", gettext("Alla") if material.several else gettext("Antal")))
    return TableDoc(
        key=key,
        title=_in_numbers(title),
        columns=tuple(columns),
        rows=tuple(rows),
        groups=tuple(groups),
        definitions=tuple(each.definition for each in known),
    )


def _head(by: str) -> str:
    return {"sex": gettext("Kön"), "age_band": gettext("Ålder"), "channel": gettext("Väg")}.get(by, gettext("Vad"))


def _in_numbers(title: str) -> str:
    """A table has a name of its own: it is a sheet, and a file."""
    return gettext("%(title)s i tal") % {"title": title}


def _unit(told: Told) -> str:
    """Where the name does not say it already; a share has its sign in the cell."""
    return "" if told.kind == "share" or told.unit.casefold() in told.name.casefold() else told.unit


def _keys(by: str, figures: Iterable[Told]) -> list[str]:
    """In the order of the first that has them; sexes always in ours."""
    found = list(dict.fromkeys(line.keys[0] for told in figures for line in told.split(by)))
    return [key for key in _SEXES if key in found] if by == "sex" else found


def _line(told: Told | None, by: str, key: str) -> Cell:
    if told is None:
        return NOT_MEASURED
    line = next((each for each in told.split(by) if each.keys == (key,)), None)
    if line is None:
        return Cell(None, told.value.state) if told.value.state != "value" else _NOTHING
    return Cell(line.value.value, line.value.state, told.kind)
