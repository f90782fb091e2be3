"""An agreement, and people, whose words try to be something else: markup, code, lines of a calendar, a header."""

from __future__ import annotations

import io
import re
import tomllib
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from html import escape
from html.parser import HTMLParser
from typing import Any

import icalendar
import pytest
import tomli_w
from django.test import Client
from pypdf import PdfReader

from samsyn.rules.money.published import shipped
from samsyn.rules.reading import BrokenAgreement, files_in, read_files
from samsyn.rules.reading.plain_text import LONGEST
from samsyn.web.access.fixtures import TODAY, Cast
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements.actions import register_partnership
from samsyn.web.agreements.tests.invented import AGREEMENT
from samsyn.web.organisations.roles import Role
from samsyn.web.seed.actions import agreement_folders
from tests.boundaries.samples import NOW

MARK = "xq7"
_SHIPPED = {each.table.source for each in shipped()}
"""Addresses that come with Samsyn. What a person typed is no link away."""
HOSTILE = (
    f"{MARK}<script>alert(1)</script><img src=x onerror=alert(1)>\"'`{{{{ 7*7 }}}}{{% debug %}}%s%(x)s"
    '#let a=1 #eval("1") $x$ *b* _i_ @l <l> \\ &amp; END:VEVENT;,: \N{PILE OF POO}\N{GRINNING FACE}中\ue000'
)
LINES = "\nEND:VEVENT\nBEGIN:VALARM\nATTACH:https://example.org/\nEND:VALARM\nX-EVIL:1"
PROSE = {
    "says", "name", "title", "purpose", "question", "chosen", "why", "note", "legal_name", "administration",
    "function", "missing",
}  # fmt: skip


def poisoned(value: Any, key: str = "") -> Any:
    """Every piece of prose gets the hostile words after its own; what the rules read is left as it is."""
    if key == "where":  # ids and no prose, though one of them is called question
        return value
    if isinstance(value, dict):
        return {name: poisoned(each, name) for name, each in value.items()}
    if isinstance(value, list):
        return [poisoned(each, key) for each in value]
    if not isinstance(value, str) or key not in PROSE:
        return value
    return f"{value} {HOSTILE}{LINES}"[: LONGEST.get(key)]


def hostile_files() -> dict[str, bytes]:
    for folder in agreement_folders():
        files = files_in(folder)
        terms = tomllib.loads(files["agreement.toml"].decode(), parse_float=Decimal)
        if sorted(party["kind"] for party in terms["party"].values()) == ["civil", "public"]:
            files["agreement.toml"] = tomli_w.dumps(poisoned(terms)).encode()
            headings = re.compile(r"^(## [^·\n]+ · .*)$", re.MULTILINE)
            files["clauses.md"] = headings.sub(rf"\1 {MARK}<script>", files["clauses.md"].decode()).encode()
            return files
    raise LookupError("No agreement has one public and one civil party.")


@pytest.fixture
def poisoned_table(cast: Cast) -> Cast:
    with acting_as_job(Job.SEED):
        for bare in (cast.partnership, cast.other_partnership):
            bare.parties.all().delete()
            bare.delete()
        files = hostile_files()
        sides = {key: party["kind"] for key, party in tomllib.loads(files["agreement.toml"].decode())["party"].items()}
        both = {"public": cast.municipality, "civil": cast.association}
        register_partnership(files, {key: both[side] for key, side in sides.items()}, by=Job.SEED, now=NOW, today=TODAY)
    return cast


def everything_from(client: Client, start: str) -> Iterator[tuple[str, Any]]:
    """Every page that can be reached by links from the start; the same kind of page at most a dozen times."""
    waiting, seen = [start], set()
    kinds: dict[str, int] = {}
    while waiting:
        address = waiting.pop()
        kind = re.sub(r"[0-9a-f-]{36}|clauses/[^/]+", "…", address.split("?")[0])
        kinds[kind] = kinds.get(kind, 0) + 1
        if address in seen or kinds[kind] > 12:
            continue
        seen.add(address)
        answer = client.get(address)
        yield address, answer
        if answer.headers.get("Content-Type", "").startswith("text/html"):
            waiting += re.findall(r'href="(/as/[^"#]+)', answer.content.decode().replace("&amp;", "&"))


@pytest.fixture
def reader(poisoned_table: Cast) -> Client:
    return poisoned_table.client(poisoned_table.municipality, Role.HEAD)


@pytest.mark.slow
def test_every_page_shows_the_words_and_obeys_none_of_them(reader: Client) -> None:
    shown = 0
    for address, answer in everything_from(reader, "/as/kommunen/"):
        assert answer.status_code == 200, address
        if not answer.headers["Content-Type"].startswith("text/html"):
            continue
        page = answer.content.decode()
        shown += page.count(MARK)
        assert not _elements_that_act(page), address
        assert f"{MARK}49" not in page, address
    assert shown > 500


class _Elements(HTMLParser):
    """What a browser would make of the page: every element with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def _elements_that_act(page: str) -> list[tuple[str, dict[str, str | None]]]:
    return [
        (tag, attributes)
        for tag, attributes in _Elements(page).found
        if (tag == "script" and not (attributes.get("src") or "").startswith("/static/"))
        or tag in ("img", "iframe", "object", "embed", "l", "style")
        or any(name.startswith("on") or name == "style" for name in attributes)
        or ((href := attributes.get("href") or "/").startswith(("javascript", "data", "http")) and href not in _SHIPPED)
    ]


def test_the_page_that_obeyed_would_be_found() -> None:
    for page in ("<img src=x>", "<p onclick=a>", "<script>alert(1)</script>", '<a href="javascript:a">'):
        assert _elements_that_act(page)


def test_the_document_prints_them(reader: Client) -> None:
    pdf = reader.get(f"{_home(reader)}agreement/document.pdf")
    assert pdf.headers["Content-Type"] == "application/pdf"
    reading = PdfReader(io.BytesIO(pdf.content))
    text = "".join("".join(page.extract_text() for page in reading.pages).split())
    assert f"{MARK}<script>alert(1)</script>" in text
    assert '#leta=1#eval("1")' in text
    assert not [
        each for page in reading.pages for each in page.get("/Annots", []) if "example.org" in str(each.get_object())
    ]


def test_a_case_number_that_the_type_cannot_show_does_not_take_the_document_from_the_others(
    reader: Client, poisoned_table: Cast
) -> None:
    reader.post(f"{_home(reader)}case-number/", {"case_number": "SN \N{GRINNING FACE} 中"})
    other = poisoned_table.client(poisoned_table.association, Role.HEAD)
    address = _home(reader).replace("/kommunen/", "/foreningen/")
    assert other.get(f"{address}agreement/document.pdf").headers["Content-Type"] == "application/pdf"


def test_the_files_are_what_was_registered(reader: Client) -> None:
    answer = reader.get(f"{_home(reader)}agreement/versions/1/files.zip")
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert not [name for name in archive.namelist() if ".." in name or name.startswith("/")]
    assert {archive.read(name) for name in archive.namelist()} == set(hostile_files().values())


def test_a_calendar_gets_no_lines_of_its_own_from_them(reader: Client) -> None:
    page = reader.post("/as/kommunen/calendar/open/", follow=True).content.decode()
    reader.post("/as/kommunen/calendar/title/", {"named": "1"})
    body = Client().get(re.findall(r"/feeds/[\w-]+\.ics", page)[0]).content
    assert MARK.encode() in body
    lines = re.split(rb"\r\n|\r|\n", body)
    starts = {re.split(rb"[:;]", line)[0] for line in lines if line and not line.startswith(b" ")}
    assert starts <= {
        b"BEGIN", b"END", b"VERSION", b"PRODID", b"CALSCALE", b"NAME", b"X-WR-CALNAME", b"REFRESH-INTERVAL",
        b"X-PUBLISHED-TTL", b"SUMMARY", b"DTSTART", b"DTEND", b"DTSTAMP", b"UID", b"SEQUENCE", b"CLASS", b"TRANSP",
        b"DESCRIPTION", b"LAST-MODIFIED", b"URL",
    }  # fmt: skip
    assert {part.name for part in icalendar.Calendar.from_ical(body).walk()} == {"VCALENDAR", "VEVENT"}


@pytest.mark.parametrize(
    ("instead", "told"),
    [
        ('"Ingen\\u202e ska"', "agreement.toml, line 6: «purpose» holds a sign that cannot be seen (U+202E)"),
        ('"Ingen\\u0000 ska"', "(U+0000)"),
        ('"Ingen\\r ska"', "(U+000D)"),
        ('"""Ingen\nska\tvara"""', ""),
    ],
)
def test_an_agreement_with_signs_that_cannot_be_seen_is_refused_with_its_line(instead: str, told: str) -> None:
    files = {"agreement.toml": re.sub(r"(?m)^purpose = .*$", lambda _: f"purpose = {instead}", AGREEMENT).encode()}
    if told:
        with pytest.raises(BrokenAgreement, match=re.escape(told)):
            read_files(files)
    else:
        read_files(files)


def test_a_name_longer_than_its_column_is_refused_before_it_is_registered() -> None:
    long = AGREEMENT.replace('name = "Lanterna"', f'name = "{"L" * 201}"').replace("bidrag", "b" * 61)
    with pytest.raises(BrokenAgreement) as broken:
        read_files({"agreement.toml": long.encode()})
    assert "«name» has 201 signs. Use at most 200" in str(broken.value)
    assert "has 61 signs. Use at most 60" in str(broken.value)


def test_clauses_that_cannot_be_read_say_where() -> None:
    files = {"agreement.toml": AGREEMENT.encode(), "clauses.md": "# X\n\n## 1 · A\n\nTyst\u202e.\n".encode()}
    with pytest.raises(BrokenAgreement, match=re.escape("clauses.md, line 5: the line holds a sign")):
        read_files(files)
    with pytest.raises(BrokenAgreement, match=re.escape("clauses.md, line 1: the file is not UTF-8")):
        read_files(files | {"clauses.md": b"\xff"})


NAMES = [f"Åsa {HOSTILE}"[:120], "💩" * 120, "A" * 120, "<b>", "{{ name }}"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_only_a_name(cast: Cast, name: str) -> None:
    administrator = cast.client(cast.municipality, Role.ADMINISTRATOR)
    typed = {"email": "ny@kommunen.example", "display_name": name, "role": "staff", "since": "2026-03-02"}
    assert administrator.post("/as/kommunen/people/invite/", typed).status_code == 302
    page = administrator.get("/as/kommunen/people/").content.decode()
    assert escape(name) in page


@pytest.mark.parametrize(
    "name", ["Ny\N{RIGHT-TO-LEFT OVERRIDE}gnp", "Ny\nRad", "Ny\x07", "Ny\N{ZERO WIDTH SPACE}x", "\x7f"]
)
def test_a_name_is_one_line_that_reads_as_it_is_written(cast: Cast, name: str) -> None:
    administrator = cast.client(cast.municipality, Role.ADMINISTRATOR)
    typed = {"email": "ny@kommunen.example", "display_name": name, "role": "staff", "since": "2026-03-02"}
    answer = administrator.post("/as/kommunen/people/invite/", typed)
    assert answer.status_code == 422
    assert "osynliga tecken" in answer.content.decode()


def _home(client: Client) -> str:
    found: list[str] = re.findall(
        r'href="(/as/kommunen/partnerships/[^/"]+/)"', client.get("/as/kommunen/").content.decode()
    )
    return found[0]
