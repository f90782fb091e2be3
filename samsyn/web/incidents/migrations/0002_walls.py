"""An incident is its organisation's own. What is told others they read as a row of its own, and nothing of the rest."""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import (
    NOBODY,
    all_of,
    any_of,
    freeze,
    in_partnerships,
    of_acting_organisation,
    protect,
    seated,
)

_OWN = all_of(of_acting_organisation(), in_partnerships())
_TOLD = any_of(
    _OWN,
    all_of(of_acting_organisation("receiver_id"), in_partnerships()),
    all_of("to_kind = 'body'", seated("whom"), in_partnerships()),
)


class Migration(migrations.Migration):
    dependencies = [("incidents", "0001_begin"), ("access", "0003_entering")]

    operations = [
        protect("incidents_incident", read=_OWN, write=_OWN, erase=NOBODY, jobs=[Job.SEED]),
        protect("incidents_told", read=_TOLD, write=_OWN, erase=NOBODY, jobs=[Job.SEED]),
        freeze(
            "incidents_incident",
            "OLD.state IN ('closed', 'taken_back')",
            says="What is closed or taken back stays as it is.",
        ),
        freeze(
            "incidents_told",
            "true",
            but=["taken_back_at", "taken_back_by_id", "for_them", "reference"],
            says="What was told is not rewritten. Take it back and tell anew.",
        ),
    ]
