"""Form fields that read dates, times and amounts as people in Sweden write them."""

import re
import unicodedata
from datetime import date, time
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samsyn.web.ui import formats

_ISO = re.compile(r"^(\d{4})-?(\d{2})-?(\d{2})$", re.ASCII)
_SLASH = re.compile(r"^(\d{1,2})[/.](\d{1,2})[ /.-]?(\d{4})$", re.ASCII)
_TIME = re.compile(r"^(?:kl)?[. ]*(\d{1,2})(?:[.:]?(\d{2}))?$", re.ASCII)
SPACES = dict.fromkeys(map(ord, " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"))
"""For `str.translate`: what people and programs put between thousands, taken away."""
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Categories of Unicode: control, format, half a character, line and paragraph separators."""
_AMOUNT = re.compile(r"^([-\N{MINUS SIGN}]?)(\d+)(?:[,.](\d{1,2}))?$", re.ASCII)

_QUANTITY = re.compile(r"^(\d{1,8})(?:[,.](\d{1,2}))?$", re.ASCII)


class LineField(forms.CharField):
    """One line of text that reads as it is written: no control signs, nothing that turns its direction."""

    default_error_messages = {
        "unseen": _("Texten innehåller osynliga tecken eller en ny rad. Skriv den för hand på en rad."),
    }
    _JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"

    def validate(self, value: str) -> None:
        super().validate(value)
        if any(unicodedata.category(sign) in _UNSEEN and sign not in self._JOINERS for sign in value):
            raise ValidationError(self.error_messages["unseen"], "unseen")


class WrittenField(forms.Field):
    """Reads what people write into a `held`. Nothing becomes None; what cannot be read is said back as it was typed."""

    held: type

    def read(self, typed: str) -> Any:
        """`typed` is without spaces around it. Raises ValueError for what it cannot be."""
        raise NotImplementedError

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return None
        if isinstance(value, self.held):
            return value
        typed = str(value).strip()
        try:
            return self.read(typed)
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], "invalid", {"typed": typed}) from None


def in_order(typed: str, *, big_first: re.Pattern[str], small_first: re.Pattern[str]) -> tuple[int, ...]:
    """The numbers of a date, the largest unit first, whichever way it was written. Raises ValueError."""
    if found := big_first.match(typed):
        return tuple(map(int, found.groups()))
    if found := small_first.match(typed):
        return tuple(map(int, found.groups()[::-1]))
    raise ValueError(typed)


class CivilDateField(WrittenField):
    """A date written 2026-11-20; 20261120 and 20/11 2026 are understood too. Gives a `date`."""

    widget = forms.TextInput(
        attrs={"class": "input-date", "inputmode": "numeric", "autocomplete": "off", "placeholder": ""}
    )
    default_error_messages = {
        "required": _("Skriv ett datum, till exempel 2026-11-20."),
        "invalid": _("«%(typed)s» är inget datum. Skriv år, månad och dag: 2026-11-20."),
    }
    held = date

    def read(self, typed: str) -> date:
        return date(*in_order(typed, big_first=_ISO, small_first=_SLASH))

    def prepare_value(self, value: Any) -> Any:
        return value.isoformat() if isinstance(value, date) else value


class TimeField(WrittenField):
    """A time of day written 14.00; 14:00, 1400 and 14 are understood too. Gives a `time`."""

    widget = forms.TextInput(attrs={"class": "input-time", "inputmode": "numeric", "autocomplete": "off"})
    default_error_messages = {
        "required": _("Skriv ett klockslag, till exempel 14.00."),
        "invalid": _("«%(typed)s» är inget klockslag. Skriv timme och minut: 14.00."),
    }
    held = time

    def read(self, typed: str) -> time:
        if not (found := _TIME.match(typed)):
            raise ValueError(typed)
        return time(int(found[1]), int(found[2] or 0))

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H.%M}" if isinstance(value, time) else value


class AmountField(WrittenField):
    """An amount in kronor written 1 926 637 or 812,50. Gives öre as a whole number, never a float."""

    unit = "kr"
    widget = forms.TextInput(attrs={"class": "input-amount", "inputmode": "decimal", "autocomplete": "off"})
    default_error_messages = {
        "required": _("Skriv ett belopp i kronor, till exempel 1 926 637."),
        "invalid": _("«%(typed)s» är inget belopp. Skriv siffror, med komma före ören: 1 926 637,50."),
        "negative": _("Beloppet kan inte vara mindre än noll."),
        "too_large": _("Beloppet är för stort. Kontrollera det."),
    }
    held = int
    most_ore = 10**13

    def __init__(self, *, may_be_negative: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self.may_be_negative = may_be_negative

    def read(self, typed: str) -> int:
        match = _AMOUNT.match(typed.translate(SPACES).removesuffix("kr"))
        if not match:
            raise ValueError(typed)
        sign, whole, rest = match.groups()
        ore = int(whole) * 100 + int((rest or "0").ljust(2, "0"))
        return -ore if sign else ore

    def validate(self, value: int | None) -> None:
        super().validate(value)
        if value is not None and value < 0 and not self.may_be_negative:
            raise ValidationError(self.error_messages["negative"], "negative")
        if value is not None and abs(value) > self.most_ore:
            raise ValidationError(self.error_messages["too_large"], "too_large")

    def prepare_value(self, value: Any) -> Any:
        return formats.kronor(value, unit=False) if isinstance(value, int) else value


class QuantityField(WrittenField):
    """So much of a unit, written 1 234,5; at most two decimals. Gives a Decimal, above zero unless `may_be_nothing`."""

    widget = forms.TextInput(attrs={"class": "input-number", "inputmode": "decimal", "autocomplete": "off"})
    default_error_messages = {
        "required": _("Skriv ett antal, till exempel 12,5."),
        "invalid": _("«%(typed)s» är inget antal. Skriv siffror, med komma före decimaler: 12,5."),
        "nothing": _("Skriv ett antal som är större än noll."),
    }
    held = Decimal

    def __init__(self, *, may_be_nothing: bool = False, **options: Any) -> None:
        super().__init__(**options)
        self.may_be_nothing = may_be_nothing

    def read(self, typed: str) -> Decimal:
        match = _QUANTITY.match(typed.translate(SPACES))
        if not match:
            raise ValueError(typed)
        whole, rest = match.groups()
        return Decimal(f"{whole}.{rest or '0'}")

    def validate(self, value: Decimal | None) -> None:
        super().validate(value)
        if value is not None and not value and not self.may_be_nothing:
            raise ValidationError(self.error_messages["nothing"], "nothing")

    def prepare_value(self, value: Any) -> Any:
        return formats.quantity(value, "").rstrip() if isinstance(value, Decimal) else value
