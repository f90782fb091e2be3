"""The chapters in tests/spec as one page: docs/reference/obligations.md, made by `samsyn docs`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent, indent

from samsyn.rules.obligations import KINDS
from samsyn.rules.terms import SINGLE

HERE = Path(__file__).parent
PARTS = {
    "days": "How days are found",
    "money": "How sums are found",
    "kinds": "The kinds",
    "changes": "In what form something is changed",
    "reminders": "When one is reminded",
    "places": "Who may have a place",
    "opening": "On which days one is open, and what is counted",
    "occasions": "When something is held",
    "staffing": "Who may be put on what work",
    "surveys": "What people answered",
    "incidents": "Who is told when something has happened",
    "invoices": "What an invoice must have",
    "indicators": "What is counted, and what it says",
}
START = """\
<!-- Made by `python -m samsyn docs` from tests/spec. Correct a chapter there, not here. -->

# Obligations

What each party owes, derived from the terms of an agreement. Every statement below is a test: the text says what must
come out, and it does. The small agreement that the examples are written into has three parties (the municipality, the
association, the other association) and runs from 2026-01-01 to 2028-12-31 where nothing else is said.

In the lists, «2026-q1 2026-03-31» is the name of an occurrence and its last day; «not stated» marks a day that is not
in the text and is shown in its place, «no day» what has none.
"""


def render_obligation_reference() -> str:
    """The whole page as Markdown."""
    parts = [START, _table()]
    for folder, title in PARTS.items():
        parts += [f"## {title}\n", *(_chapter(path) for path in _files(folder))]
    return "\n".join(parts)


def _files(folder: str) -> list[Path]:
    """Chapters by number, or in the order of the kinds."""
    found = sorted((HERE / folder).glob("test_*.py"))
    if folder != "kinds":
        return found
    order = list(KINDS)
    return sorted(found, key=lambda path: order.index(path.stem.removeprefix("test_")))


def _table() -> str:
    """Every kind with where it comes from and what shows that it was done."""
    rows = ["| kind | svenska | from | shown by |", "|---|---|---|---|"]
    for kind in KINDS.values():
        own = f"[{kind.family}]" if kind.family in SINGLE else f"[{kind.family}.…]"
        source = f'`[duty.…]` `kind = "{kind.name}"`' if kind.derive is None else f"`{own}`"
        rows.append(f"| {kind.english} | {kind.title} | {source} | {kind.evidence.value.replace('_', ' ')} |")
    return "\n".join(rows) + "\n"


def _chapter(path: Path) -> str:
    source = path.read_text()
    tree = ast.parse(source)
    heading, _, about = (ast.get_docstring(tree) or "").partition("\n")
    parts = [f"### {heading}\n", about.strip() + "\n" if about.strip() else ""]
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            parts += _given(node, source)
        elif isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            parts += _test(node, source)
    return "\n".join(part for part in parts if part)


def _given(node: ast.Assign | ast.AnnAssign, source: str) -> Iterator[str]:
    """A constant with terms in it, as TOML; other constants as they stand."""
    value = node.value
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        name = f"# {target.id}\n" if isinstance(target, ast.Name) and target.id.isupper() else ""
        yield f"```toml\n{name}{dedent(value.value).strip()}\n```\n"
    else:
        yield f"```python\n{ast.get_source_segment(source, node)}\n```\n"


def _test(node: ast.FunctionDef, source: str) -> Iterator[str]:
    """The name as a sentence, the explanation, the terms as TOML, and the rest of the code."""
    sentence = node.name.removeprefix("test_").replace("_", " ").replace(" s ", "'s ")
    yield f"**{sentence[0].upper()}{sentence[1:]}.**"
    if explained := ast.get_docstring(node):
        yield f"{explained}\n"
    body = node.body[1:] if ast.get_docstring(node) else node.body
    code = []
    for statement in body:
        if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant):
            yield from _given(statement, source)
        else:
            code.append(_lines(statement, source))
    yield "```python\n" + "\n".join(code) + "\n```\n"


def _lines(statement: ast.stmt, source: str) -> str:
    segment = ast.get_source_segment(source, statement) or ""
    return dedent(indent(segment, "").replace("\n    ", "\n"))
