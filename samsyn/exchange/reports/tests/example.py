"""A small report with one of everything in it."""

from __future__ import annotations

from dataclasses import replace

from samsyn.exchange.reports import (
    HIDDEN,
    MISSING,
    NOT_MEASURED,
    Cell,
    ChartDoc,
    ColumnDoc,
    DefinitionDoc,
    Drawn,
    DutiesDoc,
    DutyRow,
    DutySide,
    Fact,
    FigureDoc,
    Notice,
    Party,
    ReportDocument,
    SectionDoc,
    Sentence,
    SignatureDoc,
    TableDoc,
    Tag,
    Words,
    seal_of,
)

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 60"><defs><pattern id="a-striped" width="8" height="8" '
    'patternUnits="userSpaceOnUse"><path d="M0 8 8 0" stroke="#000"/></pattern></defs>'
    '<rect x="0" y="10" width="300" height="18" fill="url(#a-striped)" stroke="#000" class="chart-open"/>'
    '<text x="308" y="24" font-size="16" class="chart-quiet">visas inte</text></svg>'
)
NIGHTS = DefinitionDoc("natter", "Sovna nätter", "En natt räknas när någon har sovit på en plats.", "§ 4.2", "3f9c1ab0")
TABLE = TableDoc(
    "natter-kon",
    "Sovna nätter efter kön",
    (
        ColumnDoc("sex", "Kön", kind="text"),
        ColumnDoc("n", "Nätter", "antal"),
        ColumnDoc("share", "Andel", kind="share"),
        ColumnDoc("cost", "Kostnad", kind="money"),
        ColumnDoc("day", "Avstämt", kind="day"),
    ),
    (
        (Cell("Kvinnor"), Cell(1196), Cell("1196/4272"), Cell(81_250_00), Cell("2026-06-30")),
        (Cell("=1+1"), HIDDEN, HIDDEN, MISSING, Cell("")),
        (Cell("Inte uppgivet"), Cell("7/2"), NOT_MEASURED, Cell(-1_50), Cell("2026-07-01")),
    ),
    (Cell("Alla"), Cell(4272), Cell("4272/4272"), Cell(81_248_50), Cell("")),
    definitions=(NIGHTS,),
    tag=Tag("§ 4.2"),
    groups=((0, "Härbärget"), (2, "Kyrkan")),
)
FIGURE = FigureDoc(
    "natter", "Sovna nätter", Cell(4272), "number", "nätter", "Så många nätter sov någon.", "Prestation", Tag("§ 4.2"),
    ("Räknat på 181 nätter.",), "Mål: 4 000 nätter (§ 4.2)", 181, 0, NIGHTS,
)  # fmt: skip
CHART = ChartDoc("bild", "Nätter", "split_bars", "Tre av tio nätter sovs av kvinnor.", "Kvinnor 1 196.", SVG, TABLE.key)
LATE = DutyRow("Rapportera", "2026-07-31", "Inte gjort", Tag("§ 7", True), "Sjukdom.")
DUTIES = DutiesDoc(
    "ataganden", "Åtaganden ett för ett", "Samma ord för alla sidor.",
    (
        DutySide("Kommunen", "public", (DutyRow("Betala", "2026-04-30", "Gjort 28 april", Tag("§ 6.1")),)),
        DutySide("Föreningen", "civil", (LATE,)),
        DutySide("Diakonin", "civil", ()),
    ),
)  # fmt: skip


def example() -> ReportDocument:
    made = ReportDocument(
        language="sv", kind="Halvårsrapport", title="Tak över huvudet, första halvåret",
        partnership="Partnerskapet Tak",
        period="1 januari – 30 juni 2026", made="Skapad i Samsyn 14 augusti 2026", case_number="SN 2026/117",
        standing="Inlämnad 14 augusti 2026.", tag=Tag("§ 7.1"), notices=(Notice("Demodata", ("Påhittat.",)),),
        parties=(Party("public", "Exempelstads kommun", ()), Party("civil", "Föreningen Öppna dörren", ())),
        facts=(Fact("Gått igenom av", ("Samverkansgruppen",)),),
        sections=(
            SectionDoc("a", "Sammanfattning", blocks=(
                Sentence("Under halvåret sovs 4 272 nätter.", Tag("§ 4.2")),
                Words(("Vintern var kall.", "", "Våren kom."), "Föreningen Öppna dörren", "Vad har hänt?"),
                FIGURE,
            )),
            SectionDoc("b", "Nattplatser", Tag("§ 4.2"), (
                CHART,
                TABLE,
            )),
            SectionDoc("c", "Vad parterna åtog sig", Tag("§ 8"), (DUTIES,)),
        ),
        signatures=(
            SignatureDoc("Exempelstads kommun", "public", "Har skrivit under.", "Eva Exempel", "2026-08-03", "5e" * 32),
        ),
        drawn_by=(Drawn("Samsyn", "0"),),
    )  # fmt: skip
    return replace(made, seal=seal_of(made))
