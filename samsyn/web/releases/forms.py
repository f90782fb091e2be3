"""Which of a period's figures are let go of, and why if they are corrected."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class LettingForm(forms.Form):
    """`seal`: what was looked at. Other numbers than those are not let go of. `measured`: ticked from the beginning."""

    figures = forms.MultipleChoiceField(
        label=_("Siffror att släppa"), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Välj minst en siffra.")},
    )  # fmt: skip
    because = forms.CharField(
        label=_("Vad som rättas och varför"), help_text=_("Skriv inga namn på personer. Alla parter läser det."),
        widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=2000,
    )  # fmt: skip
    seal = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(
        self,
        *args: Any,
        figures: Mapping[str, str],
        corrects: Collection[str],
        seal: str,
        measured: Collection[str] | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self._corrects, self._seal = frozenset(corrects), seal
        self.fields["figures"].choices = list(figures.items())  # type: ignore[attr-defined]
        self.fields["figures"].initial = [each for each in figures if measured is None or each in measured]
        self.fields["seal"].initial = seal
        if not corrects:
            del self.fields["because"]

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        typed.setdefault("because", "")
        if self._corrects & set(typed.get("figures", ())) and not typed["because"].strip():
            self.add_error("because", _("Skriv vad som rättas och varför."))
        if typed.get("seal") not in (None, self._seal):
            raise forms.ValidationError(_("Siffrorna har ändrats sedan du läste dem. Läs dem igen och släpp sedan."))
        return typed
