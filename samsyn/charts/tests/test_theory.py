"""The theory of change: texts whole, arrows that can be followed, and none behind a box."""

import re
import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samsyn.charts.theory import STAGES, Form, TheoryBox, theory_of_change
from samsyn.charts.theory.lay import lay, sizes_for

_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
FORMS = st.sampled_from(("wide", "paper", "narrow"))
WORDS = st.text("abcdefghijåäö  ", min_size=3, max_size=90).filter(str.strip)


@st.composite
def theories(draw: st.DrawFn) -> list[TheoryBox]:
    stages = sorted(draw(st.lists(st.sampled_from(STAGES), min_size=1, max_size=14)), key=STAGES.index)
    found: list[TheoryBox] = []
    for n, stage in reversed(list(enumerate(stages))):
        later = [each.key for each in found]
        leads = tuple(draw(st.lists(st.sampled_from(later), max_size=3, unique=True))) if later else ()
        found.insert(0, TheoryBox(str(n), stage, draw(WORDS), leads, ("12 st",) if draw(st.booleans()) else ()))
    return found


@settings(max_examples=40)
@given(theories(), FORMS)
def test_every_box_says_its_text_whole_and_lies_within_the_picture(nodes: list[TheoryBox], form: Form) -> None:
    drawn = theory_of_change(nodes, form=form)
    root = ElementTree.fromstring(drawn.text)
    boxes = list(root.iter(f"{_SVG}rect"))
    assert len(boxes) == len(nodes)
    for box in boxes:
        assert float(box.attrib["x"]) + float(box.attrib["width"]) <= drawn.width + 0.2
        assert float(box.attrib["y"]) + float(box.attrib["height"]) <= drawn.height + 0.2
    said = "".join("".join((each.text or "").split()) for each in root.iter(f"{_SVG}text")).replace("-", "")
    for node in nodes:
        assert "".join(node.text.split()) in said


@settings(max_examples=40)
@given(theories())
def test_no_arrow_goes_behind_a_box_that_it_leaps_over(nodes: list[TheoryBox]) -> None:
    used = [stage for stage in STAGES if any(node.stage == stage for node in nodes)]
    laid = lay(nodes, used, sizes_for(nodes, "wide")).values()
    for path in ElementTree.fromstring(theory_of_change(nodes).text).iter(f"{_SVG}path"):
        for level, end in _levels(path.attrib["d"]):
            inside = [it for it in laid if it.x < end - 1 <= it.right and it.y + 0.2 < level < it.y + it.height - 0.2]
            assert not inside, path.attrib["d"]


def _levels(path: str) -> list[tuple[float, float]]:
    """The level pieces of a path: at which height each goes, and how far to the right."""
    found = []
    for before, end in re.findall(r"([^H]*)H(-?[\d.]+)", path):
        found.append((float(_NUMBER.findall(before)[-1]), float(end)))
    return found


@settings(max_examples=40)
@given(theories())
def test_boxes_of_one_stage_stand_apart(nodes: list[TheoryBox]) -> None:
    used = [stage for stage in STAGES if any(node.stage == stage for node in nodes)]
    laid = list(lay(nodes, used, sizes_for(nodes, "wide")).values())
    for one in laid:
        for other in laid:
            if one is not other and one.column == other.column:
                assert one.y + one.height <= other.y or other.y + other.height <= one.y


def test_on_a_phone_an_arrow_is_a_number() -> None:
    nodes = [
        TheoryBox("a", "activity", "Vi öppnar", ("b", "c")),
        TheoryBox("b", "output", "Besök"),
        TheoryBox("c", "outcome", "Lugn"),
    ]
    said = [
        each.text for each in ElementTree.fromstring(theory_of_change(nodes, form="narrow").text).iter(f"{_SVG}text")
    ]
    assert "leder till 2, 3" in said
    assert "2. Besök" in said


@pytest.mark.parametrize(
    ("nodes", "says"),
    [
        ([TheoryBox("a", "activity", "x", ("b",))], "which is not there"),
        ([TheoryBox("a", "outcome", "x", ("b",)), TheoryBox("b", "activity", "y")], "backwards"),
        ([TheoryBox("a", "outcome", "x"), TheoryBox("a", "activity", "y")], "same key"),
    ],
)
def test_an_arrow_to_nowhere_or_backwards_is_refused(nodes: list[TheoryBox], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        theory_of_change(nodes)
