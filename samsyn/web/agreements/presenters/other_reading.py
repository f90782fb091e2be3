"""What another reading of a clause would give: which days, sums and parties differ, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from django.utils.translation import gettext, ngettext

from samsyn.rules.money import IndexRegister
from samsyn.rules.obligations import Obligation, duties
from samsyn.rules.reading import Dossier
from samsyn.rules.terms.amend import NothingChanged, UnknownTerm
from samsyn.rules.timeline import if_notice_is_given, life, next_extension, with_alternative
from samsyn.web.agreements.presenters.changes import term_changes
from samsyn.web.agreements.presenters.sides import kind_title
from samsyn.web.agreements.presenters.terms import reference

_SAID_ELSEWHERE = ("extension_deadline", "end_of_period")


@dataclass(frozen=True, slots=True)
class Moved:
    """The occurrences of one term that differ. One is empty where they fall away or are new."""

    term: str
    kind: str
    before: tuple[Obligation, ...]
    after: tuple[Obligation, ...]


@dataclass(frozen=True, slots=True)
class Consequence:
    """`terms`: what the clause itself would say; `follows`: what that changes in days, sums and parties."""

    terms: tuple[str, ...]
    follows: tuple[str, ...]


def consequence_of(
    dossier: Dossier, assumption_id: str, alternative_id: str, today: date, index: IndexRegister
) -> Consequence:
    """In the reader's language. Nothing follows where a later change has already settled the question."""
    other = other_dossier(dossier, assumption_id, alternative_id)
    if other is None:
        return Consequence((), ())
    changed = term_changes(dossier.agreement, other.agreement)
    terms = tuple(f"{fact.label}: {fact.new_or_nothing}" for change in changed for fact in change.facts)
    moved = tuple(line for each in _moved(dossier, other, index) for line in _said(dossier, each))
    return Consequence(terms, (*_life_said(dossier, other, today), *moved))


@lru_cache(maxsize=4096)
def other_dossier(dossier: Dossier, assumption_id: str, alternative_id: str) -> Dossier | None:
    """The same agreement as another reading would have it; None where an amendment has made it impossible."""
    try:
        other = replace(dossier, agreement=with_alternative(dossier.agreement, assumption_id, alternative_id))
        duties(other)
    except (UnknownTerm, NothingChanged):
        return None
    return other


@lru_cache(maxsize=4096)
def _moved(dossier: Dossier, other: Dossier, index: IndexRegister) -> tuple[Moved, ...]:
    return compared(duties(dossier, index=index), duties(other, index=index))


def compared(before: Iterable[Obligation], after: Iterable[Obligation]) -> tuple[Moved, ...]:
    """Occurrences with the same key that differ, and those that only one of them has, term by term."""
    old, new = {each.key: each for each in before}, {each.key: each for each in after}
    keys = [key for key in {**old, **new} if _seen(old.get(key)) != _seen(new.get(key))]
    found: dict[tuple[str, str], tuple[list[Obligation], list[Obligation]]] = {}
    for key in keys:
        was, becomes = found.setdefault((key.term, (new.get(key) or old[key]).kind), ([], []))
        was += [old[key]] if key in old else []
        becomes += [new[key]] if key in new else []
    return tuple(Moved(term, kind, tuple(was), tuple(now)) for (term, kind), (was, now) in found.items())


def follows(before: Dossier, after: Dossier, today: date, index: IndexRegister) -> tuple[str, ...]:
    """What a change would bring, one sentence for each thing: the last day and its deadlines, then the duties."""
    was, becomes = (duties(each, index=index, known_on=today) for each in (before, after))
    moved = (line for each in compared(was, becomes) for line in _said(after, each))
    return (*_life_said(before, after, today, known_on=today), *moved)


def _seen(each: Obligation | None) -> tuple[object, ...] | None:
    """What a reader would notice."""
    return None if each is None else (each.due, each.due_stated, each.amount, each.amount_note, each.by, each.to)


def _said(dossier: Dossier, moved: Moved) -> Iterator[str]:
    """One sentence for the occurrences of a term."""
    title, old, new = kind_title(moved.kind), moved.before, moved.after
    if moved.kind in _SAID_ELSEWHERE:
        return
    if not old or not new:
        words = {"what": title, "n": _times(len(old or new)), "when": _first_day(old or new)}
        lost = gettext("%(what)s: %(n)s faller bort%(when)s.")
        yield (lost if old else gettext("%(what)s: %(n)s kommer till%(when)s.")) % words
    elif {each.key for each in old} != {each.key for each in new} or len(old) != len(new):
        before = str(len(old)) if any(each.due for each in old) else gettext("utan dag")
        words = {"what": title, "n": _times(len(new)), "before": before, "when": _first_day(new)}
        yield gettext("%(what)s: %(n)s i stället för %(before)s%(when)s.") % words
    else:
        yield _one_changed(dossier, title, old[0], new[0]) + _as_well(len(old) - 1)


def _one_changed(dossier: Dossier, title: str, old: Obligation, new: Obligation) -> str:
    to = gettext("till %(who)s")
    pairs = [
        (_day(new), _day(old)),
        (_sum(new), _sum(old)),
        (_names(dossier, new.by), _names(dossier, old.by)),
        (to % {"who": _names(dossier, new.to)}, to % {"who": _names(dossier, old.to)}),
    ]
    said = [gettext("%(new)s i stället för %(old)s") % {"new": a, "old": b} for a, b in pairs if a != b]
    return f"{title}: {', '.join(said) or gettext('ändras')}."


def _day(each: Obligation) -> str:
    if each.due is None:
        return gettext("ingen dag")
    words = {"day": each.due.isoformat()}
    if each.due_stated:
        return gettext("senast %(day)s") % words
    return gettext("%(day)s (dagen står inte i texten)") % words


def _sum(each: Obligation) -> str:
    if each.amount:
        return str(each.amount)
    return _lower(each.amount_note.split(". ")[0].rstrip(".")) or gettext("ingen summa")


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _names(dossier: Dossier, keys: Sequence[str]) -> str:
    if not keys:
        return gettext("alla")
    return ", ".join(reference(key, dossier.agreement) for key in keys)


def _times(number: int) -> str:
    return ngettext("%(n)s tillfälle", "%(n)s tillfällen", number) % {"n": number}


def _first_day(found: Sequence[Obligation]) -> str:
    first = min((each for each in found if each.due), key=lambda each: each.due or date.max, default=None)
    if first is None:
        return ""
    said = gettext(", det första %(day)s") % {"day": first.due}
    return f"{said}, {first.amount}" if first.amount else said


def _as_well(number: int) -> str:
    if not number:
        return ""
    return " " + ngettext("%(n)s till ändras på samma sätt.", "%(n)s till ändras på samma sätt.", number) % {
        "n": number
    }


def _life_said(dossier: Dossier, other: Dossier, today: date, known_on: date | None = None) -> Iterator[str]:
    """The last day, the extension and notice, where they differ."""
    old, new = life(dossier, known_on).last, life(other, known_on).last
    if old != new:
        yield gettext("Sista dagen blir %(new)s i stället för %(old)s.") % {"new": new, "old": old}
    was, becomes = next_extension(dossier, known_on), next_extension(other, known_on)
    if was and becomes and was.settle_by != becomes.settle_by:
        words = {"new": becomes.settle_by, "old": was.settle_by}
        yield gettext("Förlängning ska vara klar senast %(new)s i stället för %(old)s.") % words
    if was and becomes and was.new_last != becomes.new_last:
        words = {"new": becomes.new_last, "old": was.new_last}
        yield gettext("En förlängning räcker till %(new)s i stället för %(old)s.") % words
    before, after = if_notice_is_given(dossier, today), if_notice_is_given(other, today)
    if (before.possible or after.possible) and before.last != after.last:
        words = {"new": after.last, "old": before.last}
        yield gettext("Sägs den upp i dag blir sista dagen %(new)s i stället för %(old)s.") % words
