"""When and where: one occasion, a series, and why something is not held."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from samsyn.web.occasions.actions import Plan, Rhythm
from samsyn.web.occasions.activity import Activity
from samsyn.web.occasions.models import Occasion
from samsyn.web.occasions.models.choices import Kind
from samsyn.web.roster.models import Worker
from samsyn.web.ui.fields import CivilDateField, LineField, TimeField

_WEEKDAYS = [
    ("1", _("måndag")),
    ("2", _("tisdag")),
    ("3", _("onsdag")),
    ("4", _("torsdag")),
    ("5", _("fredag")),
    ("6", _("lördag")),
    ("7", _("söndag")),
]


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
    """`made` is the form's own id, so that the occasion is planned once however often it is sent."""

    made = forms.UUIDField(widget=forms.HiddenInput, required=False)
    day = CivilDateField(label=_("Dag"))

    def __init__(self, *args: Any, activity: Activity, workers: Iterable[Worker], **options: Any) -> None:
        super().__init__(*args, workers=workers, **options)
        self.fields["made"].initial = uuid4
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
        self.order_fields(["made", "day", "starts", "ends", "place", "receiver_kind", "receiver", "responsible"])

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


class BecauseForm(forms.Form):
    because = LineField(label=_("Varför"), max_length=200)


class RestForm(BecauseForm):
    first = CivilDateField(label=_("Från och med"))
    field_order = ("first", "because")
