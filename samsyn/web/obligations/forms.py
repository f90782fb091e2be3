"""What a reader can choose to see: party, kind, time, done or not. Nonsense in the address is read as no choice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.rules.terms import Agreement
from samsyn.web.agreements.presenters.sides import kind_title
from samsyn.web.obligations.presenters.grouping import RECENT
from samsyn.web.obligations.queries import ObligationQuerySet
from samsyn.web.ui.fields import LineField

JOINT = "joint"
NOW_ON, PASSED, WHOLE, WITHOUT_DAY = "now", "passed", "all", "none"
OPEN, DONE = "open", "done"
_FIELDS = ("party", "kind", "period", "state")


class FilterForm(forms.Form):
    """Always valid: only choices that exist are taken from the address."""

    party = forms.ChoiceField(label=_("Vem"), required=False)
    kind = forms.ChoiceField(label=_("Vad"), required=False)
    period = forms.ChoiceField(label=_("När"), required=False)
    state = forms.ChoiceField(label=_("Läge"), required=False)


@dataclass(frozen=True, slots=True)
class Choices:
    """Pairs of value and words for each field; the first is what holds when nothing is chosen."""

    party: list[tuple[str, str]]
    kind: list[tuple[str, str]]
    period: list[tuple[str, str]]
    state: list[tuple[str, str]]

    def chosen(self, data: Mapping[str, Any]) -> dict[str, str]:
        return {name: _one_of(getattr(self, name), data.get(name)) for name in _FIELDS}

    def form(self, data: Mapping[str, Any], *, without: Iterable[str] = ()) -> FilterForm:
        """The form with what was chosen; `without` names fields that a page has no use for."""
        form = FilterForm(self.chosen(data))
        for name in _FIELDS:
            form.fields[name].choices = getattr(self, name)  # type: ignore[attr-defined]
        for name in without:
            del form.fields[name]
        return form


def _one_of(choices: list[tuple[str, str]], value: object) -> str:
    return str(value) if value in [known for known, _words in choices] else choices[0][0]


def choices_for(agreement: Agreement, kinds: Iterable[str], first: date, last: date, today: date) -> Choices:
    """`kinds` are those that occur; `first` and `last` the days of the agreement's life.

    When the agreement is over, its whole time is shown unless something else is chosen.
    """
    parties = [(key, party.name) for key, party in agreement.party.items()]
    years = [(str(year), str(year)) for year in range(first.year, last.year + 1)]
    spans = [(NOW_ON, gettext("Nu och framåt")), (PASSED, gettext("Passerat utan underlag")), *years]
    spans.insert(0 if last < today - RECENT else len(spans), (WHOLE, gettext("Hela avtalstiden")))
    titles = sorted(((kind, kind_title(kind)) for kind in kinds), key=lambda pair: pair[1].casefold())
    return Choices(
        party=[("", gettext("Alla parter")), *parties, (JOINT, gettext("Det gemensamma"))],
        kind=[("", gettext("Allt")), *titles],
        period=[*spans, (WITHOUT_DAY, gettext("Utan dag"))],
        state=[("", gettext("Allt")), (OPEN, gettext("Inte gjort")), (DONE, gettext("Gjort"))],
    )


def narrowed(found: ObligationQuerySet, chosen: Mapping[str, str], owners: Mapping[str, Any]) -> ObligationQuerySet:
    """By party, kind and whether it is done. `owners` gives the organisation behind each party's id."""
    if chosen["party"] == JOINT:
        found = found.owed_together()
    elif chosen["party"]:
        found = found.owed_among(owners[chosen["party"]])
    if chosen["state"]:
        found = found.open() if chosen["state"] == OPEN else found.done()
    return found.filter(kind=chosen["kind"]) if chosen["kind"] else found


def in_period(found: ObligationQuerySet, period: str, today: date) -> ObligationQuerySet:
    """By time, in order of days; those without a day come by kind."""
    if period == WITHOUT_DAY:
        return found.without_day()
    if period == PASSED:
        return found.passed(today).dated()
    if period == NOW_ON:
        found = found.filter(due__gte=today - RECENT)
    elif period != WHOLE:
        found = found.between(date(int(period), 1, 1), date(int(period), 12, 31))
    return found.dated()


class OverviewForm(forms.Form):
    """What a controller looks for among all partnerships."""

    q = forms.CharField(label=_("Namn, part eller diarienummer"), required=False, max_length=100)
    time = forms.ChoiceField(
        label=_("Avtalstid"),
        required=False,
        choices=[
            ("", _("Alla, oavsett tid")),
            ("now", _("Pågår")),
            ("coming", _("Har inte börjat")),
            ("over", _("Har slutat")),
        ],
    )


class CaseNumberForm(forms.Form):
    """The organisation's own diarienummer; empty takes it away."""

    case_number = LineField(
        label=_("Diarienummer"),
        help_text=_("Så som det står i er egen diarieföring, till exempel SN 2026/123."),
        required=False,
        max_length=60,
    )
