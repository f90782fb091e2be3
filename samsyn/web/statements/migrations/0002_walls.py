"""All parties see that a statement is open and what is handed in; what is being written only the party's own."""

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
    dependencies = [("statements", "0001_begin"), ("access", "0003_entering")]

    operations = [
        protect(
            "statements_statement",
            read=in_partnerships(),
            write=_OWN,
            erase=NOBODY,
            jobs=[Job.SEED, Job.DERIVE],
        ),
        freeze(
            "statements_statement",
            "true",
            but=["days"],
            says="A statement answers the duty it was opened for.",
        ),
        protect("statements_draft", read=_OWN, write=_OWN, erase=NOBODY, jobs=[Job.SEED]),
        protect("statements_addition", read=_OWN, write=_OWN, jobs=[Job.SEED]),
        protect("statements_submission", read=in_partnerships(), write=NOBODY, add=_OWN, jobs=[Job.SEED]),
        withhold("statements_submission", "UPDATE, DELETE", APPLICATION_ROLE),
        protect("statements_answer", read=in_partnerships(), write=NOBODY, add=_OWN, jobs=[Job.SEED]),
        withhold("statements_answer", "UPDATE, DELETE", APPLICATION_ROLE),
    ]
