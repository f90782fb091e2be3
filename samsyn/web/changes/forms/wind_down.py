"""Tasks of an orderly end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.web.changes.forms.values import WordsField
from samsyn.web.ui.fields import CivilDateField, LineField


class TaskForm(forms.Form):
    says = WordsField(label=_("Vad som ska göras"), max_length=1000)
    organisation = forms.TypedChoiceField(label=_("Vem"), coerce=UUID)
    function = LineField(label=_("I vilken funktion"), max_length=200, required=False)
    due = CivilDateField(label=_("Senast"), required=False)

    def __init__(self, *args: Any, parties: Sequence[tuple[UUID, str]], last: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].choices = parties  # type: ignore[attr-defined]
        self.fields["due"].initial = last


class DoneForm(forms.Form):
    done_on = CivilDateField(label=_("Dag då det blev gjort"))
    says = WordsField(label=_("Att veta"), max_length=1000, required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["done_on"].initial = today


class DropForm(forms.Form):
    because = WordsField(label=_("Varför det inte ska göras"), max_length=1000)
