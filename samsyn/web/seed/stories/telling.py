"""The stories of the twins, in the order of their days: what an organisation does in two of them comes in order too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from samsyn.web.access.jobs import Job
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.obligations.actions import derive_anew
from samsyn.web.organisations.models import Organisation
from samsyn.web.partnerships.models import Partnership
from samsyn.web.seed.stories.books import books_of
from samsyn.web.seed.stories.changes import changes_of
from samsyn.web.seed.stories.claims import claims_of
from samsyn.web.seed.stories.contacts import contacts_of
from samsyn.web.seed.stories.contributions import contributions_of
from samsyn.web.seed.stories.duties import duties_of, objections_of
from samsyn.web.seed.stories.incidents import incidents_of
from samsyn.web.seed.stories.indices import indices_of
from samsyn.web.seed.stories.insight import insight_of
from samsyn.web.seed.stories.invoices import invoices_of
from samsyn.web.seed.stories.matters import matters_of
from samsyn.web.seed.stories.meetings import meetings_of
from samsyn.web.seed.stories.nights import nights_of
from samsyn.web.seed.stories.occasions import occasions_of
from samsyn.web.seed.stories.outside import outside_of
from samsyn.web.seed.stories.placements import placements_of
from samsyn.web.seed.stories.publication import publication_of
from samsyn.web.seed.stories.reports import reports_of
from samsyn.web.seed.stories.statements import statements_of
from samsyn.web.seed.stories.story import Story
from samsyn.web.seed.stories.support import support_of
from samsyn.web.seed.stories.surveys import surveys_of
from samsyn.web.seed.stories.tallies import tallies_of
from samsyn.web.seed.stories.teller import Happening, Teller
from samsyn.web.seed.stories.workers import workers_of

DAILY = (tallies_of, workers_of, occasions_of, surveys_of, incidents_of, contributions_of, outside_of)
"""What is done every day: by whom, for whom, and how many came."""

MONEY = (indices_of, invoices_of, books_of, statements_of, claims_of)
"""What it costs, and who pays: of every act the order within a day is in the file of the thing."""


@dataclass(frozen=True)
class Untold:
    """A twin that has just been loaded, and its story."""

    partnership: Partnership
    story: Story
    organisations: dict[str, Organisation]
    folder: Path


def in_order(happenings: Iterable[Happening], today: date, say: Callable[[str], None] = lambda _: None) -> None:
    """Nothing ahead of today is told. `say` hears each month as it begins."""
    month = ""
    for happening in sorted(happenings, key=lambda each: (each.on, each.order)):
        if happening.on > today:
            return
        if month != (month := f"{happening.on:%Y-%m}"):
            say(f"{month} …")
        happening.tell()


def tell_stories(
    untold: Sequence[Untold], *, now: datetime, today: date, say: Callable[[str], None] = lambda _: None
) -> None:
    """Nothing ahead is told, except meetings that have been called. Told once, when the twins are first loaded."""
    in_order([each for one in untold for each in _happenings_of(one, today)], today, say)
    for one in untold:
        derive_anew(one.partnership, dossier_of(one.partnership), by=Job.SEED, now=now, today=today)


def _happenings_of(one: Untold, today: date) -> Iterator[Happening]:
    teller = Teller(one.partnership, dossier_of(one.partnership), one.organisations, today, one.folder)
    story = one.story
    yield from contacts_of(teller)
    for part in (meetings_of, duties_of, objections_of, changes_of, matters_of, nights_of, placements_of, support_of):
        yield from part(teller, story)
    for part in (*DAILY, *MONEY, reports_of, insight_of, publication_of):
        yield from part(teller, story)
