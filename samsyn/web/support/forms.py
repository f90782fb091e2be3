"""One screen of buttons. Nothing is typed, so nothing can be written about anyone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils import dates
from django.utils.translation import gettext, gettext_lazy

from samsyn.web.project.ids import new_timeless_id
from samsyn.web.support.actions import DAYS_BACK, Said
from samsyn.web.support.line import Line
from samsyn.web.support.models import MOST_CHILDREN, SupportContact
from samsyn.web.ui.formats import civil_date


class CountForm(forms.Form):
    """`contact` is the id that the contact will have; a new one for every page."""

    contact = forms.UUIDField(widget=forms.HiddenInput)
    channel = forms.ChoiceField(label=gettext_lazy("Hur"), widget=forms.RadioSelect)
    kind = forms.ChoiceField(label=gettext_lazy("Vad"), widget=forms.RadioSelect)
    first_or_returning = forms.ChoiceField(
        label=gettext_lazy("Har varit i kontakt förr"), widget=forms.RadioSelect, required=False
    )
    children = forms.TypedChoiceField(
        label=gettext_lazy("Barn som nämns"),
        widget=forms.RadioSelect,
        coerce=int,
        empty_value=0,  # type: ignore[arg-type]
        required=False,
    )
    concern = forms.ChoiceField(label=gettext_lazy("Oro för barn"), widget=forms.RadioSelect, required=False)
    day = forms.ChoiceField(label=gettext_lazy("Vilken dag"), widget=forms.RadioSelect)

    def __init__(self, line: Line, today: date, day: date | None = None, data: Any = None) -> None:
        first = next(iter(line.channels)) if len(line.channels) == 1 else None
        start = {
            "contact": new_timeless_id(), "channel": first, "first_or_returning": "", "children": 0, "concern": "",
            "day": (day or today).isoformat(),
        }  # fmt: skip
        super().__init__(data, initial=start)
        self._choose("channel", list(line.channels.items()), gettext("Välj hur kontakten togs."))
        self._choose("kind", list(line.kinds.items()), gettext("Välj vad det var."))
        before = SupportContact.Before
        self._choose(
            "first_or_returning",
            [
                ("", gettext("Inte frågat")),
                (before.FIRST, gettext("Nej, första gången")),
                (before.RETURNING, gettext("Ja")),
            ],
        )
        self._choose("children", [(n, str(n)) for n in range(MOST_CHILDREN + 1)])
        self._choose("concern", [("", gettext("Ingen")), *line.concerns.items()])
        self._choose("day", _days(today), gettext("Välj i dag eller en av de sju dagarna före."))
        for name, asked in (
            ("first_or_returning", line.asks_before),
            ("children", line.asks_children),
            ("concern", bool(line.concerns)),
        ):
            if not asked:
                del self.fields[name]

    def said(self) -> Said:
        """What was chosen. Only of a form that is valid."""
        chosen = {key: value for key, value in self.cleaned_data.items() if key not in ("contact", "day")}
        return Said(day=date.fromisoformat(self.cleaned_data["day"]), **chosen)

    @property
    def made(self) -> UUID:
        found: UUID = self.cleaned_data["contact"]
        return found

    def _choose(self, name: str, choices: list[tuple[Any, str]], missing: str = "") -> None:
        field = self.fields[name]
        field.choices = choices  # type: ignore[attr-defined]
        told = missing or gettext("Välj en av knapparna.")
        field.error_messages |= {"required": told, "invalid_choice": told}


def _days(today: date) -> list[tuple[Any, str]]:
    """Today, yesterday, and the weekdays before."""
    named = {0: gettext("I dag"), 1: gettext("I går")}
    days = [today - timedelta(days=back) for back in range(DAYS_BACK + 1)]
    return [(day.isoformat(), named.get(back, _weekday(day))) for back, day in enumerate(days)]


def _weekday(day: date) -> str:
    """Without the year: it is within a week."""
    return f"{dates.WEEKDAYS[day.weekday()]} {civil_date(day, 'short')}"
