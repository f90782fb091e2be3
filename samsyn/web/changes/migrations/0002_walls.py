"""A draft is its owner's alone; a proposed change is frozen; each party takes its own steps, and none is undone.

The job that takes a change into the agreement numbers drafts, and writes the steps that minutes are.
"""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import (
    APPLICATION_ROLE,
    NOBODY,
    all_of,
    any_of,
    freeze,
    in_partnerships,
    let,
    of_acting_organisation,
    protect,
    withhold,
)

_OWN = all_of(of_acting_organisation(), in_partnerships())
_SEEN = all_of(in_partnerships(), any_of(of_acting_organisation(), "proposed_at IS NOT NULL"))


class Migration(migrations.Migration):
    dependencies = [("changes", "0001_begin"), ("access", "0002_walls")]

    operations = [
        protect(
            "changes_change",
            read=_SEEN,
            write=_SEEN,
            add=_OWN,
            erase=all_of(_OWN, "proposed_at IS NULL"),
            jobs=[Job.SEED],
            reading_jobs=[Job.REMIND],
        ),
        freeze(
            "changes_change",
            "OLD.proposed_at IS NOT NULL",
            but=["closed_at", "closed_how", "done_on", "version_id"],
            says="What has been proposed is not rewritten. Take it back and draft another.",
        ),
        migrations.RunSQL(
            """
            CREATE FUNCTION changes_change_ends_once() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF (OLD.version_id IS NOT NULL OR OLD.closed_at IS NOT NULL) AND current_user <> 'samsyn_retention' THEN
                    RAISE EXCEPTION 'The change is in force or closed already.'
                        USING ERRCODE = 'insufficient_privilege';
                END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER changes_change_ends_once BEFORE UPDATE ON changes_change
                FOR EACH ROW EXECUTE FUNCTION changes_change_ends_once();
            """,
            "DROP TRIGGER changes_change_ends_once ON changes_change; DROP FUNCTION changes_change_ends_once()",
        ),
        protect(
            "changes_step", read=in_partnerships(), write=NOBODY, add=_OWN, jobs=[Job.SEED], reading_jobs=[Job.REMIND]
        ),
        withhold("changes_step", "UPDATE, DELETE", APPLICATION_ROLE),
        let("changes_change", Job.CHANGE),
        let("changes_step", Job.CHANGE, write=True),
    ]
