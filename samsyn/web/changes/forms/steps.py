"""Forms of the steps that a party takes: the day, who, what the clause demands to be said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.web.changes.forms.values import WordsField
from samsyn.web.changes.models import Step
from samsyn.web.documents.forms import PaperField
from samsyn.web.documents.models import Document
from samsyn.web.ui.fields import CivilDateField, LineField

LIMIT = "limit_"


class StepForm(forms.Form):
    """`limits` are what the one who decides certifies, one box for each. `values()` is what `take_step` takes."""

    on = CivilDateField(label=_("Dag"))
    function = LineField(label=_("Vem, i vilken funktion"), max_length=200, required=False)

    def __init__(
        self, *args: Any, today: date, function: str = "", limits: Sequence[str] = (), lead: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.limits = today, tuple(limits)
        self.fields["on"].initial = today
        self.fields["function"].initial = function
        for number, limit in enumerate(self.limits):
            error = {"required": gettext("Den som beslutar behöver intyga det här.")}
            self.fields[f"{LIMIT}{number}"] = forms.BooleanField(label=_certified(limit, lead), error_messages=error)

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise ValidationError(_("Dagen har inte kommit än. Skriv den dag då det gjordes."))
        return on

    def values(self) -> dict[str, Any]:
        told = {key: value for key, value in self.cleaned_data.items() if not key.startswith(LIMIT)}
        return {**told, "within_limits": bool(self.limits)} if self.limits else told


class ApprovalForm(StepForm):
    reference = LineField(
        label=_("Beslut eller delegation"), max_length=200, required=False, help_text=_("Diarienummer eller paragraf.")
    )


class BoardForm(StepForm):
    reference = LineField(label=_("Paragraf eller diarienummer"), max_length=200)
    document = forms.ModelChoiceField(
        label=_("Protokollet"), queryset=Document.objects.none(), required=False, empty_label=_("Ligger inte i Samsyn"),
        help_text=_("En handling som redan är lämnad."),
    )  # fmt: skip

    def __init__(self, *args: Any, papers: QuerySet[Document], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = gettext("Dag för beslutet")
        self.fields["document"].queryset = papers  # type: ignore[attr-defined]


class LegalForceForm(StepForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = gettext("Dag då beslutet vann laga kraft")
        self.fields["on"].help_text = gettext("Den dag då beslutet inte längre kunde överklagas.")


class WordsForm(StepForm):
    """A step that is made of words."""

    says = WordsField(label=_("Vad"), max_length=4000)
    field_order: Sequence[str] = ("says", "on", "function")

    def __init__(self, *args: Any, label: str, must: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["says"].label = label
        self.fields["says"].required = must


class DemandForm(WordsForm):
    """Words of today, or a letter of an earlier day that the others can read."""

    document = forms.ModelChoiceField(
        label=_("Handling"), queryset=Document.objects.none(), required=False, empty_label=_("Kravet lämnas här i dag"),
        help_text=_("Lämnades kravet en tidigare dag? Välj den överlämnade handling där det står."),
    )  # fmt: skip
    field_order = ("says", "on", "document", "function")

    def __init__(self, *args: Any, papers: QuerySet[Document], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].queryset = papers  # type: ignore[attr-defined]


class SignatureForm(StepForm):
    """Signed outside Samsyn: the paper, who signed, where and when. A new file, or a paper already handed over."""

    file = PaperField(label=_("Den undertecknade filen"), required=False)
    document = forms.ModelChoiceField(
        label=_("Eller en handling som redan är lämnad"), queryset=Document.objects.none(), required=False,
        empty_label=_("Ingen, jag väljer en fil"),
    )  # fmt: skip
    names = LineField(label=_("Namnen under texten"), max_length=300, help_text=_("Så som de står på papperet."))
    where = LineField(label=_("Ort"), max_length=120)
    field_order = ("file", "document", "names", "function", "where", "on")

    def __init__(self, *args: Any, papers: QuerySet[Document], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = gettext("Dag då det undertecknades")
        self.fields["document"].queryset = papers  # type: ignore[attr-defined]
        if not papers.exists():
            del self.fields["document"]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        file, document = typed.get("file"), typed.get("document")
        if file is None and document is None and "file" not in self.errors:
            self.add_error("file", _("Välj den undertecknade filen, eller en handling som redan är lämnad."))
        elif file is not None and document is not None:
            self.add_error("document", _("Välj en av dem: filen eller handlingen."))
        return typed

    @property
    def lost_file(self) -> bool:
        """Browsers do not send a chosen file back: it must be chosen again."""
        return self.is_bound and bool(self.errors) and "file" in self.files and "file" not in self.errors


class WithdrawForm(forms.Form):
    because = WordsField(label=_("Varför ni tar tillbaka förslaget"), max_length=4000)


class ProposeForm(forms.Form):
    """Only for what one party does alone: who does it, and what the mandate demands to be certified."""

    function = LineField(label=_("Vem, i vilken funktion"), max_length=200, required=False)

    def __init__(self, *args: Any, function: str, limits: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.limits = tuple(limits)
        self.fields["function"].initial = function
        for number, limit in enumerate(self.limits):
            error = {"required": gettext("Den som beslutar behöver intyga det här.")}
            self.fields[f"{LIMIT}{number}"] = forms.BooleanField(label=_certified(limit, ""), error_messages=error)


def form_for(kind: str, data: Any, files: Any, papers: QuerySet[Document], about: dict[str, Any]) -> StepForm:
    """The form of a kind of step. `about`: today, function, limits, lead."""
    if kind == Step.Kind.SIGNATURE:
        return SignatureForm(data, files, papers=papers, **about)
    if kind == Step.Kind.BOARD_DECISION:
        return BoardForm(data, papers=papers, **about)
    if kind == Step.Kind.APPROVAL:
        return ApprovalForm(data, **about)
    if kind == Step.Kind.LEGAL_FORCE:
        return LegalForceForm(data, **about)
    if kind == Step.Kind.DEMAND:
        return DemandForm(data, papers=papers, label=gettext("Vad som ska rättas, och till när"), **about)
    if kind in _WORDS:
        label, must = _WORDS[kind]
        return WordsForm(data, label=str(label), must=must, **about)
    return StepForm(data, **about)


_WORDS: Mapping[str, tuple[Promise, bool]] = {
    Step.Kind.REFUSAL: (_("Varför ni avböjer"), True),
    Step.Kind.CORRECTED: (_("Vad ni har rättat"), True),
    Step.Kind.DIALOGUE: (_("Vad ni kom fram till"), True),
}


def _certified(limit: str, lead: str) -> str:
    words = lead or gettext("Det ryms inom mandatet")
    return f"{words}: {limit.rstrip('.')}."
