"""What the one who has the places writes: which place and when, and what changes on the way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.web.ui.fields import CivilDateField

Choices = Iterable[tuple[str, Any]]


class NumberField(forms.IntegerField):
    """The number of a place."""

    widget = forms.TextInput(attrs={"class": "input-number", "inputmode": "numeric", "autocomplete": "off"})
    default_error_messages = {
        "invalid": _("Skriv platsens nummer med siffror."),
        "min_value": _("Platserna är numrerade från 1."),
        "max_value": _("Det finns ingen plats med det numret."),
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(min_value=1, max_value=32_000, **options)


class TrackField(forms.ChoiceField):
    """One of the workshops of the agreement."""

    default_error_messages = {"required": _("Välj en verksamhet.")}

    def __init__(self) -> None:
        super().__init__(label=_("Verksamhet"), widget=forms.RadioSelect)


class StartForm(forms.Form):
    first_day = CivilDateField(label=_("Första dag"))
    last = CivilDateField(label=_("Sista dag"), required=False)
    track = TrackField()
    number = NumberField(
        label=_("Plats nummer"), required=False, help_text=_("Lämna tomt för den lediga plats som har lägst nummer.")
    )

    def __init__(self, *args: Any, tracks: Choices, longest: Any = "", **options: Any) -> None:
        super().__init__(*args, **options)
        choices = list(tracks)
        self.fields["track"].choices = choices  # type: ignore[attr-defined]
        self.fields["last"].help_text = longest
        if not choices:
            del self.fields["track"]


class TrackForm(forms.Form):
    track = TrackField()

    def __init__(self, *args: Any, tracks: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["track"].choices = list(tracks)  # type: ignore[attr-defined]


class MoveForm(forms.Form):
    place = NumberField(label=_("Plats nummer"), error_messages={"required": _("Skriv platsens nummer med siffror.")})
    from_day = CivilDateField(label=_("Från och med"))


class LastDayForm(forms.Form):
    last = CivilDateField(label=_("Sista dag"))


class PriorityForm(forms.Form):
    priority = forms.ChoiceField(label=_("Skäl till förtur"), required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, reasons: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["priority"].choices = [("", _("ingen förtur")), *reasons]  # type: ignore[attr-defined]


class CancelForm(forms.Form):
    because = forms.ChoiceField(
        label=_("Varför"), widget=forms.RadioSelect, error_messages={"required": _("Välj ett skäl.")}
    )
    again = forms.BooleanField(
        label=_("Deltagaren vill fortfarande ha en plats. Anvisningen gäller och väntar på en ny dag."), required=False
    )

    def __init__(self, *args: Any, reasons: Choices, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["because"].choices = list(reasons)  # type: ignore[attr-defined]
