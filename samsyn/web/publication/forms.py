"""On which days the public page is open."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.web.ui.fields import CivilDateField


class DaysForm(forms.Form):
    first = CivilDateField(label=_("Från och med"))
    last = CivilDateField(
        label=_("Till och med"),
        required=False,
        help_text=_("Lämna tomt om sidan ska vara öppen tills någon av er stänger den."),
    )

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["first"].initial = today
