"""The pages of papers, as each side sees them, and how bytes are sent."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from samsyn.exchange.papers.tests.test_recognise import DOCX, PNG, pdf
from samsyn.web.access.fixtures import Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.changes.models import Step
from samsyn.web.documents.models import Document
from samsyn.web.documents.tests.conftest import NOW, TODAY, Table
from samsyn.web.matters.models import Entry
from samsyn.web.meetings.models import Minutes
from samsyn.web.obligations.tests.laying import asked
from samsyn.web.organisations.models import Organisation
from samsyn.web.organisations.roles import Role
from samsyn.web.partnerships.models import PartnershipParty
from tests.boundaries.samples import lay_out

FORM = {"title": "Årsrapport", "public_title": "Rapport", "direction": "drawn_up", "dated": "2026-03-01"}


def browser(table: Table, organisation: Organisation, role: Role = Role.HEAD) -> Client:
    return table.cast.client(organisation, role)


def sent(table: Table, name: str, data: bytes, **more: str) -> HttpResponse:
    form = {**FORM, **more, "file": SimpleUploadedFile(name, data)}
    here = table.cast.municipality
    return browser(table, here).post(table.at(here, "add/"), form)  # type: ignore[return-value]


def test_a_paper_is_laid_in_handed_over_and_read_by_the_other(table: Table) -> None:
    ours, theirs = table.cast.municipality, table.cast.association
    there = sent(table, "Årsrapport 🎉.txt", b"Hej")["Location"]
    us, them = browser(table, ours), browser(table, theirs)
    other = there.replace(f"/as/{ours.slug}/", f"/as/{theirs.slug}/")
    assert "Utkast, bara ni ser dem" in us.get(table.at(ours)).content.decode()
    assert [them.get(at).status_code for at in (other, f"{other}file/")] == [404, 404]
    assert "Utkast" not in them.get(table.at(theirs)).content.decode()
    asked_first = us.get(f"{there}hand-over/").content.decode()
    assert "Föreningen" in asked_first
    assert us.post(f"{there}hand-over/")["Location"] == there
    assert "SN 2026/533-1" in us.get(there).content.decode()
    page = them.get(other).content.decode()
    assert "Socialnämnden har lämnat över den" in page
    assert "SN 2026/533" not in page
    assert them.get(f"{other}file/").content == b"Hej"


def test_the_back_button_hands_nothing_over_twice(table: Table) -> None:
    us = browser(table, table.cast.municipality)
    document = table.handed_over(table.cast.municipality)
    there = table.at(table.cast.municipality, f"{document.pk}/")
    for path in ("hand-over/", "discard/"):
        assert us.post(f"{there}{path}")["Location"] == there
        assert us.get(f"{there}{path}")["Location"] == there
    assert us.get(there).status_code == 200


def test_a_form_with_an_error_keeps_what_was_typed_and_says_that_the_file_must_be_chosen_again(table: Table) -> None:
    answer = sent(table, "hej.txt", b"Hej", public_title="", correspondent="Länsstyrelsen")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="Årsrapport"' in page
    assert 'value="Länsstyrelsen"' in page
    assert "Välj filen igen" in page


def test_a_file_over_the_limit_is_refused_and_the_rest_of_the_form_kept(table: Table, settings: object) -> None:
    settings.SAMSYN_LARGEST_DOCUMENT_MB = 1  # type: ignore[attr-defined]
    answer = sent(table, "stor.txt", b"x" * 1_000_001)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "«stor.txt» är större än 1 MB" in page
    assert 'value="Årsrapport"' in page
    assert "Välj filen igen" not in page
    assert sent(table, "lagom.txt", b"x" * 1_000_000).status_code == 302


def test_a_form_many_times_over_the_limit_is_not_read(table: Table, settings: object) -> None:
    settings.SAMSYN_LARGEST_DOCUMENT_MB = 1  # type: ignore[attr-defined]
    assert sent(table, "stor.txt", b"x" * 7_000_000).status_code == 413


def test_an_empty_file_and_no_file_are_told_apart(table: Table) -> None:
    assert "«tom.pdf» är tom" in sent(table, "tom.pdf", b"").content.decode()
    here = table.cast.municipality
    assert "Välj en fil." in browser(table, here).post(table.at(here, "add/"), FORM).content.decode()


def test_who_may_not_write_sends_no_file(table: Table) -> None:
    here = table.cast.municipality
    for role in (Role.AUDITOR, Role.STAFF):
        form = {**FORM, "file": SimpleUploadedFile("hej.txt", b"Hej")}
        assert browser(table, here, role).post(table.at(here, "add/"), form).status_code == 404
    with acting_as_job(Job.SEED):
        assert not Document.objects.exists()


def test_a_file_without_the_token_of_the_form_is_refused(table: Table) -> None:
    here = table.cast.municipality
    client = browser(table, here)
    client.handler.enforce_csrf_checks = True
    form = {**FORM, "file": SimpleUploadedFile("hej.txt", b"Hej")}
    assert client.post(table.at(here, "add/"), form).status_code == 403
    with acting_as_job(Job.SEED):
        assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("name", "data", "shown", "media_type"),
    [
        ("a.pdf", pdf(), True, "application/pdf"),
        ("a.pdf", pdf(script=True), False, "application/pdf"),
        ("a.pdf", pdf(file=True), False, "application/pdf"),
        ("a.png", PNG, True, "image/png"),
        ("a.txt", "å".encode(), True, "text/plain; charset=utf-8"),
        ("a.txt", "å".encode("cp1252"), True, "text/plain; charset=windows-1252"),
        ("a.csv", b"a;b", False, "text/csv; charset=utf-8"),
        ("a.docx", DOCX, False, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ],
)
def test_only_what_cannot_do_anything_is_shown_in_the_browser(
    table: Table, name: str, data: bytes, shown: bool, media_type: str
) -> None:
    document = table.laid_in(table.cast.municipality, data=data, name=name)
    answer = browser(table, table.cast.municipality).get(table.at(table.cast.municipality, f"{document.pk}/file/"))
    assert answer["Content-Type"] == media_type
    assert answer["Content-Disposition"].startswith("inline;" if shown else "attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert answer["Cache-Control"] == "private, no-store"
    assert answer.content == data


def test_a_name_with_swedish_letters_is_sent_so_that_every_browser_saves_it_right(table: Table) -> None:
    document = table.laid_in(table.cast.municipality, name='Årsrapport "1" 🎉.txt')
    answer = browser(table, table.cast.municipality).get(table.at(table.cast.municipality, f"{document.pk}/file/"))
    assert answer["Content-Disposition"] == (
        "inline; filename=\"_rsrapport -1- _.txt\"; filename*=UTF-8''%C3%85rsrapport%20-1-%20%F0%9F%8E%89.txt"
    )


def test_who_only_takes_part_reads_what_is_opened_to_it_and_nothing_of_the_agreement(table: Table) -> None:
    hidden = table.handed_over(table.cast.municipality, title="Bara för parterna")
    opened = table.handed_over(table.cast.municipality, title="Protokoll 1", also_for=[table.participant.pk])
    client = browser(table, table.participant)
    at = table.at(table.participant)
    page = client.get(at).content.decode()
    assert "Protokoll 1" in page
    assert "Bara för parterna" not in page
    assert "/agreement/" not in page
    assert client.get(f"{at}{opened.pk}/").status_code == 200
    assert client.get(f"{at}{opened.pk}/file/").content == b"Hej"
    assert [client.get(f"{at}{hidden.pk}/{path}").status_code for path in ("", "file/")] == [404, 404]
    assert client.get(f"{at}add/").status_code == 404


def test_a_participant_is_chosen_when_the_paper_is_handed_over(table: Table) -> None:
    draft = table.laid_in(table.cast.municipality)
    here = table.at(table.cast.municipality, f"{draft.pk}/hand-over/")
    us = browser(table, table.cast.municipality)
    assert us.post(here, {"also_for": [str(table.cast.association.pk)]}).status_code == 422
    assert us.post(here, {"also_for": [str(table.participant.pk)]}).status_code == 302
    assert browser(table, table.participant).get(table.at(table.participant, f"{draft.pk}/")).status_code == 200


def test_the_register_says_public_titles_and_can_leave_out_whom_they_came_from(table: Table) -> None:
    ours, theirs = table.cast.municipality, table.cast.association
    table.handed_over(ours, title="Hemlig titel", correspondent="Ett företag")
    table.handed_over(theirs, data=b"Annat")
    table.laid_in(ours, public_title="Ett utkast")
    page = browser(table, ours).get(table.at(ours, "register/")).content.decode()
    assert "Hemlig titel" not in page
    assert "Ett utkast" not in page
    assert "Ett företag" in page
    assert (
        "Ett företag"
        not in browser(table, ours).get(table.at(ours, "register/?without=correspondent")).content.decode()
    )
    file = browser(table, ours).get(table.at(ours, "register.csv")).content.decode("utf-8-sig").splitlines()
    assert file[1:] == [
        "SN 2026/533-1;2026-03-02;upprättad;Rapport;Ett företag",
        "SN 2026/533-2;2026-03-02;inkommen;Rapport;Föreningen",
    ]


def test_the_register_is_narrowed_to_days_and_leaves_out_what_it_is_asked_to(table: Table) -> None:
    """One's own paper has the day it is dated, another's the day on which it came in: that of the hand-over."""
    ours, theirs = table.cast.municipality, table.cast.association
    table.handed_over(ours, dated=date(2026, 1, 15), title="Vår titel", correspondent="Ett företag")
    table.handed_over(theirs, data=b"Annat", dated=date(2026, 1, 10))
    us = browser(table, ours)

    def lines(asked_for: str) -> list[str]:
        return us.get(table.at(ours, f"register.csv?{asked_for}")).content.decode("utf-8-sig").splitlines()[1:]

    first, second = "SN 2026/533-1;2026-01-15;upprättad", "SN 2026/533-2;2026-03-02;inkommen"
    assert lines("last=2026-01-31&without=correspondent&without=title") == [first]
    assert lines("first=2026-02-01&without=title") == [f"{second};Föreningen"]
    assert lines("own=1&q=533-1&first=nonsens") == [f"{first};Ett företag;Vår titel;Rapport"]
    page = us.get(table.at(ours, "register/?own=1&first=2026-01-01")).content.decode()
    assert "Vår titel" in page
    assert "register.pdf?own=1&amp;first=2026-01-01" in page
    assert us.get(table.at(ours, "register.pdf?without=title")).content.startswith(b"%PDF")
    assert us.get(table.at(ours, "register.xlsx")).content.startswith(b"PK")


def test_the_list_is_searched_by_title_number_and_owner(table: Table) -> None:
    ours, theirs = table.cast.municipality, table.cast.association
    table.handed_over(ours, title="Brev om hyran")
    table.handed_over(theirs, data=b"Annat", title="Årsrapport 2025")
    us = browser(table, ours)

    def titles(asked_for: str) -> list[str]:
        page = us.get(table.at(ours, f"?{asked_for}")).content.decode()
        return [title for title in ("Brev om hyran", "Årsrapport 2025") if title in page]

    assert titles("q=hyran") == ["Brev om hyran"]
    assert titles("q=SN 2026/533-2") == ["Årsrapport 2025"]
    assert titles(f"whose={theirs.pk}") == ["Årsrapport 2025"]
    assert titles("whose=nonsense") == ["Brev om hyran", "Årsrapport 2025"]
    assert "Ingen handling passar" in us.get(table.at(ours, "?q=finns-inte")).content.decode()


def test_the_list_asks_the_database_as_often_for_many_as_for_one(table: Table) -> None:
    us, at = browser(table, table.cast.municipality), table.at(table.cast.municipality)
    table.handed_over(table.cast.municipality)
    few = len(asked(us, at))
    for number in range(5):
        table.handed_over(table.cast.municipality, data=f"{number}".encode())
        table.laid_in(table.cast.municipality)
    assert len(asked(us, at)) == few


def test_a_paper_s_page_says_what_it_is_used_for(cast: Cast) -> None:
    sample = lay_out(cast)
    work, slug = sample.work, sample.partnership.slug
    with acting_as_job(Job.SEED):
        own = {"partnership": sample.partnership, "organisation": cast.municipality, "document": work.document}
        Entry.objects.create(**own, matter=work.matter, kind="dialogue", on=TODAY, says="Så.", recorded_at=NOW)
        place = PartnershipParty.objects.get(partnership=sample.partnership, organisation=cast.municipality)
        Step.objects.create(**own, change=work.change, kind="signature", place=place, on=TODAY, recorded_at=NOW)
        Minutes.objects.create(
            partnership=sample.partnership, meeting=work.meeting, revision=2, content={}, sha256="0" * 64,
            document=work.document, put_forward_by=cast.municipality, put_forward_at=NOW,
        )  # fmt: skip
    start = f"/as/foreningen/partnerships/{slug}"
    page = cast.client(cast.association, Role.HEAD).get(f"{start}/documents/{work.document.pk}/").content.decode()
    for path in (f"matters/{work.matter.pk}/", f"changes/{work.change.pk}/", f"meetings/{work.meeting.pk}/"):
        assert f'href="{start}/{path}"' in page
