"""Laying in a paper, looking for one, and handing one over. `DocumentForm` may be used wherever a paper is needed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.exchange.papers import KINDS
from samsyn.web.documents.intake import ENDINGS, Paper, taken_in, too_large
from samsyn.web.documents.models import Document
from samsyn.web.documents.presenters.register import LEFT_OUT, Asked
from samsyn.web.documents.uploads import TooLargeFile, largest
from samsyn.web.ui.fields import CivilDateField, LineField

_ACCEPTED = ",".join(ending for kind in KINDS for ending in kind.endings)


class PaperField(forms.Field):
    """A file that Samsyn takes. Gives a `Paper`; what is wrong with the file stands at the field."""

    widget = forms.FileInput(attrs={"accept": _ACCEPTED})
    default_error_messages = {"required": _("Välj en fil.")}

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"label": _("Fil"), "help_text": _Takes(), **options})

    def to_python(self, value: UploadedFile[Any] | None) -> Paper | None:
        if value is None:
            return None
        if isinstance(value, TooLargeFile):
            raise ValidationError(too_large(value.name or ""), "too_large")
        return taken_in(value.name or "", value.read())

    def has_changed(self, initial: object, data: object) -> bool:
        return data is not None


class _Takes:
    """Said when it is shown, since the limit is a setting."""

    def __str__(self) -> str:
        said = gettext("%(endings)s. Högst %(most)s MB.")
        return said % {"endings": ENDINGS, "most": largest() // 1_000_000}


class DocumentForm(forms.Form):
    """What the register needs of a paper. `arguments()` is what `actions.add_document` takes."""

    file = PaperField()
    title = LineField(label=_("Titel"), max_length=200, help_text=_("Så som parterna ska hitta den."))
    public_title = LineField(
        label=_("Titel som vem som helst får se"),
        max_length=200,
        help_text=_("Står i det register som allmänheten kan få ut. Skriv inga namn på enskilda och inget hemligt."),
    )
    direction = forms.ChoiceField(
        label=_("Hur kom den till?"),
        choices=[(Document.Direction.DRAWN_UP, _("Vi har upprättat den")), (Document.Direction.IN, _("Den kom in"))],
        widget=forms.RadioSelect,
        initial=Document.Direction.DRAWN_UP,
    )
    dated = CivilDateField(label=_("Vilken dag upprättades den eller kom den in?"))
    correspondent = LineField(
        label=_("Avsändare eller mottagare"),
        required=False,
        max_length=200,
        help_text=_("Om den kom från någon eller har skickats till någon."),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["dated"].initial = today

    def clean_dated(self) -> date:
        dated: date = self.cleaned_data["dated"]
        if dated > self.today:
            raise ValidationError(
                gettext("%(day)s har inte varit än. Skriv i dag eller en tidigare dag.") % {"day": dated}
            )
        return dated

    @property
    def lost_file(self) -> bool:
        """A file that was right must be chosen again when something else was wrong: browsers do not send it back."""
        return self.is_bound and bool(self.errors) and "file" in self.files and "file" not in self.errors

    def arguments(self) -> dict[str, Any]:
        paper: Paper = self.cleaned_data["file"]
        said = {name: self.cleaned_data[name] for name in ("title", "public_title", "direction", "dated")}
        return {
            "file_name": paper.name,
            "data": paper.data,
            "correspondent": self.cleaned_data["correspondent"],
            **said,
        }


class HandOverForm(forms.Form):
    """Which of those that take part without being parties may see it too. Nobody unless chosen."""

    also_for = forms.MultipleChoiceField(
        label=_("Visa den också för"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, participants: Mapping[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["also_for"].choices = [(str(key), name) for key, name in participants.items()]  # type: ignore[attr-defined]
        if not participants:
            del self.fields["also_for"]

    def chosen(self) -> list[UUID]:
        return [UUID(each) for each in self.cleaned_data.get("also_for", [])]


class SearchForm(forms.Form):
    """Nonsense in the address is read as no wish."""

    q = forms.CharField(label=_("Titel eller nummer"), required=False, max_length=100)
    whose = forms.ChoiceField(label=_("Vems"), required=False)

    def __init__(self, data: Mapping[str, Any], *, owners: Iterable[tuple[UUID, str]]) -> None:
        choices = [("", gettext("Allas")), *((str(key), name) for key, name in owners)]
        super().__init__({"q": data.get("q", ""), "whose": _known(choices, data.get("whose"))})
        self.fields["whose"].choices = choices  # type: ignore[attr-defined]

    def wanted(self) -> tuple[str, str]:
        """Text and organisation id, each empty where nothing is chosen."""
        typed = self.cleaned_data if self.is_valid() else {}
        return typed.get("q", ""), typed.get("whose", "")


class RegisterForm(forms.Form):
    """What of the record is wanted. Nonsense in the address is read as no wish."""

    q = forms.CharField(label=_("Titel eller nummer"), required=False, max_length=100)
    first = CivilDateField(label=_("Från och med"), required=False)
    last = CivilDateField(label=_("Till och med"), required=False)
    own = forms.ChoiceField(
        label=_("För"), required=False, choices=[("", _("Allmänheten")), ("1", _("Oss, också med våra titlar"))]
    )
    without = forms.MultipleChoiceField(
        label=_("Utelämna för allmänheten"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("correspondent", _("Avsändare och mottagare")), ("title", _("Titel"))],
    )

    def __init__(self, data: QueryDict) -> None:
        own = _known([("1", "")], data.get("own"))
        without = [each for each in data.getlist("without") if each in LEFT_OUT]
        typed = {name: _readable(self, name, data.get(name, "")) for name in ("q", "first", "last")}
        super().__init__({**typed, "own": own, "without": without})

    def asked(self) -> Asked:
        typed = self.cleaned_data if self.is_valid() else {}
        return Asked(
            typed.get("q", ""), typed.get("first"), typed.get("last"), typed.get("own") == "1",
            frozenset(typed.get("without", ())),
        )  # fmt: skip


def _readable(form: forms.Form, name: str, typed: str) -> str:
    """What was typed, or nothing where it cannot be read."""
    try:
        form.base_fields[name].clean(typed)
    except ValidationError:
        return ""
    return typed


def _known(choices: Iterable[tuple[str, str]], value: object) -> str:
    return next((key for key, _words in choices if key == value), "")
