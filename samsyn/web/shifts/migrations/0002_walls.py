"""The organisation reaches its own shifts; whoever is on its roster is let in to them by `roster.own`. Nobody else."""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import (
    NOBODY,
    all_of,
    freeze,
    in_partnerships,
    of_acting_organisation,
    of_viewer,
    protect,
)

_OWN = all_of(of_acting_organisation(), in_partnerships())
_MINE = all_of(of_viewer(), of_acting_organisation())

# A foreign key alone sees past the walls: occasion, worker and shift are of one owner.
_OF_ONE_OWNER = """
ALTER TABLE shifts_shift ADD CONSTRAINT a_shift_at_an_own_occasion
    FOREIGN KEY (occasion_id, organisation_id, partnership_id)
    REFERENCES occasions_occasion (id, organisation_id, partnership_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE shifts_shift ADD CONSTRAINT a_shift_of_an_own_worker
    FOREIGN KEY (worker_id, organisation_id, partnership_id)
    REFERENCES roster_worker (id, organisation_id, partnership_id) DEFERRABLE INITIALLY DEFERRED;
"""
_UNDO = """
ALTER TABLE shifts_shift DROP CONSTRAINT a_shift_of_an_own_worker, DROP CONSTRAINT a_shift_at_an_own_occasion;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("shifts", "0001_begin"),
        ("access", "0003_entering"),
        ("roster", "0002_walls"),
        ("occasions", "0002_walls"),
    ]

    operations = [
        migrations.RunSQL(_OF_ONE_OWNER, _UNDO),
        protect("shifts_shift", read=_OWN, write=_OWN, erase=NOBODY, jobs=[Job.SEED]),
        protect("shifts_feedkey", read=_MINE, write=_MINE, erase=NOBODY, reading_jobs=[Job.CALENDAR_FEED]),
        freeze(
            "shifts_shift",
            "true",
            but=["worker_id", "state", "hours", "reported_at", "reported_as", "changed_at"],
            says="A shift stays at its occasion and its time. Strike it and make another.",
        ),
        freeze("shifts_feedkey", "true", but=["revoked_at"], says="An address is only closed."),
    ]
