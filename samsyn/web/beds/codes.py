"""The code on a guest's card: random, nothing to read out of it, and a misread one is told from an unknown one.

Ten signs from 31: no I, O, U, 0 or 1, which are taken for one another. The tenth is a check on the other nine.
31 is a prime number, so one wrong sign, or two that have changed places, never give a code that seems right.
"""

from __future__ import annotations

import secrets
from enum import Enum

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTVWXYZ"
LENGTH = 10
_MIDDLE = LENGTH // 2
_BETWEEN = dict.fromkeys(map(ord, " -–.\N{NO-BREAK SPACE}"))


class Misread(Enum):
    """It looks like a code, but no card has it: a sign is wrong."""

    MISREAD = "misread"


def new_code() -> str:
    """At least one digit and one letter, so that it is not taken for a name."""
    while True:
        body = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1))
        code = body + check_sign(body)
        if any(each.isdigit() for each in code) and any(each.isalpha() for each in code):
            return code


def check_sign(body: str) -> str:
    """The tenth sign for nine: each sign's number times its place, summed, modulo 31."""
    return ALPHABET[sum(place * ALPHABET.index(sign) for place, sign in enumerate(body, 1)) % len(ALPHABET)]


def read_code(typed: str) -> str | Misread | None:
    """The code as it is stored, MISREAD, or None where it was hardly meant as a code (a name)."""
    plain = typed.strip().translate(_BETWEEN).upper()
    if len(plain) != LENGTH or not (plain.isascii() and plain.isalnum()):
        return Misread.MISREAD if _almost(plain) else None
    if all(each in ALPHABET for each in plain) and check_sign(plain[:-1]) == plain[-1]:
        return plain
    return Misread.MISREAD if _almost(plain) else None


def in_groups(code: str) -> str:
    """«ABCDE-23456», easier to read aloud."""
    return f"{code[:_MIDDLE]}-{code[_MIDDLE:]}"


def _almost(plain: str) -> bool:
    """Letters and digits together, about as many as a code has: no name looks so, no day of birth and no number."""
    signs = plain.isascii() and plain.isalnum() and LENGTH - 2 <= len(plain) <= LENGTH + 2
    return signs and any(each.isdigit() for each in plain) and any(each.isalpha() for each in plain)
