"""The signed sentences are not copied into the project, and no person of theirs is named in it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.agreements.signed_texts import FOLDER_OF, ROOT, SignedText, signed_text

COPIED = 12
"""So many words in a row are a copied sentence."""
FILES = [path for path in sorted((ROOT / "agreements").rglob("*")) if path.is_file()]

_NAME = r"[A-ZÀ-Ö][a-zà-ÿ]+(?:-[A-ZÀ-Ö][a-zà-ÿ]+)?(?: [A-ZÀ-Ö][a-zà-ÿ]+){1,2}"
_ROLE = r"(?:Tf )?\w*(?:direktör|[Dd]irektor|[Cc]hef|[Oo]rdförande|ansvarig)\b"


@pytest.mark.shared
@pytest.mark.parametrize("prefix", FOLDER_OF)
def test_no_sentence_of_ours_is_the_signed_one(prefix: str) -> None:
    signed = signed_text(prefix)
    theirs = set(_runs(signed.text))
    copied = [sentence for sentence in _sentences(signed) if theirs.intersection(_runs(sentence))]
    assert copied == []


@pytest.mark.shared
def test_no_person_of_the_signed_texts_is_named() -> None:
    persons = {prefix: _persons(signed_text(prefix).text) for prefix in FOLDER_OF}
    assert [prefix for prefix, found in persons.items() if len(found) < 2] == [], "two sides sign every text"
    for name in set().union(*persons.values()):
        family_name = re.compile(rf"\b{name.split()[-1]}\b")
        assert [path.name for path in FILES if family_name.search(_text(path))] == []


def test_no_e_mail_address_or_telephone_number_stands_in_the_agreements() -> None:
    """A number that begins with 000 reaches nobody: those are the twins'."""
    reach = re.compile(r"\w@\w|\b0(?!00)\d{1,3} ?[-–] ?\d{2,3} ?\d{2} ?\d{2}\b")
    assert FILES
    assert [path.name for path in FILES if reach.search(_text(path))] == []


def test_a_person_is_found_by_address_by_title_and_by_signature() -> None:
    text = "Anna Ask, direktor\nbo.berg@exempel.se\nKontaktperson: Cia Carlén\n\nDan Ek  Eva Falk \n\nChef  Tf chef\n"
    assert _persons(text) == {"Anna Ask", "Bo Berg", "Cia Carlén", "Dan Ek", "Eva Falk"}


def _text(path: Path) -> str:
    """Bookkeeping is in CP437, as SIE 4 says."""
    return path.read_text("cp437" if path.suffix == ".se" else "utf-8")


def _persons(text: str) -> set[str]:
    """Names in e-mail addresses, before a title, after «Kontaktperson», and on the line above a signature's title."""
    found = {f"{first} {last}".title() for first, last in re.findall(r"\b([a-zà-ÿ]+)\.([a-zà-ÿ]+)@", text, re.I)}
    found |= set(re.findall(rf"({_NAME}), {_ROLE}", text)) | set(re.findall(rf"Kontaktperson: ({_NAME})", text))
    for pair in re.findall(rf"^ *({_NAME})(?: {{2,}}({_NAME}))? *\n\s*{_ROLE}", text, re.MULTILINE):
        found |= {name for name in pair if name}
    return found


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return (tuple(words[start : start + COPIED]) for start in range(len(words) - COPIED + 1))


def _sentences(signed: SignedText) -> Iterator[str]:
    """Every text of the files but the title, which is the name of the signed document."""
    values = tomllib.loads((signed.folder / "agreement.toml").read_text("utf-8"))
    values["agreement"].pop("title")
    yield from _texts(values)
    yield from _texts(tomllib.loads((signed.folder / "expected.toml").read_text("utf-8")))
    yield from (signed.folder / "clauses.md").read_text("utf-8").split("\n\n")


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(part)
