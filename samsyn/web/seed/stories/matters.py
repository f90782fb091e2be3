"""What the parties wrote to each other, and what they answered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from samsyn.web.matters import actions
from samsyn.web.matters.models import Matter
from samsyn.web.organisations.roles import Role
from samsyn.web.seed.stories.story import AnswerTold, MatterTold, Story
from samsyn.web.seed.stories.teller import Happening, Teller

_ORDER = 50


def matters_of(teller: Teller, story: Story) -> Iterator[Happening]:
    for told in story.matter:
        known: dict[str, Matter] = {}
        yield Happening(told.on, _ORDER, lambda told=told, known=known: _open(teller, told, known))  # type: ignore[misc]
        for each in told.answers:
            yield Happening(each.on, _ORDER + 1, lambda each=each, known=known: _answer(teller, each, known))  # type: ignore[misc]


def _open(teller: Teller, told: MatterTold, known: dict[str, Matter]) -> None:
    with teller.acting(told.by, Role.HEAD, told.on) as now:
        known["matter"] = actions.open_matter(
            teller.partnership,
            told.kind,
            title=told.title,
            says=told.says,
            happens_on=told.happens_on,
            by=now.by,
            now=now.now,
            today=now.today,
        )


def _answer(teller: Teller, told: AnswerTold, known: dict[str, Matter]) -> None:
    with teller.acting(told.party, Role.HEAD, told.on) as now:
        matter = Matter.objects.get(pk=known["matter"].pk)
        common: dict[str, Any] = {"by": now.by, "now": now.now, "today": now.today}
        if told.how == "acknowledge":
            actions.acknowledge(matter, says=told.says, **common)
        elif told.how == "approve":
            actions.approve(matter, says=told.says, **common)
        elif told.how == "refuse":
            actions.refuse(matter, told.says, **common)
        elif told.how == "dialogue":
            actions.add_dialogue(matter, told.says, on=told.on, **common)
        else:
            actions.settle(matter, told.says, confirms=told.how == "confirm", **common)
