"""What the public page says, made ready for its template. From the plain values of an edition and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext

from samsyn.rules.indicators.values import from_plain
from samsyn.web.publication.presenters.values import told_words
from samsyn.web.ui.components.tables import Column, Table
from samsyn.web.ui.components.words import clause
from samsyn.web.ui.formats import civil_date, file_size, kronor

Content = dict[str, Any]
COLUMNS = 4
"""The latest; earlier ones are among the open data."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One figure: its latest period in a sentence, and each of its splits as a table. `csv`: where its file is."""

    indicator: str
    name: str
    level: str
    says: str
    clause: str
    assumed: bool
    latest: str
    tables: tuple[Table, ...]
    hides: bool


@dataclass(frozen=True, slots=True)
class Report:
    id: str
    title: str
    dated: date
    size: str


@dataclass(frozen=True)
class Page:
    content: Content
    parties: tuple[Content, ...]
    days: str
    money: Table | None
    figures: tuple[Shown, ...]
    reports: tuple[Report, ...]
    preview: bool = False

    @property
    def hides(self) -> bool:
        return any(each.hides for each in self.figures)


def page_of(content: Content, *, preview: bool = False) -> Page:
    first, last = (civil_date(date.fromisoformat(content[key]), "long") for key in ("first", "last"))
    return Page(
        content=content,
        parties=tuple(content["parties"]),
        days=gettext("%(first)s till och med %(last)s") % {"first": first, "last": last},
        money=_money(content["money"]),
        figures=tuple(_figures(content["figures"])),
        reports=tuple(
            Report(each["id"], each["title"], date.fromisoformat(each["dated"]), file_size(each["size"]))
            for each in content["papers"]
        ),
        preview=preview,
    )


def _money(sums: Sequence[Content]) -> Table | None:
    if not sums:
        return None
    columns = [
        Column(gettext("År")), Column(gettext("Från och till")), Column(gettext("Summa"), "kr", amount=True),
        Column(gettext("Punkt")),
    ]  # fmt: skip
    rows = [
        (str(each["year"]), each["who"], _sum(each), clause(each["clause"], assumed=each["assumed"]))
        for each in sorted(sums, key=lambda each: (each["year"], each["who"]))
    ]
    note = gettext("Summorna är de som överenskommelsen anger, också för år som kommer.")
    return Table(caption=gettext("Vad överenskommelsen säger ska betalas"), columns=columns, rows=rows, note=note)


def _sum(each: Content) -> str:
    if each["ore"] is None:
        return gettext("ingen summa bestämd")
    text = kronor(each["ore"], unit=False)
    return gettext("%(sum)s, preliminärt") % {"sum": text} if each["preliminary"] else text


def _figures(figures: Sequence[Content]) -> Iterator[Shown]:
    for indicator in dict.fromkeys(each["indicator"] for each in figures):
        periods = sorted((each for each in figures if each["indicator"] == indicator), key=_by_day)
        last = periods[-1]
        counts = [n for each in periods for line in each["lines"] for n in line["counts"].values()]
        yield Shown(
            indicator=indicator,
            name=last["name"],
            level=last["level"],
            says=last["says"],
            clause=last["clause"],
            assumed=last["assumed"],
            latest=_latest(last),
            tables=tuple(_tables(periods)),
            hides=None in counts,
        )


def _by_day(each: Content) -> tuple[str, str]:
    return each["last"], each["whose_name"]


def _latest(figure: Content) -> str:
    whole = next((line for line in figure["lines"] if not line["by"]), None)
    if whole is None:
        return ""
    words = {"days": days_words(figure), "unit": figure["unit"], "n": _words(whole, figure["measure"])}
    return gettext("%(days)s: %(n)s (%(unit)s).") % words


def days_words(figure: Content) -> str:
    return f"{figure['first']}–{figure['last']}"


def _words(line: Content, measure: str) -> str:
    return told_words(line["counts"], from_plain(line["value"]) if line["value"] else None, measure)


def _tables(periods: Sequence[Content]) -> Iterator[Table]:
    """For each split one table: a row for each group, a column for each period and party; the whole below.

    What is split by two things at once is among the open data, and not here.
    """
    shown = periods[-COLUMNS:]
    for by in dict.fromkeys(tuple(line["by"]) for each in shown for line in each["lines"] if len(line["by"]) == 1):
        groups = dict.fromkeys(
            (tuple(line["keys"]), line["names"][0])
            for each in shown for line in each["lines"] if tuple(line["by"]) == by
        )  # fmt: skip
        columns = [Column(gettext("Grupp")), *(Column(_when(each), each["unit"], amount=True) for each in shown)]
        yield Table(
            caption=gettext("%(name)s, %(by)s") % {"name": periods[-1]["name"], "by": by_words(by)},
            columns=columns,
            rows=[(name, *(_cell(each, by, keys) for each in shown)) for keys, name in groups],
            sums=(gettext("Alla"), *(_cell(each, (), ()) for each in shown)),
        )


def _when(figure: Content) -> str:
    return days_words(figure) + (f", {figure['whose_name']}" if figure["whose_name"] else "")


def _cell(figure: Content, by: tuple[str, ...], keys: tuple[str, ...]) -> str:
    found = [line for line in figure["lines"] if (tuple(line["by"]), tuple(line["keys"])) == (by, keys)]
    return _words(found[0], figure["measure"]) if found else ""


def by_words(by: tuple[str, ...]) -> str:
    words = {
        "sex": gettext("kvinnor och män"), "age_band": gettext("ålder"), "site": gettext("plats"),
        "service": gettext("tjänst"), "track": gettext("spår"), "organisation": gettext("organisation"),
        "channel": gettext("kanal"), "month": gettext("månad"),
    }  # fmt: skip
    return gettext(" och ").join(words.get(each, each) for each in by)
