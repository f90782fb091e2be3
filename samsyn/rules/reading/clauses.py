"""clauses.md: every clause answered, by term ids or by a sentence saying why there is nothing to compute."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from samsyn.rules.reading.problem import Problem
from samsyn.rules.terms import Agreement, Term

_HEADING = re.compile(r"^(#{2,3}) (.+?)(?: · (.+))?$")
_IDS = re.compile(r"`([^`]+)`")
_ANSWER = re.compile(r"\n(Terms:|Nothing to compute:)")
"""An answer is a paragraph of its own, whether or not there is an empty line before it."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of the signed text as we answer it. `says` is our paraphrase; `line` counts from 1."""

    label: str
    heading: str
    says: str
    terms: tuple[str, ...]
    nothing_because: str
    line: int
    depth: int

    @property
    def answered(self) -> bool:
        return bool(self.terms or self.nothing_because)


def read_clauses(text: str) -> tuple[Clause, ...]:
    """Clauses in the order of the document. Headings are `## 1.6 · Ekonomi`."""
    blocks: list[tuple[int, re.Match[str], list[str]]] = []
    for number, line in enumerate(text.splitlines(), 1):
        match = _HEADING.match(line)
        if match:
            blocks.append((number, match, []))
        elif blocks:
            blocks[-1][2].append(line)
    return tuple(_clause(number, match, lines) for number, match, lines in blocks)


def _clause(number: int, match: re.Match[str], lines: list[str]) -> Clause:
    says, terms, nothing = [], [], []
    for paragraph in _ANSWER.sub(r"\n\n\1", "\n".join(lines)).split("\n\n"):
        paragraph = " ".join(paragraph.split())
        if paragraph.startswith("Terms:"):
            ids, _, rest = paragraph.partition("Nothing to compute:")
            terms += _IDS.findall(ids)
            nothing += [rest.strip()] if rest else []
        elif paragraph.startswith("Nothing to compute:"):
            nothing.append(paragraph.removeprefix("Nothing to compute:").strip())
        elif paragraph:
            says.append(paragraph)
    label = match[2].strip()
    return Clause(label, match[3] or label, "\n\n".join(says), tuple(terms), " ".join(nothing), number, len(match[1]))


def check_clauses(clauses: tuple[Clause, ...], agreement: Agreement, file: str, text: str) -> list[Problem]:
    """Unanswered clauses, unknown ids, terms that no clause names, clauses that do not exist or exist twice."""
    if not clauses:
        do = "Write a heading for each clause: «## 1 · Parter», with a middle dot"
        return [Problem(file, 0, "", "the file answers no clause", do)]
    known = {term.id: term for _, term in agreement.terms()}
    problems = [*_twice(clauses, file)]
    for clause in clauses:
        if not clause.answered and not any(other.label.startswith(clause.label + " ") for other in clauses):
            problems.append(_unanswered(clause, file, text))
        for term_id in clause.terms:
            if term_id not in known:
                what = f"there is no term «{term_id}» in agreement.toml"
                problems.append(Problem(file, clause.line, clause.label, what, "Correct the id or write the term"))
    return [*problems, *_unnamed(clauses, known.values(), file, text)]


def _twice(clauses: tuple[Clause, ...], file: str) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for clause in clauses:
        if clause.label in seen:
            what = f"the clause «{clause.label}» has a heading on line {seen[clause.label]} too"
            yield Problem(file, clause.line, clause.label, what, "Put both answers under one of them")
        seen.setdefault(clause.label, clause.line)


def _unanswered(clause: Clause, file: str, text: str) -> Problem:
    """The clause has no answer, or one in a form that is not read."""
    lines = text.split("\n")
    for number in range(clause.line + 1, len(lines) + 1):
        line = lines[number - 1]
        if line.startswith("#"):
            break
        if re.match(r"\W*(terms?|termer)\W*:", line, re.I):
            what = f"«{line.strip()}» is not read as an answer"
            return Problem(file, number, clause.label, what, "Write «Terms: `id`, `id`», with each id within backticks")
    do = "Write «Terms: `id`» or «Nothing to compute: the reason»"
    return Problem(file, clause.line, clause.label, "the clause is not answered", do)


def _unnamed(clauses: tuple[Clause, ...], terms: Iterable[Term], file: str, text: str) -> Iterator[Problem]:
    """Terms that no clause names or whose clause has no heading. A heading of another form is pointed at instead."""
    named, labels = {term_id for clause in clauses for term_id in clause.terms}, {clause.label for clause in clauses}
    odd = _odd_headings(text, {term.clause for term in terms} - labels)
    for term in terms:
        if term.id not in named and not (odd and f"`{term.id}`" in text):
            what = f"no clause names the term «{term.id}»"
            yield Problem(file, 0, term.clause, what, f"Write «Terms: `{term.id}`» under the clause")
        if term.clause in odd:
            number, heading = odd[term.clause]
            what = f"«{heading}» is not read as the heading of clause «{term.clause}»"
            words = re.sub(rf"^#*\s*{re.escape(term.clause)}\W*", "", heading)
            do = f"Write «## {term.clause} · {words or '…'}», with spaces on both sides of the middle dot"
            yield Problem(file, number, term.clause, what, do)
        elif term.clause not in labels:
            what = f"the term «{term.id}» refers to clause «{term.clause}», which has no heading here"
            yield Problem(file, 0, term.clause, what, f"Write «## {term.clause} · …» or correct the term")


def _odd_headings(text: str, missing: set[str]) -> dict[str, tuple[int, str]]:
    """Clause that has no heading → line and text of one that is most likely meant for it: «## 1 - Parter»."""
    found: dict[str, tuple[int, str]] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("#"):
            plain = line.lstrip("#").strip()
            for label in missing:
                if re.match(rf"{re.escape(label)}(?![\w.]*\w)", plain):
                    found.setdefault(label, (number, line.strip()))
    return found
