"""Short forms for the kinds of change that write no terms anew. Each gives `values` for `actions.draft`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.rules.terms import Agreement
from samsyn.rules.timeline import Option
from samsyn.web.changes.forms.values import WordsField
from samsyn.web.obligations.models import Obligation
from samsyn.web.ui.fields import AmountField, CivilDateField


class DraftForm(forms.Form):
    """`says` is the one sentence that the others read first."""

    says = WordsField(
        label=_("Vad som ändras, i en mening"), max_length=600, help_text=_("Så som alla parter ska läsa den.")
    )
    because = WordsField(label=_("Varför"), max_length=4000, required=False)

    def values(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class AmendmentForm(DraftForm):
    """The words around the terms of an amendment."""

    first = CivilDateField(
        label=_("Gäller från och med"),
        required=False,
        help_text=_("Lämna tomt om det ska gälla från den dag då allt är klart."),
    )


class ExtensionForm(DraftForm):
    last = CivilDateField(label=_("Ny sista dag"))
    field_order = ("last", "says", "because")

    def __init__(self, *args: Any, option: Option | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if option:
            self.fields["last"].initial = option.new_last
            words = {"last": option.new_last}
            self.fields["says"].initial = gettext("Överenskommelsen förlängs till och med %(last)s.") % words
            self.fields["last"].help_text = gettext("Längst till och med %(last)s.") % words


class NoticeForm(DraftForm):
    def __init__(self, *args: Any, name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["says"].initial = gettext("%(name)s säger upp överenskommelsen.") % {"name": name}


class RenegotiationForm(DraftForm):
    def __init__(self, *args: Any, name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["says"].initial = gettext("%(name)s begär nya samtal om villkoren.") % {"name": name}
        self.fields["because"].label = gettext("Vad ni vill tala om, och varför")


class ChoosingForm(DraftForm):
    """One of several things that the change can be about."""

    of = forms.ChoiceField(label=_("Vad gäller det"), widget=forms.RadioSelect)
    field_order: tuple[str, ...] = ("of", "says", "because")

    def __init__(self, *args: Any, choices: Sequence[tuple[str, str]], label: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["of"].choices = choices  # type: ignore[attr-defined]
        if label:
            self.fields["of"].label = label
        if len(choices) == 1:
            self.fields["of"].initial = choices[0][0]


class TerminationForm(DraftForm):
    """For cause. What the other party has failed in stands in `because`."""

    cause = forms.ChoiceField(label=_("Vilket skäl i överenskommelsen"), widget=forms.RadioSelect)
    last = CivilDateField(label=_("Sista dagen"), help_text=_("Den dag då överenskommelsen ska sluta gälla."))
    field_order = ("cause", "because", "last", "says")

    def __init__(self, *args: Any, causes: Sequence[str], name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["cause"].choices = [(each, each) for each in causes]  # type: ignore[attr-defined]
        self.fields["because"].label = gettext("Vad den andra parten har brustit i")
        self.fields["because"].required = True
        self.fields["says"].initial = gettext("%(name)s häver överenskommelsen.") % {"name": name}

    def values(self) -> dict[str, Any]:
        """The cause stands first in the reason, in the words of the agreement."""
        values = super().values()
        cause = values.pop("cause")
        said = values["because"].removeprefix(cause).lstrip("\n")
        return {**values, "because": f"{cause}\n{said}"}


class ConfirmationForm(DraftForm):
    """The answer to one question: as it is read now, or one of the other readings."""

    answer = forms.ChoiceField(label=_("Så ska det läsas"), required=False, widget=forms.RadioSelect)
    field_order = ("answer", "says", "because")

    def __init__(
        self, *args: Any, chosen: str, others: Sequence[tuple[str, str]], question: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        now = gettext("%(reading)s (så räknar Samsyn i dag)") % {"reading": chosen.rstrip(".")}
        self.fields["answer"].choices = [("", now), *others]  # type: ignore[attr-defined]
        self.fields["says"].initial = gettext("Parterna svarar på frågan: %(question)s") % {"question": question}


class WaiverForm(DraftForm):
    obligation = forms.ChoiceField(label=_("Vilket åtagande"))
    field_order = ("obligation", "says", "because")

    def __init__(self, *args: Any, obligations: Sequence[tuple[Obligation, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._known = {str(each.pk): each for each, _words in obligations}
        choices = [("", gettext("Välj")), *((str(each.pk), words) for each, words in obligations)]
        self.fields["obligation"].choices = choices  # type: ignore[attr-defined]
        self.fields["because"].required = True

    def chosen(self) -> Obligation | None:
        return self._known.get(self.cleaned_data.get("obligation", ""))

    def values(self) -> dict[str, Any]:
        obligation = self._known[self.cleaned_data["obligation"]]
        return {**super().values(), "obligation": obligation, "of": obligation.term}


class RepaymentForm(ChoosingForm):
    amount_ore = AmountField(label=_("Belopp"))
    field_order = ("of", "amount_ore", "because", "says")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, label=gettext("Enligt vilken punkt"), **kwargs)
        self.fields["because"].required = True


def causes_in(agreement: Agreement, own: str) -> list[str]:
    """The causes for ending it that the party may rest on."""
    terms = [each for each in agreement.termination.values() if each.applies and (not each.by or own in each.by)]
    return [cause for term in terms for cause in term.causes]


def day_words(obligation: Obligation) -> str:
    """An obligation in a list of choices."""
    day = obligation.due.isoformat() if isinstance(obligation.due, date) else gettext("ingen dag")
    return f"{day}: {obligation.says}"


def as_uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
