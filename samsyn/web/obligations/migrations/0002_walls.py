"""All parties see all obligations; a calendar address is seen by its own person, in its own organisation."""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import NOBODY, all_of, in_partnerships, of_acting_organisation, of_viewer, protect

_MINE = all_of(of_viewer(), of_acting_organisation())


class Migration(migrations.Migration):
    dependencies = [("obligations", "0001_begin"), ("access", "0002_walls")]

    operations = [
        protect(
            "obligations_obligation",
            read=in_partnerships(),
            write=NOBODY,
            jobs=[Job.SEED, Job.INSTALLATION, Job.DERIVE],
        ),
        protect("obligations_feedkey", read=_MINE, write=_MINE, erase=NOBODY, reading_jobs=[Job.CALENDAR_FEED]),
    ]
