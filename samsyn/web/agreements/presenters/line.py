"""The agreement line of one partnership: deadlines always, the duties where they are given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from django.utils.translation import gettext

from samsyn.charts.agreement_line import AgreementLine, Mark
from samsyn.rules.reading import Dossier
from samsyn.rules.timeline import agreed_by, last_day_after_notice, life, next_extension
from samsyn.web.agreements.presenters.extensions import deadline_words, reach_of
from samsyn.web.ui.components.line import line_words


def strip_of(dossier: Dossier, today: date) -> AgreementLine:
    """The small line: period, today and the deadlines. Needs no derived duties."""
    return line_of(dossier, today, ())


def line_of(dossier: Dossier, today: date, marks: Iterable[Mark]) -> AgreementLine:
    """The whole line. `marks` are the duties that are to be shown on it."""
    span = life(dossier, today)
    reach = reach_of(dossier, today)
    return AgreementLine(
        span.start,
        span.last,
        today,
        (*deadlines(dossier, today), *marks),
        may_last_to=reach.last if reach else None,
        words=line_words(unlimited=reach is not None and reach.unlimited),
    )


def deadlines(dossier: Dossier, today: date) -> Iterator[Mark]:
    """Last day to settle an extension, and last day on which notice still shortens the time."""
    span = life(dossier, today)
    option = next_extension(dossier, today)
    if option and span.start <= option.settle_by:
        yield Mark(option.settle_by, "extension", deadline_words(option), option.term.clause)
    notice = next((term for term in agreed_by(dossier, today, today).notice.values() if term.applies), None)
    last = last_day_for_notice(dossier, today)
    if notice and last:
        yield Mark(last, "notice", gettext("sista dag att säga upp i förtid"), notice.clause)


def last_day_for_notice(dossier: Dossier, today: date) -> date | None:
    """The last day on which notice makes the agreement end earlier than it does anyway, or None.

    By the terms that hold today.
    """
    span, agreement = life(dossier, today), agreed_by(dossier, today, today)
    if not agreement.notice or last_day_after_notice(agreement, span.start, span.last) >= span.last:
        return None
    low, high = 0, span.days
    while low + 1 < high:  # the answer only grows with the day: look in the middle
        middle = (low + high) // 2
        early = last_day_after_notice(agreement, span.start + timedelta(middle), span.last) < span.last
        low, high = (middle, high) if early else (low, middle)
    return span.start + timedelta(low)
