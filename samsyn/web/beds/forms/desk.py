"""What is typed at the intake desk and on a guest's page."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.web.beds.models import Sex
from samsyn.web.project.ids import new_timeless_id
from samsyn.web.ui.fields import LineField, WrittenField

_YEAR = re.compile(r"^\d{4}$", re.ASCII)


class YearField(WrittenField):
    """A year of four digits. Gives a whole number."""

    widget = forms.TextInput(attrs={"class": "input-number", "inputmode": "numeric", "autocomplete": "off"})
    default_error_messages = {"invalid": _("«%(typed)s» är inget år. Skriv fyra siffror: 1980.")}
    held = int

    def read(self, typed: str) -> int:
        if not _YEAR.match(typed):
            raise ValueError(typed)
        return int(typed)


class FindForm(forms.Form):
    """A card's code or a name, in one field: a scanner types as a keyboard does."""

    text = LineField(
        label=_("Kod eller namn"),
        max_length=80,
        required=False,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false", "class": "desk-text"}
        ),
    )


class GuestForm(forms.Form):
    """`key` is the id that the guest gets: the same form sent twice makes one guest."""

    known_as = LineField(
        label=_("Vad gästen vill kallas"),
        help_text=_("Ett förnamn eller ett annat namn räcker."),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    sex = forms.ChoiceField(label=_("Kön som gästen uppger"), choices=Sex, widget=forms.RadioSelect)
    born = YearField(label=_("Född år"), required=False)
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    @classmethod
    def empty(cls, known_as: str = "", **options: Any) -> GuestForm:
        return cls(initial={"known_as": known_as, "key": new_timeless_id()}, **options)


class OverrideForm(forms.Form):
    """`what`: «quarantine», or «bar» with the site that it is set aside for."""

    what = forms.CharField(widget=forms.HiddenInput)
    pool = forms.CharField(widget=forms.HiddenInput)
    site = forms.UUIDField(widget=forms.HiddenInput, required=False)
    reason = LineField(label=_("Skäl till undantaget"), max_length=500)


class KeyForm(forms.Form):
    """Which page was pressed: the id that what it writes gets, so that two presses write one."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    @classmethod
    def empty(cls) -> KeyForm:
        return cls(initial={"key": new_timeless_id()}, auto_id=False)

    @classmethod
    def sent_in(cls, typed: Any) -> UUID | None:
        """None where there is none that can be read."""
        form = cls(typed)
        return form.cleaned_data["key"] if form.is_valid() else None


class ReasonForm(forms.Form):
    reason = LineField(label=_("Skäl till förtur"), required=False, max_length=200)


class MergeForm(forms.Form):
    """Which other record, chosen among the likely ones or by the code on its card."""

    other = forms.ChoiceField(label=_("Samma person som"), required=False, widget=forms.RadioSelect)
    code = LineField(label=_("Eller koden på det andra kortet"), required=False, max_length=20)
    because = LineField(label=_("Hur vet ni det?"), max_length=200)

    def __init__(self, *args: Any, others: list[tuple[UUID, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["other"].choices = others  # type: ignore[attr-defined]
        if not others:
            del self.fields["other"]


class CodeForm(forms.Form):
    code = LineField(
        label=_("Kortets kod"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "class": "desk-text"}
        ),
    )
