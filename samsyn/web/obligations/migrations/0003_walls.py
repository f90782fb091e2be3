"""All parties see all obligations and what shows that they were met; each party writes its own evidence.

A calendar address is seen by its own person, in its own organisation.
"""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import NOBODY, all_of, in_partnerships, of_acting_organisation, of_viewer, protect

_MINE = all_of(of_viewer(), of_acting_organisation())
_OWN = all_of(of_acting_organisation(), in_partnerships())


class Migration(migrations.Migration):
    dependencies = [("obligations", "0002_evidence"), ("access", "0002_walls")]

    operations = [
        *(
            protect(
                f"obligations_{table}",
                read=in_partnerships(),
                write=NOBODY,
                jobs=[Job.SEED, Job.INSTALLATION, Job.DERIVE],
            )
            for table in ("obligation", "outlook")
        ),
        protect("obligations_feedkey", read=_MINE, write=_MINE, erase=NOBODY, reading_jobs=[Job.CALENDAR_FEED]),
        *(
            protect(
                f"obligations_{table}",
                read=in_partnerships(),
                write=_OWN,
                erase=NOBODY,
                jobs=[Job.SEED],
                reading_jobs=[Job.DERIVE],
            )
            for table in ("evidence", "objection")
        ),
    ]
