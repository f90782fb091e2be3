"""Real documents from the loaded agreements, for outside validators to judge."""

from __future__ import annotations

from pathlib import Path

from samsyn.exchange.files import zipped
from samsyn.exchange.pdf import agreement_pdf
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.agreements import queries
from samsyn.web.agreements.presenters.document import agreement_document
from samsyn.web.indices.queries import register
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project import clock


def agreement_specimens(folder: Path) -> list[Path]:
    """The agreement of every partnership as PDF, and its newest files as zip. Gives what was written."""
    with acting_as_job(Job.SEED):
        partnerships = list(Partnership.objects.exclude(versions=None).order_by("slug").distinct())
        return [path for partnership in partnerships for path in _write(folder, partnership)]


def _write(folder: Path, partnership: Partnership) -> list[Path]:
    dossier, newest = queries.dossier_of(partnership), queries.versions_of(partnership)[0]
    numbers = {key: place.case_number for key, place in queries.parties_of(partnership).items()}
    day = clock.today()
    words = agreement_document(
        dossier, on=day, today=day, version=newest.number, case_numbers=numbers, index=register()
    )
    document, files = folder / f"{partnership.slug}.pdf", folder / f"{partnership.slug}.zip"
    document.write_bytes(agreement_pdf(words, day))
    files.write_bytes(zipped(dossier.files, inside=partnership.slug))
    return [document, files]
