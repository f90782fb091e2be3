"""The staff list as plain values, and as tables. Pure. Names only of those whom the employer names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.exchange.reports import Cell, ColumnDoc, TableDoc
from samsyn.rules.staffing import Met
from samsyn.web.roster.models import Worker
from samsyn.web.roster.presenters.words import ground, posts_in_words, what

Content = dict[str, Any]
_ORDER = {kind: number for number, kind in enumerate(Worker.Kind.values)}


@dataclass(frozen=True, slots=True)
class Choice:
    """What the employer says of one who works: on the list or not, by name or not, and what she works with."""

    listed: bool = True
    named: bool = False
    works_with: str = ""


def content_of(
    workers: Iterable[Worker], met: Mapping[UUID, Sequence[Met]], choices: Mapping[UUID, Choice], day: date
) -> Content:
    """`demands`: the columns, each once. The order tells nothing of who is not named.

    Of somebody on whom a demand is not made it says «none»; of an extract only that one was shown.
    """
    chosen = [each for each in workers if choices.get(each.pk, Choice()).listed]
    people = [_person(each, met.get(each.pk, ()), choices.get(each.pk, Choice())) for each in chosen]
    people.sort(key=lambda each: (_ORDER[each["kind"]], each["function"], each["works_with"], each["share"], str(each)))
    demands: dict[str, Content] = {}
    for each in chosen:
        for found in met.get(each.pk, ()):
            demands.setdefault(found.demand.requirement, _demand(found))
    return {
        "as_of": day.isoformat(),
        "demands": [demands[key] for key in sorted(demands)],
        "people": people,
        "left_out": sum(not choices.get(each.pk, Choice()).listed for each in workers),
    }


def _person(worker: Worker, met: Sequence[Met], choice: Choice) -> Content:
    return {
        "name": worker.known_as if choice.named else "",
        "kind": worker.kind,
        "function": worker.function,
        "share": posts_in_words(worker.share) if worker.share is not None else "",
        "works_with": choice.works_with.strip(),
        "met": {
            each.demand.requirement: {"state": each.state, "since": each.since.isoformat() if each.since else ""}
            for each in met
        },
    }


def _demand(met: Met) -> Content:
    return {
        "requirement": met.demand.requirement,
        "kind": met.demand.kind,
        "what": what(met.demand),
        "ground": ground(met.demand),
    }


def says(content: Content) -> str:
    """The sentence that introduces the list."""
    counted = Counter(each["kind"] for each in content["people"])
    parts = [_counted(kind, counted[kind]) for kind in Worker.Kind.values if counted[kind]]
    if not parts:
        return _("Ingen står på förteckningen den %(day)s.") % {"day": content["as_of"]}
    said = _("Den %(day)s arbetar %(who)s i verksamheten.")
    text = said % {"day": content["as_of"], "who": str(get_text_list(parts, _("och")))}
    named = sum(bool(each["name"]) for each in content["people"])
    return f"{text} " + (_("%(n)s av dem står med namn.") % {"n": named} if named else _("Ingen står med namn."))


def _counted(kind: str, n: int) -> str:
    said = {
        Worker.Kind.EMPLOYEE: ngettext("%(n)s anställd", "%(n)s anställda", n),
        Worker.Kind.OUTREACH: ngettext("%(n)s uppsökare", "%(n)s uppsökare", n),
        Worker.Kind.VOLUNTEER: ngettext("%(n)s volontär", "%(n)s volontärer", n),
    }[Worker.Kind(kind)]
    return said % {"n": n}


def met_words(demand: Content, met: Content | None) -> str:
    """«Ja, sedan 2026-02-16», «Har visats», «Nej», «Krävs inte»."""
    if met is None:
        return _("Krävs inte")
    if met["state"] == "missing":
        return _("Nej")
    if demand["kind"] == "check":
        return _("Har visats")
    yes = _("Ja, den förra texten") if met["state"] == "partly" else _("Ja")
    return f"{yes}, {met['since']}" if met["since"] else yes


def kind_words(kind: str) -> str:
    return str(Worker.Kind(kind).label)


def head_of(content: Content) -> list[str]:
    named = any(each["name"] for each in content["people"])
    names = [_("Namn")] if named else []
    return [_("Roll"), *names, _("Slag"), _("Andel av en tjänst"), _("Arbetar med"), *_asked(content)]


def rows_of(content: Content) -> list[list[str]]:
    named = any(each["name"] for each in content["people"])
    return [
        [
            each["function"],
            *([each["name"] or "–"] if named else []),
            kind_words(each["kind"]),
            each["share"] or "–",
            each["works_with"] or "–",
            *(met_words(demand, each["met"].get(demand["requirement"])) for demand in content["demands"]),
        ]
        for each in content["people"]
    ]


def table_of(content: Content) -> TableDoc:
    titles = head_of(content)
    return TableDoc(
        key="personal",
        title=_("De som arbetar i verksamheten"),
        columns=tuple(ColumnDoc(f"c{number}", title, kind="text") for number, title in enumerate(titles)),
        rows=tuple(tuple(Cell(text) for text in row) for row in rows_of(content)),
        note=note_of(content),
    )


def note_of(content: Content) -> str:
    """What the demands rest on, and what the list never says."""
    lines = [_("%(what)s: punkt %(ground)s.") % each for each in content["demands"]]
    if any(each["kind"] == "check" for each in content["demands"]):
        lines.append(_("Av ett registerutdrag antecknas bara att det har visats (5 § lagen 2013:852)."))
    if content["left_out"]:
        lines.append(_("%(n)s är inte med i förteckningen.") % {"n": content["left_out"]})
    return " ".join(lines)


def _asked(content: Content) -> list[str]:
    return [each["what"] for each in content["demands"]]
