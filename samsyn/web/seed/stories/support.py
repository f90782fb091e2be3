"""Contacts with a support line, day by day, through the act that counts them. Drawn by a seed: always the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from uuid import UUID

from samsyn.web.organisations.roles import Role
from samsyn.web.seed.stories.story import Story, StoryError
from samsyn.web.seed.stories.support_told import SupportTold
from samsyn.web.seed.stories.teller import Happening, Teller
from samsyn.web.support.actions import Said, count_contact
from samsyn.web.support.line import Line, line_of

_ORDER = 60
_SATURDAY = 5
_CHANNELS = {"phone": 6, "chat": 3, "visit": 2, "mail": 1}
"""How common each is, beside the others. Invented."""


def support_of(teller: Teller, story: Story) -> Iterator[Happening]:
    told = story.support
    if told is None:
        return
    lines = teller.dossier.agreement.support_line.values()
    if not any(each.by == told.by for each in lines):
        raise StoryError(f"story.toml: support.by: {told.by!r} has no support line in the agreement.")
    random = Random(told.seed)
    for number in range((teller.today - told.first).days + 1):
        day = told.first + timedelta(days=number)
        n = _how_many(told, day, random)
        if n:
            yield Happening(day, _ORDER, lambda day=day, n=n: _count(teller, told, random, day, n))  # type: ignore[misc]


def _how_many(told: SupportTold, day: date, random: Random) -> int:
    mean = told.weekend if day.weekday() >= _SATURDAY else told.weekday
    most = mean if day.month in told.summer else 2 * mean
    return random.randint(0, most)


def _count(teller: Teller, told: SupportTold, random: Random, day: date, n: int) -> None:
    with teller.acting(told.by, Role.STAFF, day) as now:
        line = line_of(now.by, teller.partnership, teller.dossier, day)
        if line is None:
            raise StoryError(f"story.toml: support.first: no support line is agreed on {day}.")
        for _ in range(n):
            contact = UUID(int=random.getrandbits(128), version=4)
            count_contact(line, _said(line, told, random, day), contact, by=now.by, today=day)


def _said(line: Line, told: SupportTold, random: Random, day: date) -> Said:
    """The first kinds of the agreement are the most common. Children and concern are rare."""
    kinds, channels = list(line.kinds), list(line.channels)
    worries = line.concerns and random.randrange(told.concern_in) == 0
    return Said(
        day=day,
        channel=random.choices(channels, [_CHANNELS[each] for each in channels])[0],
        kind=random.choices(kinds, range(len(kinds), 0, -1))[0],
        first_or_returning=random.choice(["", "first", "returning", "returning"]) if line.asks_before else "",
        children=random.choices([0, 1, 2, 3], [6, 3, 2, 1])[0] if line.asks_children else 0,
        concern=random.choice(list(line.concerns)) if worries else "",
    )
