"""To open a round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy

from samsyn.rules.terms.surveys import Survey
from samsyn.web.surveys.actions import Opening
from samsyn.web.surveys.models import Audience
from samsyn.web.surveys.phrases import name_of
from samsyn.web.ui.fields import CivilDateField, LineField

_FORTNIGHT = timedelta(days=13)


class OpeningForm(forms.Form):
    name = LineField(
        label=gettext_lazy("Vad den heter"), max_length=80, help_text=gettext_lazy("Den som svarar ser namnet först.")
    )
    about = forms.ChoiceField(label=gettext_lazy("Vad den gäller"), required=False)
    first_day = CivilDateField(label=gettext_lazy("Första dagen"))
    last_day = CivilDateField(
        label=gettext_lazy("Sista dagen"), help_text=gettext_lazy("Den stänger sig själv efter dagen.")
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Språk"), widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("De språk där alla ord finns."),
    )  # fmt: skip
    audiences = forms.MultipleChoiceField(label=gettext_lazy("Vilka som frågas"), widget=forms.CheckboxSelectMultiple)
    kiosk = forms.BooleanField(label=gettext_lazy("Man kan svara på en platta på plats"), required=False)

    def __init__(
        self,
        term: Survey,
        ready: Mapping[str, Sequence[str]],
        subjects: Mapping[str, str],
        today: date,
        data: Any = None,
    ) -> None:
        """`ready`: audience → the languages in which all its words are there."""
        audiences = [each for each in Audience if ready.get(each)]
        languages = list(dict.fromkeys(language for each in audiences for language in ready[each]))
        start = {
            "name": term.name, "first_day": today, "last_day": today + _FORTNIGHT, "kiosk": True,
            "languages": languages[:1], "audiences": [str(each) for each in audiences[:1]],
        }  # fmt: skip
        super().__init__(data, initial=start)
        self._choose("languages", [(each, name_of(each)) for each in languages])
        self._choose("audiences", [(each.value, str(each.label).capitalize()) for each in audiences])
        self._choose("about", [("", gettext("Allt vi gör")), *subjects.items()])
        if not subjects:
            del self.fields["about"]

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def opening(self) -> Opening:
        said = self.cleaned_data
        return Opening(
            name=said["name"],
            first_day=said["first_day"],
            last_day=said["last_day"],
            languages=tuple(said["languages"]),
            audiences=tuple(said["audiences"]),
            about=said.get("about", ""),
            kiosk=said["kiosk"],
        )
