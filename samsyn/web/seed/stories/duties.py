"""What shows that duties were met: most in time, some late, some not yet; and what was disputed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta

from samsyn.rules.obligations import Evidence as By
from samsyn.web.documents.actions import add_document
from samsyn.web.documents.models import Document
from samsyn.web.obligations import actions
from samsyn.web.obligations.models import Evidence, Objection, Obligation
from samsyn.web.organisations.roles import Role
from samsyn.web.seed.stories.story import ObjectionTold, Story
from samsyn.web.seed.stories.teller import Happening, Now, Teller

_ORDER = 30
_SHOWN_BY = {
    By.REPORT: Evidence.Kind.REPORT,
    By.SURVEY: Evidence.Kind.REPORT,
    By.INVOICE: Evidence.Kind.DOCUMENT,
    By.PAYMENT: Evidence.Kind.PAYMENT,
    By.NOTE: Evidence.Kind.NOTE,
    By.WRITTEN_NOTICE: Evidence.Kind.NOTE,
}
_LATE = timedelta(days=6)


def duties_of(teller: Teller, story: Story) -> Iterator[Happening]:
    """One for each duty that has had its day. A meeting is shown by its minutes."""
    found = Obligation.objects.filter(partnership=teller.partnership, due__lt=teller.today, evidence__in=_SHOWN_BY)
    for duty in found.exclude(due=None).order_by("due", "term", "occurrence"):
        name, giver = str(duty).replace(" ", "/"), _giver(teller, duty)
        if name in story.open or name in story.told_by_money or giver is None:
            continue
        late = name in story.late
        on = (duty.due or teller.today) + _LATE if late else _in_time(duty)
        yield Happening(on, _ORDER, lambda duty=duty, giver=giver, on=on: _show(teller, duty, giver, on))  # type: ignore[misc]


def objections_of(teller: Teller, story: Story) -> Iterator[Happening]:
    for told in story.objection:
        known: dict[str, Objection] = {}
        yield Happening(told.on, _ORDER + 5, lambda told=told, known=known: _object(teller, told, known))  # type: ignore[misc]
        if told.settled_on:
            yield Happening(
                told.settled_on,
                _ORDER + 5,
                lambda told=told, known=known: _settle(teller, told, known),  # type: ignore[misc]
            )


def _giver(teller: Teller, duty: Obligation) -> str | None:
    """The first of those who owe it that is a party; a body is spoken for by its first party."""
    for key in duty.by_keys:
        if key in teller.dossier.agreement.party:
            return key
    owners = {teller.organisations[key].pk: key for key in teller.parties}
    return next((owners[owner] for owner in duty.owed_by if owner in owners), None)


def _in_time(duty: Obligation) -> date:
    """Some days before, the same each time the story is told."""
    days = hashlib.sha256(str(duty).encode()).digest()[0] % 9
    return max(duty.window_start, (duty.due or duty.window_end) - timedelta(days=days))


def _show(teller: Teller, duty: Obligation, giver: str, on: date) -> None:
    with teller.acting(giver, Role.CONTROLLER, on) as now:
        known = Obligation.objects.get(pk=duty.pk)
        if not known.is_open:
            return
        kind = _SHOWN_BY[By(known.evidence)]
        papers = (Evidence.Kind.REPORT, Evidence.Kind.DOCUMENT)
        actions.give_evidence(
            known,
            kind=kind,
            done_on=on,
            document=_paper(teller, known, now) if kind in papers else None,
            says="" if kind in papers else _said(kind),
            by=now.by,
            now=now.now,
            today=now.today,
        )


def _said(kind: str) -> str:
    return "Betalt." if kind == Evidence.Kind.PAYMENT else "Klart."


def _paper(teller: Teller, duty: Obligation, now: Now) -> Document:
    text = f"Påhittad demohandling.\n\n{duty.says}\nPunkt {duty.clause}.\n"
    return add_document(
        teller.partnership,
        f"{duty.term}-{duty.occurrence}.txt",
        text.encode(),
        title=duty.says[:150],
        public_title="Handling i partnerskapet",
        direction="drawn_up",
        dated=now.today,
        hand_over=True,
        by=now.by,
        now=now.now,
    )


def _object(teller: Teller, told: ObjectionTold, known: dict[str, Objection]) -> None:
    term, _, occurrence = told.duty.partition("/")
    with teller.acting(told.by, Role.CONTROLLER, told.on) as now:
        duty = Obligation.objects.get(partnership=teller.partnership, term=term, occurrence=occurrence)
        known["objection"] = actions.object_to(duty, told.reason, by=now.by, now=now.now, today=now.today)


def _settle(teller: Teller, told: ObjectionTold, known: dict[str, Objection]) -> None:
    assert told.settled_on is not None
    with teller.acting(told.by, Role.CONTROLLER, told.settled_on) as now:
        actions.settle_objection(known["objection"], told.settled_how, by=now.by, now=now.now, today=now.today)
