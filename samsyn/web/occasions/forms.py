"""What staff write: when and where, how many came, and why something is as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samsyn.rules.quantities import DateRange
from samsyn.web.meetings.models import Decision
from samsyn.web.occasions.actions import Plan, Rhythm
from samsyn.web.occasions.activity import Activity
from samsyn.web.occasions.models import Occasion
from samsyn.web.occasions.models.choices import Figure, Kind, Sex
from samsyn.web.roster.models import Worker
from samsyn.web.ui.fields import CivilDateField, LineField, TimeField

_LATEST = date(2199, 12, 31)
_WEEKDAYS = [
    ("1", _("måndag")),
    ("2", _("tisdag")),
    ("3", _("onsdag")),
    ("4", _("torsdag")),
    ("5", _("fredag")),
    ("6", _("lördag")),
    ("7", _("söndag")),
]


class HeadsField(forms.IntegerField):
    widget = forms.TextInput(attrs={"class": "input-heads", "inputmode": "numeric", "autocomplete": "off"})
    default_error_messages = {
        "invalid": _("Skriv antalet med siffror."),
        "min_value": _("Antalet kan inte vara mindre än noll."),
        "max_value": _("Skriv högst 100 000."),
    }

    def __init__(self, **options: Any) -> None:
        super().__init__(min_value=0, max_value=100_000, required=False, **options)


class _WhereForm(forms.Form):
    """`workers`: who can be responsible; none are shown where the roster is empty."""

    starts = TimeField(label=_("Börjar"))
    ends = TimeField(label=_("Slutar"), help_text=_("Slutar det efter midnatt räknas det till dagen då det började."))
    place = LineField(
        label=_("Plats"), max_length=200, required=False, help_text=_("Till exempel ett rum eller en adress.")
    )

    def __init__(self, *args: Any, workers: Iterable[Worker], **options: Any) -> None:
        super().__init__(*args, **options)
        self._workers = {str(each.pk): each for each in workers}
        if self._workers:
            people = [(key, f"{each.known_as}, {each.function}") for key, each in self._workers.items()]
            self.fields["responsible"] = forms.ChoiceField(
                label=_("Ansvarig"), required=False, choices=[("", _("ingen än")), *people]
            )

    def responsible(self) -> Worker | None:
        return self._workers.get(self.cleaned_data.get("responsible", ""))


class PlanForm(_WhereForm):
    day = CivilDateField(label=_("Dag"))

    def __init__(self, *args: Any, activity: Activity, workers: Iterable[Worker], **options: Any) -> None:
        super().__init__(*args, workers=workers, **options)
        if activity.kind == Kind.LECTURE:
            self.fields["receiver"] = LineField(
                label=_("För vem"),
                help_text=_("Skolan, företaget eller föreningen. Inte någons namn."),
                max_length=200,
                required=False,
            )
            if activity.receivers:
                kinds = [("", _("inte sagt")), *((each, each) for each in activity.receivers)]
                self.fields["receiver_kind"] = forms.ChoiceField(
                    label=_("Slags mottagare"), required=False, choices=kinds
                )
        self.order_fields(["day", "starts", "ends", "place", "receiver_kind", "receiver", "responsible"])

    def plan(self) -> Plan:
        said = self.cleaned_data
        return Plan(
            said["day"],
            said["starts"],
            said["ends"],
            said.get("place", ""),
            self.responsible(),
            said.get("receiver_kind", ""),
            said.get("receiver", ""),
        )


def as_typed(occasion: Occasion) -> dict[str, Any]:
    """An occasion as the initial values of its form."""
    names = ("day", "starts", "ends", "place", "receiver_kind", "receiver")
    return {name: getattr(occasion, name) for name in names} | {"responsible": str(occasion.responsible_id or "")}


class SeriesForm(_WhereForm):
    """`made` is the form's own id, so that the series is planned once however often it is sent."""

    made = forms.UUIDField(widget=forms.HiddenInput)
    weekdays = forms.MultipleChoiceField(label=_("Veckodagar"), choices=_WEEKDAYS, widget=forms.CheckboxSelectMultiple)
    every = forms.ChoiceField(
        label=_("Hur ofta"), choices=[("1", _("varje vecka")), ("2", _("varannan vecka")), ("4", _("var fjärde vecka"))]
    )
    first = CivilDateField(label=_("Från och med"))
    last = CivilDateField(label=_("Till och med"))
    skip = LineField(
        label=_("Utom de här dagarna"),
        required=False,
        max_length=1000,
        help_text=_("Datum med komma emellan, till exempel 2027-01-06, 2027-02-24."),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["made"].initial = uuid4
        self.order_fields(
            ["made", "weekdays", "every", "starts", "ends", "first", "last", "skip", "place", "responsible"]
        )

    def clean_skip(self) -> tuple[date, ...]:
        one = CivilDateField()
        typed = [each.strip() for each in self.cleaned_data["skip"].split(",") if each.strip()]
        return tuple(one.clean(each) for each in typed)

    def rhythm(self) -> Rhythm:
        said = self.cleaned_data
        return Rhythm(
            tuple(int(each) for each in said["weekdays"]),
            said["starts"],
            said["ends"],
            said["first"],
            said["last"],
            int(said["every"]),
            said["skip"],
            said.get("place", ""),
            self.responsible(),
        )


class HeadsForm(forms.Form):
    """One field for each sex and age band that the activity asks for, or one for all. The sum is the total."""

    def __init__(
        self, *args: Any, activity: Activity | None, before: Mapping[tuple[str, str], int], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        asks = activity.asks if activity else ()
        sexes = dict(Sex.choices) if "sex" in asks else {"": _("Antal")}
        bands = list(activity.age_bands) if activity and "age_band" in asks else []
        self.bands = [*bands, ""]
        self.sexes = sexes
        self._whom: dict[str, tuple[str, str]] = {}
        # What was counted when more was asked stays to be seen and put right.
        for sex, band in before:
            if sex not in self.sexes:
                self.sexes[sex] = dict(Sex.choices).get(sex, _("inte frågat"))
            if band not in self.bands:
                self.bands.insert(-1, band)
        for row, sex in enumerate(self.sexes):
            for column, band in enumerate(self.bands):
                name = f"n_{row}_{column}"
                label = ", ".join(filter(None, (str(self.sexes[sex]), band or (str(_("utan ålder")) if bands else ""))))
                self.fields[name] = HeadsField(label=label, initial=before.get((sex, band)))
                self._whom[name] = (sex, band)
        self.fields["nobody"] = forms.BooleanField(label=_("Ingen kom"), required=False)

    def grid(self) -> list[tuple[str, list[Any]]]:
        """Rows of bound fields, for a table."""
        width = len(self.bands)
        cells = [self[name] for name in self._whom]
        titles = [str(each) for each in self.sexes.values()]
        return [(title, cells[row * width : (row + 1) * width]) for row, title in enumerate(titles)]

    def heads(self) -> dict[tuple[str, str], int]:
        return {whom: self.cleaned_data[name] for name, whom in self._whom.items() if self.cleaned_data.get(name)}


class CorrectForm(HeadsForm):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reason"] = LineField(label=_("Varför antalet rättas"), max_length=300)


class BecauseForm(forms.Form):
    because = LineField(label=_("Varför"), max_length=200)


class RestForm(BecauseForm):
    first = CivilDateField(label=_("Från och med"))
    field_order = ("first", "because")


class DifferentForm(forms.Form):
    first = CivilDateField(label=_("Från och med"))
    last = CivilDateField(label=_("Till och med"))
    n = forms.IntegerField(
        label=_("Hur många olika personer"),
        min_value=0,
        max_value=100_000,
        help_text=_("Så som ledarna vet det. Ingen namnges."),
        widget=forms.TextInput(attrs={"class": "input-number", "inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": _("Skriv antalet med siffror.")},
    )
    reason = LineField(
        label=_("Varför det ändras"),
        help_text=_("Behövs bara om det redan står ett antal."),
        max_length=300,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        first, last = typed.get("first"), typed.get("last")
        if first and last and last < first:
            self.add_error("last", _("Den sista dagen är före den första. Ändra någon av dem."))
        if last and last > _LATEST:
            self.add_error("last", _("Det året ligger för långt fram. Kontrollera det."))
        return typed

    def days(self) -> DateRange:
        return DateRange.through(self.cleaned_data["first"], self.cleaned_data["last"])


class EndForm(forms.Form):
    last = CivilDateField(label=_("Sista dagen"))


class AddForm(forms.Form):
    """`decisions`: those in approved minutes."""

    name = LineField(label=_("Vad aktiviteten heter"), max_length=120)
    kind = forms.ChoiceField(label=_("Vad det är"), choices=Kind.choices)
    counts = forms.ChoiceField(
        label=_("Vilket tal som räknas"),
        choices=Figure.choices,
        help_text=_("Talen läggs aldrig ihop med varandra."),
    )
    decision = forms.ChoiceField(label=_("Beslutet"), help_text=_("Ett beslut i ett godkänt protokoll."))
    because = LineField(
        label=_("Vad den svarar på"),
        help_text=_("Till exempel vad en behovsinventering visade. Inte vem som sa det."),
        max_length=300,
        required=False,
    )
    asks_sex = forms.BooleanField(label=_("Räkna efter kön"), required=False, initial=True)
    children = forms.BooleanField(
        label=_("De som arbetar möter barn"), required=False, help_text=_("Då gäller kraven för arbete med barn.")
    )

    def __init__(self, *args: Any, decisions: Iterable[Decision], **options: Any) -> None:
        super().__init__(*args, **options)
        self._decisions = {str(each.pk): each for each in decisions}
        found = [(key, f"{each.meeting} § {each.number}: {each.says[:80]}") for key, each in self._decisions.items()]
        self.fields["decision"].choices = found  # type: ignore[attr-defined]

    def chosen(self) -> Decision:
        return self._decisions[self.cleaned_data["decision"]]

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        kind, counts = typed.get("kind"), typed.get("counts")
        own_staff = kind in (Kind.SUPERVISION, Kind.TRAINING)
        if kind and counts and own_staff != (counts == Figure.STAFF):
            raise ValidationError({"counts": _("Handledning och utbildning räknas som personal, och bara de.")})
        return typed
