"""The five figures and the forecast, in words and as a table that hides what is small.

Counted in all: what the agreement asks for is told exactly to both. By sex, a number from 1 to 4 is told only to those
who work with the individuals where they are placed; to others the whole split is not told, each line alike. That is
coarser than what `samsyn.rules.disclosure` weighs for releases, on purpose: this page is of today, and tomorrow's can
be laid beside it, so no line may come and go by itself. A mean of fewer than five is told to nobody: it is made of what
each answered, and that may be unshared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext

from samsyn.rules.indicators import Changed, Counted, Measured, NotMeasured, OfTraining, Total, Value, Why, counts
from samsyn.rules.places import Forecast
from samsyn.rules.surveys import BothRaters
from samsyn.web.ui.formats import MINUS, civil_date

FEWEST = 5


@dataclass(frozen=True, slots=True)
class Cells:
    """One line under a figure: for whom, the figure, n, and how many are missing."""

    whom: str
    value: str
    n: str
    missing: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One of the figures. `hidden`: its lines by sex are not told."""

    name: str
    says: str
    clause: str
    assumed: bool
    asked: bool
    target: int | None
    lines: tuple[Cells, ...]
    hidden: bool


def shown_of(figure: OfTraining, *, owns: bool) -> Shown:
    definition = figure.definition
    indicator = definition.indicator
    hidden = not owns and _must_hide([value for _sex, value in figure.by_sex])
    several = sum(any(_counts(value)) for _sex, value in figure.by_sex) > 1
    lines = [_cells(gettext("Alla"), figure.total)]
    lines += [
        _hidden(_sex_words(sex), value, several=several) if hidden else _cells(_sex_words(sex), value)
        for sex, value in figure.by_sex
    ]
    return Shown(
        name=indicator.name if indicator else _names(definition.measured),
        says=definition.reason.says,
        clause=definition.reason.clause,
        assumed=definition.reason.assumed,
        asked=indicator is not None,
        target=int(indicator.target) if indicator and indicator.target else None,
        lines=tuple(lines),
        hidden=hidden,
    )


def _must_hide(values: Sequence[Value]) -> bool:
    """One small group among them hides all: the others could be subtracted from the total."""
    return any(0 < count < FEWEST for value in values for count in _counts(value))


def _counts(value: Value) -> tuple[int, ...]:
    match value:
        case Changed():
            return (value.pairs, value.missing)
        case NotMeasured():
            return (value.of,)
        case _:
            return tuple(counts(value).values())


def _cells(whom: str, value: Value) -> Cells:
    match value:
        case Counted():
            return Cells(whom, str(value.reached), str(value.known), str(value.missing))
        case Changed():
            change = _steps(value.mean) if value.pairs >= FEWEST else gettext("visas när 5 har skattat två gånger")
            return Cells(whom, change, str(value.pairs), str(value.missing))
        case NotMeasured():
            return Cells(whom, why_words(value), "–", str(value.of) if value.of else "–")
        case Total():
            return Cells(whom, str(value.value), str(value.n), str(value.missing))
        case _:
            raise TypeError(f"{value} is no figure of training places")


def _hidden(whom: str, value: Value, *, several: bool) -> Cells:
    """Alike, whether it is few or would give the few away. Nobody is told if `several` others are somebody: of one
    alone the total would be the number."""
    if several and not any(_counts(value)):
        return Cells(whom, "0", "0", "0")
    few = gettext("visas inte")
    return Cells(whom, few, few, few)


def _steps(mean: Fraction) -> str:
    """One decimal, with its sign, as the reader's language writes it: «+0,8 steg», "+0.8 steps"."""
    rounded = round(float(mean), 1)
    sign = "+" if rounded > 0 else MINUS if rounded < 0 else ""
    return gettext("%(change)s steg") % {"change": f"{sign}{number_format(abs(rounded), 1)}"}


def raters_of(both: BothRaters) -> list[Cells]:
    """The two side by side, over the same participants; nothing where nobody has been rated twice by both."""
    if not both.pairs:
        return []
    lines = (
        (gettext("Deltagarna själva"), both.one.mean),
        (gettext("Handledarna, om samma deltagare"), both.other.mean),
    )
    few = gettext("visas när båda har skattat 5 två gånger")
    return [
        Cells(
            whom,
            few if mean is None or both.pairs < FEWEST else _steps(mean),
            str(both.pairs),
            str(both.of - both.pairs),
        )
        for whom, mean in lines
    ]


def why_words(value: NotMeasured) -> str:
    return {
        Why.NOBODY: gettext("ingen deltagare än"),
        Why.NO_STEP: gettext("mäts inte: överenskommelsen har inget steg att räkna"),
        Why.NO_PAIRS: gettext("ingen har skattat sig två gånger än"),
    }.get(value.why, gettext("perioden har inte börjat"))


def _sex_words(sex: str) -> str:
    return {
        "woman": gettext("Kvinnor"),
        "man": gettext("Män"),
        "other": gettext("Annat"),
        "not_stated": gettext("Inte uppgivet"),
    }[sex]


def _names(measured: Measured) -> str:
    return {
        Measured.TRAINED: gettext("Deltagare som har arbetstränat"),
        Measured.FOLLOWED_UP: gettext("Deltagare med uppföljningssamtal"),
        Measured.CHANGED: gettext("Egenupplevd utveckling"),
        Measured.INTRODUCED_AND_CLOSED: gettext("Deltagare med introduktions- och avslutningssamtal"),
        Measured.BY_PLAN: gettext("Deltagare som följer sin planering"),
    }[measured]


def forecast_words(forecast: Forecast) -> str:
    """The sentence a person would say first."""
    last = civil_date(forecast.year.last, "long")
    if forecast.goal is None:
        return gettext("Till och med %(last)s kan %(n)s individer ha börjat.") % {"last": last, "n": forecast.expected}
    if forecast.reached:
        said = gettext("Målet %(goal)s individer kan nås: till och med %(last)s kan %(n)s ha börjat.")
    else:
        said = gettext(
            "Målet %(goal)s individer nås inte med de platser som är kvar: till och med %(last)s kan %(n)s ha börjat."
        )
    return said % {"goal": forecast.goal, "last": last, "n": forecast.expected}


def forecast_because(forecast: Forecast, months: int | None) -> str:
    """How it was reckoned."""
    begun = ngettext("%(n)s individ har börjat.", "%(n)s individer har börjat.", forecast.individuals_so_far)
    filled = gettext("Vi räknar med att varje ledig plats genast fylls av någon ny, hela den tid som går att ge")
    length = gettext(", %(months)s månader") % {"months": months} if months else ""
    left = gettext("De förlängningar som är beslutade tar plats från andra.")
    return f"{begun % {'n': forecast.individuals_so_far}} {filled}{length}. {left}"
