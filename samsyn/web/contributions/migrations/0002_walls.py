"""A party reaches its own lines, and reads what the others have put forward. What is put forward stands."""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import all_of, any_of, freeze, in_partnerships, of_acting_organisation, protect

_OWN = all_of(of_acting_organisation(), in_partnerships())
_PUT_FORWARD = all_of(in_partnerships(), "shared_at IS NOT NULL")


class Migration(migrations.Migration):
    dependencies = [("contributions", "0001_begin"), ("access", "0003_entering")]

    operations = [
        protect("contributions_contribution", read=any_of(_OWN, _PUT_FORWARD), write=_OWN, jobs=[Job.SEED]),
        freeze(
            "contributions_contribution",
            "OLD.shared_at IS NOT NULL",
            but=["taken_back_at", "taken_back_because"],
            says="What is put forward stands. Take it back and write another line.",
        ),
    ]
