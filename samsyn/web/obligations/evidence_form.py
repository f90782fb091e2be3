"""The form with which a party shows that an obligation was met."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.web.documents.forms import PaperField
from samsyn.web.documents.intake import Paper
from samsyn.web.documents.models import Document
from samsyn.web.meetings.models import Meeting
from samsyn.web.obligations.fitting import BY_DOCUMENT, check_not_ahead, fitting
from samsyn.web.obligations.models import Evidence, Obligation
from samsyn.web.ui.fields import CivilDateField, LineField

_MEETING, _NOTE = Evidence.Kind.MEETING, Evidence.Kind.NOTE


class EvidenceForm(forms.Form):
    """A paper that is there already, or a new file that becomes one. Either is handed over only by an own tick."""

    kind = forms.ChoiceField(label=_("Vad visar det?"), widget=forms.RadioSelect)
    done_on = CivilDateField(label=_("Vilken dag gjordes det?"))
    document = forms.ChoiceField(label=_("Handling som redan finns"), required=False)
    file = PaperField(label=_("Fil"), required=False)
    title = LineField(label=_("Den nya filens titel"), required=False, max_length=200)
    public_title = LineField(
        label=_("Titel som vem som helst får se"),
        required=False,
        max_length=200,
        help_text=_("Skriv inga namn på enskilda och inget hemligt."),
    )
    hand_over = forms.BooleanField(
        label=_("Lämna över handlingen till de andra parterna nu"),
        required=False,
        help_text=_(
            "Behövs för ett utkast och en ny fil. Då ser alla parter den, ingen kan ändra den, och hos en myndighet "
            "kan den bli en allmän handling."
        ),
    )
    meeting = forms.ChoiceField(label=_("Möte med godkänt protokoll"), required=False)
    says = forms.CharField(
        label=_("Vad gjordes?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Skriv inget om enskilda personer: alla parter läser det."),
    )

    def __init__(
        self,
        *args: Any,
        obligation: Obligation,
        papers: Sequence[Document],
        meetings: Sequence[Meeting],
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.papers, self.meetings = today, {str(each.pk): each for each in papers}, meetings
        kinds = fitting(obligation)
        self._choices("kind", [(each.value, each.label.capitalize()) for each in kinds])
        self._choices("document", [("", gettext("Ingen")), *((key, _paper(each)) for key, each in self.papers.items())])
        self._choices("meeting", [("", gettext("Inget")), *((str(each.pk), _meeting(each)) for each in meetings)])
        self.fields["kind"].initial = kinds[0].value
        self.fields["done_on"].initial = today
        if _MEETING not in kinds:
            del self.fields["meeting"]

    def _choices(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    @property
    def lost_file(self) -> bool:
        return self.is_bound and bool(self.errors) and "file" in self.files and "file" not in self.errors

    @property
    def opened(self) -> bool:
        """The part for a new file stands open when there is nothing to choose, or something in it was sent."""
        sent = self.is_bound and any(self.data.get(name) for name in ("title", "public_title"))
        return not self.papers or "file" in self.files or sent

    def clean_done_on(self) -> date:
        done_on: date = self.cleaned_data["done_on"]
        check_not_ahead(done_on, self.today)
        return done_on

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        kind, paper, document = typed.get("kind"), self.chosen_file(), self.chosen_document()
        if kind in BY_DOCUMENT and not (paper or document) and "file" not in self.errors:
            self.add_error("document", gettext("Välj en handling som finns, eller en ny fil."))
        if paper and document:
            self.add_error("file", gettext("Välj antingen en handling som finns eller en ny fil, inte båda."))
        if paper:
            self._name_it()
        if (paper or (document and document.is_draft)) and not typed.get("hand_over"):
            said = gettext("Kryssa i rutan: underlag ska alla parter kunna se.")
            self.add_error("hand_over", said)
        if kind == _NOTE and not typed.get("says", "").strip():
            self.add_error("says", gettext("Skriv i anteckningen vad som gjordes."))
        if kind == _MEETING and not typed.get("meeting"):
            self.add_error("meeting", gettext("Välj det möte där det gjordes."))
        return typed

    def _name_it(self) -> None:
        for name in ("title", "public_title"):
            if not self.cleaned_data.get(name) and name not in self.errors:
                self.add_error(name, ValidationError(gettext("Ge den nya filen en titel."), "required"))

    def chosen_file(self) -> Paper | None:
        found: Paper | None = self.cleaned_data.get("file")
        return found

    def chosen_document(self) -> Document | None:
        return self.papers.get(self.cleaned_data.get("document", ""))

    def chosen_meeting(self) -> Meeting | None:
        wanted = self.cleaned_data.get("meeting", "") if self.cleaned_data.get("kind") == _MEETING else ""
        return next((each for each in self.meetings if str(each.pk) == wanted), None)


class SayForm(forms.Form):
    """One text that all parties read."""

    says = forms.CharField(max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args: Any, label: str, help_text: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["says"].label = label
        self.fields["says"].help_text = help_text or gettext("Skriv inget om enskilda personer: alla parter läser det.")


def _paper(document: Document) -> str:
    if document.is_draft:
        return gettext("Utkast: %(title)s") % {"title": document.title}
    return f"{document.number} {document.title}"


def _meeting(meeting: Meeting) -> str:
    return f"{meeting.body_name} {meeting.number}, {meeting.held_on}"
