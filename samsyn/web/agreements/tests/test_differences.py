"""Two days, two versions, and the files as they were registered."""

import io
import zipfile
from html import unescape

from samsyn.web.agreements.tests.conftest import Table
from samsyn.web.agreements.tests.invented import AMENDED, FILES
from samsyn.web.agreements.tests.test_every_page import visible


def said(table: Table, **asked: str) -> str:
    return visible(table.page("agreement/differences/", **asked))


def test_two_days_with_an_amendment_between_them(amended: Table) -> None:
    page = said(amended, **{"from": "2026-06-30", "to": "2026-07-01"})
    assert "Från 2026-06-30 till 2026-07-01" in page
    assert "Uppsägningstid 3 månader 6 månader" in page
    assert "Årsredovisning § 10 nytt" in page.replace("punkt ", "")


def test_two_days_without_an_amendment_between_them(amended: Table) -> None:
    assert "Villkoren är desamma" in said(amended, **{"from": "2026-01-01", "to": "2026-06-30"})


def test_backwards_is_told_and_what_was_typed_is_kept(amended: Table) -> None:
    page = amended.page("agreement/differences/", **{"from": "2026-07-01", "to": "2026-06-30"})
    assert "Den andra dagen ligger före den första." in unescape(page)
    assert 'value="2026-07-01"' in page
    assert 'value="2026-06-30"' in page


def test_what_has_happened_is_told_with_day_form_and_parties(amended: Table) -> None:
    page = said(amended)
    assert "Uppsägningstiden blir sex månader" in page
    assert "Gäller från och med 2026-07-01." in page
    assert "Skriftligt, undertecknat av båda. Socialnämnden, Föreningen." in page


def test_two_versions_side_by_side(amended: Table) -> None:
    page = said(amended, old_version="1", new_version="2")
    assert "Från version 1 till version 2" in page
    assert "Uppsägningstid 3 månader 6 månader" in page


def test_versions_are_listed_with_number_day_and_sum(amended: Table) -> None:
    page = said(amended)
    assert "2 2026-11-20" in page
    assert "Hämta version 1" in page


def test_the_files_of_a_version_are_those_that_were_registered(amended: Table) -> None:
    for number, files in ((1, FILES), (2, AMENDED)):
        answer = amended.get(f"agreement/versions/{number}/files.zip")
        with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
            assert {name.removeprefix("lanterna/"): archive.read(name) for name in archive.namelist()} == files
        assert answer.content == amended.get(f"agreement/versions/{number}/files.zip").content


def test_a_version_that_is_not_there_does_not_exist(amended: Table) -> None:
    assert amended.get("agreement/versions/3/files.zip").status_code == 404
