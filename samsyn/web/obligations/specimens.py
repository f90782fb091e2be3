"""Real calendars from the loaded data, for outside validators to judge."""

from __future__ import annotations

from pathlib import Path

from samsyn.exchange.calendar import calendar_ics
from samsyn.rules.obligations import duties
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.access.viewer import Viewer
from samsyn.web.agreements.queries import dossiers_of
from samsyn.web.indices.queries import register
from samsyn.web.obligations.models import FeedKey
from samsyn.web.obligations.presenters.feed import calendar_of
from samsyn.web.organisations.models import Organisation
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project import clock

SITE = "https://samsyn.example/"


def calendar_specimens(folder: Path) -> list[Path]:
    """The whole calendar of every partnership, and every organisation's feed with neutral and with named titles."""
    with acting_as_job(Job.SEED):
        slugs = dict(Partnership.objects.exclude(versions=None).values_list("pk", "slug"))
        index = register()
        whole = {
            f"{slugs[pk]}.ics": calendar_ics(dossier, duties(dossier, index=index))
            for pk, dossier in dossiers_of(slugs).items()
        }
        feeds = {
            f"feed-{organisation.slug}-{'named' if named else 'neutral'}.ics": _feed(organisation, named=named)
            for organisation in Organisation.objects.filter(parties__partnership__in=slugs).distinct()
            for named in (False, True)
        }
    return [_written(folder / name, content) for name, content in sorted((whole | feeds).items())]


def _feed(organisation: Organisation, *, named: bool) -> bytes:
    """As a person of the organisation would fetch it today."""
    viewer = Viewer(
        organisation_id=organisation.pk,
        organisation_slug=organisation.slug,
        organisation_name=organisation.name,
        partnerships=frozenset(organisation.parties.values_list("partnership_id", flat=True)),
    )
    return calendar_of(viewer, FeedKey(named=named, titled_at=clock.now()), clock.today(), SITE)


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
