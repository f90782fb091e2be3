"""story.toml: what is invented in a twin. Ids are those of the twin."""

from __future__ import annotations

import tomllib
from dataclasses import field
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from samsyn.web.seed.stories.counting_told import TallyTold
from samsyn.web.seed.stories.events_told import ContributionTold, IncidentTold, OutsideTold
from samsyn.web.seed.stories.insight_told import InsightTold
from samsyn.web.seed.stories.money_told import (
    AccountsTold,
    BooksTold,
    BuyerTold,
    ClaimTold,
    FunderTold,
    IndexTableTold,
    InvoiceTold,
    LedgerTold,
    PaymentTold,
    SellerTold,
    StatementTold,
)
from samsyn.web.seed.stories.occasions_told import OccasionsTold
from samsyn.web.seed.stories.places_told import NightsTold, PlacementsTold
from samsyn.web.seed.stories.publication_told import OpeningTold
from samsyn.web.seed.stories.reports_told import ReportTold
from samsyn.web.seed.stories.support_told import SupportTold
from samsyn.web.seed.stories.surveys_told import SurveyTold
from samsyn.web.seed.stories.workers_told import TextTold, WorkerTold


class StoryError(ValueError):
    """A story that cannot be told. Says in which file, at which key, and what is wrong."""


_strict = dataclass(frozen=True, kw_only=True, config=ConfigDict(extra="forbid"))


@_strict
class StepTold:
    """A party takes a step in a change: approval, signature, board_decision, legal_force, refusal…"""

    party: str
    kind: str
    on: date
    function: str = ""
    reference: str = ""
    within_limits: bool = False
    says: str = ""


@_strict
class ChangeTold:
    """A change drafted by a party, proposed the same day, and what the parties then did."""

    kind: str
    by: str
    on: date
    clause: str
    says: str
    because: str = ""
    first: date | None = None
    last: date | None = None
    of: str = ""
    set: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    add: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    steps: tuple[StepTold, ...] = ()


@_strict
class ConfirmTold:
    """A meeting decides what a clause means. `meeting` is its number in the body."""

    body: str
    meeting: int
    assumption: str
    says: str
    answer: str = ""


@_strict
class AnswerTold:
    party: str
    on: date
    how: str
    """acknowledge, approve, refuse, dialogue, settle."""
    says: str = ""


@_strict
class MatterTold:
    kind: str
    by: str
    on: date
    title: str
    says: str
    happens_on: date | None = None
    answers: tuple[AnswerTold, ...] = ()


@_strict
class ObjectionTold:
    """A party disputes that a duty was met. `duty` is «term/occurrence»."""

    duty: str
    by: str
    on: date
    reason: str
    settled_on: date | None = None
    settled_how: str = ""


@_strict
class Story:
    """`late` and `open` are duties («term/occurrence») shown some days after their day, or not at all.

    `notes`, `decisions` and `actions` are used in turn at the meetings. `waits` is the party that has not yet answered
    the minutes of the newest meeting.
    """

    late: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    notes: tuple[str, ...] = ("Parterna gick igenom läget. Inget särskilt att anmärka.",)
    decisions: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    waits: str = ""
    change: tuple[ChangeTold, ...] = ()
    confirm: tuple[ConfirmTold, ...] = ()
    matter: tuple[MatterTold, ...] = ()
    objection: tuple[ObjectionTold, ...] = ()
    nights: NightsTold | None = None
    placements: PlacementsTold | None = None
    support: SupportTold | None = None
    tallies: tuple[TallyTold, ...] = ()
    texts: tuple[TextTold, ...] = ()
    workers: tuple[WorkerTold, ...] = ()
    occasions: tuple[OccasionsTold, ...] = ()
    surveys: tuple[SurveyTold, ...] = ()
    incidents: tuple[IncidentTold, ...] = ()
    outside: tuple[OutsideTold, ...] = ()
    contributions: tuple[ContributionTold, ...] = ()
    index_tables: tuple[IndexTableTold, ...] = ()
    sellers: tuple[SellerTold, ...] = ()
    buyers: tuple[BuyerTold, ...] = ()
    ledgers: tuple[LedgerTold, ...] = ()
    invoices: tuple[InvoiceTold, ...] = ()
    payments: tuple[PaymentTold, ...] = ()
    accounts: tuple[AccountsTold, ...] = ()
    books: tuple[BooksTold, ...] = ()
    funders: tuple[FunderTold, ...] = ()
    statements: tuple[StatementTold, ...] = ()
    claims: tuple[ClaimTold, ...] = ()
    reports: tuple[ReportTold, ...] = ()
    insight: tuple[InsightTold, ...] = ()
    public_page: tuple[OpeningTold, ...] = ()

    @property
    def told_by_money(self) -> frozenset[str]:
        """Duties («term/occurrence») that an invoice, a payment, a statement or a report of the story shows, or leaves
        open."""
        invoiced = [each.duty for each in self.invoices]
        paid = [each.removesuffix("-invoice") for each in invoiced] + [each.duty for each in self.payments]
        reported = [duty for each in self.reports for duty in (each.duty, *each.also)]
        return frozenset([*invoiced, *paid, *(each.duty for each in self.statements), *reported])


def read_story(content: bytes, name: str) -> Story:
    """`name` is how the file is called in what is said. Raises StoryError for what is no story."""
    try:
        found: Story = TypeAdapter(Story).validate_python(tomllib.loads(content.decode(), parse_float=Decimal))
    except tomllib.TOMLDecodeError as trouble:
        raise StoryError(f"{name}: {trouble}") from trouble
    except ValidationError as trouble:
        wrong = (f"{name}: {'.'.join(map(str, each['loc']))}: {each['msg']}" for each in trouble.errors())
        raise StoryError("\n".join(wrong)) from trouble
    return found
