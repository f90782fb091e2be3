"""Where the agreement is in its life, as one plain sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samsyn.rules.because import Reason
from samsyn.rules.reading import Dossier
from samsyn.rules.timeline import Status, life, status_on
from samsyn.web.ui.formats import civil_date, grouped, relative_days


@dataclass(frozen=True, slots=True)
class StandingWords:
    """`word` is short («gäller»), `sentence` what a person would say, `kind` the kind of tag."""

    status: Status
    word: str
    sentence: str
    kind: str
    reason: Reason
    proposal: bool
    """The text itself is a proposal or a draft: what it says holds only if the parties sign it."""


def standing_words(dossier: Dossier, today: date) -> StandingWords:
    """The status on a day, in the reader's language."""
    standing = status_on(dossier, today)
    proposal = dossier.agreement.source.status != "signed"
    word, kind = _WORDS[standing.status]
    say = _as_proposed if proposal and standing.status != Status.WAITING else _SENTENCES[standing.status]
    sentence = say(dossier, today)
    return StandingWords(standing.status, str(word), sentence, kind, standing.reason, proposal)


_WORDS: dict[Status, tuple[Promise, str]] = {
    Status.PROPOSED: (_("förslag"), "waiting"),
    Status.WAITING: (_("väntar"), "waiting"),
    Status.NOT_BEGUN: (_("har inte börjat"), "waiting"),
    Status.IN_FORCE: (_("gäller"), "joint"),
    Status.NOTICE_GIVEN: (_("uppsagd"), "soon"),
    Status.ENDED: (_("har slutat"), "plain"),
}


def _waiting(dossier: Dossier, today: date) -> str:
    return gettext("Överenskommelsen väntar på ett villkor och gäller inte än.")


def _not_begun(dossier: Dossier, today: date) -> str:
    first = life(dossier, today).start
    words = {"day": civil_date(first, "long"), "distance": relative_days(first, today)}
    return gettext("Överenskommelsen börjar gälla %(day)s, %(distance)s.") % words


def _in_force(dossier: Dossier, today: date) -> str:
    span = life(dossier, today)
    words = {
        "n": grouped((today - span.start).days + 1),
        "of": grouped(span.days),
        "last": civil_date(span.last, "long"),
    }
    return gettext("Överenskommelsen gäller till och med %(last)s. I dag är dag %(n)s av %(of)s.") % words


def _notice_given(dossier: Dossier, today: date) -> str:
    last = life(dossier, today).last
    words = {"last": civil_date(last, "long"), "distance": relative_days(last, today)}
    return gettext("Överenskommelsen är uppsagd. Sista dagen är %(last)s, %(distance)s.") % words


def _ended(dossier: Dossier, today: date) -> str:
    last = life(dossier, today).last
    return gettext("Överenskommelsen har slutat gälla. Sista dagen var %(last)s.") % {"last": civil_date(last, "long")}


def _as_proposed(dossier: Dossier, today: date) -> str:
    """What the text says about its time, without claiming that anybody has agreed to it."""
    span = life(dossier, today)
    words = {"first": civil_date(span.start, "long"), "last": civil_date(span.last, "long")}
    if dossier.agreement.source.status == "draft":
        return gettext("Enligt utkastet gäller det från och med %(first)s till och med %(last)s.") % words
    return gettext("Enligt förslaget gäller det från och med %(first)s till och med %(last)s.") % words


_SENTENCES = {
    Status.PROPOSED: _as_proposed,
    Status.WAITING: _waiting,
    Status.NOT_BEGUN: _not_begun,
    Status.IN_FORCE: _in_force,
    Status.NOTICE_GIVEN: _notice_given,
    Status.ENDED: _ended,
}
