"""What is asked, all parties read and its writer writes. What is answered is one organisation's own, and stands.

What was put on an agenda is the organisation's own note; the agenda is all parties'.
"""

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
# A version 7 id begins with the millisecond in which it was made. Only chance is let in.
_CHANCE = r"id::text ~ '^.{14}4.{4}[89ab]'"
_ANSWERED = ("sheet", "answer", "freetext")


class Migration(migrations.Migration):
    dependencies = [("surveys", "0001_begin"), ("access", "0003_entering")]

    operations = [
        protect("surveys_template", read=in_partnerships(), write=NOBODY, add=_OWN, jobs=[Job.SEED]),
        *(
            protect(f"surveys_{table}", read=in_partnerships(), write=_OWN, jobs=[Job.SEED])
            for table in ("version", "question", "questiontext")
        ),
        protect("surveys_round", read=_OWN, write=_OWN, erase=NOBODY, jobs=[Job.SEED], reading_jobs=[Job.SURVEY]),
        *(
            protect(f"surveys_{table}", read=_OWN, write=NOBODY, add=_OWN, jobs=[Job.SEED])
            for table in ("sheet", "answer")
        ),
        protect("surveys_freetext", read=_OWN, write=_OWN, erase=NOBODY, jobs=[Job.SEED]),
        protect("surveys_raised", read=_OWN, write=NOBODY, add=_OWN, jobs=[Job.SEED]),
        withhold("surveys_template", "UPDATE", APPLICATION_ROLE),
        withhold("surveys_sheet", "UPDATE", APPLICATION_ROLE),
        withhold("surveys_answer", "UPDATE", APPLICATION_ROLE),
        freeze("surveys_version", "OLD.fixed_at IS NOT NULL", says="A fixed version stands. Begin a new one."),
        freeze(
            "surveys_round",
            "true",
            but=["closed_at", "closed_by_id"],
            says="A round stands as it was opened. Close it and open another.",
        ),
        freeze(
            "surveys_freetext",
            "true",
            but=["state", "because", "screened_at", "screened_by_id"],
            says="What somebody wrote is shown or withheld, never rewritten.",
        ),
        *(
            migrations.RunSQL(
                f"ALTER TABLE surveys_{table} ADD CONSTRAINT {table}_id_tells_no_time CHECK ({_CHANCE})",
                f"ALTER TABLE surveys_{table} DROP CONSTRAINT {table}_id_tells_no_time",
            )
            for table in _ANSWERED
        ),
    ]
