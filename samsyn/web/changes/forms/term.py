"""A term as a form, made from its own definition: what is posted unchanged changes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pydantic
from django import forms
from django.forms.boundfield import BoundField
from django.forms.utils import ErrorDict
from django.utils.translation import gettext

from samsyn.rules.terms import Agreement, Term
from samsyn.rules.terms.patch import ONE_OF, patched
from samsyn.web.changes.forms.controls import JOIN, Choice, Control, Rows, Table, control_for
from samsyn.web.changes.forms.keys import adapter, adapter_of, default_of, fields_of, kind_of, shapes_of
from samsyn.web.changes.forms.said import said_of
from samsyn.web.changes.forms.words import help_of

_FIRST = ("clause", "says")
_LAST = ("first", "last", "annex", "note", "applies")
_NEVER = ("id", "assumption")
_MOST_ROWS = 60


@dataclass(frozen=True)
class Part:
    """What a page shows of one key. `sort`: field, together (a few fields), table or rows."""

    sort: str
    label: str
    name: str = ""
    fields: tuple[BoundField, ...] = ()
    rows: tuple[tuple[BoundField, ...], ...] = ()
    help: str = ""


class TermForm(forms.Form):
    """`term` is how it stands (None: a new one), `shown` what the form begins with.

    After `is_valid`: `changes` are the keys that differ from `term` as a file has them, or everything for a new one.
    """

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, family: str, agreement: Agreement, term: Term | None = None,
        shown: Term | None = None, more: str = "",
    ) -> None:  # fmt: skip
        super().__init__(data)
        self.family, self.kind, self.term, self.agreement = family, kind_of(family), term, agreement
        self.changes: dict[str, Any] = {}
        begin = shown or term
        made = [control_for(family, self.kind, key, agreement) for key in self._keys()]
        self.controls = [each for each in made if not each.has_nothing_to_choose]
        for control in self.controls:
            value = default_of(self.kind, control.key) if begin is None else getattr(begin, control.key)
            if isinstance(control, Rows):
                control.grow(self._count(control, value, more))
            self.fields.update(control.fields())
            self.initial.update(control.initial(value))

    def _keys(self) -> list[str]:
        """As a page about the term has them, without the days of the agreement, which no amendment moves."""
        moved = ("first", "last") if self.family == "period" else ()
        keys = [key for key in shapes_of(self.kind) if key not in (*_NEVER, *moved)]
        own = [key for key in keys if key not in (*_FIRST, *_LAST)]
        return [*_FIRST, *own, *(key for key in _LAST if key in keys)]

    def _count(self, control: Rows, value: Any, more: str) -> int:
        """As many rows as were sent, or as there are; and an empty one."""
        if not self.is_bound:
            return len(value or ()) + 1
        sent = re.compile(rf"{re.escape(control.name)}{JOIN}(\d{{1,3}}){JOIN}")
        numbers = [int(found[1]) for name in self.data if (found := sent.match(name))]
        return min(max(numbers, default=0) + 1 + (more == control.name), _MOST_ROWS)

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        written: dict[str, Any] = {}
        for control in self.controls:
            if not any(name in self.errors for name in control.fields()):
                self._read(control, typed, written)
        if not self.errors:
            self._as_a_whole(written)
        return typed

    def _read(self, control: Control, typed: Mapping[str, Any], written: dict[str, Any]) -> None:
        """Raise nothing: what is wrong is said beside its field."""
        value = control.read(typed)
        usual, old = default_of(self.kind, control.key), self._old(control.key)
        if value is None and fields_of(self.kind)[control.key].is_required():
            self._wrong(control, (), "missing", {})
        elif value is None:
            if old != usual and usual is None:
                self.add_error(next(iter(control.fields())), self._cannot_be_emptied())
        else:
            self._compare(control, value, typed, written)

    def _compare(self, control: Control, value: Any, typed: Mapping[str, Any], written: dict[str, Any]) -> None:
        try:
            new = adapter_of(self.kind, control.key).validate_python(value)
        except pydantic.ValidationError as trouble:
            for error in trouble.errors(include_url=False):
                self._wrong(control, self._place(control, error["loc"], typed), error["type"], error.get("ctx") or {})
            return
        old = self._old(control.key)
        if new == old or (self.term is None and new == default_of(self.kind, control.key)):
            return
        if isinstance(control, Choice) and control.shape.many and self.term is not None and set(new) == set(old or ()):
            return
        if isinstance(control, Table) and self.term is not None and old is not None:
            value = self._merged(control, value, new, old)
        if value is not None:
            written[control.key] = value

    def _merged(self, control: Table, value: dict[str, Any], new: Any, old: Any) -> dict[str, Any] | None:
        """A table in a file is laid over the old one key by key, except where one of some keys stands."""
        if control.key in ONE_OF:
            return value
        told: dict[str, Any] = {}
        for key in shapes_of(control.shape.kind):
            if getattr(new, key) == getattr(old, key):
                continue
            said = value.get(key, default_of(control.shape.kind, key))
            if said is None:
                self.add_error(f"{control.name}{JOIN}{key}", self._cannot_be_emptied())
            told[key] = said
        return told

    def _old(self, key: str) -> Any:
        return default_of(self.kind, key) if self.term is None else getattr(self.term, key)

    def _place(self, control: Control, loc: tuple[Any, ...], typed: Mapping[str, Any]) -> tuple[str, ...]:
        """Where on the page pydantic's complaint belongs: empty rows are not in its list."""
        steps = [str(step) for step in loc]
        if isinstance(control, Rows) and loc and isinstance(loc[0], int):
            steps[0] = str(control.filled(typed)[loc[0]][0])
        return tuple(steps)

    def _wrong(self, control: Control, steps: tuple[str, ...], kind: str, about: Mapping[str, Any]) -> None:
        names = [JOIN.join((control.name, *steps[:length])) for length in range(len(steps), -1, -1)]
        name = next((each for each in names if each in self.fields), next(iter(control.fields())))
        if name not in self.errors:
            self.add_error(name, said_of(kind, about))

    def _as_a_whole(self, written: dict[str, Any]) -> None:
        try:
            if self.term is None:
                adapter(self.kind).validate_python({**written, "id": "ny"})
            elif written:
                patched(self.term, written)
        except pydantic.ValidationError as trouble:
            controls = {control.key: control for control in self.controls}
            for error in trouble.errors(include_url=False):
                control = controls.get(str(error["loc"][0])) if error["loc"] else None
                self._wrong(control or self.controls[0], (), error["type"], error.get("ctx") or {})
        self.changes = written

    def _cannot_be_emptied(self) -> str:
        return gettext(
            "Det här kan inte lämnas tomt, för i dag står något här. Skriv vad som ska stå, eller ta bort hela "
            "villkoret och lägg till ett nytt."
        )

    def unjudged(self) -> None:
        """Show what was typed without saying what is wrong with it: only another row was asked for."""
        self._errors = ErrorDict()
        self.cleaned_data = {}

    def parts(self) -> Iterator[Part]:
        """Clause, our words, and what the term itself holds."""
        yield from (self._part(each) for each in self.controls if each.key not in _LAST)

    def last_parts(self) -> Iterator[Part]:
        """What every term can have."""
        yield from (self._part(each) for each in self.controls if each.key in _LAST)

    @property
    def last_is_wrong(self) -> bool:
        """What is folded away is opened when something in it must be put right."""
        return any(name in self.errors for each in self.controls if each.key in _LAST for name in each.fields())

    def _part(self, control: Control) -> Part:
        if isinstance(control, Rows):
            rows = (tuple(self[name] for each in row for name in each.fields()) for row in control.rows)
            return Part("rows", control.label, control.name, rows=tuple(rows))
        fields = tuple(self[name] for name in control.fields())
        if isinstance(control, Table):
            return Part("table", control.label, control.name, fields, help=help_of(control.shape.kind))
        return Part("field" if len(fields) == 1 else "together", control.label, control.name, fields)
