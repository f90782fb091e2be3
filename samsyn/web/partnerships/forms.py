"""Filling a seat and leaving one."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samsyn.web.organisations.models import Person
from samsyn.web.ui.fields import CivilDateField


class AppointForm(forms.Form):
    function = forms.ChoiceField(label=_("Funktion i överenskommelsen"))
    person = forms.ModelChoiceField(label=_("Person"), queryset=Person.objects.none(), empty_label=_("Välj"))
    since = CivilDateField(label=_("Från och med"))

    def __init__(
        self, *args: Any, functions: Iterable[str], people: QuerySet[Person], today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choices = [(function, function) for function in functions]
        self.fields["function"].choices = choices  # type: ignore[attr-defined]
        self.fields["person"].queryset = people  # type: ignore[attr-defined]
        self.fields["since"].initial = today


class EndForm(forms.Form):
    until = CivilDateField(label=_("Första dagen utan uppdraget"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["until"].initial = today
