"""Fields for the values that a term can hold, as people in Sweden write them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samsyn.rules.quantities import MonthDay
from samsyn.web.ui.fields import SPACES, WrittenField, in_order
from samsyn.web.ui.formats import grouped

_WHOLE = re.compile(r"^[-\N{MINUS SIGN}]?\d{1,12}$", re.ASCII)
_EXACT = re.compile(r"^[-\N{MINUS SIGN}]?\d{1,12}(?:[,.]\d{1,6})?$", re.ASCII)
_MONTH_DAY = re.compile(r"^(\d{1,2})-(\d{1,2})$", re.ASCII)
_DAY_MONTH = re.compile(r"^(\d{1,2})/(\d{1,2})$", re.ASCII)


class WholeField(WrittenField):
    """A whole number; «4 500» is read as well as «4500». `least` and `most` are included."""

    widget = forms.TextInput(attrs={"class": "input-number", "inputmode": "numeric", "autocomplete": "off"})
    default_error_messages = {
        "required": _("Skriv ett tal."),
        "invalid": _("«%(typed)s» är inget helt tal. Skriv bara siffror."),
        "small": _("Talet kan inte vara mindre än %(least)s."),
        "large": _("Talet kan inte vara större än %(most)s."),
    }
    held = int

    def __init__(self, *, least: int | None = None, most: int | None = None, unit: Any = "", **options: Any) -> None:
        super().__init__(**options)
        self.least, self.most, self.unit = least, most, unit

    def read(self, typed: str) -> int:
        plain = typed.translate(SPACES)
        if not _WHOLE.match(plain):
            raise ValueError(typed)
        return int(plain.replace("\N{MINUS SIGN}", "-"))

    def validate(self, value: int | None) -> None:
        super().validate(value)
        if value is not None and self.least is not None and value < self.least:
            raise ValidationError(self.error_messages["small"], "small", {"least": self.least})
        if value is not None and self.most is not None and value > self.most:
            raise ValidationError(self.error_messages["large"], "large", {"most": grouped(self.most)})

    def prepare_value(self, value: Any) -> Any:
        return grouped(value) if isinstance(value, int) and not isinstance(value, bool) else value


class ExactField(WrittenField):
    """A number with decimals, «2,8». Gives a Decimal, never a float."""

    widget = forms.TextInput(attrs={"class": "input-number", "inputmode": "decimal", "autocomplete": "off"})
    default_error_messages = {
        "required": _("Skriv ett tal."),
        "invalid": _("«%(typed)s» är inget tal. Skriv siffror, med komma före decimalerna: 2,8."),
    }
    held = Decimal

    def __init__(self, *, unit: str = "", **options: Any) -> None:
        super().__init__(**options)
        self.unit = unit

    def read(self, typed: str) -> Decimal:
        plain = typed.translate(SPACES).removesuffix("%")
        if not _EXACT.match(plain):
            raise ValueError(typed)
        return Decimal(plain.replace("\N{MINUS SIGN}", "-").replace(",", "."))

    def prepare_value(self, value: Any) -> Any:
        return f"{value.normalize():f}".replace(".", ",") if isinstance(value, Decimal) else value


class MonthDayField(WrittenField):
    """A day of every year, «01-31»; «31/1» is understood too. Gives a MonthDay."""

    widget = forms.TextInput(attrs={"class": "input-number", "autocomplete": "off"})
    default_error_messages = {
        "required": _("Skriv månad och dag, till exempel 01-31."),
        "invalid": _("«%(typed)s» är ingen dag på året. Skriv månad och dag: 01-31."),
    }
    held = MonthDay

    def read(self, typed: str) -> MonthDay:
        return MonthDay(*in_order(typed, big_first=_MONTH_DAY, small_first=_DAY_MONTH))

    def prepare_value(self, value: Any) -> Any:
        return str(value) if isinstance(value, MonthDay) else value


class WordsField(forms.CharField):
    """Text that may run over several lines; line ends as in the files of an agreement."""

    widget = forms.Textarea(attrs={"rows": 2, "class": "words"})

    def to_python(self, value: Any) -> str:
        return (super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")


class LinesField(WordsField):
    """A list of short texts, one on each line. Gives a list; empty lines are nothing."""

    def clean(self, value: Any) -> list[str]:
        text = super().clean(value)
        return [line.strip() for line in text.split("\n") if line.strip()]

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list | tuple) else value
