"""1,000 invoices checked, written as Peppol XML and judged by schema and rules, beside that XML built with lxml alone.

Every third is outside the scope of VAT, exempt, or taxed; they have one to twelve lines, and every tenth is a credit
note. lxml alone builds the same elements from tags and texts that lie ready: what it takes is the price of the XML
itself. All are measured in turns in one process, batch by batch. The rules are compiled once, before the clock, and
what that takes is told. Nothing may be wrong with any of them, or the run stops.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from lxml import etree

from samsyn.exchange.invoices import InvoiceDocument, Line, credit_of, faults, judge, peppol_xml
from samsyn.exchange.invoices.examples import EXEMPT, OUTSIDE, TAXED, invoice
from samsyn.rules.quantities import Amount

INVOICES, BATCH, LINES = 1_000, 50, 12
CASES = (OUTSIDE, EXEMPT, TAXED)
Row = dict[str, Any]
Parts = list[tuple[int, Any, str | None, dict[str, str]]]


def run() -> list[Row]:
    """One row: milliseconds for each invoice, and how many times lxml alone."""
    compiled = _seconds(lambda: judge(peppol_xml(invoice())))
    before, took = _resident(), dict.fromkeys(("checked", "written", "judged", "lxml"), 0.0)
    for batch in _batches():
        took["checked"] += _seconds(partial(_sound, batch))
        written = _written(batch)
        took["written"] += _seconds(partial(_written, batch))
        took["judged"] += _seconds(partial(_passed, written))
        parts = [list(_parts(xml)) for xml in written]
        took["lxml"] += _seconds(partial(_all_built, parts))
        assert [_built(each) for each in parts] == written
    row: Row = {f"{name}_ms": round(1000 * seconds / INVOICES, 3) for name, seconds in took.items()}
    row |= {f"{name}_times_lxml": round(took[name] / took["lxml"], 1) for name in ("checked", "written", "judged")}
    return [row | {"compiling_s": round(compiled, 2), "grown_mb": _resident() - before, "invoices": INVOICES}]


def table(rows: list[Row]) -> str:
    """Markdown."""
    (row,) = rows
    line = "| {} | {} | {} |".format
    return "\n".join([
        "| of each invoice | ms | times lxml alone |", "|---|---:|---:|",
        line("built with lxml alone", row["lxml_ms"], 1),
        *(line(name, row[f"{name}_ms"], row[f"{name}_times_lxml"]) for name in ("checked", "written", "judged")),
        "", f"{row['invoices']:,} invoices. Compiling the rules, once in a process: {row['compiling_s']} s.",
        f"The process grew by {row['grown_mb']} MB meanwhile.", "",
    ])  # fmt: skip


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _batches() -> Iterator[list[InvoiceDocument]]:
    for first in range(0, INVOICES, BATCH):
        yield [_invoice(number) for number in range(first, first + BATCH)]


def _invoice(number: int) -> InvoiceDocument:
    lines = tuple(_line(number, position) for position in range(1, number % LINES + 2))
    made = replace(invoice(CASES[number % len(CASES)]), number=f"2026-{number}", lines=lines)
    return made if number % 10 else credit_of(made, f"2026-{number}-K", made.issued, "Dras av.")


def _line(number: int, position: int) -> Line:
    quantity, price = Decimal(position) / 4, Amount(1_000_00 + 37 * number)
    line = Line(f"{position}", f"Verifikation {number}-{position}", quantity, "HUR", price, price, "Löner")
    return replace(line, amount=line.multiplied)


def _written(batch: list[InvoiceDocument]) -> list[bytes]:
    return [peppol_xml(each) for each in batch]


def _all_built(parts: list[Parts]) -> list[bytes]:
    return [_built(each) for each in parts]


def _sound(batch: list[InvoiceDocument]) -> None:
    assert not any(faults(each) for each in batch)


def _passed(written: list[bytes]) -> None:
    assert not any(judge(xml).failures for xml in written)


def _parts(xml: bytes) -> Iterator[tuple[int, Any, str | None, dict[str, str]]]:
    """Every element as depth, tag, text and attributes, with the blanks that the layout made taken away."""
    root = etree.fromstring(xml, etree.XMLParser(remove_blank_text=True))
    for element in root.iter():
        yield len(list(element.iterancestors())), element.tag, element.text, dict(element.attrib)


def _built(parts: Parts) -> bytes:
    (_, tag, _, _), *rest = parts
    space = etree.QName(tag).namespace
    names = {None: space, "cac": _of("CommonAggregateComponents"), "cbc": _of("CommonBasicComponents")}
    path = [etree.Element(tag, nsmap=names)]
    for depth, tag, text, attributes in rest:
        del path[depth:]
        path.append(etree.SubElement(path[-1], tag, attributes))
        path[-1].text = text
    etree.indent(path[0])
    written: bytes = etree.tostring(path[0], xml_declaration=True, encoding="UTF-8")
    return written


def _of(part: str) -> str:
    return f"urn:oasis:names:specification:ubl:schema:xsd:{part}-2"


def _resident() -> int:
    """Memory of this process, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 // 1024**2
