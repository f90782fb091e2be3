"""The whole story of one twin, in the order of its days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from samsyn.web.access.jobs import Job
from samsyn.web.agreements.queries import dossier_of
from samsyn.web.obligations.actions import derive_anew
from samsyn.web.organisations.models import Organisation
from samsyn.web.partnerships.models import Partnership
from samsyn.web.seed.stories.changes import changes_of
from samsyn.web.seed.stories.contacts import contacts_of
from samsyn.web.seed.stories.contributions import contributions_of
from samsyn.web.seed.stories.duties import duties_of, objections_of
from samsyn.web.seed.stories.incidents import incidents_of
from samsyn.web.seed.stories.matters import matters_of
from samsyn.web.seed.stories.meetings import meetings_of
from samsyn.web.seed.stories.nights import nights_of
from samsyn.web.seed.stories.occasions import occasions_of
from samsyn.web.seed.stories.placements import placements_of
from samsyn.web.seed.stories.story import Story
from samsyn.web.seed.stories.support import support_of
from samsyn.web.seed.stories.surveys import surveys_of
from samsyn.web.seed.stories.tallies import tallies_of
from samsyn.web.seed.stories.teller import Happening, Teller
from samsyn.web.seed.stories.workers import workers_of

DAILY = (tallies_of, workers_of, occasions_of, surveys_of, incidents_of, contributions_of)
"""What is done every day: by whom, for whom, and how many came."""


def in_order(happenings: Iterable[Happening], today: date) -> None:
    """Nothing ahead of today is told."""
    for happening in sorted(happenings, key=lambda each: (each.on, each.order)):
        if happening.on <= today:
            happening.tell()


def tell_story(
    partnership: Partnership, story: Story, organisations: dict[str, Organisation], *, now: datetime, today: date
) -> None:
    """Nothing ahead is told, except meetings that have been called. Told once, when the twin is first loaded."""
    teller = Teller(partnership, dossier_of(partnership), organisations, today)
    happenings = [
        *contacts_of(teller),
        *meetings_of(teller, story),
        *duties_of(teller, story),
        *objections_of(teller, story),
        *changes_of(teller, story),
        *matters_of(teller, story),
        *nights_of(teller, story),
        *placements_of(teller, story),
        *support_of(teller, story),
        *(each for part in DAILY for each in part(teller, story)),
    ]
    in_order(happenings, today)
    derive_anew(partnership, dossier_of(partnership), by=Job.SEED, now=now, today=today)
