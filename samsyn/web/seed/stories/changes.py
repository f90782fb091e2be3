"""Changes and the steps that the parties took."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from samsyn.web.changes import actions
from samsyn.web.changes.models import Change, Step
from samsyn.web.documents.actions import add_document
from samsyn.web.organisations.roles import Role
from samsyn.web.seed.stories.story import ChangeTold, StepTold, Story
from samsyn.web.seed.stories.teller import Happening, Now, Teller

_ORDER = 40


def changes_of(teller: Teller, story: Story) -> Iterator[Happening]:
    for told in story.change:
        known: dict[str, Change] = {}
        yield Happening(told.on, _ORDER, lambda told=told, known=known: _propose(teller, told, known))  # type: ignore[misc]
        for step in told.steps:
            yield Happening(step.on, _ORDER + 1, lambda s=step, known=known: _step(teller, s, known))  # type: ignore[misc]


def _propose(teller: Teller, told: ChangeTold, known: dict[str, Change]) -> None:
    values: dict[str, Any] = {
        "clause": told.clause, "says": told.says, "because": told.because, "first": told.first, "last": told.last,
        "of": told.of,
    }  # fmt: skip
    content = {"set": told.set, "add": told.add}
    with teller.acting(told.by, Role.HEAD, told.on) as now:
        change = actions.draft(
            teller.partnership, told.kind, values, content=content, by=now.by, now=now.now, today=now.today
        )
        known["change"] = actions.propose(change, by=now.by, now=now.now, today=now.today)


def _step(teller: Teller, told: StepTold, known: dict[str, Change]) -> None:
    with teller.acting(told.party, Role.HEAD, told.on) as now:
        values: dict[str, Any] = {
            "on": told.on, "function": told.function, "reference": told.reference, "within_limits": told.within_limits,
            "says": told.says,
        }  # fmt: skip
        if told.kind == Step.Kind.SIGNATURE:
            values["document"] = _signed_paper(teller, told, known["change"], now)
        actions.take_step(known["change"], told.kind, values, by=now.by, now=now.now, today=now.today)


def _signed_paper(teller: Teller, told: StepTold, change: Change, now: Now) -> Any:
    """What a signed paper would be, as plain text that says that it is invented."""
    who = teller.dossier.agreement.party_name(told.party)
    text = f"Påhittad demohandling.\n\n{change.says}\n\nUndertecknat {told.on} för {who}: {told.function}.\n"
    return add_document(
        teller.partnership,
        f"tillagg-{change.number}-undertecknat.txt",
        text.encode(),
        title=f"Undertecknat tillägg {change.number}, exemplar för {who}",
        public_title="Undertecknat tillägg",
        direction="drawn_up",
        dated=told.on,
        hand_over=True,
        by=now.by,
        now=now.now,
    )
