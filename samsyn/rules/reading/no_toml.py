"""What a person most likely meant on a line that is not TOML, and what to write there instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from samsyn.rules.reading.slug import slug

Said = tuple[str, str]
"""What is wrong, and what to do."""


class _Slip(NamedTuple):
    """A mistake that shows in the line: the pattern, and what to say of a match; None if it is none after all."""

    pattern: re.Pattern[str]
    say: Callable[[re.Match[str]], Said | None]


def advice(line: str) -> Said | None:
    """For one line of the file; None where nothing familiar shows in it."""
    line = _without_comment(line)
    for slip in _SLIPS:
        for match in slip.pattern.finditer(line):
            if said := slip.say(match):
                return said
    if _quotes(line) % 2:
        return "a text has no closing quotation mark", 'Write " where the text ends, on the same line'
    if line.count("{") > line.count("}"):
        return "a small table { … } is not closed on its line", "Write all of it on one line, from { to }"
    return None


def twice(line: str) -> Said:
    """For a line with a key or a heading that the file already has."""
    name, heading = line.partition("=")[0].strip(), line.strip().startswith("[")
    do = "Keep one of them, or give it another id"
    if heading:
        do += "; what may stand several times, as [[example]], has double brackets every time"
    return (f"{name} stands twice" if heading else f"the key «{name}» stands twice in one table"), do


def _without_comment(line: str) -> str:
    before = line.partition("#")[0]
    return line if _quotes(before) % 2 else before.rstrip()


def _quotes(line: str) -> int:
    return len(re.findall(r'(?<!\\)"', line))


def _heading(match: re.Match[str]) -> Said:
    plain = ".".join(filter(None, map(slug, match[2].split("."))))
    what = f"the heading {match[0].strip()} has other signs than a–z, 0–9 and -"
    return what, f"Write [{plain}]" if len(match[1]) == 1 else f"Write [[{plain}]]"


def _open_heading(match: re.Match[str]) -> Said:
    return f"the heading {match[0].strip()} is not closed", "Write ] at the end, or ]] after [["


def _word(match: re.Match[str]) -> Said:
    key, words = match[1], match[2].strip()
    for plain, meant in _FLAGS.items():
        if words.lower() in meant:
            return f"«{words}» is neither true nor false", f"Write {key} = {plain}"
    return f"the text after «{key} =» has no quotation marks", f'Write {key} = "{words}"'


def _amount(match: re.Match[str]) -> Said:
    digits = re.sub(r"\D", "", match[2].partition(",")[0])
    return f"«{match[2].strip()}» is no amount", f"Write digits only: {match[1]} = {int(digits):_}"


def _number(match: re.Match[str]) -> Said:
    return f"the number {match[2]} has a comma", f"Write a point: {match[1]} = {match[2].replace(',', '.')}"


def _date(match: re.Match[str]) -> Said | None:
    try:
        date.fromisoformat(match[2])
    except ValueError:
        meant = _as_date(match[2])
        do = f"Write {match[1]} = {meant}" if meant else f"Write year-month-day: {match[1]} = 2029-03-31, for example"
        return f"«{match[2]}» is no date", do
    return None


def _as_date(text: str) -> date | None:
    """«31/3 2029» and «31 mars 2029» are 2029-03-31; None where it cannot be known."""
    numbers = [_MONTHS.index(part) + 1 if part in _MONTHS else int(part) for part in re.findall(r"\d+|[a-zå]+", text)]
    if len(numbers) == 3:
        year, month, day = numbers if numbers[0] > 31 else reversed(numbers)
        try:
            return date(year, month, day)
        except ValueError:
            return None
    return None


def _curly(match: re.Match[str]) -> Said:
    return f"the quotation mark {match[0].strip()} is not the plain one", 'Write " on both sides of the text'


def _colon(match: re.Match[str]) -> Said:
    return f"there is a colon after «{match[1]}»", f"Write = instead: {match[1]} = {match[2].strip()}"


_FLAGS = {"true": ("true", "ja", "yes", "sant"), "false": ("false", "nej", "no", "falskt")}
_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
_KEY = r"(?:^|[{,])\s*([\w-]+)\s*=\s*"
_DAY = (
    rf"\d{{1,2}}[/.]\d{{1,2}}(?:[ /.-]*\d{{4}})?|\d{{1,2}} (?:{'|'.join(_MONTHS)})(?: \d{{4}})?"
    r"|\d{4,}-\d{1,2}-\d{1,2}"
)
_KRONOR = r"\d{1,3}(?:[ \u00a0.]\d{3})+(?:,\d+)?(?: *kr(?:onor)?)?|\d+ *kr(?:onor)?"
_SLIPS = (
    _Slip(re.compile(r"(?<=[=\[,])\s*[”“„’‘‚»«]"), _curly),
    _Slip(
        re.compile(r"^\s*(\[\[?)([^\[\]=\"]*[^\w.\[\]='\"-][^\[\]=\"]*|[^\[\]=\"]*[^\x00-\x7f][^\[\]=\"]*)\]\]?$"),
        _heading,
    ),
    _Slip(re.compile(r"^\s*\[\[?[^\[\]=\"]+\]?$"), _open_heading),
    _Slip(re.compile(_KEY + rf"({_DAY})"), _date),
    _Slip(re.compile(_KEY + r"(-?\d+,\d+)\s*%?\s*(?:$|[,}\]])"), _number),
    _Slip(re.compile(_KEY + rf"({_KRONOR})"), _amount),
    _Slip(re.compile(_KEY + r"((?!true\b|false\b)[^\W\d_][^\"'={}\[\],]*)"), _word),
    _Slip(re.compile(r"^\s*([\w-]+)\s*:\s*(.+)$"), _colon),
)
