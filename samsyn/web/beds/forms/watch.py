"""What the night watch writes: the log, calls, threats, an early departure, a bar, and the paper list afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.web.beds.evening import Sleeper
from samsyn.web.beds.models import EmergencyContact, Incident
from samsyn.web.ui.fields import CivilDateField, LineField

_LONGEST = 2_000
_SHORT_TEXT = {"rows": 3}


class TextField(forms.CharField):
    """Paragraphs; line ends are kept as one sign."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=_LONGEST, widget=forms.Textarea(attrs=_SHORT_TEXT), **options)

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n").replace("\r", "\n")


class NightField(CivilDateField):
    """A night by the date of its evening, with room for the nights around it to be counted."""

    _ROOM = timedelta(days=4_000)

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value is not None and not date.min + self._ROOM <= value <= date.max - self._ROOM:
            raise ValidationError(gettext("Skriv en natt i vår tid."))


class NoteForm(forms.Form):
    says = TextField(
        label=_("Skriv i loggen"),
        help_text=_("Om huset och natten. Skriv inget namn och inget om någons hälsa."),
    )


class EmergencyForm(forms.Form):
    about = forms.ChoiceField(label=_("Vad gällde samtalet"), choices=EmergencyContact.About, widget=forms.RadioSelect)


class IncidentForm(forms.Form):
    kind = forms.ChoiceField(label=_("Vad hände"), choices=Incident.Kind, widget=forms.RadioSelect)
    police_called = forms.BooleanField(label=_("Polisen är kontaktad"), required=False)


class LeaveForm(forms.Form):
    """From which night the place is free. Tonight at the earliest."""

    on = forms.ChoiceField(label=_("Första natten som gästen inte sover här"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, nights: Sequence[tuple[date, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["on"].choices = [(str(night), words) for night, words in nights]  # type: ignore[attr-defined]

    def clean_on(self) -> date:
        return date.fromisoformat(self.cleaned_data["on"])


class ShiftForm(forms.Form):
    """Where the guest sleeps instead: a free place, another site, or the place of somebody who takes this one."""

    to = forms.ChoiceField(label=_("Vart"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, ways: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["to"].choices = list(ways)  # type: ignore[attr-defined]


class BarForm(forms.Form):
    """A bar has an end and a reason that the guest can read."""

    until = NightField(
        label=_("Får komma tillbaka natten"),
        help_text=_("Den första natten som gästen kan få plats här igen. Avstängningen slutar då av sig själv."),
    )
    reason = TextField(
        label=_("Varför"),
        help_text=_("Gästen kan begära att få läsa skälet. Skriv vad som hände, inte vem gästen är."),
    )

    def __init__(self, *args: Any, tonight: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self._tonight = tonight

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if until <= self._tonight:
            raise ValidationError(gettext("Skriv en natt efter natten som är nu."))
        if until > self._tonight + timedelta(days=366):
            raise ValidationError(gettext("Skriv en natt inom ett år. Avstängningen kan göras ny när den har gått ut."))
        return until


class AnswerForm(forms.Form):
    words = TextField(label=_("Svar på överklagandet"), help_text=_("Vad ni beslutar och varför."))
    until = NightField(
        label=_("Får komma tillbaka natten"),
        help_text=_("Ändra dagen om avstängningen ska bli kortare. I kväll betyder att den slutar nu."),
    )


class PaperForm(forms.Form):
    """The printed list of a night, entered afterwards: a box for each guest who came."""

    def __init__(self, *args: Any, sleepers: Sequence[Sleeper], **options: Any) -> None:
        super().__init__(*args, **options)
        self.sleepers = sleepers
        for each in sleepers:
            label = f"{each.place.label} {each.called or gettext('(namnet visas inte)')}"
            self.fields[str(each.segment.pk)] = forms.BooleanField(label=label, required=False)

    def who_came(self) -> list[Sleeper]:
        return [each for each in self.sleepers if self.cleaned_data[str(each.segment.pk)]]


class InitiativeForm(forms.Form):
    name = LineField(label=_("Vem som tar emot"), max_length=120)
    places = forms.IntegerField(
        label=_("Hur många platser"), min_value=1, max_value=1000,
        widget=forms.TextInput(attrs={"class": "input-number", "inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip
    contact = LineField(
        label=_("Kontakt den natten"),
        max_length=120,
        required=False,
        help_text=_("En funktion och ett telefonnummer räcker."),
    )
    night = NightField(label=_("Vilken natt"), help_text=_("Nattens datum är kvällens."))
