"""All parties see that a report is open and what is signed of it; what is being written only the party's own.

Nothing here is changed or erased but a draft.
"""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import (
    APPLICATION_ROLE,
    NOBODY,
    all_of,
    in_partnerships,
    of_acting_organisation,
    protect,
    withhold,
)

_OWN = all_of(of_acting_organisation(), in_partnerships())
_SIGNED = ("part", "sentback", "gonethrough", "submission")


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_begin"), ("access", "0003_entering")]

    operations = [
        protect("reports_report", read=in_partnerships(), jobs=[Job.SEED, Job.DERIVE]),
        withhold("reports_report", "UPDATE, DELETE", APPLICATION_ROLE),
        protect("reports_draft", read=_OWN, write=_OWN, erase=NOBODY, jobs=[Job.SEED]),
        *(
            protect(f"reports_{table}", read=in_partnerships(), write=NOBODY, add=_OWN, jobs=[Job.SEED])
            for table in _SIGNED
        ),
        *(withhold(f"reports_{table}", "UPDATE, DELETE", APPLICATION_ROLE) for table in _SIGNED),
    ]
