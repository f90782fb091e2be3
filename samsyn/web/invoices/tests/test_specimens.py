"""Sent invoices and their journal from loaded data, for validators."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from samsyn.exchange.sie import read
from samsyn.web.invoices.specimens import sent_specimens
from samsyn.web.invoices.tests.conftest import Office

ACCOUNTS = {"series": "F", "receivable": "1510", "income": "3987", "vat": ""}


def test_what_is_sent_is_written_as_it_was_frozen_and_drafts_are_not(office: Office, tmp_path: Path) -> None:
    office.sent(office.drafted(0))
    office.drafted(1)
    office.do("write_ledger", office.partnership, ACCOUNTS)
    place = office.partnership.slug
    names = [each.name for each in sent_specimens(tmp_path)]
    assert names == [f"journal-{place}.si", f"sent-{place}-1.pdf", f"sent-{place}-1.xml"]
    assert (tmp_path / f"sent-{place}-1.pdf").read_bytes().startswith(b"%PDF")
    (voucher,) = read(BytesIO((tmp_path / f"journal-{place}.si").read_bytes()))
    assert sorted(row.amount for row in voucher.rows) == [-1_125_000_00, 1_125_000_00]


def test_without_accounts_there_is_no_journal(office: Office, tmp_path: Path) -> None:
    office.sent(office.drafted(0))
    assert not [each for each in sent_specimens(tmp_path) if each.suffix == ".si"]
