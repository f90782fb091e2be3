"""File names that can be shown on a page, sent in a header and saved on any machine."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 120
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
"""Control signs, signs that turn the direction of text, half characters."""
_JOINER = "\N{ZERO WIDTH JOINER}"
_NOT_IN_NAMES = re.compile(r'[<>:"|?*\\/]')
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}\Z")


def clean_name(name: str, *, without: str = "fil") -> str:
    """The last part of a path, composed (å is one sign), one line, at most LONGEST signs with the ending kept.

    `without` is what a name becomes of which nothing is left.
    """
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", name))[-1]
    seen = "".join(sign for sign in last if sign == _JOINER or unicodedata.category(sign) not in _UNSEEN)
    spaced = " ".join(_NOT_IN_NAMES.sub("-", seen).split()).strip(". ")
    ending = ending_of(spaced)
    stem = spaced.removesuffix(ending).strip(". ") if ending else spaced
    return f"{stem[: LONGEST - len(ending)].strip() or without}{ending}"


def ending_of(name: str) -> str:
    """«.pdf» as it is written, nothing where there is none."""
    found = _ENDING.search(name)
    return found[0] if found else ""
