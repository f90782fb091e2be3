"""A figure as bars, with the sentence that says what they show and the table that says the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from django.utils.translation import gettext

from samsyn.charts.split_bars import Bar, SplitBars, split_bars
from samsyn.exchange.reports import Block, Cell, ChartDoc, Sentence
from samsyn.rules.terms.followup import Section
from samsyn.web.reports.sections.figures import split_table
from samsyn.web.reports.sections.material import Material
from samsyn.web.reports.sections.words import key_words
from samsyn.web.reports.told import Told, tag_of
from samsyn.web.ui.formats import STUCK, grouped


def chart(section: Section, material: Material) -> list[Block]:
    """The picture is of the first figure; where nothing was measured or it is not split so, there is only the table."""
    section = replace(section, split=section.split or "sex")
    table = split_table(section, material)
    if table is None:
        return [Sentence(gettext("Inga siffror finns för de dagarna."))]
    told = next((found for each in section.indicators if (found := material.any_told(each)) is not None), None)
    bars = tuple(_bars(section, told.indicator, material)) if told else ()
    if told is None or not any(bar.value is not None for bar in bars):
        return [table]
    sentence = _sentence(told, bars)
    drawn = SplitBars(bars, title=section.title, summary=sentence)
    picture = ChartDoc(
        key=f"{section.id}-chart",
        title=section.title,
        kind="split_bars",
        sentence=sentence,
        says=sentence,
        svg=split_bars(drawn, id_=f"chart-{section.id}").text,
        narrow=split_bars(drawn, form="narrow", id_=f"chart-{section.id}").text,
        table=table.key,
        tag=tag_of(told.clause, told.assumed),
    )
    return [picture, table]


def _bars(section: Section, indicator: str, material: Material) -> Iterator[Bar]:
    names = {voice.key: voice.name for voice in material.voices}
    if section.split == "organisation" and material.several:
        for voice in material.voices:
            if (told := voice.figures.get(indicator)) is not None:
                yield bar(voice.name, told.value, told)
        return
    told, by = material.told(indicator) or material.any_told(indicator), section.split or ""
    if told is None:
        return
    for line in told.split(by):
        yield bar(key_words(by, line.keys[0], material.terms, names), line.value, told)


def bar(name: str, cell: Cell, told: Told) -> Bar:
    words = {"hidden": gettext("visas inte"), "not_measured": gettext("mäts inte"), "missing": gettext("saknas")}
    if cell.state != "value" or cell.value in (None, ""):
        return Bar(name, None, words.get(cell.state, "–"), cell.state if cell.state != "value" else "missing")
    value = Fraction(cell.value or 0)
    if told.kind == "share":
        return Bar(name, value, f"{round(value * 100)}{STUCK}%", whole=Fraction(1))
    return Bar(name, value, said(value))


def said(value: Fraction) -> str:
    """With one decimal where it is no whole number."""
    return grouped(int(value)) if value.denominator == 1 else f"{float(value):.1f}".replace(".", ",")


def _sentence(told: Told, bars: tuple[Bar, ...]) -> str:
    parts = ", ".join(f"{bar.name} {bar.says}" for bar in bars)
    return gettext("%(name)s: %(parts)s.") % {"name": told.name, "parts": parts}
