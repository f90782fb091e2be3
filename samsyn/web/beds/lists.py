"""The printed list as a file, every hour: what the night is worked from if the network or the machine is gone.

One file per site in the folder that SAMSYN_LIST_FOLDER names, readable by its owner alone. It holds what guests call
themselves, so it is gone in the morning.
"""

from __future__ import annotations

import os
import tempfile
from datetime import datetime
from pathlib import Path

from django.template.loader import render_to_string
from django.utils.text import slugify

from samsyn.rules.places import nights
from samsyn.web.access.jobs import Job
from samsyn.web.access.scope import acting_as_job
from samsyn.web.beds.evening import Rows, evening_from
from samsyn.web.beds.models import Night, Outage, Segment, Site, Standing

_ENDING = ".nattlista.html"
"""Only files with this ending are ever removed."""


def write_lists(folder: Path, *, now: datetime) -> list[Path]:
    """1. lists of other nights, and of sites whose guests are out by now, are removed; 2. the rest are written anew."""
    night, local = nights.tonight(now), nights.in_sweden(now)
    with acting_as_job(Job.PLACES):
        sites = list(Site.objects.order_by("pk"))
        written = {
            folder / _name(site, night.isoformat()): _page(site, local)
            for site in sites
            if (site.closed_on is None or site.closed_on > night) and not _all_out(site, local)
        }
    for old in folder.glob(f"*{_ENDING}"):
        if old not in written:
            old.unlink(missing_ok=True)
    for path, page in written.items():
        _write(path, page)
    return sorted(written)


def _all_out(site: Site, local: datetime) -> bool:
    """From the hour when guests leave until noon, when the coming night begins."""
    return site.out_by <= local.time() < nights.NOON


def _name(site: Site, night: str) -> str:
    return f"{night}-{slugify(site.name)[:60]}-{site.pk.hex[-8:]}{_ENDING}"


def _page(site: Site, local: datetime) -> str:
    night = nights.tonight(local)
    # Under a job, which sees them all: nobody is looking but the printer.
    rows = Rows(Segment.objects.all(), Night.objects.all(), Standing.objects.all(), Outage.objects.all())
    evening = evening_from(rows, site, night)
    return render_to_string("beds/list_file.html", {"site": site, "evening": evening, "tonight": night, "now": local})


def _write(path: Path, page: str) -> None:
    """Whole or not at all: whoever opens it meanwhile has the list of an hour ago."""
    handle, half = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".half")  # mode 0600 from the first byte
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(page)
        file.flush()
        os.fsync(file.fileno())
    Path(half).replace(path)
