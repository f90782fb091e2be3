"""What is written for validators: every statement that is owed, and every one handed in."""

from __future__ import annotations

from pathlib import Path

from samsyn.web.statements.specimens import statement_specimens
from samsyn.web.statements.tests.conftest import Table


def test_drafts_and_what_is_handed_in_are_written_as_pdf_and_workbook(table: Table, tmp_path: Path) -> None:
    table.signed(table.opened())
    names = [each.name for each in statement_specimens(tmp_path)]
    assert names == [
        "statement-prov-foreningen-2025-01-01-1.pdf",
        "statement-prov-foreningen-2025-01-01-1.xlsx",
        "statement-prov-foreningen-arsredovisning-draft.pdf",
        "statement-prov-foreningen-arsredovisning-draft.xlsx",
        "statement-prov-foreningen-redogorelse-draft.pdf",
        "statement-prov-foreningen-redogorelse-draft.xlsx",
    ]
    assert all(each.stat().st_size > 1000 for each in tmp_path.iterdir())
