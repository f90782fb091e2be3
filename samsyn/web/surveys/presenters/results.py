"""A round's results as sentences and quiet tables: with n, without what is too small, and never as a ranking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.formats import number_format
from django.utils.translation import get_language, gettext, ngettext

from samsyn.rules import surveys as rules
from samsyn.web.surveys.phrases import ORIGINAL, Voice, languages
from samsyn.web.surveys.queries.results import Answered, Asked
from samsyn.web.ui.components.tables import Column, Table
from samsyn.web.ui.formats import STUCK, grouped

HIDDEN = "–"


@dataclass(frozen=True, slots=True)
class Shown:
    """One question. `whole` None: too few have answered, and `says` says so."""

    text: str
    says: str
    whole: Table | None = None
    splits: tuple[Table, ...] = ()


def shown_of(answered: Answered) -> list[Shown]:
    """Questions with own words are not among them: they are read one by one."""
    asked = [each for each in answered.asked if each.question.type != "free"]
    smallest = answered.round.smallest_group
    return [_shown(each, result, smallest) for each, result in zip(asked, answered.results, strict=True)]


def rate_words(rate: rules.Rate) -> str:
    """Beside visits, and it says that they are no persons."""
    answers = ngettext("%(n)s har svarat", "%(n)s har svarat", rate.answers) % {"n": grouped(rate.answers)}
    visits = ngettext("%(n)s besök", "%(n)s besök", rate.visits) % {"n": grouped(rate.visits)}
    if rate.share is None:
        said = gettext("%(answers)s. Under samma dagar är %(visits)s räknade; det går inte att jämföra med svaren.")
        return said % {"answers": answers, "visits": visits}
    said = gettext(
        "%(answers)s på %(visits)s, %(share)s. Besök är inte personer: den som kom tre gånger är tre besök och svarar "
        "en gång."
    )
    return said % {"answers": answers, "visits": visits, "share": percent(rate.share)}


def sheets_words(n: int) -> str:
    return ngettext("%(n)s har svarat.", "%(n)s har svarat.", n) % {"n": grouped(n)}


def too_few(smallest: int) -> str:
    said = gettext("Färre än %(n)s har svarat på frågan. Svaren visas inte, så att ingen kan kännas igen.")
    return said % {"n": smallest}


def percent(share: Fraction) -> str:
    """Whole per cent, half away from zero."""
    return f"{int(share * 100 + Fraction(1, 2))}{STUCK}%"


def value_words(asked: Asked, value: rules.Value) -> str:
    """As it was put to who answered, in the reader's language."""
    language = (get_language() or ORIGINAL).partition("-")[0]
    voice = Voice(language if language in languages() else ORIGINAL)
    if asked.question.type == "yesno":
        return voice.say(str(value))
    if asked.question.type == "scale5":
        return voice.say(f"scale_{value}")
    return asked.words.get(str(value), str(value))


def group_words(by: rules.SplitBy, group: str) -> str:
    if not group:
        return gettext("Inte sagt")
    if by == "age_band":
        return gettext("%(ages)s år") % {"ages": group.replace("-", "–")}
    return {"woman": gettext("Kvinnor"), "man": gettext("Män"), "other": gettext("Annat")}[group]


def _shown(asked: Asked, result: rules.Result, smallest: int) -> Shown:
    told = result.told
    if told is None:
        return Shown(asked.text, too_few(smallest))
    says = answered_words(told.n, result.sheets)
    if not told.n:
        return Shown(asked.text, says)
    if asked.several:
        says += " " + gettext("Flera svar gick att välja, så andelarna blir tillsammans mer än hela.")
    splits = tuple(_split(asked, each, smallest) for each in result.splits)
    if told.mean is not None:
        return Shown(asked.text, f"{says} {mean_words(told.mean)}", None, splits)
    return Shown(asked.text, says, _whole(asked, told), splits)


def answered_words(n: int, sheets: int) -> str:
    if not n:
        return gettext("Ingen svarade på frågan.")
    said = ngettext("%(n)s av %(of)s svarade på frågan.", "%(n)s av %(of)s svarade på frågan.", n)
    return said % {"n": grouped(n), "of": grouped(sheets)}


def mean_words(mean: Fraction) -> str:
    return gettext("I medeltal %(mean)s.") % {"mean": _one_decimal(mean)}


def _one_decimal(mean: Fraction) -> str:
    return number_format(round(float(mean), 1), 1)


def _whole(asked: Asked, told: rules.Distribution) -> Table:
    return Table(
        caption=gettext("Så föll svaren"),
        columns=[Column(gettext("Svar")), Column(gettext("Antal"), amount=True), Column(gettext("Andel"), amount=True)],
        rows=[
            [value_words(asked, value), grouped(n), percent(told.share(value) or Fraction(0))]
            for value, n in told.counts
        ],
    )


def _split(asked: Asked, split: rules.Split, smallest: int) -> Table:
    """A column for each group. One that is too small has dashes, and so has one that would give it away."""
    groups = list(split.groups)
    lines: list[Sequence[str]] = [
        [value_words(asked, value), *(_count(told, value) for _, told in groups)] for value in asked.question.values
    ]
    if asked.question.type == "number":
        lines = [[gettext("Medeltal"), *(_mean(told) for _, told in groups)]]
    title = gettext("Efter kön") if split.by == "sex" else gettext("Efter ålder")
    return Table(
        caption=title,
        columns=[Column(gettext("Svar")), *(Column(group_words(split.by, group), amount=True) for group, _ in groups)],
        rows=lines,
        sums=[gettext("Svarade"), *(HIDDEN if told is None else grouped(told.n) for _, told in groups)],
        note=_hidden_words(smallest) if split.hides else "",
    )


def _hidden_words(smallest: int) -> str:
    said = gettext(
        "– visas inte. Någon grupp är färre än %(n)s, och den skulle gå att räkna ut om alla de andra visades."
    )
    return said % {"n": smallest}


def _count(told: rules.Distribution | None, value: rules.Value) -> str:
    return HIDDEN if told is None else grouped(dict(told.counts)[value])


def _mean(told: rules.Distribution | None) -> str:
    return HIDDEN if told is None or told.mean is None else _one_decimal(told.mean)
