"""Every party sees all meetings, someone who only takes part those it is called to. What is approved stays as it is."""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import (
    APPLICATION_ROLE,
    NOBODY,
    all_of,
    any_of,
    called_to,
    freeze,
    in_partnerships,
    of_acting_organisation,
    protect,
    withhold,
)

_CALLED = any_of(in_partnerships(), called_to())
_OWN_WORD = all_of(of_acting_organisation(), in_partnerships())
_PAPERS = ("agendaitem", "attendance", "decision")


def _stays_with_its_meeting(table: str) -> migrations.RunSQL:
    """Nothing is added to, changed in or taken from a meeting whose minutes are approved."""
    name = f"meetings_{table}"
    body = f"""
        CREATE FUNCTION {name}_stays() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
            whose uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.meeting_id ELSE NEW.meeting_id END;
        BEGIN
            IF current_user <> 'samsyn_retention'
               AND EXISTS (SELECT FROM meetings_meeting m WHERE m.id = whose AND m.approved_on IS NOT NULL) THEN
                RAISE EXCEPTION 'The minutes of the meeting are approved. Its papers are not changed.'
                    USING ERRCODE = 'insufficient_privilege';
            END IF;
            RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
        END $$;
        CREATE TRIGGER {name}_stays BEFORE INSERT OR UPDATE OR DELETE ON {name}
            FOR EACH ROW EXECUTE FUNCTION {name}_stays();
    """
    return migrations.RunSQL(body, f"DROP TRIGGER {name}_stays ON {name}; DROP FUNCTION {name}_stays()")


class Migration(migrations.Migration):
    dependencies = [("meetings", "0001_begin"), ("access", "0002_walls")]

    operations = [
        protect(
            "meetings_meeting",
            read=_CALLED,
            write=in_partnerships(),
            erase=NOBODY,
            jobs=[Job.SEED],
            reading_jobs=[Job.DERIVE, Job.REMIND],
        ),
        freeze(
            "meetings_meeting", "OLD.approved_on IS NOT NULL", says="A meeting with approved minutes is not changed."
        ),
        *(
            protect(
                f"meetings_{table}", read=_CALLED, write=in_partnerships(), jobs=[Job.SEED], reading_jobs=[Job.REMIND]
            )
            for table in _PAPERS
        ),
        *(_stays_with_its_meeting(table) for table in _PAPERS),
        protect(
            "meetings_actionpoint",
            read=_CALLED,
            write=in_partnerships(),
            erase=NOBODY,
            jobs=[Job.SEED],
            reading_jobs=[Job.REMIND],
        ),
        protect("meetings_minutes", read=_CALLED, write=NOBODY, add=in_partnerships(), jobs=[Job.SEED]),
        withhold("meetings_minutes", "UPDATE, DELETE", APPLICATION_ROLE),
        protect("meetings_minutesanswer", read=_CALLED, write=NOBODY, add=_OWN_WORD, jobs=[Job.SEED]),
        withhold("meetings_minutesanswer", "UPDATE, DELETE", APPLICATION_ROLE),
    ]
