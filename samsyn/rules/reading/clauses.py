"""clauses.md: every clause answered, by term ids or by a sentence saying why there is nothing to compute."""

from __future__ import annotations

import re
from dataclasses import dataclass

from samsyn.rules.reading.problem import Problem
from samsyn.rules.terms import Agreement

_HEADING = re.compile(r"^(#{2,3}) (.+?)(?: · (.+))?$")
_IDS = re.compile(r"`([^`]+)`")


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
    for paragraph in "\n".join(lines).split("\n\n"):
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


def check_clauses(clauses: tuple[Clause, ...], agreement: Agreement, file: str) -> list[Problem]:
    """Unanswered clauses, unknown ids, terms that no clause names, clauses that do not exist."""
    problems, labels = [], {clause.label for clause in clauses}
    known = {term.id: term for _, term in agreement.terms()}
    for clause in clauses:
        if not clause.answered and not any(other.label.startswith(clause.label + " ") for other in clauses):
            do = "Write «Terms: `id`» or «Nothing to compute: the reason»"
            problems.append(Problem(file, clause.line, clause.label, "the clause is not answered", do))
        for term_id in clause.terms:
            if term_id not in known:
                what = f"there is no term «{term_id}» in agreement.toml"
                problems.append(Problem(file, clause.line, clause.label, what, "Correct the id or write the term"))
    named = {term_id for clause in clauses for term_id in clause.terms}
    for term in known.values():
        if term.id not in named:
            what = f"no clause names the term «{term.id}»"
            problems.append(Problem(file, 0, term.clause, what, f"Write «Terms: `{term.id}`» under the clause"))
        if term.clause not in labels:
            what = f"the term «{term.id}» refers to clause «{term.clause}», which has no heading here"
            problems.append(Problem(file, 0, term.clause, what, f"Write «## {term.clause} · …» or correct the term"))
    return problems
