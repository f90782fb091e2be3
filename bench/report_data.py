"""An invented half-year report of four organisations, as long as one likes: for the bench, and to look at."""

from __future__ import annotations

import random
from dataclasses import replace

from bench.report_material import AGES, DAY, MONTHS, NIGHTS, PARTIES, SEXES, TAG, column
from bench.report_sections import advice, compared, duties, money, nights, summary
from samsyn.exchange.pdf.parts import Fact, Notice, Party, Tag
from samsyn.exchange.reports import (
    HIDDEN,
    MISSING,
    Cell,
    ColumnDoc,
    ReportDocument,
    SectionDoc,
    SignatureDoc,
    TableDoc,
    drawn_by,
    seal_of,
)

__all__ = ["DAY", "report"]


def report(tables: int = 2, seed: int = 7) -> ReportDocument:
    """`tables` more of four dozen rows each, one for a site. About one page each."""
    rolled = random.Random(seed)
    made = ReportDocument(
        language="sv",
        kind="Halvårsrapport",
        title="Tak över huvudet, första halvåret 2026",
        partnership="Idéburet offentligt partnerskap om akut hjälp",
        period="1 januari – 30 juni 2026",
        made="Skapad i Samsyn 14 augusti 2026",
        case_number="SN 2026/117",
        tag=Tag("§ 7.1"),
        standing="Inlämnad till socialnämnden 14 augusti 2026.",
        notices=(
            Notice("Påhittade parter.", ("Rapporten visar hur en färdig rapport ser ut. Alla siffror är påhittade.",)),
        ),
        parties=(
            Party("public", PARTIES[0], ("Socialnämnden", "Ärende SN 2026/117")),
            *(Party("civil", name, ("Idéburen part",)) for name in PARTIES[1:]),
        ),
        facts=(
            Fact("Gäller tiden", ("1 januari – 30 juni 2026",)),
            Fact("Gått igenom av", ("Samverkansgruppen, 2 augusti 2026",)),
        ),
        sections=(
            summary(),
            nights(rolled),
            advice(),
            duties(),
            money(),
            compared(),
            *(_site(n, rolled) for n in range(tables)),
        ),
        signatures=tuple(
            SignatureDoc(
                name,
                "public" if n == 0 else "civil",
                "Har skrivit under sin del.",
                f"Verksamhetschef {n + 1}",
                "2026-08-0" + str(n + 3),
                f"{n + 10:064x}",
            )
            for n, name in enumerate(PARTIES)
        ),
        drawn_by=drawn_by(),
    )
    return replace(made, seal=seal_of(made))


def _site(number: int, rolled: random.Random) -> SectionDoc:
    """A site by service, sex and age: some cells hidden, some missing."""
    rows: list[tuple[Cell, ...]] = []
    groups = []
    for service in ("Nattplats", "Mat", "Dusch och tvätt"):
        groups.append((len(rows), service))
        for sex in SEXES:
            for age in AGES:
                cells = [_rolled(rolled) for _ in MONTHS]
                values = [cell.value for cell in cells if isinstance(cell.value, int)]
                rows.append((Cell(sex), Cell(age), *cells, Cell(sum(values)) if len(values) == len(cells) else HIDDEN))
    columns = (
        column("sex", "Kön", kind="text"),
        column("age", "Ålder", kind="text"),
        *(ColumnDoc(each, each) for each in (*MONTHS, "alla")),
    )
    table = TableDoc(
        f"plats-{number + 1}",
        f"Plats {number + 1}, insats × kön × ålder × månad",
        columns,
        tuple(rows),
        definitions=(NIGHTS,),
        tag=TAG,
        groups=tuple(groups),
    )
    return SectionDoc(f"plats-{number + 1}", f"Plats {number + 1}", blocks=(table,))


def _rolled(rolled: random.Random) -> Cell:
    n = rolled.randint(0, 260)
    return HIDDEN if 0 < n < 12 else MISSING if n > 255 else Cell(n)
