"""An activity that a decision adds, and its last day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samsyn.web.meetings.models import Decision
from samsyn.web.occasions.models.choices import Figure, Kind
from samsyn.web.ui.fields import CivilDateField, LineField


class EndForm(forms.Form):
    last = CivilDateField(label=_("Sista dagen"))


class AddForm(forms.Form):
    """`decisions`: those in approved minutes."""

    name = LineField(label=_("Vad aktiviteten heter"), max_length=120)
    kind = forms.ChoiceField(label=_("Vad det är"), choices=Kind.choices)
    counts = forms.ChoiceField(
        label=_("Vilket tal som räknas"),
        choices=Figure.choices,
        help_text=_("Talen läggs aldrig ihop med varandra."),
    )
    decision = forms.ChoiceField(label=_("Beslutet"), help_text=_("Ett beslut i ett godkänt protokoll."))
    because = LineField(
        label=_("Vad den svarar på"),
        help_text=_("Till exempel vad en behovsinventering visade. Inte vem som sa det."),
        max_length=300,
        required=False,
    )
    asks_sex = forms.BooleanField(label=_("Räkna efter kön"), required=False, initial=True)
    children = forms.BooleanField(
        label=_("De som arbetar möter barn"), required=False, help_text=_("Då gäller kraven för arbete med barn.")
    )

    def __init__(self, *args: Any, decisions: Iterable[Decision], **options: Any) -> None:
        super().__init__(*args, **options)
        self._decisions = {str(each.pk): each for each in decisions}
        found = [(key, f"{each.meeting} § {each.number}: {each.says[:80]}") for key, each in self._decisions.items()]
        self.fields["decision"].choices = found  # type: ignore[attr-defined]

    def chosen(self) -> Decision:
        return self._decisions[self.cleaned_data["decision"]]

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        kind, counts = typed.get("kind"), typed.get("counts")
        own_staff = kind in (Kind.SUPERVISION, Kind.TRAINING)
        if kind and counts and own_staff != (counts == Figure.STAFF):
            raise ValidationError({"counts": _("Handledning och utbildning räknas som personal, och bara de.")})
        return typed
