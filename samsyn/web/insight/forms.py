"""What is asked, what is answered, and who stands on the staff list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from samsyn.rules.secrecy import Ground
from samsyn.web.documents.models import Document
from samsyn.web.insight.actions import Asking, Saying
from samsyn.web.insight.models import Answer
from samsyn.web.insight.presenters.staff import Choice
from samsyn.web.insight.presenters.words import ground_words
from samsyn.web.roster.models import Worker
from samsyn.web.ui.fields import CivilDateField, LineField

LONGEST = 4000
_NOBODY = _("Skriv inga namn på personer.")


def _words(**options: Any) -> forms.CharField:
    rows = options.pop("rows", 4)
    return forms.CharField(max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **options)


_OUTCOMES = [
    (Answer.Outcome.ALL, _("allt som begärs")),
    (Answer.Outcome.MORE, _("en del, och mer kommer")),
    (Answer.Outcome.PART, _("en del, och resten lämnar ni inte ut")),
    (Answer.Outcome.NOTHING, _("ingenting")),
]


class AskForm(forms.Form):
    """`subjects` are those that the clause lists; `owing` id → name of those who may be asked, where several owe it."""

    made = forms.UUIDField(widget=forms.HiddenInput)
    about = forms.MultipleChoiceField(label=_("Vad gäller det"), required=False, widget=forms.CheckboxSelectMultiple)
    asks = _words(label=_("Vad ni vill få"), help_text=_("Vilka uppgifter eller handlingar, och för vilken tid."))
    wanted_by = CivilDateField(label=_("Önskat svar senast"), required=False)
    whom = forms.ChoiceField(label=_("Vem ska svara"), widget=forms.RadioSelect)

    def __init__(
        self, *args: Any, subjects: Sequence[str], owing: Mapping[UUID, str], binding: date | None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.subjects = tuple(subjects)
        self.fields["made"].initial = uuid4
        self.fields["about"].choices = [(str(n), each) for n, each in enumerate(subjects)]  # type: ignore[attr-defined]
        self.fields["whom"].choices = [(str(key), name) for key, name in owing.items()]  # type: ignore[attr-defined]
        self.fields["wanted_by"].help_text = (
            _now("Överenskommelsen ger tid till %(day)s. Ni kan önska en tidigare dag.") % {"day": binding}
            if binding
            else _now("Överenskommelsen säger ingen tid. Dagen är en önskan.")
        )
        if not subjects:
            del self.fields["about"]
        if len(owing) < 2:
            del self.fields["whom"]

    def said(self) -> Asking:
        typed = self.cleaned_data
        return Asking(
            asks=typed["asks"],
            about=tuple(self.subjects[int(each)] for each in typed.get("about", [])),
            wanted_by=typed["wanted_by"],
            whom=UUID(typed["whom"]) if typed.get("whom") else None,
        )


class WithdrawForm(forms.Form):
    because = _words(label=_("Varför"), help_text=_("Den andra parten läser det."))


class DoorForm(forms.Form):
    """What is said at the door, whatever is handed over."""

    made = forms.UUIDField(widget=forms.HiddenInput)
    tried_as = LineField(
        label=_("Er funktion"),
        max_length=120,
        help_text=_("Du svarar för att det får lämnas ut. Till exempel «direktor»."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["made"].initial = uuid4


class AnswerForm(DoorForm):
    """`papers` are the party's own, drafts among them; `grounds` what it may hold something back for."""

    papers = forms.MultipleChoiceField(
        label=_("Handlingar ni lämnar"), required=False, widget=forms.CheckboxSelectMultiple
    )
    figures = forms.MultipleChoiceField(
        label=_("Frisläppta siffror"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("De skrivs i svaret så som vem som helst får se dem."),
    )
    says = _words(label=_("Uppgifter med egna ord"), required=False, help_text=_NOBODY)
    outcome = forms.ChoiceField(label=_("Med det lämnar ni"), choices=_OUTCOMES, widget=forms.RadioSelect)
    grounds = forms.MultipleChoiceField(
        label=_("Grund, om något inte lämnas ut"), required=False, widget=forms.CheckboxSelectMultiple
    )
    because = _words(
        label=_("Varför det inte lämnas ut"),
        required=False,
        rows=3,
        help_text=_("Säg vad det är och varför, utan att röja det."),
    )
    tells = forms.ChoiceField(
        label=_("Säger något av det ni lämnar något om en enskild?"),
        choices=[("no", _("Nej, inget om någon som sökt hjälp eller deltagit")), ("yes", _("Ja"))],
        widget=forms.RadioSelect,
        help_text=_("Läs igenom först. Också den som inte nämns vid namn kan gå att känna igen."),
    )

    field_order = ("made", "papers", "figures", "says", "outcome", "grounds", "because", "tells", "tried_as")

    def __init__(
        self,
        *args: Any,
        papers: Sequence[Document],
        figures: Mapping[UUID, str],
        grounds: Sequence[Ground],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.known = {str(each.pk): each for each in papers}
        choices = [(key, _paper(each)) for key, each in self.known.items()]
        self.fields["papers"].choices = choices  # type: ignore[attr-defined]
        self.fields["grounds"].choices = [(each.key, ground_words(each)) for each in grounds]  # type: ignore[attr-defined]
        self.fields["figures"].choices = [(str(key), name) for key, name in figures.items()]  # type: ignore[attr-defined]
        for name, found in (("papers", papers), ("figures", figures)):
            if not found:
                del self.fields[name]

    def said(self) -> Saying:
        typed = self.cleaned_data
        return Saying(
            outcome=typed["outcome"],
            tried_as=typed["tried_as"],
            says=typed["says"],
            papers=[self.known[each] for each in typed.get("papers", [])],
            figures=[UUID(each) for each in typed.get("figures", [])],
            tells_of_anyone=typed["tells"] == "yes",
            grounds=tuple(typed["grounds"]),
            because=typed["because"],
        )


class StaffForm(DoorForm):
    """For each who works: on the list or not, by name or not, and what she works with."""

    outcome = forms.ChoiceField(
        label=_("Är det allt som begärdes?"),
        choices=[(Answer.Outcome.ALL, _("Ja, det är allt")), (Answer.Outcome.MORE, _("Nej, mer kommer"))],
        widget=forms.RadioSelect,
    )
    field_order = ("made", "outcome", "tried_as")

    def __init__(self, *args: Any, workers: Sequence[Worker], suggested: Mapping[UUID, str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.workers = tuple(workers)
        for each in self.workers:
            self.fields[f"listed_{each.pk}"] = forms.BooleanField(
                label=_("Med på listan"), required=False, initial=True
            )
            self.fields[f"named_{each.pk}"] = forms.BooleanField(label=_("Med namn"), required=False)
            self.fields[f"with_{each.pk}"] = LineField(
                label=_("Arbetar med"), required=False, max_length=200, initial=suggested.get(each.pk, "")[:200]
            )

    def rows(self) -> list[dict[str, Any]]:
        """A worker and the three fields about her."""
        return [
            {"worker": each, **{name: self[f"{name}_{each.pk}"] for name in ("listed", "named", "with")}}
            for each in self.workers
        ]

    def rest(self) -> list[forms.BoundField]:
        return [self["outcome"], self["tried_as"]]

    def choices(self) -> dict[UUID, Choice]:
        typed = self.cleaned_data
        return {
            each.pk: Choice(typed[f"listed_{each.pk}"], typed[f"named_{each.pk}"], typed[f"with_{each.pk}"])
            for each in self.workers
        }


class HandOverForm(StaffForm):
    """`seal` is the sum of the list that was read."""

    seal = forms.RegexField(r"^[0-9a-f]{64}$", widget=forms.HiddenInput)


def _paper(document: Document) -> str:
    if document.is_draft:
        return _now("%(title)s (utkast, lämnas över med svaret)") % {"title": document.title}
    return _now("%(n)s. %(title)s") % {"n": document.number, "title": document.title}
