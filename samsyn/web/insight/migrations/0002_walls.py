"""What is asked, answered and handed over all parties read. Each writes its own, and nothing of it is rewritten."""

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


def _added(table: str) -> list[migrations.RunSQL]:
    return [
        protect(table, read=in_partnerships(), write=NOBODY, add=_OWN, jobs=[Job.SEED], reading_jobs=[Job.REMIND]),
        withhold(table, "UPDATE, DELETE", APPLICATION_ROLE),
    ]


class Migration(migrations.Migration):
    dependencies = [("insight", "0001_begin"), ("access", "0003_entering")]

    operations = [
        protect(
            "insight_request",
            read=in_partnerships(),
            write=_OWN,
            erase=NOBODY,
            jobs=[Job.SEED],
            reading_jobs=[Job.REMIND],
        ),
        freeze(
            "insight_request",
            "true",
            but=["withdrawn_at", "withdrawn_by_id", "withdrawn_because"],
            says="What was asked is not rewritten. Withdraw it and ask anew.",
        ),
        *_added("insight_answer"),
        *_added("insight_stafflist"),
        *_added("insight_handed"),
    ]
