"""Words for an occurrence, in Swedish and English. The sentence itself is the term's own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from samsyn.rules.periods import Slot

if TYPE_CHECKING:
    from samsyn.rules.obligations.obligation import Obligation

_SWEDISH = "januari februari mars april maj juni juli augusti september oktober november december"
_ENGLISH = "January February March April May June July August September October November December"
MONTHS = {"sv": _SWEDISH.split(" "), "en": _ENGLISH.split(" ")}
_HALVES = {"sv": ("första halvåret", "andra halvåret"), "en": ("first half of", "second half of")}
_WORDS = {
    "sv": {"year": "år", "agreement_year": "avtalsåret", "quarter": "kvartal", "to": "till och med", "from": "från"},
    "en": {"year": "year", "agreement_year": "agreement year", "quarter": "quarter", "to": "to", "from": "from"},
}
_NTH = {"sv": "{noun} {nth} av {of}", "en": "{noun} {nth} of {of}"}
_CHAIN = {"sv": "{noun} {nth}", "en": "{noun} {nth}"}
_NOUN = {"sv": {"meeting": "möte", "": "gång"}, "en": {"meeting": "meeting", "": "time"}}


def occurrence_words(obligation: Obligation, language: str) -> str:
    """«möte 2 av 4, kvartal 1 2026», «kvartal 1 2026», or nothing for what comes once or always."""
    frequency, slot = obligation.frequency, obligation.slot
    period = slot_words(slot, language) if slot else ""
    if frequency is None or (frequency.of == 1 and slot):
        return period
    pattern = _NTH if slot else _CHAIN
    noun = _NOUN[language].get(obligation.kind, _NOUN[language][""])
    nth = pattern[language].format(noun=noun, nth=frequency.nth, of=frequency.of)
    return f"{nth}, {period}" if period else nth


def slot_words(slot: Slot, language: str = "sv") -> str:
    """«kvartal 1 2026», «avtalsåret 2019-05-01–2020-04-30», «år 2026, från 2026-05-01»."""
    words = _WORDS[language]
    if slot.label[:4] != str(slot.year) or slot.label.count("-") == 2:
        return str(slot.window)
    if not slot.calendar:
        return f"{words['agreement_year']} {slot.window}" if slot.every == "year" else str(slot.window)
    name = _calendar(slot, language)
    if slot.window.start > slot.whole.start:
        name += f", {words['from']} {slot.window.start}"
    if slot.window.end < slot.whole.end:
        name += f", {words['to']} {slot.window.last}"
    return name


def _calendar(slot: Slot, language: str) -> str:
    words, first, last = _WORDS[language], slot.whole.start, slot.whole.last
    letter = slot.label[5:6]
    if letter == "":
        return f"{words['year']} {slot.year}"
    if letter == "q":
        return f"{words['quarter']} {slot.label[6:]} {slot.year}"
    if letter == "h":
        return f"{_HALVES[language][int(slot.label[6:]) - 1]} {slot.year}"
    months = MONTHS[language]
    if letter == "m":
        return f"{months[first.month - 1]} {slot.year}"
    return f"{months[first.month - 1]}–{months[last.month - 1]} {slot.year}"


def in_a_row(names: Iterable[str]) -> str:
    """«A», «A och B», «A, B och C»."""
    *first, last = names
    return f"{', '.join(first)} och {last}" if first else last
