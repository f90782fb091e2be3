"""What a reader can ask of an agreement. All by GET: an answer has an address."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samsyn.rules.terms import Agreement
from samsyn.web.agreements.models import AgreementVersion
from samsyn.web.ui.fields import CivilDateField


class OnForm(forms.Form):
    """As the agreement held on a day."""

    on = CivilDateField(label=_("Som den gällde den"), required=False)


class NoticeForm(forms.Form):
    """If notice is given on a day."""

    notice_on = CivilDateField(label=_("Dag för uppsägning"))
    notice_by = forms.ChoiceField(label=_("Vem säger upp"), required=False)

    def __init__(self, *args: Any, agreement: Agreement, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parties = [(key, party.name) for key, party in agreement.party.items()]
        self.fields["notice_by"].choices = [("", _("vem som helst av parterna")), *parties]  # type: ignore[attr-defined]


class ExtensionForm(forms.Form):
    """If the parties agree on an extension on a day."""

    agreed_on = CivilDateField(label=_("Dag då parterna är överens"))

    def __init__(self, *args: Any, form: str, **kwargs: Any) -> None:
        """`form` is how it is extended; what happens on the day depends on it."""
        super().__init__(*args, **kwargs)
        if form == "tacit":
            self.fields["agreed_on"].label = _("Dag för uppsägning")
        elif form == "written_notice":
            self.fields["agreed_on"].label = _("Dag för meddelandet")


class ReadingForm(forms.Form):
    """If another reading of the text is right."""

    reading = forms.ChoiceField(label=_("Fråga till texten"))

    def __init__(self, *args: Any, agreement: Agreement, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        questions = [(each.id, f"{term.clause}: {each.question}") for _, term, each in agreement.assumptions()]
        self.fields["reading"].choices = questions  # type: ignore[attr-defined]


class DaysForm(forms.Form):
    """Two days to compare."""

    old_day = CivilDateField(label=_("Från den"))
    new_day = CivilDateField(label=_("Till den"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        old, new = cleaned.get("old_day"), cleaned.get("new_day")
        if isinstance(old, date) and isinstance(new, date) and new < old:
            raise ValidationError({"new_day": _("Den andra dagen ligger före den första. Byt plats på dem.")})
        return cleaned


class VersionsForm(forms.Form):
    """Two registered versions to compare."""

    old_version = forms.TypedChoiceField(label=_("Från version"), coerce=int)
    new_version = forms.TypedChoiceField(label=_("Till version"), coerce=int)

    def __init__(self, *args: Any, versions: list[AgreementVersion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        numbers = [(each.number, f"{each.number} ({each.known_from})") for each in versions]
        for name in ("old_version", "new_version"):
            self.fields[name].choices = numbers  # type: ignore[attr-defined]
