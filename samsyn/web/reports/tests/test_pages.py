"""The pages: written, read and signed by four eyes, sent back, gone through, compiled, read as files."""

from __future__ import annotations

import io
import json
import re
import zipfile

from django.test import Client

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.obligations.tests.laying import asked
from samsyn.web.organisations.roles import Role
from samsyn.web.reports.models import Part, Report, Submission
from samsyn.web.reports.tests.conftest import Table


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()).replace("\N{NO-BREAK SPACE}", " "))


def sealed(client: Client, address: str, **more: str) -> dict[str, str]:
    found = re.search(r'name="seal" value="([0-9a-f]{64})"', client.get(address).content.decode())
    assert found
    return {"seal": found[1], **more}


def test_a_report_is_opened_written_signed_sent_back_gone_through_and_submitted(table: Table) -> None:
    one, other, compiler = (table.cast.client(whose, Role.HEAD) for whose in (table.one, table.other, table.compiler))
    assert one.post(f"{table.home(table.one)}open/{table.owed('sammanstallning').pk}/").status_code == 302
    with acting_as_job(Job.SEED):
        report = Report.objects.get()
    here, there, theirs = (f"{table.home(each)}{report.pk}/" for each in (table.one, table.compiler, table.other))
    assert "Verksamhetsrapport juli–december 2025" in text(one, here)
    for browser, page in ((one, here), (other, theirs)):
        assert "(frivilligt)" not in text(browser, f"{page}write/"), "what must be written is not optional"
        assert browser.post(f"{page}write/", {"edits": "0", "word_0": "Vi har haft öppet."}).status_code == 302
        assert browser.post(f"{page}sign/", sealed(browser, f"{page}sign/")).status_code == 302
    with acting_as_job(Job.SEED):
        part = Part.objects.get(organisation=table.one)
    shown = f"{table.home(table.compiler)}parts/{part.pk}/"
    assert "Vi har haft öppet." in text(compiler, shown)
    assert compiler.post(f"{shown}send-back/", {"note": ""}).status_code == 422
    assert compiler.post(f"{shown}send-back/", {"note": "Hur ofta?"}).status_code == 302
    assert "Hur ofta?" in text(one, here)
    assert "ändra er del och underteckna igen" in text(one, f"/as/{table.one.slug}/")
    assert one.post(f"{here}write/", {"edits": "1", "word_0": "Öppet två dagar."}).status_code == 302
    assert one.post(f"{here}sign/", sealed(one, f"{here}sign/")).status_code == 302
    assert "gå igenom delarna" in text(other, f"/as/{table.other.slug}/")
    assert other.post(f"{theirs}gone-through/", {"note": ""}).status_code == 422
    assert other.post(f"{theirs}gone-through/", {"note": "På mötet."}).status_code == 302
    assert compiler.post(f"{there}write/", {"edits": "0", "word_0": "Kort sagt bra."}).status_code == 302
    assert compiler.post(f"{there}compiled/", sealed(compiler, f"{there}compiled/")).status_code == 302
    assert "lämnade rapporten" in text(other, theirs)
    owed = f"{table.home(table.one).removesuffix('reports/')}obligations/{table.owed('sammanstallning').pk}/"
    assert here in one.get(owed).content.decode()


def test_what_is_submitted_is_a_page_and_five_files(table: Table) -> None:
    _report, submission = table.submitted()
    reader = table.cast.client(table.other, Role.AUDITOR)
    here = f"{table.home(table.other)}versions/{submission.pk}/"
    page = text(reader, here)
    assert "Det gick bra." in page
    assert "Vi också." in page
    assert reader.get(f"{here}report.pdf").content.startswith(b"%PDF")
    with zipfile.ZipFile(io.BytesIO(reader.get(f"{here}report.xlsx").content)) as book:
        assert "xl/workbook.xml" in book.namelist()
    with zipfile.ZipFile(io.BytesIO(reader.get(f"{here}report-csv.zip").content)) as tables:
        assert any(name.endswith(".csv") for name in tables.namelist())
    assert json.loads(reader.get(f"{here}report.json").content)
    assert reader.get(f"{here}difference/").status_code == 404, "the first has nothing before it"


def test_a_corrected_report_says_what_differs(table: Table) -> None:
    report, _first = table.submitted()
    browser = table.cast.client(table.one, Role.HEAD)
    here = f"{table.home(table.one)}{report.pk}/"
    table.write(report, table.one, gjort="Vi har haft öppet varje dag.")
    answer = browser.post(f"{here}sign/", sealed(browser, f"{here}sign/", because=""))
    assert answer.status_code == 422
    assert "Skriv vad som är rättat" in answer.content.decode()
    assert browser.post(f"{here}sign/", sealed(browser, f"{here}sign/", because="Dagarna saknades.")).status_code == 302
    table.go_through(report)
    table.submit(report, because="En del är rättad.")
    with acting_as_job(Job.SEED):
        second = Submission.objects.get(number=2)
    page = text(browser, f"{table.home(table.one)}versions/{second.pk}/difference/")
    assert "Vi har haft öppet varje dag." in page
    assert "En del är rättad." in page


def test_somebody_elses_words_are_not_written_over_and_nothing_typed_is_lost(table: Table) -> None:
    browser, report = table.cast.client(table.one, Role.CONTROLLER), table.opened()
    table.write(report, table.one, gjort="Först.")
    answer = browser.post(f"{table.home(table.one)}{report.pk}/write/", {"edits": "0", "word_0": "Sedan."})
    assert answer.status_code == 422
    assert "Någon annan har skrivit" in answer.content.decode()
    assert "Sedan." in answer.content.decode()


def test_another_party_has_no_page_to_write_or_sign_on(table: Table) -> None:
    report = table.opened("statistik")
    browser = table.cast.client(table.compiler, Role.HEAD)
    for act in ("write", "sign", "draft.pdf", "compiled", "gone-through"):
        address = f"{table.home(table.compiler)}{report.pk}/{act}{'' if '.' in act else '/'}"
        assert browser.get(address).status_code == 404, act


def test_many_reports_ask_no_more_questions_than_few(table: Table) -> None:
    browser = table.cast.client(table.one, Role.HEAD)
    table.opened()
    few = asked(browser, table.home(table.one))
    table.opened("statistik")
    table.opened("uppfoljning")
    many = asked(browser, table.home(table.one))
    assert len(many) == len(few) <= 25, many
