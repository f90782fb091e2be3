"""Answers to «what if»: notice on a day, an extension agreed on a day, and how many extensions there can be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext

from samsyn.rules.because import Reason
from samsyn.rules.reading import Dossier
from samsyn.rules.terms import ChangeFile, Happening
from samsyn.rules.timeline import Option, agreed_by, if_notice_is_given, life, next_extension
from samsyn.web.agreements.presenters.terms.wording import word
from samsyn.web.ui.formats import civil_date

_STEPS = 4


@dataclass(frozen=True, slots=True)
class NoticeWords:
    """`number` is the day in large type; empty where notice cannot be given."""

    possible: bool
    number: str
    sentence: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Step:
    """One extension: by when it must be settled, and the new last day."""

    settle_by: date
    new_last: date
    clause: str


@dataclass(frozen=True, slots=True)
class ExtensionWords:
    """`steps` one after the other; `ends` says why there are no more of them. `verdict` is about the day asked."""

    steps: tuple[Step, ...]
    form: str
    who: str
    ends: str
    verdict: str
    in_time: bool
    reason: Reason | None


def notice_words(dossier: Dossier, on: date, by: str | None) -> NoticeWords:
    """The last day if notice is given, in the reader's language."""
    answer = if_notice_is_given(dossier, on, by or None)
    if not answer.possible:
        return NoticeWords(False, "", answer.reason.says, answer.reason)
    term = next(iter(agreed_by(dossier, on, on).notice.values()))
    sentence = gettext("Form: %(form)s.") % {"form": word(type(term), "form", term.form)}
    return NoticeWords(True, civil_date(answer.last, "long"), sentence, answer.reason)


def extension_words(dossier: Dossier, today: date, agreed_on: date | None) -> ExtensionWords:
    """What can be extended, and whether a day is in time."""
    option = next_extension(dossier, today)
    if option is None:
        return ExtensionWords((), "", "", _why_none(dossier, today), "", False, None)
    term = option.term
    who = ", ".join(dossier.agreement.party_name(key) for key in term.by) or gettext("alla parter")
    form = word(type(term), "form", term.form) or term.form
    verdict, in_time = _verdict(option, agreed_on)
    steps, ends = _steps(dossier, today)
    return ExtensionWords(steps, form, who, ends, verdict, in_time, option.reason)


def _verdict(option: Option, agreed_on: date | None) -> tuple[str, bool]:
    if agreed_on is None:
        return "", True
    words = {"day": agreed_on, "by": option.settle_by, "last": civil_date(option.new_last, "long")}
    if agreed_on <= option.settle_by:
        return gettext("%(day)s är i tid. Då gäller den till och med %(last)s.") % words, True
    return gettext("%(day)s är för sent. Förlängningen skulle ha varit klar senast %(by)s.") % words, False


def _steps(dossier: Dossier, today: date) -> tuple[tuple[Step, ...], str]:
    """Extend again and again, as if the parties had agreed each time."""
    found: list[Step] = []
    while len(found) < _STEPS and (option := next_extension(dossier)):
        found.append(Step(option.settle_by, option.new_last, option.term.clause))
        dossier = _extended(dossier, option, len(found))
    if next_extension(dossier):
        return tuple(found), gettext("Sedan kan den förlängas igen. Texten sätter ingen gräns för hur många gånger.")
    words = {"last": civil_date(life(dossier).last, "long")}
    return tuple(found), gettext("Längre än till och med %(last)s kan den inte förlängas.") % words


def _extended(dossier: Dossier, option: Option, number: int) -> Dossier:
    happening = Happening(
        id=f"what-if-{number}",
        kind="extension",
        clause=option.term.clause,
        says=option.reason.says,
        on=option.settle_by,
        last=option.new_last,
    )
    return replace(dossier, changes=(*dossier.changes, ChangeFile(change=happening)))


def _why_none(dossier: Dossier, today: date) -> str:
    last = {"last": civil_date(life(dossier, today).last, "long")}
    if not dossier.agreement.extension:
        return gettext("Överenskommelsen har ingen punkt om förlängning. Den gäller till och med %(last)s.") % last
    return gettext("Den kan inte förlängas mer. Sista dagen är %(last)s.") % last
