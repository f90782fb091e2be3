"""Only the organisation that runs the line sees its rows. None is ever changed, and after a week none is taken back."""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import (
    APPLICATION_ROLE,
    NOBODY,
    all_of,
    in_partnerships,
    of_acting_organisation,
    protect,
    setting,
    withhold,
)

_OWN = all_of(of_acting_organisation(), in_partnerships())
_TODAY = f"{setting('day')}::date"
_LATELY = f"day > {_TODAY} - 8"
_NOT_AHEAD = f"day <= {_TODAY}"
# A version 7 id begins with the millisecond in which it was made. Only chance is let in.
_CHANCE = r"id::text ~ '^.{14}4.{4}[89ab]'"


class Migration(migrations.Migration):
    dependencies = [("support", "0001_begin"), ("access", "0003_entering")]

    operations = [
        protect(
            "support_supportcontact",
            read=_OWN,
            write=NOBODY,
            add=all_of(_OWN, _LATELY, _NOT_AHEAD),
            erase=all_of(_OWN, _LATELY),
            jobs=[Job.SEED],
        ),
        withhold("support_supportcontact", "UPDATE", APPLICATION_ROLE),
        migrations.RunSQL(
            f"ALTER TABLE support_supportcontact ADD CONSTRAINT an_id_tells_no_time CHECK ({_CHANCE})",
            "ALTER TABLE support_supportcontact DROP CONSTRAINT an_id_tells_no_time",
        ),
    ]
