"""Taking up what people asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.web.meetings.models import Meeting
from samsyn.web.meetings.presenters.rows import name_of
from samsyn.web.project.clock import SWEDEN
from samsyn.web.ui.fields import LineField
from samsyn.web.ui.formats import civil_date


class RaiseForm(forms.Form):
    """`said()` is what the act takes besides the need itself."""

    meeting = forms.ChoiceField(label=_("Möte"), widget=forms.RadioSelect, error_messages={"required": _("Välj möte.")})
    title = LineField(label=_("Punkt på dagordningen"), max_length=300)
    background = forms.CharField(
        label=_("Bakgrund"),
        help_text=_("Alla parter läser det. Skriv ingenting som någon går att känna igen på."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, meetings: Sequence[Meeting], **options: Any) -> None:
        super().__init__(*args, **options)
        self._meetings = {str(each.pk): each for each in meetings}
        self.fields["meeting"].choices = [  # type: ignore[attr-defined]
            (key, f"{name_of(each)}, {civil_date(each.starts_at.astimezone(SWEDEN).date(), 'weekday')}")
            for key, each in self._meetings.items()
        ]
        if len(meetings) == 1:
            self.fields["meeting"].initial = str(meetings[0].pk)

    def said(self) -> tuple[Meeting, str, str]:
        given = self.cleaned_data
        return self._meetings[given["meeting"]], given["title"], given["background"]
