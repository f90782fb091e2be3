"""The drawing itself, in columns or below each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samsyn.charts.paint import words as written
from samsyn.charts.svg import Svg, drawing, element
from samsyn.charts.theory.arrows import arrow, arrowhead
from samsyn.charts.theory.lay import across, lay, measured, sizes_for
from samsyn.charts.theory.model import HEAD, STAGES, Form, Laid, Sizes, TheoryBox, TheoryWords, check


def theory_of_change(
    nodes: Sequence[TheoryBox], words: TheoryWords | None = None, form: Form = "wide", id_: str = "theory"
) -> Svg:
    """The drawing. `id_` must be its own on the page. Raises ValueError for an arrow to nowhere, or backwards."""
    check(nodes)
    said = words or TheoryWords()
    sizes = sizes_for(nodes, form)
    found, height = _phone(nodes, said, sizes) if form == "narrow" else _table(nodes, said, sizes, f"{id_}-{form}")
    return drawing(
        *found, width=sizes.width, height=height, class_=f"chart theory theory-{form}", title=said.title,
        description=said.summary, id_=f"{id_}-{form}",
    )  # fmt: skip


def _table(nodes: Sequence[TheoryBox], said: TheoryWords, sizes: Sizes, id_: str) -> tuple[list[str], float]:
    used = [stage for stage in STAGES if any(node.stage == stage for node in nodes)]
    laid = lay(nodes, used, sizes)
    leaps = any(laid[key].column > it.column + 1 for it in laid.values() for key in it.box.leads_to)
    below = sizes.between / 2 if leaps else 0
    height = max((each.y + each.height for each in laid.values()), default=sizes.size * HEAD) + 4 + below
    wide = across(len(used), sizes)
    heads = [
        written(said.stages[stage], n * (wide + sizes.gutter), sizes.size, bold=True, size=sizes.size)
        for n, stage in enumerate(used)
    ]
    arrows = [
        part for each in laid.values() for key in each.box.leads_to for part in arrow(each, laid[key], laid, sizes, id_)
    ]
    boxes = [part for each in laid.values() for part in _box(each, sizes)]
    return [arrowhead(id_), *heads, *arrows, *boxes], height


def _box(it: Laid, sizes: Sizes) -> Iterator[str]:
    yield element(
        "rect", x=it.x, y=it.y, width=it.width, height=it.height, rx=3, fill="#fff", stroke="#000", stroke_width=1.5,
        class_=f"theory-box theory-{it.box.stage}",
    )  # fmt: skip
    x, y = it.x + sizes.inside, it.y + sizes.inside + sizes.size * 0.92
    for line in it.lines:
        yield written(line, x, y, size=sizes.size)
        y += sizes.line
    for line in it.figures:
        yield written(line, x, y + 6, bold=True, size=sizes.size)
        y += sizes.line


def _phone(nodes: Sequence[TheoryBox], said: TheoryWords, sizes: Sizes) -> tuple[list[str], float]:
    """Stages below each other; each box has a number, and says the numbers of those that it leads to."""
    ordered = [node for stage in STAGES for node in nodes if node.stage == stage]
    numbers = {node.key: n for n, node in enumerate(ordered, 1)}
    found: list[str] = []
    y, stage = 0.0, ""
    for node in ordered:
        if node.stage != stage:
            stage = node.stage
            y += 18 if found else 0
            found.append(written(said.stages[stage], 0, y + sizes.size, bold=True, size=sizes.size))
            y += sizes.size * HEAD
        told = ", ".join(str(each) for each in sorted(numbers[key] for key in node.leads_to))
        figures = (*node.figures, *((said.leads_to.format(numbers=told),) if told else ()))
        numbered = TheoryBox(node.key, node.stage, f"{numbers[node.key]}. {node.text}", (), figures)
        it = measured(numbered, sizes.width - 2, sizes)
        found += _box(Laid(numbered, 0, 1.0, y, sizes.width - 2, it.height, it.lines, it.figures), sizes)
        y += it.height + sizes.between
    return found, max(y, 1.0)
