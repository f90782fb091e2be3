"""One key of a term as fields of a form: how it is shown, and how what was typed becomes a value for the file.

A control has the fields it needs under its own name, `initial` for them from a value, and `read` back: the value as it
stands in a file of the agreement (TOML), or None for nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext

from samsyn.rules.quantities import Amount, MonthDay, Percent
from samsyn.rules.terms import Agreement
from samsyn.web.agreements.presenters.terms.wording import word
from samsyn.web.changes.forms import words
from samsyn.web.changes.forms.keys import Shape, default_of, fields_of, shapes_of
from samsyn.web.changes.forms.values import ExactField, LinesField, MonthDayField, WholeField, WordsField
from samsyn.web.ui.fields import AmountField, CivilDateField, LineField

JOIN = "__"
"""Between the name of a table and that of a key in it."""
_DAY = "day"


class Control:
    """`family` and `kind` say whose key it is. `loose`: in an empty row nothing is required."""

    def __init__(
        self,
        family: str,
        kind: type,
        key: str,
        shape: Shape,
        agreement: Agreement,
        within: str = "",
        loose: bool = False,
    ) -> None:
        self.family, self.kind, self.key, self.shape, self.agreement = family, kind, key, shape, agreement
        self.name = f"{within}{JOIN}{key}" if within else key
        self.loose = loose

    @property
    def label(self) -> str:
        return words.label_of(self.kind, self.key)

    @property
    def required(self) -> bool:
        return not self.loose and not self.shape.many and fields_of(self.kind)[self.key].is_required()

    @property
    def one_at_least(self) -> bool:
        """A list that the definition wants something in."""
        about = fields_of(self.kind)[self.key]
        return not self.loose and about.is_required() and any(getattr(each, "min_length", 0) for each in about.metadata)

    @property
    def has_nothing_to_choose(self) -> bool:
        """A list of things of which the agreement has none, and need have none. A page does not ask for it."""
        return False

    def fields(self) -> dict[str, forms.Field]:
        return {self.name: self._field()}

    def initial(self, value: Any) -> dict[str, Any]:
        return {self.name: _shown(value)}

    def read(self, typed: Mapping[str, Any]) -> Any:
        value = typed.get(self.name)
        return None if value in (None, "") else _written(value)

    def _field(self) -> forms.Field:
        raise NotImplementedError


class Plain(Control):
    """Text, numbers, days, yes or no."""

    def _field(self) -> forms.Field:
        shape = self.shape
        about: dict[str, Any] = {"label": self.label, "required": self.required}
        if shape.sort == "text":
            return self._text(about)
        if shape.sort == "whole":
            unit = words.unit_of(self.kind, self.key)
            return WholeField(least=shape.least, most=shape.most, unit=unit, **about)
        if shape.sort == "flag":
            return forms.BooleanField(label=self.label, required=False)
        return _FIELDS[shape.sort](**about)

    def _text(self, about: dict[str, Any]) -> forms.Field:
        if self.shape.many:
            return LinesField(**about, help_text=gettext("En på varje rad."))
        if self.key in words.SHORT:
            return LineField(**about, max_length=300)
        return WordsField(**about, max_length=5000)

    def read(self, typed: Mapping[str, Any]) -> Any:
        if self.shape.sort == "amount" and typed.get(self.name) is not None:
            ore = typed[self.name]
            return ore // 100 if ore % 100 == 0 else Decimal(ore) / 100
        return super().read(typed)


_FIELDS: dict[str, type[forms.Field]] = {
    "exact": ExactField, "amount": AmountField, "day": CivilDateField, "month_day": MonthDayField,
}  # fmt: skip


class PercentControl(Control):
    def _field(self) -> forms.Field:
        return ExactField(label=self.label, required=self.required, unit="%")


class Choice(Control):
    """One of a few values, or several of them. The order in which several stand says nothing."""

    def _values(self) -> dict[str, Any]:
        return {str(each): each for each in self.shape.words}

    def _choices(self) -> list[tuple[str, str]]:
        return words.choices_of(self.kind, self.key, self.shape.words)

    def _field(self) -> forms.Field:
        if self.shape.many:
            several = forms.CheckboxSelectMultiple
            error = {"required": gettext("Välj minst en.")}
            return forms.MultipleChoiceField(
                label=self.label,
                required=self.one_at_least,
                choices=self._choices(),
                widget=several,
                error_messages=error,
            )
        must = self.required or default_of(self.kind, self.key) is not None
        choices = self._choices() if must else [words.nothing(), *self._choices()]
        return forms.ChoiceField(label=self.label, required=must, choices=choices)

    def initial(self, value: Any) -> dict[str, Any]:
        if self.shape.many:
            return {self.name: [str(each) for each in value or ()]}
        return {self.name: "" if value is None else str(value)}

    def read(self, typed: Mapping[str, Any]) -> Any:
        value, values = typed.get(self.name), self._values()
        if self.shape.many:
            return [values[each] for each in value or ()]
        return None if value in (None, "") else values[value]


class YesOrNo(Choice):
    """Yes or no where the pages have words for both."""

    def _values(self) -> dict[str, Any]:
        return {"True": True, "False": False}

    def _choices(self) -> list[tuple[str, str]]:
        return words.choices_of(self.kind, self.key, (True, False))


class Reference(Choice):
    """The id of a party, a body or another term, chosen by its name."""

    @property
    def has_nothing_to_choose(self) -> bool:
        return self.shape.many and not self.one_at_least and not self._choices()

    def _values(self) -> dict[str, Any]:
        return {each: each for each, _ in self._choices()}

    def _choices(self) -> list[tuple[str, str]]:
        return words.references_of(self.family, self.kind, self.key, self.agreement)


class Named(Control):
    """A short name of something that no table of the file is: a part of a report, a question of a survey."""

    def _field(self) -> forms.Field:
        help_text = gettext("Små bokstäver, siffror och bindestreck.")
        return LineField(label=self.label, required=self.required, max_length=60, help_text=help_text)


class Due(Control):
    """A day of the year, or one of a few words."""

    def fields(self) -> dict[str, forms.Field]:
        choices = [*words.choices_of(self.kind, self.key, self.shape.words), (_DAY, gettext("En dag på året"))]
        day = MonthDayField(label=gettext("Vilken dag"), required=False, help_text=gettext("Månad och dag: 01-31."))
        return {
            self.name: forms.ChoiceField(label=self.label, required=False, choices=choices),
            f"{self.name}{JOIN}{_DAY}": day,
        }

    def initial(self, value: Any) -> dict[str, Any]:
        if isinstance(value, MonthDay):
            return {self.name: _DAY, f"{self.name}{JOIN}{_DAY}": value}
        return {self.name: value}

    def read(self, typed: Mapping[str, Any]) -> Any:
        day = typed.get(f"{self.name}{JOIN}{_DAY}")
        chosen = typed.get(self.name)
        if chosen == _DAY or (day is not None and not chosen):
            return _written(day)
        return chosen or None


class Pair(Control):
    """Two days or two numbers: from and to."""

    def fields(self) -> dict[str, forms.Field]:
        days = self.key == "between"
        labels = (
            (gettext("Eller en gång, från"), gettext("Till"))
            if days
            else (gettext("Från ålder"), gettext("Till ålder"))
        )
        made = [
            CivilDateField(label=each, required=False) if days else WholeField(label=each, required=False, least=0)
            for each in labels
        ]
        return dict(zip(self._names(), made, strict=True))

    def initial(self, value: Any) -> dict[str, Any]:
        return dict(zip(self._names(), value or (None, None), strict=True))

    def read(self, typed: Mapping[str, Any]) -> Any:
        found = [typed.get(name) for name in self._names()]
        return None if found == [None, None] else found

    def _names(self) -> tuple[str, str]:
        return (f"{self.name}{JOIN}0", f"{self.name}{JOIN}1")


class Table(Control):
    """A small table inside the term. Nothing where nothing in it differs from what holds anyway."""

    def __init__(self, *about: Any, **more: Any) -> None:
        super().__init__(*about, **more)
        loose = self.loose or not fields_of(self.kind)[self.key].is_required()
        self.inside = controls_of(self.family, self.shape.kind, self.agreement, self.name, loose)

    def fields(self) -> dict[str, forms.Field]:
        return {name: field for control in self.inside for name, field in control.fields().items()}

    def initial(self, value: Any) -> dict[str, Any]:
        return _initial_of(self.inside, self.shape.kind, value)

    def read(self, typed: Mapping[str, Any]) -> Any:
        return _row(self.inside, self.shape.kind, typed)


class Rows(Control):
    """A list of small tables: as many as there are, and an empty one."""

    def __init__(self, *about: Any, **more: Any) -> None:
        super().__init__(*about, **more)
        self.rows: list[list[Control]] = []

    def grow(self, count: int) -> None:
        names = (f"{self.name}{JOIN}{number}" for number in range(count))
        self.rows = [controls_of(self.family, self.shape.kind, self.agreement, name, True) for name in names]

    def fields(self) -> dict[str, forms.Field]:
        return {name: field for row in self.rows for each in row for name, field in each.fields().items()}

    def initial(self, value: Any) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for row, one in zip(self.rows, value or (), strict=False):
            found |= _initial_of(row, self.shape.kind, one)
        return found

    def read(self, typed: Mapping[str, Any]) -> Any:
        return [row for _, row in self.filled(typed)]

    def filled(self, typed: Mapping[str, Any]) -> list[tuple[int, dict[str, Any]]]:
        """The rows in which something stands, each with its place on the page."""
        read = ((number, _row(row, self.shape.kind, typed)) for number, row in enumerate(self.rows))
        return [(number, row) for number, row in read if row]


def _row(controls: list[Control], kind: type, typed: Mapping[str, Any]) -> dict[str, Any] | None:
    """Without what holds anyway; None where nothing is left."""
    read = {control.key: control.read(typed) for control in controls}
    usual = {key: default_of(kind, key) for key in read}
    told = {key: value for key, value in read.items() if value not in (None, []) and value != usual[key]}
    return told or None


def _initial_of(controls: list[Control], kind: type, value: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for control in controls:
        one = default_of(kind, control.key) if value is None else getattr(value, control.key)
        found |= control.initial(one)
    return found


_SORTS: dict[str, type[Control]] = {
    "one_of": Choice, "id": Reference, "due": Due, "pair": Pair, "table": Table, "percent": PercentControl,
}  # fmt: skip


def control_for(
    family: str, kind: type, key: str, agreement: Agreement, within: str = "", loose: bool = False
) -> Control:
    shape = shapes_of(kind)[key]
    made = _SORTS.get(shape.sort, Plain)
    if shape.sort == "table" and shape.many:
        made = Rows
    elif shape.sort == "id" and not words.names_something(family, kind, key):
        made = Named
    elif shape.sort == "flag" and word(kind, key, True) is not None:
        made = YesOrNo
    return made(family, kind, key, shape, agreement, within, loose)


def controls_of(family: str, kind: type, agreement: Agreement, within: str = "", loose: bool = False) -> list[Control]:
    made = [control_for(family, kind, key, agreement, within, loose) for key in shapes_of(kind)]
    return [each for each in made if not each.has_nothing_to_choose]


def _shown(value: Any) -> Any:
    """A value as its field takes it."""
    if isinstance(value, Amount):
        return value.ore
    if isinstance(value, Percent):
        return value.value
    return list(value) if isinstance(value, tuple) else value


def _written(value: Any) -> Any:
    """A value as a file of the agreement holds it."""
    if isinstance(value, MonthDay):
        return str(value)
    if isinstance(value, date | str | bool | int | Decimal | list):
        return value
    raise TypeError(f"{value!r} has no form in a file of the agreement")
