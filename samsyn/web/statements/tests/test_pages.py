"""The pages: the party writes and signs, the other reads and answers."""

from __future__ import annotations

import io
import re
import zipfile
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.obligations.tests.laying import asked
from samsyn.web.organisations.roles import Role
from samsyn.web.project import clock
from samsyn.web.statements.jobs import open_statements
from samsyn.web.statements.models import Addition, Statement, Submission
from samsyn.web.statements.tests.conftest import Table


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()).replace("\N{NO-BREAK SPACE}", " "))


def seal_on(client: Client, address: str) -> str:
    found = re.search(r'name="seal" value="([0-9a-f]{64})"', client.get(address).content.decode())
    assert found
    return found[1]


def test_a_statement_is_written_signed_read_sent_back_and_accepted(table: Table) -> None:
    ours, theirs = table.cast.client(table.ours, Role.HEAD), table.cast.client(table.theirs, Role.HEAD)
    assert ours.post(f"{table.home()}open/{table.owed().pk}/").status_code == 302
    with acting_as_job(Job.SEED):
        statement = Statement.objects.get()
    here, there = f"{table.home()}{statement.pk}/", f"{table.home(table.theirs)}{statement.pk}/"
    typed = {"edits": "0", "first": "2025-01-01", "last": "2025-12-31", "word_0": "Till löner.", "word_1": ""}
    assert ours.post(f"{here}write/", typed).status_code == 302
    sum_ = {
        "made": uuid4(),
        "side": "cost",
        "cost_line": "loner",
        "text": "Löner",
        "amount": "900 000",
        "source": "Not 4",
    }
    assert ours.post(f"{here}sums/add/", sum_).status_code == 302
    assert "använde 900 000 kr" in text(ours, here)
    assert "Till löner." not in text(theirs, there)
    assert "Inte lämnad än" in text(theirs, there)
    assert ours.post(f"{here}sign/", {"seal": seal_on(ours, f"{here}sign/")}).status_code == 302
    page = text(theirs, there)
    assert "Till löner." in page
    assert "900 000 kr (Not 4)" in page
    with acting_as_job(Job.SEED):
        first = Submission.objects.get()
    received = f"{table.home(table.theirs)}handed-in/{first.pk}/"
    assert theirs.post(f"{received}send-back/", {"note": ""}).status_code == 422
    assert theirs.post(f"{received}send-back/", {"note": "Maten saknas."}).status_code == 302
    assert "Maten saknas." in text(ours, here)
    assert ours.post(f"{here}write/", typed | {"edits": "2", "word_1": "Maten kostade inget."}).status_code == 302
    assert ours.post(f"{here}sign/", {"seal": seal_on(ours, f"{here}sign/")}).status_code == 302
    with acting_as_job(Job.SEED):
        second = Submission.objects.get(number=2)
    assert theirs.post(f"{table.home(table.theirs)}handed-in/{second.pk}/accept/").status_code == 302
    assert "Redovisningen är godtagen av Socialnämnden" in text(ours, here)
    assert "Godtagna" in text(theirs, table.home(table.theirs))


def test_who_writes_is_told_what_must_be_answered_and_who_signs(table: Table) -> None:
    writer = table.cast.client(table.ours, Role.CONTROLLER)
    assert writer.post(f"{table.home()}open/{table.owed().pk}/").status_code == 302
    with acting_as_job(Job.SEED):
        here = f"{table.home()}{Statement.objects.get().pk}/"
    owed = f"{table.home().removesuffix('statements/')}obligations/{table.owed().pk}/"
    assert here in writer.get(owed).content.decode()
    assert "En verksamhetschef eller en ledamot i styrgruppen läser och undertecknar den." in text(writer, here)
    assert text(writer, f"{here}write/").count("(frivilligt)") == 1, "what the agreement asks for is not left out"


def test_what_was_read_and_what_is_signed_are_the_same(table: Table) -> None:
    ours, statement = table.cast.client(table.ours, Role.HEAD), table.opened()
    here = f"{table.home()}{statement.pk}/"
    table.write(statement)
    seal = seal_on(ours, f"{here}sign/")
    table.write(statement, "Till annat.")
    answer = ours.post(f"{here}sign/", {"seal": seal})
    assert answer.status_code == 422
    assert "Läs den igen" in answer.content.decode()
    assert ours.post(f"{here}sign/", {"seal": "hej"}).status_code == 404


def test_a_form_with_a_fault_keeps_what_was_typed(table: Table) -> None:
    ours, statement = table.cast.client(table.ours, Role.CONTROLLER), table.opened()
    typed = {"edits": "0", "first": "2025-12-31", "last": "2025-01-01", "word_0": "Mina ord", "word_1": ""}
    answer = ours.post(f"{table.home()}{statement.pk}/write/", typed)
    assert answer.status_code == 422
    assert "Mina ord" in answer.content.decode()


def test_somebody_elses_words_are_not_written_over(table: Table) -> None:
    ours, statement = table.cast.client(table.ours, Role.CONTROLLER), table.opened()
    table.write(statement, "Först.")
    typed = {"edits": "0", "first": "2025-01-01", "last": "2025-12-31", "word_0": "Sedan.", "word_1": ""}
    answer = ours.post(f"{table.home()}{statement.pk}/write/", typed)
    assert answer.status_code == 422
    assert "Någon annan har skrivit" in answer.content.decode()
    assert "Sedan." in answer.content.decode()


def test_the_annual_report_is_enclosed_as_a_file(table: Table) -> None:
    ours, statement = table.cast.client(table.ours, Role.HEAD), table.opened("arsredovisning")
    here = f"{table.home()}{statement.pk}/"
    assert ours.post(f"{here}enclose/", {}).status_code == 422
    file = SimpleUploadedFile("arsredovisning.txt", "Årsredovisning 2025".encode())
    assert ours.post(f"{here}enclose/", {"file": file}).status_code == 302
    assert "Bilaga till Årsredovisning 2025" in text(ours, here)
    assert ours.post(f"{here}sign/", {"seal": seal_on(ours, f"{here}sign/")}).status_code == 302


def test_the_draft_and_what_is_handed_in_are_files_too(table: Table) -> None:
    ours, theirs, statement = (
        table.cast.client(table.ours, Role.HEAD), table.cast.client(table.theirs, Role.AUDITOR), table.opened(),
    )  # fmt: skip
    here = f"{table.home()}{statement.pk}/"
    assert ours.get(f"{here}draft.pdf").content.startswith(b"%PDF")
    assert theirs.get(f"{table.home(table.theirs)}{statement.pk}/draft.pdf").status_code == 404
    submission = table.signed(statement)
    book = theirs.get(f"{table.home(table.theirs)}handed-in/{submission.pk}/statement.xlsx").content
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        assert "Till löner och mat." in archive.read("xl/sharedStrings.xml").decode()


def test_a_typed_sum_is_removed(table: Table) -> None:
    ours, statement = table.cast.client(table.ours, Role.CONTROLLER), table.opened()
    here = f"{table.home()}{statement.pk}/"
    typed = {"made": uuid4(), "side": "received", "cost_line": "", "text": "Bidrag", "amount": "10", "source": "Not 4"}
    assert ours.post(f"{here}sums/add/", typed).status_code == 302
    with acting_as_job(Job.SEED):
        addition = Addition.objects.get()
    assert ours.post(f"{here}sums/{addition.pk}/remove/").status_code == 302
    with acting_as_job(Job.SEED):
        assert not Addition.objects.exists()


def test_an_auditor_reads_and_changes_nothing(table: Table) -> None:
    statement = table.opened()
    table.signed(statement)
    auditor = table.cast.client(table.theirs, Role.AUDITOR)
    for address in (table.home(table.theirs), f"{table.home(table.theirs)}{statement.pk}/"):
        assert "<form" not in auditor.get(address).content.decode().split("<main")[1].split("</main")[0]


def test_the_other_party_has_no_page_to_write_on(table: Table) -> None:
    statement = table.opened()
    theirs = table.cast.client(table.theirs, Role.HEAD)
    for act in ("write", "sums/add", "enclose", "sign"):
        assert theirs.get(f"{table.home(table.theirs)}{statement.pk}/{act}/").status_code == 404


def test_the_bell_opens_what_is_near_and_my_day_asks_for_it(table: Table) -> None:
    assert clock.today()
    open_statements()
    open_statements()
    day = text(table.cast.client(table.ours, Role.CONTROLLER), f"/as/{table.ours.slug}/")
    assert "Redogörelse 2025: skriv och lämna" in day
    with acting_as_job(Job.SEED):
        statement = Statement.objects.get(kind="statement")
    table.signed(statement)
    day = text(table.cast.client(table.theirs, Role.STEERING), f"/as/{table.theirs.slug}/")
    assert "Redogörelse 2025 från Föreningen: läs och svara" in day


def test_many_statements_ask_no_more_questions_than_few(table: Table) -> None:
    ours = table.cast.client(table.ours, Role.HEAD)
    table.opened()
    few = asked(ours, table.home())
    table.opened("arsredovisning")
    table.opened(year=2026)
    many = asked(ours, table.home())
    assert len(many) == len(few) <= 25, many
