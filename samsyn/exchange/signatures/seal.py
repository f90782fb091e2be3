"""What is told of one signature: plain values that fit in JSON, whatever stands in the file."""

from __future__ import annotations

import unicodedata
from dataclasses import asdict, dataclass
from typing import Any, Literal

_LONGEST = 200


@dataclass(frozen=True)
class Seal:
    """One signature or document timestamp. Codes are for the pages to put into words; `errors` are pyHanko's own.

    `name`, `organisation` and `issuer` stand in the certificate, `serial` is the certificate's number at its issuer
    (never the number that a certificate may give its holder, which can be a personnummer).

    `signed_at` is ISO with zone, `signed_at_by` who says so. `intact`: the bytes that were signed are unchanged and the
    signature was made with the certificate's key. `covers`: how much of the file as it is now. `later`: what has been
    added since, and `later_allowed` whether that is what may be added to a signed document.
    `certificate_held` says whether the certificate was within its days at `signed_at`.
    """

    field: str
    kind: Literal["signature", "timestamp", "unreadable"]
    trouble: Literal["", "encrypted", "broken", "too_many"] = ""
    name: str = ""
    organisation: str = ""
    serial: str = ""
    issuer: str = ""
    certificate_from: str = ""
    certificate_until: str = ""
    certificate_held: bool | None = None
    signed_at: str = ""
    signed_at_by: Literal["", "claimed", "timestamp"] = ""
    intact: bool | None = None
    covers: Literal["", "whole_file", "earlier_revision", "part", "unclear"] = ""
    later: Literal["", "nothing", "maintenance", "signatures", "annotations", "other"] = ""
    later_allowed: bool | None = None
    trust: Literal["", "trusted", "untrusted", "no_roots"] = ""
    trust_why: Literal["", "expired", "revoked", "no_chain", "usage", "broken", "other"] = ""
    profile: str = ""
    errors: tuple[str, ...] = ()

    def plain(self) -> dict[str, Any]:
        return {**asdict(self), "errors": list(self.errors)}


def unreadable(field: str, trouble: Literal["encrypted", "broken", "too_many"], why: str) -> dict[str, Any]:
    return Seal(field, "unreadable", trouble, errors=(plain(why),)).plain()


def plain(value: Any) -> str:
    """One line of visible text, not too long: a certificate or a PDF may hold anything, PostgreSQL takes no NUL."""
    if isinstance(value, list | tuple):
        return plain(", ".join(plain(each) for each in value))
    if isinstance(value, dict):
        return plain(list(value.values()))
    text = "" if value is None else str(value)
    seen = "".join(sign if unicodedata.category(sign) not in ("Cc", "Cs", "Cf") else " " for sign in text)
    return " ".join(seen.split())[:_LONGEST]
