"""A visitor's card: a random code that nobody keeps a list of, and what is kept when it is shown.

Ten signs as on a guest's card at a night shelter (`beds.codes`), but with another check: a card of the one is never
taken for a card of the other.
"""

from __future__ import annotations

import hmac
from hashlib import sha256

from samsyn.web.beds.codes import ALPHABET, LENGTH, check_sign, in_groups
from samsyn.web.beds.codes import new_code as new_guest_code

_SHIFT = 13
_BETWEEN = dict.fromkeys(map(ord, " -–.\N{NO-BREAK SPACE}"))
KEY_BYTES = 32


def new_card() -> str:
    """«ABCD2-3456E»: digits and letters, so that it is not taken for a name. It is printed and forgotten."""
    while True:
        body = new_guest_code()[: LENGTH - 1]
        if any(each.isdigit() for each in body) and any(each.isalpha() for each in body):
            return in_groups(body + _check(body))


def read_card(typed: str) -> str | None:
    """The ten signs, or None where a sign is wrong or it is no such card."""
    plain = typed.strip().translate(_BETWEEN).upper()
    if len(plain) != LENGTH or any(each not in ALPHABET for each in plain):
        return None
    return plain if _check(plain[:-1]) == plain[-1] else None


def fingerprint(key: bytes, card: str) -> str:
    """HMAC-SHA-256. Without the key nobody can tell which card it was, or whether two years saw the same one."""
    return hmac.new(key, card.encode(), sha256).hexdigest()


def _check(body: str) -> str:
    return ALPHABET[(ALPHABET.index(check_sign(body)) + _SHIFT) % len(ALPHABET)]
