"""What is typed about meetings: times as people write them, agenda, minutes, answers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.rules.meetings import NotOneInstant, civil_day, clock_of, span
from samsyn.web.meetings.models import Attendance, Decision, Meeting
from samsyn.web.ui.fields import CivilDateField, LineField, TimeField

TEXT = 20_000
"""Signs: more than any minutes say under one item."""


class TimeForm(forms.Form):
    """When and where. `cleaned_data` has `starts_at` and `ends_at`, instants in UTC."""

    day = CivilDateField(label=_("Dag"))
    begins = TimeField(label=_("Börjar"))
    ends = TimeField(label=_("Slutar"), help_text=_("Slutar mötet efter midnatt skriver du bara klockslaget."))
    place = LineField(label=_("Plats"), required=False, max_length=200)
    link = forms.URLField(
        label=_("Länk till digitalt möte"),
        required=False,
        max_length=400,
        assume_scheme="https",
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
        error_messages={"invalid": _("Skriv hela länken, till exempel https://example.org/rum.")},
    )

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if typed.get("day") and typed.get("begins") and typed.get("ends"):
            try:
                typed["starts_at"], typed["ends_at"] = span(typed["day"], typed["begins"], typed["ends"])
            except NotOneInstant as trouble:
                self.add_error("begins" if f"{typed['begins']:%H.%M}" in str(trouble) else "ends", str(trouble))
            except ValueError as trouble:
                self.add_error("ends", str(trouble))
            except OverflowError:
                self.add_error("day", _("Den dagen ligger för långt bort. Skriv en annan."))
        if not typed.get("place") and not typed.get("link") and not self.errors:
            self.add_error("place", _("Skriv var mötet hålls, eller en länk om det är digitalt."))
        return typed


class CallForm(TimeForm):
    """Also what of the proposed agenda to take."""

    agenda = forms.MultipleChoiceField(
        label=_("Förslag till dagordning"),
        help_text=_("Ta bort det som inte behövs. Punkterna går att ändra och flytta sedan."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, proposals: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        choices = list(proposals)
        self.fields["agenda"].choices = choices  # type: ignore[attr-defined]
        self.fields["agenda"].initial = [key for key, _title in choices]
        if not choices:
            del self.fields["agenda"]


def time_initial(meeting: Meeting) -> dict[str, Any]:
    """What a form about an already called meeting shows, in Sweden's time."""
    return {
        "day": civil_day(meeting.starts_at),
        "begins": clock_of(meeting.starts_at),
        "ends": clock_of(meeting.ends_at),
        "place": meeting.place,
        "link": meeting.link,
    }


class CancelForm(forms.Form):
    because = forms.CharField(
        label=_("Varför ställs mötet in?"),
        help_text=_("Alla som är kallade läser det."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ItemForm(forms.Form):
    title = LineField(label=_("Punkt"), max_length=300)
    background = forms.CharField(
        label=_("Bakgrund"),
        help_text=_("Det som deltagarna behöver veta före mötet."),
        required=False,
        max_length=TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class HoldForm(forms.Form):
    held_on = CivilDateField(label=_("Dag då mötet hölls"))

    def __init__(self, *args: Any, meeting: Meeting, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["held_on"].initial = min(max(civil_day(meeting.starts_at), date.min), today)


class GuestForm(forms.Form):
    organisation = forms.ChoiceField(label=_("Från"))
    function = LineField(label=_("Funktion"), max_length=200)
    name = LineField(label=_("Namn"), max_length=120)

    def __init__(self, *args: Any, organisations: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["organisation"].choices = list(organisations)  # type: ignore[attr-defined]


class PresentForm(forms.Form):
    """One who was called. `name` only for a seat that nobody with an account holds."""

    came = forms.BooleanField(label=_("Var med"), required=False)
    task = forms.ChoiceField(label=_("Uppgift"), required=False, choices=Attendance.Task.choices)
    name = LineField(label=_("Namn"), required=False, max_length=120)
    was = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)


class NoteForm(forms.Form):
    """What is written under one item: the note, and a new decision if there is one."""

    noted = forms.CharField(
        label=_("Anteckning"), required=False, max_length=TEXT, widget=forms.Textarea(attrs={"rows": 3})
    )
    was = forms.CharField(required=False, widget=forms.HiddenInput, strip=False)
    dealt_with = forms.BooleanField(label=_("Åtagandet är uppfyllt"), required=False)
    decision = forms.CharField(
        label=_("Nytt beslut"), required=False, max_length=TEXT, widget=forms.Textarea(attrs={"rows": 2})
    )
    kind = forms.ChoiceField(label=_("Beslutet"), required=False)
    answer = forms.ChoiceField(label=_("Svaret på frågan"), required=False)

    def __init__(self, *args: Any, answers: Iterable[tuple[str, str]] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        answers = list(answers)
        confirm = Decision.Kind.CONFIRM
        kinds = [pair for pair in Decision.Kind.choices if pair[0] != confirm]
        self.fields["kind"].choices = [(confirm.value, confirm.label), *kinds] if answers else kinds  # type: ignore[attr-defined]
        self.fields["kind"].initial = confirm.value if answers else Decision.Kind.OTHER.value
        self.fields["answer"].choices = answers  # type: ignore[attr-defined]
        if not answers:
            del self.fields["answer"]


class NewActionForm(forms.Form):
    """One thing to do. All of it empty: nothing to write up."""

    says = forms.CharField(label=_("Vad"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))
    organisation = forms.ChoiceField(label=_("Vem"))
    function = LineField(label=_("Funktion"), required=False, max_length=200)
    due = CivilDateField(label=_("Senast"), required=False)

    def __init__(self, *args: Any, organisations: Iterable[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["organisation"].choices = list(organisations)  # type: ignore[attr-defined]


class NewItemForm(forms.Form):
    title = LineField(label=_("Ny punkt"), required=False, max_length=300)


class RemarkForm(forms.Form):
    remark = forms.CharField(
        label=_("Vad behöver rättas?"),
        help_text=_("Alla parter läser det. Protokollet går tillbaka och kan ändras."),
        max_length=TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class DoneForm(forms.Form):
    done_on = CivilDateField(label=_("Dag då det blev gjort"))
    says = forms.CharField(
        label=_("Hur det gick"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class DropForm(forms.Form):
    because = forms.CharField(
        label=_("Varför görs det inte?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
