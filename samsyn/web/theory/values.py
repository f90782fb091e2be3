"""A value from outside, as it is typed: 717, 26,8 or 31 av 131. Never text, never a share without its whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from django.utils.translation import gettext

from samsyn.web.ui.fields import SPACES
from samsyn.web.ui.formats import STUCK, grouped

Kind = Literal["whole", "decimal", "share"]

_WHOLE = re.compile(r"^(\d{1,12})$")
_DECIMAL = re.compile(r"^(\d{1,12})[,.](\d{1,4})$")
_SHARE = re.compile(r"^(\d{1,12})(?:av|of|/)(\d{1,12})$")


@dataclass(frozen=True, slots=True)
class OutsideValue:
    """`number` of a whole number or a decimal; `part` and `whole` of a share."""

    kind: Kind
    number: Decimal | None = None
    part: int | None = None
    whole: int | None = None

    def __post_init__(self) -> None:
        """Raises ValueError for a share that is larger than its whole, or of nothing, and for half a value."""
        of_share = self.part is not None and self.whole is not None and self.number is None
        if self.kind == "share" and not (of_share and 0 <= (self.part or 0) <= (self.whole or 0) and self.whole):
            raise ValueError("a share is some of so many")
        if self.kind != "share" and (self.number is None or self.part is not None or self.whole is not None):
            raise ValueError("a number is one number")

    @property
    def says(self) -> str:
        """«31 av 131 (24 %)», «26,8», «30 000»."""
        if self.part is not None and self.whole is not None:
            words = {
                "part": grouped(self.part),
                "whole": grouped(self.whole),
                "percent": _percent(self.part, self.whole),
            }
            return gettext("%(part)s av %(whole)s (%(percent)s)") % words
        return _said(self.number or Decimal(0))

    @property
    def typed(self) -> str:
        """As it can be typed again."""
        if self.part is not None:
            return f"{self.part} av {self.whole}"
        return _plain(self.number or Decimal(0))


def value_of(typed: str) -> OutsideValue:
    """Reads what people write. Raises ValueError for what is no value."""
    bare = typed.translate(SPACES).lower()
    if found := _SHARE.match(bare):
        return OutsideValue("share", part=int(found[1]), whole=int(found[2]))
    if found := _DECIMAL.match(bare):
        return OutsideValue("decimal", Decimal(f"{found[1]}.{found[2]}"))
    if found := _WHOLE.match(bare):
        return OutsideValue("whole", Decimal(found[1]))
    raise ValueError(typed)


def _percent(part: int, whole: int) -> str:
    return f"{(Decimal(100 * part) / whole).quantize(Decimal(1), ROUND_HALF_UP)}{STUCK}%"


def _said(number: Decimal) -> str:
    whole, _, rest = _plain(number).partition(",")
    return grouped(int(whole)) + (f",{rest}" if rest else "")


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace(".", ",")
