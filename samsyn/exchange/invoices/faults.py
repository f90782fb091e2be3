"""What is wrong with an invoice, said in words and by field, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """`rule` as the standard names it: «SE-R-013». `field` is where it is mended: «seller.org_number», «lines.2.text»."""

    rule: str
    says: str
    field: str
