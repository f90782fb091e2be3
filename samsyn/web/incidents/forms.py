"""What is written about an incident, and who has been told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.web.incidents.actions import Report, Telling
from samsyn.web.incidents.models import Kind, Told
from samsyn.web.ui.fields import CivilDateField, LineField, TimeField

LONGEST = 10_000
OTHER = "other-authority"
"""The choice of an authority that is not among those whom clause or law names. No key in an agreement looks so long."""
_UNNAMED = _("Skriv inget namn på en besökare och inget som pekar ut någon. Skriv «en besökare», «en volontär».")


class TextField(forms.CharField):
    """Paragraphs; line ends are kept as one sign. `says_optional`: «(frivilligt)» where it may be left."""

    def __init__(self, *, rows: int = 5, says_optional: bool = True, **options: Any) -> None:
        self.says_optional = says_optional
        super().__init__(max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **options)

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n").replace("\r", "\n")


class AmendForm(forms.Form):
    """Any kind but a concern for a child, which has a form of its own without a single text."""

    kind = forms.ChoiceField(
        label=_("Vad var det"),
        choices=[each for each in Kind.choices if each[0] != Kind.CHILD_CONCERN],
        widget=forms.RadioSelect,
    )
    happened_on = CivilDateField(label=_("Vilken dag"))
    happened_at = TimeField(label=_("Klockan"), required=False)
    place = LineField(label=_("Var"), required=False, max_length=120)
    says = TextField(label=_("Vad hände"), help_text=_UNNAMED, rows=7)
    serious = forms.BooleanField(
        label=_("Det var allvarligt"),
        required=False,
        help_text=_("Någon skadades eller kunde ha skadats svårt, eller något gick allvarligt fel."),
    )

    def report(self) -> Report:
        said = self.cleaned_data
        names = ("kind", "happened_on", "says", "place", "happened_at", "serious")
        return Report(**{name: said[name] for name in names})


class ReportForm(AmendForm):
    """`made` is the form's own id, so that one press is one incident however often it is sent."""

    made = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["made"].initial = uuid4
        if not self.initial.get("happened_on"):
            self.initial["happened_on"] = today


class ConcernForm(forms.Form):
    made = forms.UUIDField(widget=forms.HiddenInput)
    happened_on = CivilDateField(label=_("Vilken dag väcktes oron"))
    known = forms.ChoiceField(
        label=_("Vet ni vilket barn det är"),
        choices=[
            ("yes", _("Ja, så att det går att anmäla")),
            ("no", _("Nej. Vi har pratat med föräldern om att själv söka hjälp")),
        ],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["made"].initial = uuid4
        self.fields["happened_on"].initial = today


class TellForm(forms.Form):
    """`receivers`: key or name → what it is called. Those whom clause or law names come first."""

    whom = forms.ChoiceField(label=_("Vem har fått veta"), widget=forms.RadioSelect)
    authority = LineField(
        label=_("Vilken myndighet"), required=False, max_length=120, help_text=_("Om det var en annan myndighet.")
    )
    on = CivilDateField(label=_("Vilken dag"))
    how = forms.ChoiceField(label=_("Hur"), choices=Told.How.choices, widget=forms.RadioSelect)
    reference = LineField(
        label=_("Diarienummer"),
        required=False,
        max_length=60,
        help_text=_("Bara numret."),
    )
    for_them = TextField(
        label=_("Vad de får läsa"),
        required=False,
        says_optional=False,
        help_text=_(
            "En part eller en grupp i partnerskapet ser den här texten, händelsens slag, dag och nummer, och om det "
            "var allvarligt. Ingenting annat. En myndighet läser inget här: då lämnar ni fältet tomt."
        ),
    )

    def __init__(
        self, *args: Any, receivers: Sequence[tuple[str, str]], today: date, concern: bool, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["whom"].choices = [*receivers, (OTHER, gettext("En annan myndighet"))]  # type: ignore[attr-defined]
        self.fields["on"].initial = today
        if concern:
            del self.fields["for_them"]
            self.fields["how"].choices = [each for each in Told.How.choices if each[0] != Told.How.HERE]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if typed.get("whom") == OTHER and not typed.get("authority"):
            raise ValidationError({"authority": gettext("Skriv vilken myndighet som har fått veta.")})
        return typed

    def telling(self) -> Telling:
        said = self.cleaned_data
        whom = said["authority"] if said["whom"] == OTHER else said["whom"]
        return Telling(whom, said["on"], said["how"], said["reference"], said.get("for_them", ""))


class MeasuresForm(forms.Form):
    measures = TextField(label=_("Vad ni har gjort och ska göra"), help_text=_UNNAMED)


class CloseForm(forms.Form):
    """A concern for a child has nothing to write: pass `concern`."""

    closed_with = TextField(label=_("Hur det slutade"), help_text=_UNNAMED, rows=4)

    def __init__(self, *args: Any, concern: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if concern:
            del self.fields["closed_with"]


class NothingForm(forms.Form):
    """Only asks: are you sure."""
