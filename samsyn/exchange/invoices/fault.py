"""One thing that is wrong with an invoice."""

from __future__ import annotations

from dataclasses import dataclass

SAMSYN = "SAMSYN"
"""The rule of what only Samsyn asks for."""


@dataclass(frozen=True, slots=True)
class Fault:
    """`rule` as the standard names it: «SE-R-013». `field` is where it is mended: «seller.org_number», or with the id
    of a line «lines.2.text»."""

    rule: str
    says: str
    field: str
