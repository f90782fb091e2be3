"""What both write during a placement: steps, self-assessments, extensions, the closing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.web.placements.models import Closing, StepDone
from samsyn.web.placements.scale import LEAST, MOST, STATEMENTS
from samsyn.web.ui.fields import CivilDateField

SKIPPED = "skipped"
"""The answer of one who does not want to answer."""


class StepForm(forms.Form):
    """`functions`: where each has a talk of its own."""

    done_on = CivilDateField(label=_("Dag då det blev gjort"))
    function = forms.ChoiceField(label=_("Vem som hade samtalet"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, functions: Sequence[str], today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["done_on"].initial = today
        self.fields["function"].choices = [(each, each) for each in functions]  # type: ignore[attr-defined]
        if not functions:
            del self.fields["function"]


class TakeBackForm(forms.Form):
    because = forms.ChoiceField(
        label=_("Varför"),
        choices=StepDone.TakenBack.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj ett skäl.")},
    )


class AssessmentForm(forms.Form):
    """Five statements, each answered 1–5 or skipped. `values` is what the act takes."""

    def __init__(
        self,
        *args: Any,
        today: date | None,
        statements: Iterable[Any] = STATEMENTS,
        skip: Any = "",
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        numbers = [(str(n), str(n)) for n in range(LEAST, MOST + 1)]
        for n, statement in enumerate(statements, 1):
            self.fields[f"statement_{n}"] = forms.ChoiceField(
                label=statement,
                choices=[*numbers, (SKIPPED, skip or _("hoppar över"))],
                required=False,
                widget=forms.RadioSelect,
            )
        if today is not None:
            self.fields["done_on"] = CivilDateField(label=_("Dag för skattningen"), initial=today)

    @property
    def values(self) -> list[int | None]:
        typed = (self.cleaned_data.get(f"statement_{n}", "") for n in range(1, len(STATEMENTS) + 1))
        return [int(each) if each not in ("", SKIPPED) else None for each in typed]


class ExtendForm(forms.Form):
    last = CivilDateField(label=_("Ny sista dag"))
    consulted_on = CivilDateField(
        label=_("Dag då ni frågade deltagaren"), help_text=_("Förlängningen beslutas i samråd med deltagaren.")
    )


class CloseForm(forms.Form):
    on = CivilDateField(label=_("Sista dag som deltagaren var med"))
    result = forms.ChoiceField(
        label=_("Hur det gick mot planeringen"),
        choices=Closing.Result.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj hur det gick mot planeringen.")},
    )
    outcome = forms.ChoiceField(
        label=_("Vad placeringen ledde till"),
        choices=Closing.Outcome.choices,
        widget=forms.RadioSelect,
        help_text=_("Vet ni det inte än väljer ni «vet inte», och skriver in det senare."),
        error_messages={"required": _("Välj vad placeringen ledde till. Vet ni inte, välj det.")},
    )


class OutcomeForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("Vad placeringen ledde till"),
        choices=Closing.Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Välj vad placeringen ledde till. Vet ni inte, välj det.")},
    )
