"""The history grows and is never changed; only the retention role may empty an act into a tombstone.

Whoever erases cannot also write history. The purge finds acts by what they refer to without reading them all.
"""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import (
    APPLICATION_ROLE,
    NOBODY,
    RETENTION_ROLE,
    all_of,
    any_of,
    in_known_partnerships,
    in_partnerships,
    of_acting_organisation,
    of_viewer,
    protect,
    setting,
    withhold,
)

_MY_OWN_ACT = all_of(
    of_viewer(),
    any_of("organisation_id IS NULL", of_acting_organisation()),
    any_of("partnership_id IS NULL", in_known_partnerships()),
)
_A_JOBS_ACT = all_of("job <> ''", f"job = {setting('job')}")
_ERASABLE = "person_id, subject_id, reason, refers_to, erased_at"


class Migration(migrations.Migration):
    dependencies = [("history", "0001_begin"), ("access", "0002_walls")]

    operations = [
        protect(
            "history_act",
            read=any_of(of_acting_organisation(), all_of("shared", in_partnerships())),
            add=any_of(_MY_OWN_ACT, _A_JOBS_ACT),
            write=NOBODY,
            reading_jobs=[Job.SEED],
        ),
        withhold("history_act", "UPDATE, DELETE, TRUNCATE", APPLICATION_ROLE, RETENTION_ROLE),
        withhold("history_act", "INSERT", RETENTION_ROLE),
        migrations.RunSQL(
            f"GRANT UPDATE ({_ERASABLE}) ON history_act TO {RETENTION_ROLE}",
            f"REVOKE UPDATE ({_ERASABLE}) ON history_act FROM {RETENTION_ROLE}",
        ),
        migrations.RunSQL(
            """
            CREATE FUNCTION history_only_erases() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF OLD.erased_at IS NOT NULL OR NEW.erased_at IS NULL THEN
                    RAISE EXCEPTION 'An act in the history is erased once and otherwise never changed.';
                END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER history_only_erases BEFORE UPDATE ON history_act
                FOR EACH ROW EXECUTE FUNCTION history_only_erases();
            """,
            "DROP TRIGGER history_only_erases ON history_act; DROP FUNCTION history_only_erases()",
        ),
        migrations.RunSQL(
            # The expression is the one in privacy.actions; the planner uses the index only for the very same.
            "CREATE INDEX history_by_reference ON history_act"
            " USING gin (jsonb_path_query_array(refers_to, '$.*')) WHERE erased_at IS NULL",
            "DROP INDEX history_by_reference",
        ),
    ]
