"""What is typed about those who work. No field asks what an extract says, and none keeps its date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samsyn.rules.terms.people import RegisterCheck, StaffRequirement
from samsyn.web.organisations.models import Person
from samsyn.web.roster.actions import Given
from samsyn.web.roster.models import Fulfilled, UndertakingText, Worker
from samsyn.web.ui.fields import CivilDateField, LineField, QuantityField

Choices = Sequence[tuple[str, str | Promise]]


class WorkerForm(forms.Form):
    """`posts`: the cost lines that finance posts. `accounts`: those who hold a role in the organisation."""

    known_as = LineField(label=_("Namn"), max_length=120)
    kind = forms.ChoiceField(label=_("Personen är"), choices=Worker.Kind.choices, widget=forms.RadioSelect)
    function = LineField(
        label=_("Funktion"), help_text=_("Till exempel «handledare» eller «läxhjälp»."), max_length=120
    )
    began_on = CivilDateField(
        label=_("Började hos er"),
        help_text=_("Dagen då personen anställdes eller blev volontär. Den avgör vilka krav som gäller."),
    )
    first = CivilDateField(label=_("Första dagen i partnerskapet"))
    last = CivilDateField(label=_("Sista dagen"), help_text=_("Lämna tomt tills vidare."), required=False)
    post = forms.ChoiceField(label=_("Tjänst som överenskommelsen bekostar"), required=False)
    share = QuantityField(label=_("Andel av en heltid"), help_text=_("Till exempel 0,75."), required=False)
    person = forms.ChoiceField(
        label=_("Konto i Samsyn"),
        help_text=_("Med ett konto ser personen sin egen sida. Den som saknar konto kan vara med ändå."),
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        posts: Choices,
        accounts: Iterable[Person],
        functions: Sequence[str] = (),
        known: Worker | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self._people = {str(each.pk): each for each in accounts}
        nobody: Choices = [("", _("inget konto"))]
        names = [(key, each.display_name) for key, each in self._people.items()]
        self.fields["person"].choices = [*nobody, *names]  # type: ignore[attr-defined]
        self.fields["post"].choices = [("", _("ingen av dem")), *posts]  # type: ignore[attr-defined]
        if functions:
            said = _("Överenskommelsen nämner: %(names)s.")
            self.fields["function"].help_text = str(said) % {"names": ", ".join(functions)}
        if not posts:
            del self.fields["post"]
        if known is not None:
            for name in ("kind", "first", "last"):
                del self.fields[name]
            if known.kind == Worker.Kind.VOLUNTEER:
                for name in {"post", "share"} & set(self.fields):
                    del self.fields[name]

    def given(self) -> Given:
        said = self.cleaned_data
        return Given(
            known_as=said["known_as"],
            function=said["function"],
            began_on=said["began_on"],
            post=said.get("post", ""),
            share=said.get("share"),
            person=self._people.get(said.get("person", "")),
        )


class LastDayForm(forms.Form):
    last = CivilDateField(
        label=_("Sista dagen"), help_text=_("Lämna tomt om personen är kvar tills vidare."), required=False
    )


class ShownForm(forms.Form):
    """`dated` is compared and thrown away: it is no field of any table."""

    on = CivilDateField(label=_("Dagen då utdraget visades"))
    dated = CivilDateField(
        label=_("Utdragets datum"),
        help_text=_("Samsyn jämför datumet med hur gammalt ett utdrag får vara. Det sparas inte."),
    )
    copy_kept = forms.BooleanField(
        label=_("Vi förvarar ett utdrag eller en kopia själva"),
        help_text=_("Samsyn noterar bara att den finns, aldrig vad som står i den."),
        required=False,
    )

    def __init__(self, *args: Any, term: RegisterCheck, **options: Any) -> None:
        super().__init__(*args, **options)
        if term.oldest_months is None:
            del self.fields["dated"]
        if not term.keeps_copy:
            del self.fields["copy_kept"]


class SignedForm(forms.Form):
    version = forms.ChoiceField(label=_("Text som skrevs under"))
    on = CivilDateField(label=_("Dagen då den skrevs under"))

    def __init__(self, *args: Any, texts: Sequence[UndertakingText], **options: Any) -> None:
        super().__init__(*args, **options)
        self._texts = {str(each.pk): each for each in texts}
        said = _("Version %(number)s, %(title)s")
        self.fields["version"].choices = [  # type: ignore[attr-defined]
            (key, str(said) % {"number": each.number, "title": each.title}) for key, each in self._texts.items()
        ]

    def text(self) -> UndertakingText:
        return self._texts[self.cleaned_data["version"]]


class MetForm(forms.Form):
    on = CivilDateField(label=_("Dagen då det blev uppfyllt"))
    how = forms.ChoiceField(label=_("Hur"), choices=Fulfilled.How.choices, widget=forms.RadioSelect)

    def __init__(self, *args: Any, term: StaffRequirement, **options: Any) -> None:
        super().__init__(*args, **options)
        if term.kind != "education":
            del self.fields["how"]


class TakeBackForm(forms.Form):
    because = forms.ChoiceField(
        label=_("Varför noteringen tas tillbaka"), choices=Fulfilled.Slip.choices, widget=forms.RadioSelect
    )


class TextForm(forms.Form):
    title = LineField(label=_("Rubrik"), max_length=200)
    text = forms.CharField(
        label=_("Texten som skrivs under"), widget=forms.Textarea(attrs={"rows": 14}), max_length=20_000
    )
    since = CivilDateField(label=_("Gäller från"))


def initial_of(worker: Worker) -> dict[str, Any]:
    """What stands in the form when a worker is changed."""
    person: UUID | None = worker.person_id
    return {
        "known_as": worker.known_as,
        "function": worker.function,
        "began_on": worker.began_on,
        "post": worker.post,
        "share": worker.share,
        "person": str(person or ""),
    }
