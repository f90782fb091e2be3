"""What the one who refers writes: who it is, what the participant agrees to, what is wished."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.web.placements.models import Consent, Referral
from samsyn.web.placements.models.people import Sex
from samsyn.web.ui.fields import CivilDateField, LineField

Choices = Iterable[tuple[str, Any]]
_LANGUAGES = (
    ("", _("inte uppgivet")),
    ("sv", _("svenska")),
    ("en", _("engelska")),
    ("ar", _("arabiska")),
    ("so", _("somaliska")),
    ("uk", _("ukrainska")),
    ("fa", _("persiska")),
    ("ti", _("tigrinja")),
    ("other", _("annat språk")),
)


# That data are erased when the placement ends is not offered: Samsyn itself keeps them for the follow-up, and a
# promise that is not kept is worse than none. Who wants it lets the consent end, or withdraws it.
_RESERVATIONS = [each for each in Consent.Reservation.choices if each[0] != Consent.Reservation.ERASED_AT_THE_END.value]


class ParticipantForm(forms.Form):
    known_as = LineField(
        label=_("Namn som deltagaren vill ha"),
        help_text=_("Ett förnamn räcker. Skriv inget personnummer."),
        max_length=60,
    )
    birth_year = forms.IntegerField(
        label=_("Födelseår"),
        required=False,
        min_value=1900,
        max_value=2199,
        widget=forms.TextInput(attrs={"class": "input-number", "inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            name: _("Skriv födelseåret med fyra siffror, eller lämna det tomt.")
            for name in ("invalid", "min_value", "max_value")
        },
    )
    sex = forms.ChoiceField(
        label=_("Kön, som deltagaren själv uppger"),
        choices=Sex.choices,
        initial=Sex.NOT_STATED,
        widget=forms.RadioSelect,
        help_text=_("Statistiken delas upp på kön. Ingen räknar ut det ur ett nummer eller ett namn."),
    )
    language = forms.ChoiceField(label=_("Språk att tala med deltagaren på"), choices=_LANGUAGES, required=False)


class ReferralForm(forms.Form):
    """`tracks` and `hosts`: id and name. What there is only one of is not asked for."""

    pool = forms.ChoiceField(label=_("Slag av plats"))
    host = forms.ChoiceField(label=_("Vem som tar emot"))
    wishes = forms.MultipleChoiceField(
        label=_("Verksamheter som deltagaren vill prova"), required=False, widget=forms.CheckboxSelectMultiple
    )
    wanted_from = CivilDateField(label=_("Önskad första dag"), required=False)
    assessed_by = forms.ChoiceField(
        label=_("Vem som har bedömt att deltagaren hör till målgruppen"),
        help_text=_("Bara vem och när. Varför skrivs aldrig här."),
        required=False,
    )
    assessed_on = CivilDateField(label=_("Dag för bedömningen"), required=False)

    def __init__(
        self, *args: Any, pools: Choices, hosts: Choices, tracks: Choices, people: Choices, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        for name, choices in (("pool", pools), ("host", hosts), ("wishes", tracks)):
            given = list(choices)
            self.fields[name].choices = given  # type: ignore[attr-defined]
            if len(given) <= (0 if name == "wishes" else 1):
                del self.fields[name]
        self.fields["assessed_by"].choices = [("", _("välj")), *people]  # type: ignore[attr-defined]


class ConsentForm(forms.Form):
    """What the participant agrees to, as said to the case officer. Nothing is ticked beforehand but the name."""

    recipient = forms.ChoiceField(label=_("Till vem uppgifterna får lämnas"))
    scope = forms.MultipleChoiceField(
        label=_("Vad som får lämnas"),
        choices=Consent.Scope.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Välj minst ett slag av uppgifter. Säger deltagaren nej behövs inget samtycke.")},
    )
    reservation = forms.MultipleChoiceField(
        label=_("Förbehåll"),
        choices=_RESERVATIONS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Det som deltagaren vill begränsa. Den som tar emot ser förbehållet och svarar för att följa det."),
    )
    given_on = CivilDateField(label=_("Dag då deltagaren gav samtycket"))
    last = CivilDateField(
        label=_("Sista dag som samtycket gäller"),
        required=False,
        help_text=_("Lämna tomt om det gäller tills vidare. Deltagaren kan ta tillbaka det när som helst."),
    )
    understood = forms.BooleanField(
        label=_("Deltagaren vet vad som lämnas, till vem, och att samtycket kan tas tillbaka."),
        error_messages={"required": _("Berätta det för deltagaren först, och kryssa sedan här.")},
    )

    def __init__(self, *args: Any, recipients: Choices, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        choices = list(recipients)
        self.fields["recipient"].choices = choices  # type: ignore[attr-defined]
        self.fields["given_on"].initial = today
        if len(choices) == 1:
            del self.fields["recipient"]

    @property
    def until(self) -> date | None:
        """The first day on which it no longer holds."""
        last: date | None = self.cleaned_data["last"]
        return last + timedelta(days=1) if last and last < date.max else None


class BecauseForm(forms.Form):
    """One of the reasons; there is no room for more about anyone."""

    because = forms.ChoiceField(
        label=_("Skäl"), widget=forms.RadioSelect, error_messages={"required": _("Välj ett skäl.")}
    )

    def __init__(self, *args: Any, reasons: Choices, label: Any = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["because"].choices = list(reasons)  # type: ignore[attr-defined]
        if label:
            self.fields["because"].label = label


_Because = Referral.Because
WITHDRAWING = [each for each in _Because.choices if each[0] in ("another_way", "declined_itself", "first_day", "other")]
DECLINING = [each for each in _Because.choices if each[0] in ("no_place", "no_track", "first_day", "other")]
FALLING = [each for each in _Because.choices if each[0] not in ("consent_withdrawn",)]
"""Why a referral is taken back, why it is not received, why a placement does not come to be."""
