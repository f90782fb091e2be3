"""What a SIE file says, in all the shapes that programs write it."""

from __future__ import annotations

import io
import zlib
from datetime import date

import pytest

from samsyn.exchange.sie import Reading, Row, Voucher, read

HEAD = """#FLAGGA 0
#PROGRAM "Bokföraren" 1.0
#FORMAT PC8
#GEN 20260131
#SIETYP 4
#ORGNR 802000-0000
#FNAMN "Föreningen Ångaren"
#RAR 0 20260101 20261231
#KONTO 4010 "Kläder"
#KONTO 1930 "Bank"
#DIM 6 "Projekt"
#OBJEKT 6 "P1" "Arbetsträning"
"""
BOUGHT = """#VER A 1 20260115 "Jackor"
{
#TRANS 4010 {6 "P1"} 1250.50 20260115 "Fem jackor"
#TRANS 1930 {} -1250.50
}
"""


def reading(text: str, encoding: str = "cp437") -> Reading:
    return read(io.BytesIO(text.encode(encoding)))


def vouchers(text: str, encoding: str = "cp437") -> list[Voucher]:
    return list(reading(text, encoding))


def refused(text: str) -> list[tuple[int, str]]:
    found = reading(text)
    assert list(found) == []
    return [(each.line, each.says) for each in found.faults]


def test_a_voucher_is_read_with_its_rows_in_ore() -> None:
    assert vouchers(HEAD + BOUGHT) == [
        Voucher(
            "A",
            "1",
            date(2026, 1, 15),
            "Jackor",
            (
                Row("4010", (("6", "P1"),), 125050, date(2026, 1, 15), "Fem jackor"),
                Row("1930", (), -125050, None, ""),
            ),
            13,
        )
    ]


def test_the_header_is_known_before_the_first_voucher_is_asked_for() -> None:
    header = reading(HEAD + BOUGHT).header
    assert (header.company, header.org_number, header.program) == (
        "Föreningen Ångaren",
        "802000-0000",
        "Bokföraren 1.0",
    )
    assert header.accounts == {"4010": "Kläder", "1930": "Bank"}
    assert header.objects == {("6", "P1"): "Arbetsträning"}
    assert (header.dimension("6"), header.dimension("1"), header.dimension("20")) == ("Projekt", "Resultatenhet", "20")
    assert str(header.year_of(date(2026, 3, 1))) == "2026-01-01–2026-12-31"
    assert header.kind == "4I"


def test_a_file_with_balances_is_a_years_export() -> None:
    assert reading(HEAD + "#IB 0 1930 100.00\n" + BOUGHT).header.kind == "4E"


@pytest.mark.parametrize("encoding", ["cp437", "latin-1", "cp1252", "utf-8", "utf-8-sig"])
def test_letters_are_right_whatever_the_file_says_that_it_is_written_in(encoding: str) -> None:
    found = reading(HEAD + BOUGHT, encoding)
    assert found.header.company == "Föreningen Ångaren"
    assert found.header.accounts["4010"] == "Kläder"
    expected = {"latin-1": "cp1252"}.get(encoding, encoding)
    assert found.header.encoding == expected


def test_the_encoding_is_decided_by_the_whole_file() -> None:
    plain = "#FLAGGA 0\n" + '#KONTO 1930 "Bank"\n' * 100_000
    assert reading(plain + '#FNAMN "Ängen"\n', "utf-8").header.company == "Ängen"


@pytest.mark.parametrize(
    "said",
    [
        '#VER A 1 20260115 "Jackor" {\n#TRANS 4010 {6 "P1"} 1250.50\n#TRANS 1930 {} -1250.50 }\n',
        '#VER A 1 20260115 "Jackor"\n{ #TRANS 4010 {6 "P1"} 1250.50\n#TRANS 1930 {} -1250.50\n}\n',
        '#VER\tA\t1\t20260115\t"Jackor"\r\n{\r\n\t#TRANS\t4010\t{"6"\t"P1"}\t1250.5\r\n\t#TRANS\t1930\t{}\t-1250,50\r\n}\r\n',
        '#VER\t"A"\t"1"\t20260115\t"Jackor"\t\n{\n#TRANS\t4010\t{6 "P1"}\t1250.50\t""\n#TRANS\t1930\t{}\t-1250.50\n}',
        '#ver "A" "1" "20260115" Jackor 20260131 Anna\n{\n#trans "4010" {6 P1} "1250.50"\n#TRANS 1930 -1250.500\n}\n',
        '#VER A 1 20260115 "Jackor"\r{\r#TRANS 4010 { 6 "P1" } +1250.50 "" "" 0 Anna\r#TRANS 1930 {} -1250.50\r}',
        '#VER A 1 20260115 "Jackor\n{\n\n#TRANS 4010 {6 P1} 1250.50 "" "" "5 st" "A B"\n#TRANS 1930 {} -1250.50\n}',
    ],
)
def test_programs_write_the_same_thing_in_many_shapes(said: str) -> None:
    (found,) = vouchers(HEAD + said)
    assert (found.series, found.number, found.day, found.text) == ("A", "1", date(2026, 1, 15), "Jackor")
    assert [(row.account, row.objects, row.amount) for row in found.rows] == [
        ("4010", (("6", "P1"),), 125050),
        ("1930", (), -125050),
    ]


def test_quotes_and_braces_within_a_text_belong_to_it() -> None:
    (found,) = vouchers(
        '#VER A 1 20260115 "Sagt \\"ja\\" {två} #TRANS"\n{\n'
        '#TRANS 4010 {6 "P{1}"} 1 "" "a\\\\b"\n#TRANS 1930 {} -1 "" "} {"\n}\n'
    )
    assert found.text == 'Sagt "ja" {två} #TRANS'
    assert [row.text for row in found.rows] == ["a\\b", "} {"]
    assert found.rows[0].objects == (("6", "P{1}"),)


def test_a_row_added_afterwards_is_not_counted_twice_and_a_struck_one_not_at_all() -> None:
    (found,) = vouchers(
        "#VER A 1 20260115\n{\n#TRANS 4010 {} 100\n#BTRANS 1910 {} -100\n#RTRANS 1930 {} -100\n#TRANS 1930 {} -100\n}\n"
    )
    assert [row.kind for row in found.rows] == ["trans", "btrans", "rtrans", "trans"]
    assert [(row.account, row.amount) for row in found.counted] == [("4010", 10000), ("1930", -10000)]


def test_an_unbalanced_voucher_is_refused_alone_with_its_line_and_the_difference() -> None:
    found = reading(HEAD + '#VER A 7 20260101 "Fel"\n{\n#TRANS 4010 {} 100\n#TRANS 1930 {} -99.5\n}\n' + BOUGHT)
    assert [each.number for each in found] == ["1"]
    (fault,) = found.faults
    assert (fault.line, fault.voucher, found.is_refused) == (13, ("A", "7"), False)
    assert "0,50\u00a0kr" in fault.says
    assert "Rätta den" in fault.says


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("#TRANS 4010 {} hundra", "Beloppet"),
        ("#TRANS 4010 {} 1.005", "Beloppet"),
        ("#TRANS 4010 {} 99999999999999999999", "Beloppet"),
        ("#TRANS 4010 {} 100 20261301", "Datumet"),
        ("#TRANS 4010 {6} 100", "par av dimension och objekt"),
        ("#TRANS 4010 {6 P1 100", "avslutas aldrig"),
        ("#TRANS kassa {} 100", "Kontot"),
        ("#TRANS", "Kontot"),
    ],
)
def test_a_row_that_cannot_be_read_refuses_its_whole_voucher(row: str, says: str) -> None:
    found = reading(f"#VER A 1 20260115\n{{\n#TRANS 1930 {{}} -100\n{row}\n#TRANS 1910 {{}} 100\n}}\n" + BOUGHT)
    assert [each.text for each in found] == ["Jackor"]
    assert found.faults[0].line == 4
    assert says in found.faults[0].says


def test_a_voucher_cut_off_is_never_half_read() -> None:
    whole = HEAD + BOUGHT
    for end in range(len(HEAD) + len(BOUGHT) - 3):
        assert vouchers(whole[:end]) == []


def test_a_voucher_that_never_ends_does_not_swallow_the_next() -> None:
    found = reading("#VER A 1 20260115\n{\n#TRANS 1930 {} 5\n" + BOUGHT)
    assert [each.text for each in found] == ["Jackor"]
    assert "avslutas aldrig" in found.faults[0].says


def test_a_row_outside_a_voucher_is_told() -> None:
    assert refused("#FLAGGA 0\n#TRANS 1930 {} 0\n}\n") == [
        (2, "Raden hör inte till någon verifikation. Exportera filen på nytt."),
        (3, "Det finns en «}» som inte hör till någon verifikation."),
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "tom"),
        ("hej\nhopp\n", "ingen SIE-fil"),
        ('<?xml version="1.0"?>\n<Sie/>', "SIE 5"),
        ("#FLAGGA 0\n#SIETYP 1\n#UB 0 1930 5\n", "typ 1"),
        ("#FLAGGA 0\n#SIETYP fyra\n", "SIE-typ går inte att läsa"),
    ],
)
def test_another_file_is_refused_as_a_whole(text: str, says: str) -> None:
    found = reading(text)
    assert list(found) == []
    assert found.is_refused
    assert says in found.faults[0].says


FIELDS = "#VERA120260115Jackor#TRANS40106P11250.5020260115Fem jackor#TRANS1930-1250.50"


def _summed(said: str = BOUGHT) -> str:
    """With a checksum reckoned by hand: the labels and fields of BOUGHT, nothing of what stands between."""
    return f"#FLAGGA 0\n#KSUMMA\n{said}#KSUMMA {zlib.crc32(FIELDS.encode('cp437'))}\n"


def test_the_checksum_is_of_labels_and_fields_without_what_stands_between() -> None:
    found = reading(_summed())
    assert [each.number for each in found] == ["1"]
    assert found.checksum.verified is True
    assert not found.faults


def test_a_file_changed_after_its_export_is_refused_as_a_whole() -> None:
    found = reading(_summed(BOUGHT.replace("1250.50", "1350.50")))
    list(found)
    assert found.is_refused
    assert found.checksum.verified is False
    assert "har ändrats efter exporten" in found.faults[-1].says


def test_a_file_whose_last_checksum_is_missing_is_cut_off() -> None:
    found = reading(_summed().rpartition("#KSUMMA")[0])
    list(found)
    assert found.is_refused
    assert "avkortad" in found.faults[-1].says


def test_a_thousand_faults_are_counted_and_the_first_are_kept() -> None:
    found = reading("#FLAGGA 0\n" + "}\n" * 1000)
    assert list(found) == []
    assert (len(found.faults), found.fault_count) == (200, 1000)
