"""What is let go all parties see; a promised total those it is promised to; the exact numbers the one that counted."""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import (
    APPLICATION_ROLE,
    NOBODY,
    all_of,
    any_of,
    freeze,
    in_partnerships,
    of_acting_organisation,
    protect,
    setting,
    withhold,
)

_OWN = all_of(of_acting_organisation(), in_partnerships())
_TOLD = all_of(
    in_partnerships(),
    any_of("only_for = '{}'", of_acting_organisation(), f"{setting('organisation')}::uuid = ANY(only_for)"),
)


class Migration(migrations.Migration):
    dependencies = [("releases", "0001_begin"), ("access", "0003_entering")]

    operations = [
        protect(
            "releases_release",
            read=in_partnerships(),
            write=NOBODY,
            add=_OWN,
            jobs=[Job.SEED],
            reading_jobs=[Job.COMPILE],
        ),
        withhold("releases_release", "UPDATE, DELETE", APPLICATION_ROLE),
        freeze("releases_release", "true", says="What has been let go cannot be taken back."),
        protect(
            "releases_releasedcell",
            read=_TOLD,
            write=NOBODY,
            add=_OWN,
            jobs=[Job.SEED],
            reading_jobs=[Job.COMPILE],
        ),
        withhold("releases_releasedcell", "UPDATE, DELETE", APPLICATION_ROLE),
        freeze("releases_releasedcell", "true", says="What has been let go cannot be taken back."),
        protect("releases_exactcell", read=_OWN, write=NOBODY, add=_OWN, jobs=[Job.SEED], reading_jobs=[Job.COMPILE]),
        withhold("releases_exactcell", "UPDATE, DELETE", APPLICATION_ROLE),
        freeze("releases_exactcell", "true", says="What a release rests on is kept."),
    ]
