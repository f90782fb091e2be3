"""Vouchers written for import in a party's own bookkeeping."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest

from samsyn.exchange.sie import Entry, Journal, Row, Voucher, invoice_voucher, read, write_sie
from samsyn.exchange.sie.specimens import sie_specimens
from samsyn.rules.quantities import Amount

DAY = date(2026, 1, 31)


def journal(*vouchers: Voucher, with_checksum: bool = False) -> Journal:
    return Journal("Föreningen", DAY, vouchers, accounts={"1510": "Fordran"}, with_checksum=with_checksum)


def test_an_invoice_is_a_claim_in_debit_and_what_it_is_made_of_in_credit() -> None:
    income = [Entry("3987", Amount(1_125_000_00)), Entry("2610", Amount(281_250_00), "moms")]
    voucher = invoice_voucher("17", DAY, "Faktura 17", "1510", income)
    assert [(row.account, row.amount, row.text) for row in voucher.rows] == [
        ("1510", 1_125_000_00 + 281_250_00, "Faktura 17"),
        ("3987", -1_125_000_00, "Faktura 17"),
        ("2610", -281_250_00, "moms"),
    ]


def test_a_credit_note_comes_out_the_other_way_round() -> None:
    voucher = invoice_voucher("18", DAY, "Kredit", "1510", [Entry("3987", Amount(-5_00))])
    assert [row.amount for row in voucher.rows] == [-5_00, 5_00]


def test_the_file_is_of_type_4_in_cp437_with_the_records_an_import_needs() -> None:
    written = write_sie(journal(invoice_voucher("17", DAY, "Länsfaktura", "1510", [Entry("3987", Amount(150))])))
    assert written.decode("cp437").splitlines() == [
        "#FLAGGA 0",
        '#PROGRAM Samsyn ""',
        "#FORMAT PC8",
        "#GEN 20260131",
        "#SIETYP 4",
        '#FNAMN "Föreningen"',
        "#KONTO 1510 Fordran",
        '#VER "" 17 20260131 "Länsfaktura"',
        "{",
        '  #TRANS 1510 {} 1.50 20260131 "Länsfaktura"',
        '  #TRANS 3987 {} -1.50 20260131 "Länsfaktura"',
        "}",
    ]


def test_a_checksum_that_is_written_is_right_when_read() -> None:
    voucher = invoice_voucher("17", DAY, 'Ett "ord" {två}', "1510", [Entry("3987", Amount(150), "", (("6", "P 1"),))])
    found = read(io.BytesIO(write_sie(journal(voucher, with_checksum=True))))
    assert [each._replace(line=0) for each in found] == [voucher]
    assert found.checksum.verified is True


def test_what_the_code_page_lacks_is_written_plainer() -> None:
    written = write_sie(journal(invoice_voucher("1", DAY, "1–2 €\t√ ☃", "1510", [])))
    assert '"1-2 EUR √ ?"' in written.decode("cp437")


def test_a_voucher_that_does_not_balance_is_never_written() -> None:
    with pytest.raises(ValueError, match="A 1 does not balance"):
        write_sie(journal(Voucher("A", "1", DAY, "", (Row("1510", (), 1, None, ""),))))


def test_the_specimen_is_read_without_fault(tmp_path: Path) -> None:
    (path,) = sie_specimens(tmp_path)
    with path.open("rb") as stream:
        found = read(stream)
        assert len(list(found)) == 3
    assert (found.faults, found.header.kind, found.header.company) == ([], "4I", "Exempelföreningen (påhittad)")
