"""Strings found in the code and the templates, and the catalogue that translates them."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).parents[4]
ENGLISH = ROOT / "locale" / "en" / "LC_MESSAGES" / "django.po"

_KEYWORDS: dict[str, tuple[int | tuple[int, int] | tuple[int, str], ...] | None] = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
_TEMPLATES = (".html", ".txt")
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
_HEADER = """# English translation of Samsyn. The source strings are Swedish and stand in the code and the templates.
# Written by people; kept in order by `python -m samsyn.web.ui.translation`.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: en\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""

Key = tuple[str | None, str | tuple[str, ...]]
Texts = str | list[str] | tuple[str, ...] | None


def _sources() -> Iterator[Path]:
    for path in sorted((ROOT / "samsyn").rglob("*")):
        speaks = path.suffix == ".py" or (path.suffix in _TEMPLATES and "templates" in path.parts)
        if speaks and not {"tests", "migrations"} & set(path.parts):
            yield path


def _strings(path: Path) -> Iterator[Key]:
    text = path.read_text()
    if path.suffix != ".py":
        text = templatize(text, origin=str(path))
    for _line, message, _comments, context in extract("python", BytesIO(text.encode()), _KEYWORDS):
        yield context, message if isinstance(message, str) else tuple(message)


def found() -> dict[Key, list[str]]:
    """Every string that is marked for translation, with the files it stands in."""
    places: dict[Key, list[str]] = {}
    for path in _sources():
        name = path.relative_to(ROOT).as_posix()
        for key in _strings(path):
            files = places.setdefault(key, [])
            if name not in files:
                files.append(name)
    return places


def read() -> Catalog:
    if not ENGLISH.exists():
        return Catalog(locale="en")
    with ENGLISH.open("rb") as file:
        return read_po(file, locale="en")


def _translated(catalogue: Catalog, key: Key) -> Message | None:
    context, text = key
    first = text if isinstance(text, str) else text[0]
    message = catalogue.get(first, context)
    return message if message is not None and _key(message)[1] == text else None


def update() -> int:
    """Write the catalogue anew with the strings there are; translations are kept. Returns how many lack one."""
    old, new, lacking = read(), Catalog(locale="en"), 0
    for key, files in found().items():
        context, text = key
        kept = _translated(old, key)
        translation = kept.string if kept else ("" if isinstance(text, str) else ("", ""))
        lacking += not _is_full(translation)
        new.add(text, translation, locations=[(file, 0) for file in files], context=context)
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    written = BytesIO()
    write_po(written, new, sort_output=True, include_lineno=False, omit_header=True, width=110)
    ENGLISH.write_text(_HEADER + written.getvalue().decode())
    return lacking


def _is_full(translation: Texts) -> bool:
    if translation is None or isinstance(translation, str):
        return bool(translation)
    return len(translation) > 0 and all(translation)


def faults() -> list[str]:
    """What keeps the translation from being complete, each with where and what to do."""
    catalogue = read()
    there = found()
    said = [fault for key, files in there.items() for fault in _faults_of(catalogue, key, files)]
    gone = [message.id for message in catalogue if message.id and _key(message) not in there]
    return said + [f"«{text}» stands in locale/en but nowhere in the code: run the tool" for text in gone]


def _key(message: Message) -> Key:
    return message.context, message.id if isinstance(message.id, str) else tuple(message.id)


def _faults_of(catalogue: Catalog, key: Key, files: list[str]) -> Iterator[str]:
    _, text = key
    where = f"{', '.join(files)}: «{text if isinstance(text, str) else text[0]}»"
    message = _translated(catalogue, key)
    if message is None:
        yield f"{where} is not in locale/en: run the tool, then translate it"
    elif message.fuzzy:
        yield f"{where} is marked fuzzy: read it through and take the mark away"
    elif not _is_full(message.string):
        yield f"{where} has no English: write it in locale/en"
    elif _placeholders(message.id) != _placeholders(message.string):
        yield f"{where} has other placeholders in English: use the same"


def _placeholders(text: Texts) -> set[str]:
    texts = (text,) if isinstance(text, str) else text or ()
    return {each for one in texts for each in _PLACEHOLDER.findall(one)}
