"""Setting up: a site, its places, what they are for on which nights, and when they cannot be used."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.rules.quantities import DateRange
from samsyn.web.beds.forms.watch import NightField, TextField
from samsyn.web.beds.models import ExtraNight
from samsyn.web.beds.presenters.pools import PoolName
from samsyn.web.ui.fields import LineField, TimeField

_MOST = 500
_LONGEST = 731
"""Days between the first and the last night of a schedule."""
_SPAN = re.compile(r"^(\d{1,4})\s*[-–]\s*(\d{1,4})$", re.ASCII)


class LabelsField(LineField):
    """«1–20», «A1, A2, A3» or both: the labels that are on the beds. Gives a list."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        labels: list[str] = []
        for part in filter(None, (each.strip() for each in text.split(","))):
            labels += self._labels(part)
        if not labels:
            raise ValidationError(gettext("Skriv platsernas märken, till exempel 1–20 eller A1, A2."))
        if len(labels) > _MOST or len(set(labels)) != len(labels) or max(map(len, labels)) > 20:
            raise ValidationError(
                gettext("Skriv varje märke en gång, med högst 20 tecken, och högst %(most)s i taget.") % {"most": _MOST}
            )
        return labels

    def _labels(self, part: str) -> list[str]:
        if not (found := _SPAN.match(part)):
            return [part]
        first, last = int(found[1]), int(found[2])
        if last < first or last - first >= _MOST:
            raise ValidationError(gettext("«%(part)s»: skriv det lägsta märket först.") % {"part": part})
        return [str(number) for number in range(first, last + 1)]


class PoolField(forms.ChoiceField):
    """Which sort of place; the choices are the agreement's night pools."""

    widget = forms.RadioSelect

    def offer(self, pools: Mapping[str, PoolName]) -> None:
        self.choices = [(each.id, each.name) for each in pools.values()]
        if len(pools) == 1:
            self.initial = next(iter(pools))


class SiteForm(forms.Form):
    name = LineField(label=_("Namn"), max_length=120)
    address = LineField(label=_("Adress"), max_length=200, help_text=_("Så som den står på gästens lapp."))
    phone = LineField(label=_("Telefon på natten"), max_length=30, required=False)
    opens = TimeField(label=_("Öppnar på kvällen"))
    latest_arrival = TimeField(
        label=_("Senaste ankomst"),
        required=False,
        help_text=_("Gäller om överenskommelsen inte säger någon tid. Tomt: platsen hålls hela natten."),
    )
    out_by = TimeField(label=_("Ut på morgonen senast"))


class CloseForm(forms.Form):
    on = NightField(
        label=_("Första natten som det är stängt"), help_text=_("Nattens datum är kvällens. Sista natten är den före.")
    )
    sure = forms.BooleanField(
        label=_("Ja, nattstället stängs och platserna där finns inte längre"),
        error_messages={"required": _("Kryssa i rutan om nattstället ska stängas.")},
    )


class PlacesForm(forms.Form):
    labels = LabelsField(
        label=_("Platsernas märken"), max_length=2_000, help_text=_("Till exempel 1–20, eller A1, A2, A3.")
    )
    pool = PoolField(label=_("Slag av plats"))
    kind = forms.ChoiceField(
        label=_("När finns de"),
        choices=[("permanent", _("Varje natt från och med den första")), ("rolling", _("Bara vissa nätter"))],
        initial="permanent",
        widget=forms.RadioSelect,
    )
    weekdays = forms.MultipleChoiceField(
        label=_("Vilka kvällar"),
        choices=[(str(number), name) for number, name in WEEKDAYS.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Om platserna bara finns vissa nätter, till exempel en församlings turer. Inget ikryssat: alla."),
    )
    from_night = NightField(label=_("Första natten"))
    until = NightField(
        label=_("Sista natten"), required=False, help_text=_("Måste skrivas om platserna bara finns vissa nätter.")
    )

    def __init__(self, *args: Any, pools: Mapping[str, PoolName], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["pool"].offer(pools)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        typed = self.cleaned_data
        first, last = typed.get("from_night"), typed.get("until")
        if typed.get("kind") == "rolling" and last is None and "until" not in self.errors:
            self.add_error("until", gettext("Skriv den sista natten."))
        if first and last and not first <= last <= first + timedelta(days=_LONGEST):
            self.add_error("until", gettext("Skriv en natt efter den första, inom två år."))
        elif first and last and not self.errors and not self.spells():
            self.add_error("weekdays", gettext("Ingen av kvällarna finns mellan första och sista natten."))
        return typed

    def spells(self) -> list[tuple[date, date | None]]:
        """The first night and the first no longer of each turn; just one where the places are there every night."""
        typed = self.cleaned_data
        first, last = typed["from_night"], typed["until"]
        end = last + timedelta(days=1) if last else None
        if typed["kind"] == "permanent" or not typed["weekdays"]:
            return [(first, end)]
        chosen, turns = {int(each) for each in typed["weekdays"]}, list[tuple[date, date | None]]()
        for night in (first + timedelta(days=each) for each in range((last - first).days + 1)):
            if night.weekday() not in chosen:
                continue
            joins = bool(turns) and turns[-1][1] == night
            turns = [*turns[:-1], (turns[-1][0], night + timedelta(days=1))] if joins else [*turns, _one(night)]
        return turns


def _one(night: date) -> tuple[date, date | None]:
    return night, night + timedelta(days=1)


class SpanForm(forms.Form):
    """Nights from one to another; both are slept. Gives `nights` as first and first no longer."""

    first = NightField(label=_("Första natten"))
    last = NightField(label=_("Sista natten"), required=False, help_text=_("Tomt: tills vidare."))

    def clean(self) -> dict[str, Any]:
        first, last = self.cleaned_data.get("first"), self.cleaned_data.get("last")
        if first and last and last < first:
            self.add_error("last", gettext("Sista natten kan inte vara före den första."))
        return self.cleaned_data

    def nights(self) -> tuple[date, date | None]:
        last: date | None = self.cleaned_data["last"]
        return self.cleaned_data["first"], last + timedelta(days=1) if last else None


class OutageForm(SpanForm):
    because = LineField(
        label=_("Varför"), max_length=200, help_text=_("Till exempel trasig säng eller läcka. Aldrig om en person.")
    )


class MoveForm(SpanForm):
    """A bed moved between pools. Where it is in a reserved one tonight or later, it takes its own yes."""

    pool = PoolField(label=_("Till"))
    because = TextField(label=_("Varför"))
    lends = forms.BooleanField(required=False)

    def __init__(self, *args: Any, pools: Mapping[str, PoolName], now_in: Collection[PoolName], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["last"].required, self.fields["last"].help_text = True, ""
        others = {key: each for key, each in pools.items() if list(now_in) != [each]}
        self.fields["pool"].offer(others)  # type: ignore[attr-defined]
        reserved = next((each for each in now_in if each.reserved), None)
        if reserved is None:
            del self.fields["lends"]
            return
        self.fields["lends"].required = True
        self.fields["lends"].label = gettext("Ja, platsen tas från %(pool)s de nätterna") % {
            "pool": reserved.name.lower()
        }
        self.fields["lends"].error_messages["required"] = gettext(
            "De reserverade platserna lånas inte ut av sig själva. Kryssa i rutan om det är så ni har beslutat."
        )

    def moved(self) -> DateRange:
        return DateRange(self.cleaned_data["first"], self.cleaned_data["last"] + timedelta(days=1))


class ExtraNightForm(forms.Form):
    """A decision on extra places, one night. For a cold night the forecast and where it was read."""

    trigger = forms.ChoiceField(label=_("Vad är det för natt"), choices=ExtraNight.Trigger, widget=forms.RadioSelect)
    night = NightField(label=_("Vilken natt"), help_text=_("Nattens datum är kvällens. Beslutet gäller en natt."))
    forecast = LineField(
        label=_("Prognosen"),
        max_length=200,
        required=False,
        help_text=_("Som den står, till exempel «−12 °C, vind 8 m/s». Måste skrivas för en kall natt."),
    )
    source = LineField(
        label=_("Var den lästes"), max_length=200, required=False, help_text=_("Till exempel smhi.se klockan 15.")
    )
    reason = TextField(label=_("Skälet till beslutet"))
    site = forms.ChoiceField(label=_("Var de extra platserna ställs"))
    pool = PoolField(label=_("Slag av plats"))
    number = forms.IntegerField(
        label=_("Hur många extra platser"), min_value=1, max_value=_MOST,
        widget=forms.TextInput(attrs={"class": "input-number", "inputmode": "numeric", "autocomplete": "off"}),
    )  # fmt: skip

    def __init__(self, *args: Any, pools: Mapping[str, PoolName], sites: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["pool"].offer(pools)  # type: ignore[attr-defined]
        self.fields["site"].choices = sites  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("trigger") == ExtraNight.Trigger.COLD_NIGHT:
            if not self.cleaned_data.get("forecast"):
                self.add_error("forecast", gettext("Skriv prognosen som beslutet vilar på."))
            if not self.cleaned_data.get("source"):
                self.add_error("source", gettext("Skriv var prognosen lästes."))
        return self.cleaned_data
