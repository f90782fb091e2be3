"""All parties see what shows that a duty was met; each writes its own."""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import NOBODY, all_of, in_partnerships, of_acting_organisation, protect

_OWN = all_of(of_acting_organisation(), in_partnerships())


class Migration(migrations.Migration):
    dependencies = [("obligations", "0004_evidence"), ("access", "0002_walls")]

    operations = [
        protect(
            f"obligations_{table}",
            read=in_partnerships(),
            write=_OWN,
            erase=NOBODY,
            jobs=[Job.SEED],
            reading_jobs=[Job.DERIVE],
        )
        for table in ("evidence", "objection")
    ]
