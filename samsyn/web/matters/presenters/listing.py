"""A matter as a line in the list, and the ways to open one. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from samsyn.rules.matters import Form, Kind
from samsyn.web.matters.presenters.words import kind_says, kind_words, listed, state_kind, state_words
from samsyn.web.matters.queries import Situation


@dataclass(frozen=True, slots=True)
class Row:
    """`missing`: whose answer is awaited, in words; `side` is the opener's kind of party."""

    url: str
    number: int
    kind: str
    title: str
    opener: str
    side: str
    opened_on: date
    happens_on: date | None
    clause: str
    state: str
    state_kind: str
    missing: str


def row_of(situation: Situation, home: str) -> Row:
    matter, course = situation.matter, situation.course
    party = situation.terms.party.get(course.opener)
    return Row(
        url=f"{home}{matter.pk}/",
        number=matter.number,
        kind=kind_words(matter.kind),
        title=matter.title,
        opener=situation.name_of(course.opener),
        side=party.kind if party else "joint",
        opened_on=matter.opened_on,
        happens_on=matter.happens_on,
        clause=matter.clause,
        state=state_words(course),
        state_kind=state_kind(course),
        missing=_missing(situation),
    )


def _missing(situation: Situation) -> str:
    who = listed(situation.name_of(each) for each in situation.course.missing)
    if not who:
        return ""
    if situation.course.form is Form.APPROVAL:
        return gettext("Inte godkänt av %(who)s") % {"who": who}
    return gettext("Inte bekräftat av %(who)s") % {"who": who}


def ways_to_open(home: str) -> Sequence[tuple[str, str, str]]:
    """Address, name and when, for each kind."""
    return [(f"{home}open/{kind.value.replace('_', '-')}/", kind_words(kind), kind_says(kind)) for kind in Kind]
