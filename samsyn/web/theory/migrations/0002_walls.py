"""All parties read; each enters and takes back its own, and nothing is erased."""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import NOBODY, all_of, in_partnerships, of_acting_organisation, protect


class Migration(migrations.Migration):
    dependencies = [("theory", "0001_begin"), ("access", "0003_entering")]

    operations = [
        protect(
            "theory_outsidefigure",
            read=in_partnerships(),
            write=all_of(of_acting_organisation(), in_partnerships()),
            erase=NOBODY,
            jobs=[Job.SEED],
        ),
    ]
