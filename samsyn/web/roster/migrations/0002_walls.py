"""The organisation reaches its own roster, a person her own row, and nobody else any."""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import (
    NOBODY,
    all_of,
    any_of,
    freeze,
    in_partnerships,
    of_acting_organisation,
    of_viewer,
    protect,
)

_OWN = all_of(of_acting_organisation(), in_partnerships())
_ONESELF = all_of(of_acting_organisation(), of_viewer())

# What is noted is noted on the own organisation's worker, and signed on its own text: a foreign key alone sees past
# the walls.
_OF_ONE_OWNER = """
ALTER TABLE roster_worker ADD CONSTRAINT a_worker_is_of_one_owner UNIQUE (id, organisation_id, partnership_id);
ALTER TABLE roster_undertakingtext ADD CONSTRAINT a_text_is_of_one_owner
    UNIQUE (id, organisation_id, partnership_id, requirement);
ALTER TABLE roster_fulfilled ADD CONSTRAINT noted_on_an_own_worker
    FOREIGN KEY (worker_id, organisation_id, partnership_id)
    REFERENCES roster_worker (id, organisation_id, partnership_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE roster_fulfilled ADD CONSTRAINT signed_on_an_own_text
    FOREIGN KEY (version_id, organisation_id, partnership_id, requirement)
    REFERENCES roster_undertakingtext (id, organisation_id, partnership_id, requirement)
    DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE roster_cause ADD CONSTRAINT a_cause_of_an_own_worker
    FOREIGN KEY (worker_id, organisation_id, partnership_id)
    REFERENCES roster_worker (id, organisation_id, partnership_id) DEFERRABLE INITIALLY DEFERRED;
"""
_UNDO = """
ALTER TABLE roster_cause DROP CONSTRAINT a_cause_of_an_own_worker;
ALTER TABLE roster_fulfilled DROP CONSTRAINT signed_on_an_own_text, DROP CONSTRAINT noted_on_an_own_worker;
ALTER TABLE roster_undertakingtext DROP CONSTRAINT a_text_is_of_one_owner;
ALTER TABLE roster_worker DROP CONSTRAINT a_worker_is_of_one_owner;
"""


class Migration(migrations.Migration):
    dependencies = [("roster", "0001_begin"), ("access", "0003_entering")]

    operations = [
        migrations.RunSQL(_OF_ONE_OWNER, _UNDO),
        protect("roster_worker", read=any_of(_OWN, _ONESELF), write=_OWN, erase=NOBODY, jobs=[Job.SEED]),
        *(
            protect(f"roster_{table}", read=_OWN, write=_OWN, erase=NOBODY, jobs=[Job.SEED])
            for table in ("fulfilled", "cause", "undertakingtext")
        ),
        freeze(
            "roster_worker",
            "true",
            but=["person_id", "known_as", "function", "post", "share", "began_on", "days"],
            says="A worker stays with the organisation and the kind of work. End the row and make another.",
        ),
        freeze(
            "roster_fulfilled",
            "true",
            but=["taken_back_at", "taken_back_by_id", "taken_back_because"],
            says="What was noted is not rewritten. Take it back and note it anew.",
        ),
        freeze("roster_cause", "true", but=["dropped_at"], says="That a cause was tried is not rewritten."),
        freeze("roster_undertakingtext", "true", says="A text that is signed is not rewritten. Write a new version."),
    ]
