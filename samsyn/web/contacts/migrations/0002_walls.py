"""All parties read; each keeps its own."""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import NOBODY, all_of, in_partnerships, of_acting_organisation, protect


class Migration(migrations.Migration):
    dependencies = [("contacts", "0001_begin"), ("access", "0002_walls")]

    operations = [
        protect(
            "contacts_contact",
            read=in_partnerships(),
            write=all_of(of_acting_organisation(), in_partnerships()),
            erase=NOBODY,
            jobs=[Job.SEED],
        ),
    ]
