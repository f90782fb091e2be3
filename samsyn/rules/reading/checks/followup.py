"""The theory runs one way, a report fulfils what its signers owe, and a level is never mixed with another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import get_args

from samsyn.rules.reading.checks.finding import Finding
from samsyn.rules.terms import Agreement
from samsyn.rules.terms.duties import Duty
from samsyn.rules.terms.followup import Report, Section, Stage, TheoryNode

STAGES: tuple[Stage, ...] = get_args(Stage)
_LEVEL: Mapping[Stage, str] = {"outcome": "outcome", "effect": "effect"}
"""What is put in, done or made is measured by outputs; an outcome and an effect by their own level alone."""
_FILLED = ("figures", "chart", "table")


def theory_runs_one_way(agreement: Agreement) -> Iterator[Finding]:
    nodes = agreement.theory
    for name, node in nodes.items():
        for other in (nodes[each] for each in node.leads_to if each in nodes):
            if STAGES.index(other.stage) < STAGES.index(node.stage):
                what = f"{node.stage} leads back to {other.stage} («{other.id}»)"
                yield Finding(("theory", name, "leads_to"), what, "Turn them around, or correct stage")
    try:
        TopologicalSorter({name: set(node.leads_to) for name, node in nodes.items()}).prepare()
    except CycleError as circle:
        ring = " → ".join(circle.args[1])
        yield Finding(("theory", circle.args[1][0], "leads_to"), f"the theory goes round: {ring}", "Take one link away")


def levels_are_not_mixed(agreement: Agreement) -> Iterator[Finding]:
    """Where the level of an indicator is itself a reading, nothing is said of its node."""
    for name, node in agreement.theory.items():
        for indicator in (agreement.indicator.get(each) for each in node.indicators):
            if indicator and not indicator.assumes("level") and indicator.level != (wanted := _level(node)):
                what = f"«{indicator.id}» is an {indicator.level}, and {node.stage} is measured by an {wanted}"
                yield Finding(("theory", name, "indicators"), what, "Take it away, or correct level or stage")
    for path, section in _sections(agreement):
        levels = {each.level for each in (agreement.indicator.get(one) for one in section.indicators) if each}
        if section.kind in ("chart", "table") and len(levels) > 1:
            what = f"the {section.kind} «{section.id}» mixes {' and '.join(sorted(levels))}"
            yield Finding(path, what, "Write one section for each level")


def sections_say_what_they_show(agreement: Agreement) -> Iterator[Finding]:
    for name, report in agreement.report.items():
        for key, times in Counter(each.id for each in report.sections).items():
            if times > 1:
                what = f"the section «{key}» stands {times} times"
                yield Finding(("report", name, "sections"), what, "Give one of them another id")
    for path, section in _sections(agreement):
        yield from _filled(path, section)
        yield from _split(agreement, path, section)


def reports_fulfil_what_is_owed(agreement: Agreement) -> Iterator[Finding]:
    """Who signs or compiles owes the duty, itself or through a body; where who owes it is assumed, nothing is said."""
    for name, report in agreement.report.items():
        for key, parties, duty in _pairs(agreement, report):
            if duty is None or duty.assumes("by"):
                continue
            owing = _owing(agreement, duty)
            for party in (each for each in parties if each not in owing):
                what = f"«{party}» does not owe «{duty.id}», which {' and '.join(duty.by)} does"
                yield Finding(("report", name, key), what, "Correct it, or name the duty that it fulfils")
        for number, section in enumerate(report.sections):
            if section.by == "compiler" and report.compiled_by is None:
                what = f"«{section.id}» is written by who compiles, and nobody does"
                yield Finding(("report", name, "sections", number), what, "Write compiled_by, or take by away")
        if report.gone_through_duty and not report.gone_through_by:
            what = "a duty is fulfilled by going through the report, and nobody does"
            yield Finding(("report", name, "gone_through_duty"), what, "Write gone_through_by")


def one_table_says_what_is_public(agreement: Agreement) -> Iterator[Finding]:
    for name in list(agreement.publication)[1:]:
        what = "there are two tables about what may be told"
        yield Finding(("publication", name), what, "Write them as one [publication.…]")


def _level(node: TheoryNode) -> str:
    return _LEVEL.get(node.stage, "output")


def _sections(agreement: Agreement) -> Iterator[tuple[tuple[str | int, ...], Section]]:
    for name, report in agreement.report.items():
        for number, section in enumerate(report.sections):
            yield ("report", name, "sections", number), section


def _filled(path: tuple[str | int, ...], section: Section) -> Iterator[Finding]:
    if (section.kind in _FILLED) != bool(section.indicators):
        what = f"«{section.id}» of kind {section.kind} " + ("names indicators" if section.indicators else "names none")
        yield Finding(path, what, "Figures, charts and tables have indicators; the others have none")
    if section.kind == "chart" and len(section.indicators) > 1:
        yield Finding(path, f"the chart «{section.id}» shows several figures", "Write one chart for each")
    if (section.kind == "text") != bool(section.prompt):
        what = f"«{section.id}» of kind {section.kind} " + ("has a prompt" if section.prompt else "has no prompt")
        yield Finding(path, what, "A text has a prompt, and only a text")
    if section.required and section.kind != "text":
        yield Finding(path, f"«{section.id}» fills itself, and is required", "Take required away")


def _split(agreement: Agreement, path: tuple[str | int, ...], section: Section) -> Iterator[Finding]:
    if section.split is None:
        return
    if section.kind not in ("chart", "table"):
        yield Finding(path, f"«{section.id}» of kind {section.kind} is split", "Only charts and tables are")
    for indicator in (agreement.indicator.get(each) for each in section.indicators):
        if indicator and section.split not in indicator.split:
            what = f"«{section.id}» splits «{indicator.id}» by {section.split}, and the figure is not"
            yield Finding(path, what, "Take split away, or write it in the indicator's split")


def _pairs(agreement: Agreement, report: Report) -> Iterator[tuple[str, tuple[str, ...], Duty | None]]:
    """Key, who must owe, what."""
    duty, part = agreement.duty.get(report.duty), agreement.duty.get(report.part_duty or "")
    if report.compiled_by is None:
        yield "signed_by", report.signed_by, duty
    else:
        yield "compiled_by", (report.compiled_by,), duty
        yield "signed_by", report.signed_by, part if report.part_duty else duty
    if report.gone_through_by:
        through = agreement.duty.get(report.gone_through_duty or "")
        yield "gone_through_by", (report.gone_through_by,), through


def _owing(agreement: Agreement, duty: Duty) -> set[str]:
    """Who owes it, with the parties who sit in a body or whose unit it is."""
    found = set(duty.by)
    for body in (agreement.body[each] for each in duty.by if each in agreement.body):
        found |= {name for seat in body.members for name in (seat.party, seat.participant) if name}
    units = [agreement.participant[each] for each in found if each in agreement.participant]
    return found | {each.belongs_to for each in units if each.belongs_to}
