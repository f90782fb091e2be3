"""All parties see all matters; each writes its own entries, and none is changed."""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import (
    APPLICATION_ROLE,
    NOBODY,
    all_of,
    freeze,
    in_partnerships,
    of_acting_organisation,
    protect,
    withhold,
)

_OWN = all_of(of_acting_organisation(), in_partnerships())


class Migration(migrations.Migration):
    dependencies = [("matters", "0001_begin"), ("access", "0002_walls")]

    operations = [
        protect(
            "matters_matter",
            read=in_partnerships(),
            write=in_partnerships(),
            add=_OWN,
            erase=NOBODY,
            jobs=[Job.SEED],
            reading_jobs=[Job.REMIND],
        ),
        freeze(
            "matters_matter",
            "true",
            but=["closed_on", "outcome"],
            says="What was written is not rewritten. Write an entry in the matter.",
        ),
        protect(
            "matters_entry", read=in_partnerships(), write=NOBODY, add=_OWN, jobs=[Job.SEED], reading_jobs=[Job.REMIND]
        ),
        withhold("matters_entry", "UPDATE, DELETE", APPLICATION_ROLE),
    ]
