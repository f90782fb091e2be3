"""Files as they come: honest ones, mistaken ones, and those made to do harm."""

from __future__ import annotations

import io
import zipfile

import pytest
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from samsyn.exchange.papers import NotTaken, clean_name, does_more_than_show, recognised

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 30
JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 30
MAIL = "From: a\r\nDate: Mon, 2 Mar 2026 09:00:00 +0100\r\nSubject: Hej\r\n\r\nHej å\r\n".encode("iso-8859-1")
_OFFICE = "application/vnd.openxmlformats-officedocument"
WORD = f'<Types><Override ContentType="{_OFFICE}.wordprocessingml.document.main+xml"/></Types>'
MACRO_WORD = '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'


def pdf(*, script: bool = False, file: bool = False, password: str = "") -> bytes:
    writer, whole = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    if script:
        act = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
        writer.root_object[NameObject("/OpenAction")] = DictionaryObject(act)
    if file:
        writer.add_attachment("bilaga.txt", b"Hej")
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    writer.write(whole)
    return whole.getvalue()


def archive(**files: str) -> bytes:
    """Names with a dot or a slash are given as keywords through `**`. The same bytes at every hour."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as packed:
        for name, content in files.items():
            packed.writestr(zipfile.ZipInfo(name), content)
    return whole.getvalue()


DOCX = archive(**{"[Content_Types].xml": WORD, "word/document.xml": "<a/>"})
ODT = archive(mimetype="application/vnd.oasis.opendocument.text", **{"META-INF/manifest.xml": "<a/>"})


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("avtal.pdf", pdf(), "application/pdf"),
        ("AVTAL.PDF", pdf(), "application/pdf"),
        ("utan-ändelse", pdf(), "application/pdf"),
        ("bild.png", PNG, "image/png"),
        ("bild.jpeg", JPEG, "image/jpeg"),
        ("brev.docx", DOCX, f"{_OFFICE}.wordprocessingml.document"),
        ("brev.odt", ODT, "application/vnd.oasis.opendocument.text"),
        ("text.txt", "Räksmörgås 😀".encode(), "text/plain"),
        ("gammal.txt", "Räksmörgås".encode("windows-1252"), "text/plain"),
        ("excel.csv", "\ufeffa;b\r\n1;2".encode("utf-16"), "text/csv"),
        ("brev.eml", MAIL, "message/rfc822"),
        ("sidor.txt", b"Skriv <html> i filen", "text/plain"),
    ],
)
def test_what_the_bytes_are_decides(name: str, data: bytes, media_type: str) -> None:
    assert recognised(name, data) == media_type


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("tom.pdf", b"", "empty"),
        ("program.exe", b"MZ\x90\0" + b"\0" * 100, "not_taken program"),
        ("program.pdf", b"MZ\x90\0" + b"\0" * 100, "not_taken program"),
        ("program", b"\x7fELF" + b"\0" * 100, "not_taken program"),
        ("sida.html", b"<!DOCTYPE html><p>Hej", "not_taken page"),
        ("sida.txt", b"\xef\xbb\xbf \n<!-- a --><!-- b --><HTML>", "not_taken page"),
        ("bild.svg", b'<?xml version="1.0"?><svg onload="a()"/>', "not_taken page"),
        ("skript.txt", b"#!/bin/sh\nrm", "not_taken script"),
        ("skript.js", b"alert(1)", "not_taken script"),
        ("skript.ps1", b"Get-Item", "not_taken script"),
        ("gammalt.doc", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "not_taken office"),
        ("arkiv.zip", archive(a="b"), "not_taken archive"),
        ("arkiv.rar", b"Rar!\x1a\x07\x00" + b"\0" * 60, "not_taken archive"),
        ("bild.gif", b"GIF89a" + b"\0" * 60, "not_taken image"),
        ("brev.docm", archive(**{"[Content_Types].xml": MACRO_WORD}), "macros"),
        ("brev.docx", archive(**{"[Content_Types].xml": WORD, "word/vbaProject.bin": "x"}), "macros"),
        (
            "brev.odt",
            archive(mimetype="application/vnd.oasis.opendocument.text", **{"Basic/Standard/a.xml": "x"}),
            "macros",
        ),
        ("last.pdf", pdf(password="hemligt"), "locked"),
        ("trasig.pdf", b"%PDF-1.7\n" + b"x" * 50, "broken"),
        ("trasig.docx", DOCX[:60], "broken"),
        ("avtal.pdf", PNG, "ending image/png"),
        ("bild.png", pdf(), "ending application/pdf"),
        ("faktura.pdf.exe", pdf(), "ending application/pdf"),
        ("brev.pdf", b"Hej", "ending text/plain"),
        ("text.eml", b"Hej", "ending text/plain"),
    ],
)
def test_what_is_not_taken_is_told_with_what_it_is(name: str, data: bytes, problem: str) -> None:
    with pytest.raises(NotTaken) as refused:
        recognised(name, data)
    assert str(refused.value) == problem


def test_an_archive_with_a_password_is_locked() -> None:
    locked = bytearray(DOCX)
    locked[6] |= 1
    middle = bytes(locked).index(b"PK\x01\x02")
    locked[middle + 8] |= 1
    with pytest.raises(NotTaken, match="locked"):
        recognised("brev.docx", bytes(locked))


def test_many_comments_do_not_make_it_slow() -> None:
    """Tried as one pattern this takes longer than the age of the universe."""
    assert recognised("text.txt", b"<!---->" * 600 + b"x") == "text/plain"


def test_a_pdf_that_only_shows_pages_may_be_opened_in_the_browser() -> None:
    assert not does_more_than_show(pdf())


@pytest.mark.parametrize("data", [pdf(script=True), pdf(file=True), b"%PDF-1.7 trasig", pdf(password="hemligt")])
def test_a_pdf_with_a_program_or_a_file_in_it_is_not(data: bytes) -> None:
    assert does_more_than_show(data)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Årsrapport åäö.pdf", "Årsrapport åäö.pdf"),
        ("A\N{COMBINING RING ABOVE}.pdf", "Å.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\brev.docx", "brev.docx"),
        ("brev\r\nX-Evil: 1.pdf", "brevX-Evil- 1.pdf"),
        ("brev\N{RIGHT-TO-LEFT OVERRIDE}fdp.exe", "brevfdp.exe"),
        ("fest 🎉.pdf", "fest 🎉.pdf"),
        ('a"b<c>|?.txt', "a-b-c---.txt"),
        ("", "fil"),
        ("...", "fil"),
        ("\0", "fil"),
    ],
)
def test_a_name_is_kept_as_far_as_it_can_be_saved_anywhere(given: str, kept: str) -> None:
    assert clean_name(given) == kept


def test_a_long_name_is_cut_before_its_ending() -> None:
    name = clean_name("å" * 300 + ".docx")
    assert len(name) == 120
    assert name.endswith("å.docx")
