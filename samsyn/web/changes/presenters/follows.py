"""What a change says and what it leads to, for its document: terms line by line, days and sums before and after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext, ngettext

from samsyn.exchange.pdf import change as pdf
from samsyn.exchange.pdf.parts import Tag
from samsyn.rules.obligations import Obligation, duties
from samsyn.rules.reading import Dossier
from samsyn.rules.timeline import if_notice_is_given, life, next_extension
from samsyn.web.agreements.presenters.changes import TermChange, term_changes
from samsyn.web.agreements.presenters.other_reading import compared
from samsyn.web.agreements.presenters.sides import kind_title
from samsyn.web.changes.preview import Preview
from samsyn.web.ui.formats import STUCK

MOST = 12
"""So many days are written out for one duty; the rest are counted."""
_SAID_BY_LIFE = ("extension_deadline", "end_of_period")


def tag(clause: str) -> Tag:
    return Tag(f"§{STUCK}{clause}" if clause[:1].isdigit() else clause)


def terms_of(preview: Preview) -> Iterator[pdf.TermChange]:
    """Term by term, in the order of the families."""
    for each in term_changes(preview.old, preview.new):
        title = f"{each.title}: {each.name}" if each.name else each.title
        # The sentence about a changed term may be the old one, if only its figures change: the lines say what holds.
        says = "" if each.what == "changed" else each.says
        yield pdf.TermChange(each.what, tag(each.clause), title, says, tuple(_lines(each)))


def _lines(change: TermChange) -> Iterator[pdf.Line]:
    nothing = gettext("inget")
    for fact in change.facts:
        empty = nothing if change.what == "changed" else ""
        yield pdf.Line(fact.label, fact.old or empty, fact.new or empty)


def follows_of(preview: Preview, today: date) -> Iterator[pdf.Follows]:
    """First how long the agreement lives, then duty by duty; what is the same is left out."""
    yield from _life(preview.before, preview.after, max(preview.first, today))
    for each in compared(*(duties(each, index=preview.index) for each in (preview.before, preview.after))):
        if each.kind in _SAID_BY_LIFE:
            continue
        clause = tag((each.after or each.before)[0].clause).label
        yield pdf.Follows(f"{kind_title(each.kind)} ({clause})", _days(each.before), _days(each.after))


def _life(before: Dossier, after: Dossier, day: date) -> Iterator[pdf.Follows]:
    """What notice would lead to is told only where the last day itself is the same."""
    last = (gettext("Sista dagen"), life(before).last, life(after).last)
    notice = (
        gettext("Sista dagen om den sägs upp %(day)s") % {"day": day},
        if_notice_is_given(before, day).last,
        if_notice_is_given(after, day).last,
    )
    settled = (gettext("Förlängning klar senast"), _settled(before), _settled(after))
    for what, old, new in (last, settled) if last[1] != last[2] else (settled, notice):
        if old != new:
            yield pdf.Follows(what, (_day(old),), (_day(new),))


def _settled(dossier: Dossier) -> date | None:
    option = next_extension(dossier)
    return option.settle_by if option else None


def _day(day: date | None) -> str:
    return day.isoformat() if day else gettext("ingen")


def _days(found: Sequence[Obligation]) -> tuple[str, ...]:
    """One line for each, by day: the day, or that there is none, and the sum."""
    if not found:
        return (gettext("ingenting"),)
    lines = [_owed(each) for each in sorted(found, key=lambda each: (each.due or date.max, each.key))]
    more = len(lines) - MOST
    if more <= 0:
        return tuple(lines)
    rest = ngettext("och %(n)s till, %(last)s", "och %(n)s till, den sista %(last)s", more)
    return (*lines[:MOST], rest % {"n": more, "last": lines[-1]})


def _owed(each: Obligation) -> str:
    day = each.due.isoformat() if each.due else gettext("ingen bestämd dag")
    return f"{day}, {each.amount}" if each.amount else day
