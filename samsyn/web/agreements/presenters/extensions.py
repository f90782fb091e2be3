"""How far the agreement can be extended, one extension after the other, and what the deadline of each is called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from django.utils.translation import gettext

from samsyn.rules.reading import Dossier
from samsyn.rules.terms import ChangeFile, Happening
from samsyn.rules.terms.period import Extension
from samsyn.rules.timeline import Option, next_extension


@dataclass(frozen=True, slots=True)
class Reach:
    """The furthest last day; where the text sets no end to the extensions, that of the next one."""

    last: date
    unlimited: bool


def reach_of(dossier: Dossier, today: date) -> Reach | None:
    """As known on a day. None where it cannot be extended."""
    last = None
    for option in extensions(as_known(dossier, today)):
        if _without_end(option.term):
            return Reach(last or option.new_last, unlimited=True)
        last = option.new_last
    return Reach(last, unlimited=False) if last else None


def extensions(dossier: Dossier, at_most: int | None = None) -> Iterator[Option]:
    """Extend again and again, as if it were settled each time. Endless where the text sets no end."""
    return islice(_one_after_the_other(dossier), at_most)


def as_known(dossier: Dossier, today: date) -> Dossier:
    """Without what happens later."""
    return replace(dossier, changes=tuple(file for file in dossier.changes if file.change.on <= today))


def deadline_words(option: Option) -> str:
    """What the last day for settling an extension is, in a few words."""
    if option.term.form == "tacit":
        return tacit_words(option.new_last)
    return gettext("sista dag att förlänga")


def tacit_words(new_last: date) -> str:
    """Where it goes on of itself, nobody extends it: the day is the last one for stopping it."""
    return gettext("sista dag att säga upp, annars förlängs den till %(last)s") % {"last": new_last}


def _without_end(term: Extension) -> bool:
    return term.times is None and term.latest_end is None


def _one_after_the_other(dossier: Dossier) -> Iterator[Option]:
    number = 0
    while option := next_extension(dossier):
        yield option
        number += 1
        dossier = replace(dossier, changes=(*dossier.changes, _settled(option, number)))


def _settled(option: Option, number: int) -> ChangeFile:
    happening = Happening(
        id=f"what-if-{number}",
        kind="extension",
        clause=option.term.clause,
        says=option.reason.says,
        on=option.settle_by,
        last=option.new_last,
    )
    return ChangeFile(change=happening)
