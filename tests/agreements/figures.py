"""Every number of a text in one way of writing: dates as 2026-01-31, sums without spaces, words as digits."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

MONTHS = [
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
]  # fmt: skip
WORDS = {
    "två": "2", "tre": "3", "fyra": "4", "fem": "5", "sex": "6", "sju": "7", "åtta": "8", "nio": "9",
    "tio": "10", "elva": "11", "tolv": "12", "miljon": "1000000", "varannan": "2",
}  # fmt: skip

NOT_FIGURES: Mapping[str, str] = {
    r"\S+@\S+": "e-mail addresses",
    r"^\d{3} \d{2} [A-ZÅÄÖ]\w+|, \d{3} \d{2} [A-ZÅÄÖ]\w+": "postal codes",
    r"\w+gatan \d+": "street numbers",
    r"\b0\d{1,3} ?[-–] ?\d[\d ]{4,}\d|\b0\d{3}-\d{6}\b": "telephone numbers",
    r"\.{5}\s*\d+": "page numbers in a table of contents",
    r"^ ?#{1,3} \d\.|^\d\. [A-ZÅÄÖ][^\n]*(?=\.{5})": "numbers of headings",
    r"^\s*\d{1,2}\. ": "numbers of the points of a list",
    r"^ ?\d (?=[A-ZÅÄÖ])|(?<=[a-zåäö]\.)\d(?=\s)": "marks of footnotes",
    r"punkt \d( i avtalet| ovan)?": "references from one clause to another",
    r"^\d\.\d (?=Bilaga )": "numbers of annexes, which are looked for by name",
}
"""What looks like a number and says nothing that could be written as a term → what it is."""

_DAY = r"(\d{1,2})"
_ISO = re.compile(r"\b(\d{4}) ?-(\d\d)-? ?(\d\d)\b")
_LONG = re.compile(rf"\b{_DAY}(?::?e)? ({'|'.join(MONTHS)})(?: (\d{{4}}))?")
_SHORT = re.compile(r"\b(\d{1,2})/(\d{1,2}) (\d{4})\b")
_ORG_NR = re.compile(r"\b(\d{6})-\s*(\d{4})\b")
_LAW = re.compile(r"\b\d{4}:\d+\b")
_SUM = re.compile(r"(?<![\d,–-])\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)")
_MILLIONS = re.compile(r"\b(\d+) mnkr")
_NUMBER = re.compile(r"(?<![\d:])\d+(?:,\d+)?")


def without_what_is_no_figure(text: str) -> str:
    for pattern in NOT_FIGURES:
        text = re.sub(pattern, " ", text, flags=re.MULTILINE)
    return text


def figures(text: str) -> set[str]:
    """Dates, organisation numbers, acts, sums, numbers and number words. «1 februari» without a year is «02-01»."""
    found: set[str] = set()
    for pattern, write in _KINDS:
        found |= {write(match) for match in pattern.finditer(text)}
        text = pattern.sub(" ", text)
    return found | {WORDS[word] for word in re.findall(r"\w+", text.lower()) if word in WORDS}


def _long_date(match: re.Match[str]) -> str:
    day = f"{MONTHS.index(match[2]) + 1:02}-{int(match[1]):02}"
    return f"{match[3]}-{day}" if match[3] else day


_KINDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (_LAW, lambda match: match[0]),
    (_ORG_NR, lambda match: f"{match[1]}-{match[2]}"),
    (_ISO, lambda match: f"{match[1]}-{match[2]}-{match[3]}"),
    (_SHORT, lambda match: f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"),
    (_LONG, _long_date),
    (_MILLIONS, lambda match: f"{match[1]}000000"),
    (_SUM, lambda match: re.sub(r"\D", "", match[0])),
    (_NUMBER, lambda match: match[0].replace(",", ".")),
)
"""How a figure is written in a text → how it is written here. The first kind that fits takes the signs."""

NAMES = ("id", "clause", "purpose_clause")
"""Keys that name a place in the text and state nothing."""
_PLACE = re.compile(r"\b\d+(?:\.\d+)*\s(?:st|p)\. \d+(?:[–,]\d+)?|\b(?:st\.|punkt|fotnot|avsnitt) \d+|\b\d+(?:\.\d+)+")


def figures_in(value: object) -> set[str]:
    """The figures that an answer states: values of a TOML file, or a sentence. Names of clauses state nothing.

    A date also gives its year and its day of the year.
    """
    if isinstance(value, dict):
        return set().union(*(figures_in(part) for key, part in value.items() if key not in NAMES))
    if isinstance(value, list | tuple):
        return set().union(*(figures_in(part) for part in value))
    if isinstance(value, bool):
        return set()
    if isinstance(value, date):
        return _with_parts({value.isoformat()})
    if not isinstance(value, str) or re.fullmatch(r"\d\d-\d\d", value):  # «01-31»: a day of every year
        return {str(value)}
    return _with_parts(figures(_PLACE.sub(" ", value)))


def _with_parts(found: set[str]) -> set[str]:
    days = [each for each in found if re.fullmatch(r"\d{4}-\d\d-\d\d", each)]
    return found | {day[:4] for day in days} | {day[5:] for day in days}
