"""The signed texts that the agreement files answer. They lie in ../shared and are never copied into the project.

A text is cut into sections at its headings. The four kinds of headings: «1.4.1 Målgrupp», «4.2 Verksamhet» and
«8 Period», «## 3. Tid», and, in a text without numbers, a short line that stands alone.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from samsyn.rules.reading import Clause, Dossier, read_agreement

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("SAMSYN_SHARED", ROOT.parent / "shared"))
FOLDER_OF = {
    "000": "helsingborg-hemlosas-hus",
    "001": "malmo-arbetstraning",
    "002": "helsingborg-kvallsexpeditionen",
    "003": "helsingborg-kvinnojouren",
    "004": "stockholm-eu-medborgare",
}
"""The first three signs of the text's file name → the folder that answers it."""

SAME_AS = {"Förvaltningens förslag till beslut": "Beslut"}
"""A heading → the label that its points have in clauses.md."""

Finder = Callable[[list[str]], Iterator[tuple[int, str, str]]]


@dataclass(frozen=True)
class Section:
    """What stands between one heading and the next. `label` is the number, or the heading where there is none."""

    label: str
    heading: str
    text: str


@dataclass(frozen=True)
class SignedText:
    """One text with the dossier that answers it."""

    prefix: str
    folder: Path
    text: str
    dossier: Dossier

    @property
    def sections(self) -> list[Section]:
        """From the first heading to the last line; what comes before the first heading has the label «»."""
        lines = self.text.splitlines()
        found = [(0, "", ""), *_HEADINGS[self.prefix](lines)]
        ends = [number for number, _, _ in found[1:]] + [len(lines)]
        return [
            Section(label, heading, "\n".join(lines[number + bool(heading) : end]))
            for (number, label, heading), end in zip(found, ends, strict=True)
        ]

    def answers(self, label: str) -> list[Clause]:
        """The clauses in clauses.md that answer the section with this label, paragraphs included."""
        return [
            clause for clause in self.dossier.clauses if clause.label == label or clause.label.startswith(label + " ")
        ]


def signed_text(prefix: str) -> SignedText:
    """Read a text. Skips the test where ../shared is not beside the checkout, unless nothing may be skipped."""
    files = sorted((SHARED / "seeds").glob(f"{prefix}_*.txt"))
    if not files:
        reason = f"no text {prefix}_*.txt in {SHARED / 'seeds'}; set SAMSYN_SHARED to the folder that holds seeds/"
        (pytest.fail if os.environ.get("SAMSYN_NOTHING_SKIPPED") else pytest.skip)(reason)
    folder = ROOT / "agreements" / FOLDER_OF[prefix]
    return SignedText(prefix, folder, files[0].read_text("utf-8"), read_agreement(folder))


def _by_pattern(pattern: str) -> Finder:
    heading = re.compile(pattern)

    def find(lines: list[str]) -> Iterator[tuple[int, str, str]]:
        for number, line in enumerate(lines):
            if match := heading.match(line):
                yield number, match["number"], match["heading"].strip()

    return find


def _alone_on_their_line(lines: list[str]) -> Iterator[tuple[int, str, str]]:
    """A heading is short, is no sentence, and stands after an empty line or a full stop. The addressee is none."""
    for number, line in enumerate(lines[1:], 1):
        text, before = line.strip(), lines[number - 1].strip()
        alone = not before or before.endswith(".") or line.startswith(" ")  # a page starts with a space
        if alone and len(text) < 49 and re.fullmatch(r"[A-ZÅÄÖ][a-zåäö]+,?( [a-zåäö]+,?)*", text):
            yield number, SAME_AS.get(text, text), text


_HEADINGS: dict[str, Finder] = {
    "000": _by_pattern(r"^ ?(?P<number>\d+(\.\d+)+) (?P<heading>[A-ZÅÄÖ].*)"),
    "001": _by_pattern(r"^ ?(?P<number>\d{1,2}(\.\d)?) (?P<heading>[A-ZÅÄÖ].*)"),
    "002": _by_pattern(r"^ ?(?P<number>\d+(\.\d+)+) (?P<heading>[A-ZÅÄÖ].*)"),
    "003": _by_pattern(r"^#{2,3} (?P<number>\d)\. (?P<heading>.*)"),
    "004": _alone_on_their_line,
}
