"""Telephone numbers as people in Sweden write them, and the address that a telephone rings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_EXTENSION = re.compile(r"^(?P<number>.*?\d\)?)[\s,;]*(?:anknytning|anknytn|ankn|ext|#)[.:]?\s*(?P<ext>\d{1,6})$", re.I)
_BETWEEN = re.compile(r"[\s\-/.()\N{EN DASH}\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{MINUS SIGN}\N{NO-BREAK SPACE}]")
_TRUNK = re.compile(r"\(0\)")
_DIGITS = re.compile(r"^\+?[0-9]+$")
_SHORT = range(3, 7)
"""112, 1177, 114 14, 116 111: called as they are."""
_NATIONAL = range(7, 10)
"""Digits after the 0 of a Swedish area code: 0410-123 45 has eight, a mobile number nine."""
_WORLD = range(7, 16)
"""Digits after + (ITU-T E.164: at most fifteen)."""


class Trouble(StrEnum):
    SIGNS = "signs"
    AREA = "area"
    LENGTH = "length"


class NoPhone(ValueError):
    """`trouble` says what is wrong with it."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class Phone:
    """`number` is as in +46401234 or 112; `extension` is keyed in when the switchboard answers."""

    number: str
    extension: str = ""

    @property
    def address(self) -> str:
        """As RFC 3966 writes it."""
        return f"tel:{self.number}" + (f";ext={self.extension}" if self.extension else "")


def phone_of(text: str) -> Phone:
    """040-34 50 00, 0735-73 55 32, +46 (0)40 34 50 00, 0046…, 112, and «ankn 123» after any. Raises NoPhone."""
    split = _EXTENSION.match(text.strip())
    number = split["number"] if split else text.strip()
    plain = _BETWEEN.sub("", _TRUNK.sub("", number) if number.startswith(("+", "00")) else number)
    if not _DIGITS.match(plain):
        raise NoPhone(Trouble.SIGNS)
    return Phone(_whole(plain), split["ext"] if split else "")


def address_of(text: str) -> str:
    """The tel: address, or nothing where the text is no number."""
    try:
        return phone_of(text).address
    except NoPhone:
        return ""


def _whole(plain: str) -> str:
    if plain.startswith("00"):
        plain = f"+{plain[2:]}"
    if plain.startswith("+46"):
        return _swedish(plain[3:].removeprefix("0"))
    if plain.startswith("+"):
        return _measured(plain, len(plain) - 1, _WORLD)
    if plain.startswith("0"):
        return _swedish(plain[1:])
    if plain.startswith("1") and len(plain) in _SHORT:
        return plain
    raise NoPhone(Trouble.AREA)


def _swedish(national: str) -> str:
    return _measured(f"+46{national}", len(national), _NATIONAL)


def _measured(number: str, length: int, allowed: range) -> str:
    if length not in allowed:
        raise NoPhone(Trouble.LENGTH)
    return number
