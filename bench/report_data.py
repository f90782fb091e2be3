"""An invented half-year report of four organisations, as long as one likes: for the bench, and to look at."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from fractions import Fraction

from samsyn.charts.duties_kept import DutiesKept, Side, duties_kept
from samsyn.charts.over_time import OverTime, Point, Series, over_time
from samsyn.charts.paired_change import Change, PairedChange, paired_change
from samsyn.charts.split_bars import Bar, SplitBars, split_bars
from samsyn.charts.svg import Svg
from samsyn.exchange.pdf.parts import Fact, Notice, Party, Tag
from samsyn.exchange.reports import (
    HIDDEN,
    MISSING,
    NOT_MEASURED,
    Cell,
    ChartDoc,
    ColumnDoc,
    DefinitionDoc,
    DutiesDoc,
    DutyRow,
    DutySide,
    FigureDoc,
    ReportDocument,
    SectionDoc,
    Sentence,
    SignatureDoc,
    TableDoc,
    Words,
    drawn_by,
    seal_of,
)
from samsyn.exchange.reports.written import number_words

DAY = date(2026, 8, 14)
PARTIES = ("Exempelstads kommun", "Föreningen Öppna dörren", "Stadsdiakonin i Exempelstad", "Stiftelsen Nattljus")
SEXES = ("Kvinnor", "Män", "Annat", "Inte uppgivet")
AGES = ("18–29 år", "30–49 år", "50–64 år", "65 år och äldre", "Inte uppgivet")
MONTHS = ("jan", "feb", "mars", "apr", "maj", "juni")
NIGHTS = DefinitionDoc(
    "sovna-natter", "Sovna nätter",
    "En natt räknas när någon har sovit på en plats. Natten hör till det datum då den började.", "§ 4.2", "3f9c1ab0",
)  # fmt: skip
USED = DefinitionDoc(
    "anvanda-platser", "Använda platser", "Sovna nätter som del av de platser som var öppna.", "bilaga 1", "77d0e2c4", True
)
ADVICE = DefinitionDoc("samtal", "Samtal om väg vidare", "Ett samtal räknas när det är avslutat.", "§ 4.3", "0ac55e19")
TAG, ASSUMED = Tag("§ 4.2"), Tag("bilaga 1", True)


def report(tables: int = 2, seed: int = 7) -> ReportDocument:
    """`tables` more of four dozen rows each, one for a site. About one page each."""
    rolled = random.Random(seed)  # noqa: S311 - invented figures, not secrets
    made = ReportDocument(
        language="sv", kind="Halvårsrapport", title="Tak över huvudet, första halvåret 2026",
        partnership="Idéburet offentligt partnerskap om akut hjälp", period="1 januari – 30 juni 2026",
        made="Skapad i Samsyn 14 augusti 2026", case_number="SN 2026/117", tag=Tag("§ 7.1"),
        standing="Inlämnad till socialnämnden 14 augusti 2026.",
        notices=(Notice("Påhittade parter.", ("Rapporten visar hur en färdig rapport ser ut. Alla siffror är påhittade.",)),),
        parties=(
            Party("public", PARTIES[0], ("Socialnämnden", "Ärende SN 2026/117")),
            *(Party("civil", name, ("Idéburen part",)) for name in PARTIES[1:]),
        ),
        facts=(Fact("Gäller tiden", ("1 januari – 30 juni 2026",)), Fact("Gått igenom av", ("Samverkansgruppen, 2 augusti 2026",))),
        sections=(
            _summary(), _nights(rolled), _advice(), _duties(), _money(), _compared(),
            *(_site(n, rolled) for n in range(tables)),
        ),
        signatures=tuple(
            SignatureDoc(name, "public" if n == 0 else "civil", "Har skrivit under sin del.", f"Verksamhetschef {n + 1}", "2026-08-0" + str(n + 3), f"{n + 10:064x}")
            for n, name in enumerate(PARTIES)
        ),
        drawn_by=drawn_by(),
    )  # fmt: skip
    return replace(made, seal=seal_of(made))


def told(value: int | Fraction) -> str:
    return number_words(Fraction(value))


def chart(key: str, title: str, kind: str, sentence: str, wide: Svg, narrow: Svg, table: str, says: str) -> ChartDoc:
    return ChartDoc(key, title, kind, sentence, says, wide.text, table, narrow.text)


def _summary() -> SectionDoc:
    return SectionDoc("sammanfattning", "Sammanfattning", blocks=(
        Sentence("Under halvåret sov 1 214 olika personer 4 272 nätter hos de tre föreningarna.", TAG),
        Words((
            "Vintern var kall i januari och februari, och alla platser användas de flesta nätterna. När våren kom stängde",
            "härbärget vid hamnen som planerat.", "",
            "Fler än förra året kom tillbaka för samtal om hur de kan komma vidare. Det ser vi som ett resultat av att rådgivarna nu "
            "finns på plats tre kvällar i veckan.",
        )),
        FigureDoc("sovna-natter", "Sovna nätter", Cell(4272), "number", "nätter", "Så många nätter sov någon på en av platserna.", "Prestation", TAG, ("Räknat på 181 nätter. Ingen natt saknas.",), "", 181, 0, NIGHTS),
        FigureDoc("anvanda-platser", "Använda platser", Cell("4272/7331"), "share", "", "4 272 av 7 331 platser som var öppna användes.", "Prestation", ASSUMED, (), "Mål: 50 % av platserna (bilaga 1)", 7331, 0, USED),
        FigureDoc("vagar-vidare", "Fick en väg vidare", NOT_MEASURED, "number", "personer", "Avtalet frågar efter det, men inget i det som antecknas mäter det än.", "Utfall", Tag("§ 4.4"), ("Parterna behöver bestämma hur det ska mätas.",)),
    ))  # fmt: skip


def _nights(rolled: random.Random) -> SectionDoc:
    months = [rolled.randint(300, 1100) for _ in MONTHS]
    series = tuple(
        Series(sex, tuple(
            Point(date(2026, n + 1, 1), None if (sex, n) in gaps else value * part // 100, "" if (sex, n) in gaps else told(value * part // 100), gaps.get((sex, n), "value"))
            for n, value in enumerate(months)
        ))
        for sex, part in (("Kvinnor", 28), ("Män", 69))
        for gaps in ({("Kvinnor", 4): "hidden", ("Män", 5): "missing"},)
    )  # fmt: skip
    drawn = OverTime(series, "Sovna nätter per månad", "Nätter per månad för kvinnor och män, januari till juni.")  # type: ignore[arg-type]
    bars = SplitBars(
        (Bar("Kvinnor", 1196, told(1196)), Bar("Män", 2948, told(2948)), Bar("Annat", None, "visas inte", "hidden"), Bar("Inte uppgivet", None, "visas inte", "hidden")),
        "Sovna nätter efter kön", "Kvinnor 1 196, män 2 948. Annat och inte uppgivet visas inte.",
    )  # fmt: skip
    return SectionDoc("natter", "Nattplatser", Tag("§ 4.2"), (
        chart("natter-per-kon", "Nätter efter kön", "split_bars", "Ungefär tre av tio nätter sovs av kvinnor.", split_bars(bars, id_="a"), split_bars(bars, "narrow", id_="a"), "natter-kon", bars.summary),
        TableDoc("natter-kon", "Sovna nätter efter kön", (ColumnDoc("sex", "Kön", kind="text"), ColumnDoc("n", "Nätter", "antal"), ColumnDoc("share", "Andel", kind="share")),
            ((Cell("Kvinnor"), Cell(1196), Cell("1196/4272")), (Cell("Män"), Cell(2948), Cell("2948/4272")), (Cell("Annat"), HIDDEN, HIDDEN), (Cell("Inte uppgivet"), HIDDEN, HIDDEN)),
            (Cell("Alla"), Cell(4272), Cell("4272/4272")), "Kön är det som personen själv har uppgett.", (NIGHTS,), TAG),
        chart("natter-manad", "Nätter per månad", "over_time", "Flest nätter sovs i början av året; i maj visas inte kvinnornas.", over_time(drawn, id_="b"), over_time(drawn, "narrow", id_="b"), "natter-per-manad", drawn.summary),
        TableDoc("natter-per-manad", "Sovna nätter per månad", (ColumnDoc("month", "Månad", kind="text"), *(ColumnDoc(sex, sex) for sex in ("Kvinnor", "Män"))),
            tuple((Cell(month), *(_point(each.points[n]) for each in series)) for n, month in enumerate(MONTHS)), definitions=(NIGHTS,), tag=TAG),
    ))  # fmt: skip


def _point(it: Point) -> Cell:
    return Cell(int(it.value)) if it.value is not None else Cell(state=it.state)


def _advice() -> SectionDoc:
    change = PairedChange((
        Change("Jag vet vart jag kan vända mig", 24, 9, 6, Fraction(5, 6), "I snitt 0,83 steg högre på en skala med fem steg, bland de 24 som svarade båda gångerna."),
        Change("Jag har någon att lita på", 24, 9, 6, Fraction(-1, 8), "I snitt 0,13 steg lägre, bland de 24 som svarade båda gångerna."),
    ), 4, "Hur de som svarade två gånger ändrades", "24 svarade båda gångerna. Vet vart jag kan vända mig: 0,83 steg högre. Någon att lita på: 0,13 steg lägre.")  # fmt: skip
    rows = tuple(
        (Cell(name), Cell(39), Cell(24), Cell(15), Cell(mean)) for name, mean in (("Jag vet vart jag kan vända mig", "5/6"), ("Jag har någon att lita på", "-1/8"))
    )  # fmt: skip
    return SectionDoc("radgivning", "Rådgivning och vägar vidare", Tag("§ 4.3"), (
        Words(("Rådgivarna möter människor på plats. De flesta samtal handlar om rättigheter, arbete och att ta sig hem.",), "Föreningen Öppna dörren", "Vad har ni gjort, och vad blev det av det?"),
        Words(("Vi har börjat med kvällsöppet på onsdagar.",), "Stadsdiakonin i Exempelstad", "Vad har ni gjort, och vad blev det av det?"),
        chart("forandring", "Egna skattningar", "paired_change", "De som svarade två gånger vet oftare vart de kan vända sig.", paired_change(change, id_="c"), paired_change(change, "narrow", id_="c"), "skattningar", change.summary),
        TableDoc("skattningar", "Egna skattningar, första och sista", (ColumnDoc("q", "Påstående", kind="text"), ColumnDoc("n", "Började", "personer"), ColumnDoc("pairs", "Svarade båda gångerna", "personer"), ColumnDoc("missing", "Saknas", "personer"), ColumnDoc("mean", "Förändring i snitt", "steg")), rows, definitions=(ADVICE,)),
    ))  # fmt: skip


def _duties() -> SectionDoc:
    sides = DutiesKept((Side(PARTIES[0], "public", 9, 1, 2, 0, 4), Side(PARTIES[1], "civil", 14, 0, 1, 1, 3), Side("Båda", "joint", 3, 1)), "Åtaganden", "Kommunen 9 gjorda i tid, 1 senare, 2 inte. Föreningen 14 i tid, 1 inte. Båda 3 i tid, 1 senare.")  # fmt: skip
    rows = (
        DutyRow("Betala bidrag för andra kvartalet", "2026-04-30", "Gjort 28 april 2026", Tag("§ 6.1")),
        DutyRow("Kalla till samverkansgrupp", "2026-03-15", "Gjort 2 april 2026, 18 dagar senare", Tag("§ 8.2")),
        DutyRow("Utse ny kontaktperson", "2026-05-01", "Inte gjort", Tag("§ 8.4", True), "Förvaltningen svarar att tjänsten är under tillsättning."),
    )  # fmt: skip
    other = (
        DutyRow("Lämna verksamhetsrapport", "2026-07-31", "Gjort 29 juli 2026", Tag("§ 7.1")),
        DutyRow("Utbilda volontärer i bemötande", "2026-06-30", "Gjort 12 maj 2026", Tag("§ 5.3")),
    )
    return SectionDoc("ataganden", "Vad parterna åtog sig", Tag("§ 8"), (
        chart("ataganden-bild", "Åtaganden", "duties_kept", "De flesta åtaganden gjordes i tid av båda sidor.", duties_kept(sides, id_="d"), duties_kept(sides, "narrow", id_="d"), "ataganden", sides.summary),
        DutiesDoc("ataganden", "Åtaganden ett för ett", "Samma ord för alla sidor. Senare betyder att det gjordes, efter dagen.", (DutySide(PARTIES[0], "public", rows), DutySide(PARTIES[1], "civil", other), DutySide(PARTIES[2], "civil", ()))),
    ))  # fmt: skip


def _money() -> SectionDoc:
    lines = (("Personal", 1_250_000_00, 1_198_400_50), ("Lokaler", 410_000_00, 410_000_00), ("Mat och förbrukning", 185_000_00, 203_115_00))
    return SectionDoc("pengar", "Pengar", Tag("§ 6"), (
        Sentence("Partnerskapet kostade 1 811 515,50 kr, vilket är 33 484,50 kr mindre än planen.", Tag("§ 6.1")),
        TableDoc("pengar", "Plan och utfall", (ColumnDoc("line", "Kostnad", kind="text"), ColumnDoc("plan", "Plan", kind="money"), ColumnDoc("outcome", "Utfall", kind="money"), ColumnDoc("day", "Avstämt", kind="day")),
            tuple((Cell(name), Cell(plan), Cell(out), Cell("2026-07-15")) for name, plan, out in lines),
            (Cell("Summa"), Cell(sum(each[1] for each in lines)), Cell(sum(each[2] for each in lines)), Cell("")), tag=Tag("§ 6.1")),
    ))  # fmt: skip


def _compared() -> SectionDoc:
    return SectionDoc("jamforelse", "Siffror utifrån", blocks=(
        Words(("Siffrorna nedan kommer från andra. De är räknade på andra sätt och står bredvid våra, aldrig i samma serie.",)),
        TableDoc("utifran", "Siffror från andra", (ColumnDoc("what", "Vad", kind="text"), ColumnDoc("value", "Värde"), ColumnDoc("year", "Avser", kind="text"), ColumnDoc("source", "Källa och hur den är räknad", kind="text")),
            ((Cell("Fick arbete i tidigare projekt"), Cell("31/131", kind="share"), Cell("Projektets hela tid"), Cell("Projektets slutrapport. Räknar den som hade anställning när projektet slutade.")),
             (Cell("Personer i akut hemlöshet, egen räkning"), Cell(104), Cell("2023"), Cell("Kommunens årliga räkning. Jour och härbärge räknas inte dit.")))),
    ))  # fmt: skip


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
    columns = (ColumnDoc("sex", "Kön", kind="text"), ColumnDoc("age", "Ålder", kind="text"), *(ColumnDoc(each, each) for each in (*MONTHS, "alla")))  # fmt: skip
    table = TableDoc(
        f"plats-{number + 1}", f"Plats {number + 1}, insats × kön × ålder × månad", columns, tuple(rows),
        definitions=(NIGHTS,), tag=TAG, groups=tuple(groups),
    )  # fmt: skip
    return SectionDoc(f"plats-{number + 1}", f"Plats {number + 1}", blocks=(table,))


def _rolled(rolled: random.Random) -> Cell:
    n = rolled.randint(0, 260)
    return HIDDEN if 0 < n < 12 else MISSING if n > 255 else Cell(n)
