"""Per cent and rounding. A rounding is always named; none is ever implied."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal
from typing import Any, Literal

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

from samsyn.rules.quantities.amount import Amount

Rounding = Literal["krona", "krona_up", "krona_down", "krona_even", "ore", "hundred", "thousand"]

_UNIT_AND_MODE: dict[str, tuple[int, str]] = {
    "krona": (100, ROUND_HALF_UP),
    "krona_up": (100, ROUND_UP),
    "krona_down": (100, ROUND_DOWN),
    "krona_even": (100, ROUND_HALF_EVEN),
    "ore": (1, ROUND_HALF_UP),
    "hundred": (10_000, ROUND_HALF_UP),
    "thousand": (100_000, ROUND_HALF_UP),
}


@dataclass(frozen=True, order=True, slots=True)
class Percent:
    """Hundredths, exact. 2.8 means 2,8 %."""

    value: Decimal

    def of(self, amount: Amount) -> Decimal:
        """This share of an amount, in öre and not yet rounded."""
        return Decimal(amount.ore) * self.value / 100

    def __str__(self) -> str:
        return f"{self.value.normalize():f}".replace(".", ",").replace("-", "−") + "\u00a0%"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(_read)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "number", "description": "per cent, for example 2.8"}


def _read(value: object) -> Percent:
    if isinstance(value, Percent):
        return value
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ValueError("is no percentage; write a number without quotes and with a point, for example 2.8")
    return Percent(Decimal(value))


def round_amount(ore: Decimal, rounding: Rounding) -> Amount:
    """Round öre by the named rule: 92430 öre by «krona» is 924 kr."""
    unit, mode = _UNIT_AND_MODE[rounding]
    return Amount(int((ore / unit).quantize(Decimal(1), rounding=mode)) * unit)
