"""What outside validators are given: each tax case and a credit note, as a file and on a paper that names the file."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from pypdf import PdfReader

from samsyn.exchange.invoices import judge
from samsyn.exchange.invoices.specimens import invoice_specimens

NAMES = ["invoice-credit-note", "invoice-exempt", "invoice-outside", "invoice-taxed"]


@pytest.mark.slow
def test_each_is_written_as_a_file_and_as_a_paper_with_its_checksum(tmp_path: Path) -> None:
    written = invoice_specimens(tmp_path)
    assert [path.name for path in written] == [f"{name}.{ending}" for name in NAMES for ending in ("pdf", "xml")]
    for name in NAMES:
        xml = (tmp_path / f"{name}.xml").read_bytes()
        assert judge(xml).failures == ()
        first = PdfReader(tmp_path / f"{name}.pdf").pages[0].extract_text()
        assert sha256(xml).hexdigest() in first
        assert "är prövad utan anmärkning" in first
