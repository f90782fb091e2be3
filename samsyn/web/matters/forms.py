"""What is written in a matter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samsyn.rules.matters import Footing, Kind
from samsyn.web.documents.models import Document
from samsyn.web.meetings.models import Meeting
from samsyn.web.ui.fields import AmountField, CivilDateField, LineField

LONGEST = 20_000
"""Characters in one entry; more than that is a document."""


class WrittenField(forms.CharField):
    """Paragraphs of text. Line ends are kept as one sign, however the browser sends them."""

    widget = forms.Textarea(attrs={"rows": 6})

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=LONGEST, **options)

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n").replace("\r", "\n")


class _PaperChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Document) -> str:
        return f"{obj.number}. {obj.title}"


class _MeetingChoice(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Meeting) -> str:
        return f"{obj.body_name} {obj.number}, {obj.held_on or obj.starts_at.date()}"


class OpenForm(forms.Form):
    """A matter of one kind. Which fields there are follows from the kind and from what the agreement says."""

    term = forms.ChoiceField(label=_("Vilken punkt gäller det"), required=False)
    title = LineField(label=_("Vad gäller det, i få ord"), max_length=200)
    says = WrittenField(label=_("Vad har hänt, eller vad vill ni göra"))
    happens_on = CivilDateField(
        label=_("När är det tänkt att ske"),
        help_text=_("Den dagen och de dagar som följer räknas det som gjort. Skriv den första dagen."),
    )
    amount = AmountField(label=_("Belopp, om det rör pengar"), required=False, may_be_negative=True)
    document = _PaperChoice(
        label=_("Handling som visar det"),
        queryset=Document.objects.none(),
        required=False,
        empty_label=_("Ingen"),
        help_text=_("Bland de handlingar som är överlämnade i partnerskapet."),
    )

    def __init__(
        self, *args: Any, kind: Kind, footings: Sequence[Footing], papers: QuerySet[Document], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].queryset = papers  # type: ignore[attr-defined]
        self._choose_between(footings, kind)
        if kind is not Kind.DEVIATION:
            del self.fields["happens_on"]
        if kind not in (Kind.DEVIATION, Kind.ECONOMIC_CHANGE):
            del self.fields["amount"]
        if not papers.exists():
            del self.fields["document"]

    def _choose_between(self, footings: Sequence[Footing], kind: Kind) -> None:
        """Asked only where the agreement has more than one clause that it can rest on."""
        if len(footings) < 2:
            del self.fields["term"]
            return
        choices = [(each.term, f"{each.clause}: {each.says}") for each in footings]
        self.fields["term"].choices = choices  # type: ignore[attr-defined]
        self.fields["term"].required = True


class WordsForm(forms.Form):
    """One text: why not, how it is settled, where it goes, why it is taken back."""

    says = WrittenField(label=_("Vad ni vill säga"))

    def __init__(self, *args: Any, label: str, help_text: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["says"].label = label
        self.fields["says"].help_text = help_text


class DialogueForm(forms.Form):
    on = CivilDateField(label=_("När talade ni med varandra"))
    says = WrittenField(label=_("Vad ni sade och vad ni kom fram till"))
    meeting = _MeetingChoice(
        label=_("Möte där ni talade om det"),
        queryset=Meeting.objects.none(),
        required=False,
        empty_label=_("Inget av mötena här"),
    )
    document = _PaperChoice(
        label=_("Handling som visar det"),
        queryset=Document.objects.none(),
        required=False,
        empty_label=_("Ingen"),
    )

    def __init__(
        self, *args: Any, today: date, papers: QuerySet[Document], meetings: QuerySet[Meeting], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = today
        for name, choices in (("meeting", meetings), ("document", papers)):
            self.fields[name].queryset = choices  # type: ignore[attr-defined]
            if not choices.exists():
                del self.fields[name]
