"""What is written in a report, and what is said about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.rules.terms.followup import Section
from samsyn.web.meetings.models import Meeting


class WritingForm(forms.Form):
    """A field for each section in words, in their order. `edits` says which draft was read."""

    edits = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(
        self, *args: Any, sections: Sequence[Section], words: Mapping[str, str], edits: int, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.sections = tuple(sections)
        self.fields["edits"].initial = edits
        for number, section in enumerate(self.sections):
            self.fields[f"word_{number}"] = forms.CharField(
                label=section.title,
                help_text=section.prompt or "",
                initial=words.get(section.id, ""),
                widget=forms.Textarea(attrs={"rows": 6}),
                required=False,
                max_length=20_000,
            )
            # It may wait until it is signed, but not longer.
            self.fields[f"word_{number}"].says_optional = not section.required  # type: ignore[attr-defined]

    def words(self) -> dict[str, str]:
        return {section.id: self.cleaned_data[f"word_{number}"] for number, section in enumerate(self.sections)}


class SealForm(forms.Form):
    """What was read. `because`: what is corrected and why, where something was signed or submitted before."""

    seal = forms.RegexField(r"^[0-9a-f]{64}$", widget=forms.HiddenInput)
    because = forms.CharField(
        label=_("Vad som är rättat och varför"),
        help_text=_("Alla parter läser det."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )

    def __init__(self, *args: Any, corrects: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        if not corrects:
            del self.fields["because"]


class NoteForm(forms.Form):
    note = forms.CharField(
        label=_("Vad som behöver ändras"),
        help_text=_("Alla parter läser det."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=4000,
    )


class ThroughForm(forms.Form):
    """The meeting at which it was done, or how it was done otherwise."""

    meeting = forms.ModelChoiceField(
        label=_("Mötet där delarna gicks igenom"), queryset=Meeting.objects.none(), required=False,
        empty_label=_("inget möte"), help_text=_("Möten med protokoll som alla parter har godkänt."),
    )  # fmt: skip
    note = forms.CharField(
        label=_("Hur delarna gicks igenom"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Om det inte var vid ett möte här. Skriv inga namn på personer."),
    )  # fmt: skip

    def __init__(self, *args: Any, meetings: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["meeting"].queryset = meetings  # type: ignore[attr-defined]
        self.fields["meeting"].label_from_instance = lambda each: f"{each}, {each.held_on}"  # type: ignore[attr-defined]
