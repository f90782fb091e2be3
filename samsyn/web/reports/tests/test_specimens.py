"""What is written for validators: a report of every template, and every one submitted."""

from __future__ import annotations

from pathlib import Path

from samsyn.web.reports.specimens import report_specimens
from samsyn.web.reports.tests.conftest import Table


def test_every_template_and_what_is_submitted_is_written_in_four_forms(table: Table, tmp_path: Path) -> None:
    table.submitted()
    names = {each.name for each in report_specimens(tmp_path)}
    reports = ("gemensam-draft", "halvar-2025-07-01-1", "halvar-draft", "statistik-till-kommunen-draft")
    assert names == {f"report-prov-{each}{end}" for each in reports for end in (".pdf", ".xlsx", ".json", "-csv.zip")}
    assert all(each.stat().st_size > 500 for each in tmp_path.iterdir())
