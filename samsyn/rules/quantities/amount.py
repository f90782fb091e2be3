"""Money, counted in öre so that no sum is ever off by a rounding nobody chose."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import core_schema

THIN = "\u00a0"  # no-break space: an amount is never broken over two lines


@dataclass(frozen=True, order=True, slots=True)
class Amount:
    """A sum of Swedish money. Unit: öre (a whole number). 1 krona = 100 öre."""

    ore: int

    @classmethod
    def kronor(cls, value: int | Decimal | str) -> Amount:
        """Read kronor. Raises ValueError if there are parts of an öre."""
        ore = Decimal(value) * 100
        if ore != ore.to_integral_value():
            raise ValueError(f"{value} kr has parts of an öre")
        return cls(int(ore))

    def __add__(self, other: Amount) -> Amount:
        return Amount(self.ore + other.ore)

    def __sub__(self, other: Amount) -> Amount:
        return Amount(self.ore - other.ore)

    def __neg__(self) -> Amount:
        return Amount(-self.ore)

    def __bool__(self) -> bool:
        return self.ore != 0

    def split(self, parts: int) -> tuple[Amount, ...]:
        """Equal parts whose sum is exactly this amount; the last part carries what is left over."""
        if parts < 1:
            raise ValueError("an amount is split into at least one part")
        share = self.ore // parts
        return (Amount(share),) * (parts - 1) + (Amount(self.ore - share * (parts - 1)),)

    def __str__(self) -> str:
        """As written in Swedish: «1 926 637 kr», or «481 659,25 kr» where there are öre."""
        kronor, ore = divmod(abs(self.ore), 100)
        digits = f"{kronor:,}".replace(",", THIN) + (f",{ore:02}" if ore else "")
        return f"{'−' if self.ore < 0 else ''}{digits}{THIN}kr"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(_read)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "number", "description": "kronor; at most two decimals"}


def _read(value: object) -> Amount:
    if isinstance(value, Amount):
        return value
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ValueError(
            "is not an amount; write kronor as a number without quotes, for example 4_500_000 or 481659.25"
        )
    return Amount.kronor(value)


def total(amounts: list[Amount] | tuple[Amount, ...]) -> Amount:
    """The sum; nothing gives 0 kr."""
    return Amount(sum(amount.ore for amount in amounts))
