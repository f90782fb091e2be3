"""Answers to «what if»: notice on a day, an extension agreed on a day, and how many extensions there can be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from samsyn.rules.because import Reason
from samsyn.rules.reading import Dossier
from samsyn.rules.terms.period import Extension
from samsyn.rules.timeline import Option, agreed_by, if_notice_is_given, life, next_extension
from samsyn.web.agreements.presenters.extensions import as_known, extensions
from samsyn.web.agreements.presenters.sides import together
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
    """`steps` one after the other; `ends` says why there are no more of them. `verdict` is about the day asked.

    `tacit`: it goes on of itself, and the days are the last ones for stopping that.
    """

    steps: tuple[Step, ...]
    form: str
    ends: str
    verdict: str
    in_time: bool
    tacit: bool
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
        return ExtensionWords((), "", _why_none(dossier, today), "", False, False, None)
    verdict, in_time = _verdict(option, agreed_on)
    steps, ends = _steps(as_known(dossier, today))
    tacit = option.term.form == "tacit"
    return ExtensionWords(steps, _form(dossier, option.term), ends, verdict, in_time, tacit, option.reason)


def _form(dossier: Dossier, term: Extension) -> str:
    """How it is extended and by whom, as one sentence."""
    who = together(dossier.agreement.party_name(key) for key in term.by) if term.by else ""
    if term.form == "tacit":
        return gettext("Den löper vidare om ingen säger upp den i tid.")
    if term.form == "written_notice":
        if who:
            return gettext("Form: %(who)s meddelar de andra parterna skriftligt.") % {"who": who}
        return gettext("Form: en av parterna, vilken som helst, meddelar de andra skriftligt.")
    if who:
        return gettext("Form: %(who)s kommer överens skriftligt.") % {"who": who}
    return gettext("Form: alla parter kommer överens skriftligt.")


def _verdict(option: Option, agreed_on: date | None) -> tuple[str, bool]:
    if agreed_on is None:
        return "", True
    in_time = agreed_on <= option.settle_by
    words = {"day": agreed_on, "by": option.settle_by, "last": civil_date(option.new_last, "long")}
    return _verdict_sentence(in_time, option.term.form == "tacit") % words, in_time


def _verdict_sentence(in_time: bool, tacit: bool) -> str:
    if tacit and in_time:
        return gettext("Sägs den upp %(day)s är det i tid, och den förlängs inte.")
    if tacit:
        return gettext("%(day)s är för sent att säga upp. Då har den redan förlängts till och med %(last)s.")
    if in_time:
        return gettext("%(day)s är i tid. Då gäller den till och med %(last)s.")
    return gettext("%(day)s är för sent. Förlängningen skulle ha varit klar senast %(by)s.")


def _steps(dossier: Dossier) -> tuple[tuple[Step, ...], str]:
    found = list(extensions(dossier, _STEPS + 1))
    steps = tuple(Step(each.settle_by, each.new_last, each.term.clause) for each in found[:_STEPS])
    if len(found) > _STEPS:
        return steps, _endless(found[-1].term)
    words = {"last": civil_date(steps[-1].new_last, "long")}
    return steps, gettext("Längre än till och med %(last)s kan den inte förlängas.") % words


def _endless(term: Extension) -> str:
    if term.times is None and term.latest_end is None:
        return gettext("Sedan kan den förlängas igen. Texten sätter ingen gräns för hur många gånger.")
    return gettext("Sedan kan den förlängas igen.")


def _why_none(dossier: Dossier, today: date) -> str:
    last = {"last": civil_date(life(dossier, today).last, "long")}
    if not dossier.agreement.extension:
        return gettext("Överenskommelsen har ingen punkt om förlängning. Den gäller till och med %(last)s.") % last
    return gettext("Den kan inte förlängas mer. Sista dagen är %(last)s.") % last
