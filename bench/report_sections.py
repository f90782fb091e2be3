"""The sections of an invented report: figures, months, change in pairs, undertakings, money, figures from outside."""

from __future__ import annotations

import random
from datetime import date
from fractions import Fraction

from bench.report_material import ADVICE, ASSUMED, MONTHS, NIGHTS, PARTIES, TAG, USED, chart, column, row, told
from samsyn.charts.duties_kept import DutiesKept, Side, duties_kept
from samsyn.charts.over_time import OverTime, Point, Series, over_time
from samsyn.charts.paint import State
from samsyn.charts.paired_change import Change, PairedChange, paired_change
from samsyn.charts.split_bars import Bar, SplitBars, split_bars
from samsyn.exchange.pdf.parts import Tag
from samsyn.exchange.reports import (
    HIDDEN,
    NOT_MEASURED,
    Cell,
    ColumnDoc,
    DutiesDoc,
    DutyRow,
    DutySide,
    FigureDoc,
    SectionDoc,
    Sentence,
    TableDoc,
    Words,
)


def summary() -> SectionDoc:
    return SectionDoc(
        "sammanfattning",
        "Sammanfattning",
        blocks=(
            Sentence("Under halvåret sov 1 214 olika personer 4 272 nätter hos de tre föreningarna.", TAG),
            Words(
                (
                    "Vintern var kall i januari och februari, och alla platser användes de flesta nätterna. "
                    "När våren kom stängde härbärget vid hamnen som planerat.",
                    "",
                    "Fler än förra året kom tillbaka för samtal om hur de kan komma vidare. "
                    "Det ser vi som ett resultat av att rådgivarna nu finns på plats tre kvällar i veckan.",
                )
            ),
            FigureDoc(
                "sovna-natter",
                "Sovna nätter",
                Cell(4272),
                "number",
                "nätter",
                "Så många nätter sov någon på en av platserna.",
                "Prestation",
                TAG,
                ("Räknat på 181 nätter. Ingen natt saknas.",),
                "",
                181,
                0,
                NIGHTS,
            ),
            FigureDoc(
                "anvanda-platser",
                "Använda platser",
                Cell("4272/7331"),
                "share",
                "",
                "4 272 av 7 331 platser som var öppna användes.",
                "Prestation",
                ASSUMED,
                (),
                "Mål: 50 % av platserna (bilaga 1)",
                7331,
                0,
                USED,
            ),
            FigureDoc(
                "vagar-vidare",
                "Fick en väg vidare",
                NOT_MEASURED,
                "number",
                "personer",
                "Avtalet frågar efter det, men inget i det som antecknas mäter det än.",
                "Utfall",
                Tag("§ 4.4"),
                ("Parterna behöver bestämma hur det ska mätas.",),
            ),
        ),
    )


def nights(rolled: random.Random) -> SectionDoc:
    months = [rolled.randint(300, 1100) for _ in MONTHS]
    women = [_month(n, value * 28 // 100, "hidden" if n == 4 else "value") for n, value in enumerate(months)]
    men = [_month(n, value * 69 // 100, "missing" if n == 5 else "value") for n, value in enumerate(months)]
    series = (Series("Kvinnor", tuple(women)), Series("Män", tuple(men)))
    drawn = OverTime(series, "Sovna nätter per månad", "Nätter per månad för kvinnor och män, januari till juni.")
    bars = SplitBars(
        (
            Bar("Kvinnor", 1196, told(1196)),
            Bar("Män", 2948, told(2948)),
            Bar("Annat", None, "visas inte", "hidden"),
            Bar("Inte uppgivet", None, "visas inte", "hidden"),
        ),
        "Sovna nätter efter kön",
        "Kvinnor 1 196, män 2 948. Annat och inte uppgivet visas inte.",
    )
    return SectionDoc(
        "natter",
        "Nattplatser",
        Tag("§ 4.2"),
        (
            chart("natter-per-kon", "natter-kon", "Ungefär tre av tio nätter sovs av kvinnor.", split_bars, bars),
            TableDoc(
                "natter-kon",
                "Sovna nätter efter kön",
                (
                    column("sex", "Kön", kind="text"),
                    column("n", "Nätter", "antal"),
                    column("share", "Andel", kind="share"),
                ),
                (
                    row("Kvinnor", 1196, "1196/4272"),
                    row("Män", 2948, "2948/4272"),
                    row("Annat", HIDDEN, HIDDEN),
                    row("Inte uppgivet", HIDDEN, HIDDEN),
                ),
                row("Alla", 4272, "4272/4272"),
                "Kön är det som personen själv har uppgett.",
                (NIGHTS,),
                TAG,
            ),
            chart(
                "natter-manad",
                "natter-per-manad",
                "Flest nätter sovs i april; i maj visas inte kvinnornas.",
                over_time,
                drawn,
            ),
            TableDoc(
                "natter-per-manad",
                "Sovna nätter per månad",
                (column("month", "Månad", kind="text"), *(ColumnDoc(sex, sex) for sex in ("Kvinnor", "Män"))),
                tuple((Cell(month), *(_point(each.points[n]) for each in series)) for n, month in enumerate(MONTHS)),
                definitions=(NIGHTS,),
                tag=TAG,
            ),
        ),
    )


def _month(n: int, value: int, state: State) -> Point:
    month = date(2026, n + 1, 1)
    return Point(month, value, told(value)) if state == "value" else Point(month, None, "", state)


def _point(it: Point) -> Cell:
    return Cell(int(it.value)) if it.value is not None else Cell(state=it.state)


def advice() -> SectionDoc:
    change = PairedChange(
        (
            Change(
                "Jag vet vart jag kan vända mig",
                24,
                9,
                6,
                Fraction(5, 6),
                "I snitt 0,83 steg högre, av fem, bland de 24 som svarade två gånger.",
            ),
            Change(
                "Jag har någon att lita på",
                24,
                9,
                6,
                Fraction(-1, 8),
                "I snitt 0,13 steg lägre, bland de 24 som svarade två gånger.",
            ),
        ),
        4,
        "Hur de som svarade två gånger ändrades",
        "24 svarade båda gångerna. Vet vart jag kan vända mig: 0,83 steg högre. Någon att lita på: 0,13 steg lägre.",
    )
    rows = tuple(
        row(name, 39, 24, 15, mean)
        for name, mean in (("Jag vet vart jag kan vända mig", "5/6"), ("Jag har någon att lita på", "-1/8"))
    )
    return SectionDoc(
        "radgivning",
        "Rådgivning och vägar vidare",
        Tag("§ 4.3"),
        (
            Words(
                ("Rådgivarna möter människor på plats. De flesta samtal handlar om rättigheter och arbete.",),
                "Föreningen Öppna dörren",
                "Vad har ni gjort, och vad blev det av det?",
            ),
            Words(
                ("Vi har börjat med kvällsöppet på onsdagar.",),
                "Stadsdiakonin i Exempelstad",
                "Vad har ni gjort, och vad blev det av det?",
            ),
            chart(
                "forandring",
                "skattningar",
                "De som svarade två gånger vet oftare vart de kan vända sig.",
                paired_change,
                change,
            ),
            TableDoc(
                "skattningar",
                "Egna skattningar, första och sista",
                (
                    column("q", "Påstående", kind="text"),
                    column("n", "Började", "personer"),
                    column("pairs", "Svarade båda gångerna", "personer"),
                    column("missing", "Saknas", "personer"),
                    column("mean", "Förändring i snitt", "steg"),
                ),
                rows,
                definitions=(ADVICE,),
            ),
        ),
    )


def duties() -> SectionDoc:
    sides = DutiesKept(
        (
            Side(PARTIES[0], "public", 9, 1, 2, 0, 4),
            Side(PARTIES[1], "civil", 14, 0, 1, 1, 3),
            Side("Båda", "joint", 3, 1),
        ),
        "Åtaganden",
        "Kommunen: 9 i tid, 1 senare, 2 inte. Föreningen: 14 i tid, 1 inte. Båda: 3 i tid, 1 senare.",
    )
    rows = (
        DutyRow("Betala bidrag för andra kvartalet", "2026-04-30", "Gjort 28 april 2026", Tag("§ 6.1")),
        DutyRow("Kalla till samverkansgrupp", "2026-03-15", "Gjort 2 april 2026, 18 dagar senare", Tag("§ 8.2")),
        DutyRow(
            "Utse ny kontaktperson",
            "2026-05-01",
            "Inte gjort",
            Tag("§ 8.4", True),
            "Förvaltningen svarar att tjänsten är under tillsättning.",
        ),
    )
    other = (
        DutyRow("Lämna verksamhetsrapport", "2026-07-31", "Gjort 29 juli 2026", Tag("§ 7.1")),
        DutyRow("Utbilda volontärer i bemötande", "2026-06-30", "Gjort 12 maj 2026", Tag("§ 5.3")),
    )
    return SectionDoc(
        "ataganden",
        "Vad parterna åtog sig",
        Tag("§ 8"),
        (
            chart(
                "ataganden-bild", "ataganden", "De flesta åtaganden gjordes i tid av båda sidor.", duties_kept, sides
            ),
            DutiesDoc(
                "ataganden",
                "Åtaganden ett för ett",
                "Samma ord för alla sidor. Senare betyder att det gjordes, efter dagen.",
                (
                    DutySide(PARTIES[0], "public", rows),
                    DutySide(PARTIES[1], "civil", other),
                    DutySide(PARTIES[2], "civil", ()),
                ),
            ),
        ),
    )


def money() -> SectionDoc:
    lines = (
        ("Personal", 1_250_000_00, 1_198_400_50),
        ("Lokaler", 410_000_00, 410_000_00),
        ("Mat och förbrukning", 185_000_00, 203_115_00),
    )
    return SectionDoc(
        "pengar",
        "Pengar",
        Tag("§ 6"),
        (
            Sentence("Partnerskapet kostade 1 811 515,50 kr, vilket är 33 484,50 kr mindre än planen.", Tag("§ 6.1")),
            TableDoc(
                "pengar",
                "Plan och utfall",
                (
                    column("line", "Kostnad", kind="text"),
                    column("plan", "Plan", kind="money"),
                    column("outcome", "Utfall", kind="money"),
                    column("day", "Avstämt", kind="day"),
                ),
                tuple(row(name, plan, out, "2026-07-15") for name, plan, out in lines),
                row("Summa", sum(each[1] for each in lines), sum(each[2] for each in lines), ""),
                tag=Tag("§ 6.1"),
            ),
        ),
    )


def compared() -> SectionDoc:
    return SectionDoc(
        "jamforelse",
        "Siffror utifrån",
        blocks=(
            Words(("Siffrorna nedan kommer från andra. De är räknade på andra sätt och står bredvid våra.",)),
            TableDoc(
                "utifran",
                "Siffror från andra",
                (
                    column("what", "Vad", kind="text"),
                    column("value", "Värde"),
                    column("year", "Avser", kind="text"),
                    column("source", "Källa och hur den är räknad", kind="text"),
                ),
                (
                    row(
                        "Fick arbete i tidigare projekt",
                        Cell("31/131", kind="share"),
                        "Projektets hela tid",
                        "Projektets slutrapport. Räknar den som hade anställning vid projektets slut.",
                    ),
                    row(
                        "Personer i akut hemlöshet, egen räkning",
                        104,
                        "2023",
                        "Kommunens årliga räkning. Jour och härbärge räknas inte dit.",
                    ),
                ),
            ),
        ),
    )
