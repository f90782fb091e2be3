"""What any text in the files must be: signs that can be seen, and names that fit where they are kept and shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from samsyn.rules.reading.source_file import Path

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"
    "\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}]"
)
"""Control signs but tab and new line, and those that turn the direction of what is written after them."""
LONGEST_ID = 60
LONGEST = {"id": LONGEST_ID, "clause": 80, "name": 200, "legal_name": 200, "administration": 200, "function": 200}
"""Signs, by key."""
Fault = tuple[Path, str, str]


def faults_of(value: object, path: Path = ()) -> Iterator[Fault]:
    """Path, what is wrong and what to do, for every key and text under `value`."""
    if isinstance(value, dict):
        for key, inside in value.items():
            if len(key) > LONGEST_ID:
                yield (*path, key), f"the id «{key[:20]}…» has {len(key)} signs", f"Use at most {LONGEST_ID}"
            yield from faults_of(inside, (*path, key))
    elif isinstance(value, list):
        for number, inside in enumerate(value):
            yield from faults_of(inside, (*path, number))
    elif isinstance(value, str):
        yield from _of_text(value, path)


def unseen_in(text: str) -> str:
    """The code of the first sign that cannot be seen, as U+202E; empty where there is none."""
    found = _UNSEEN.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def _of_text(text: str, path: Path) -> Iterator[Fault]:
    key = str(path[-1])
    if sign := unseen_in(text):
        yield path, f"«{key}» holds a sign that cannot be seen ({sign})", "Take it away, or write the text by hand"
    if len(text) > LONGEST.get(key, len(text)):
        yield path, f"«{key}» has {len(text)} signs", f"Use at most {LONGEST[key]}"
