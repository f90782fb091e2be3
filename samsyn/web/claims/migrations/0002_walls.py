"""A claim is its party's own until it is raised; then all parties read it, and what is said of it is never rewritten."""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import (
    APPLICATION_ROLE,
    NOBODY,
    all_of,
    any_of,
    freeze,
    in_partnerships,
    of_acting_organisation,
    protect,
    withhold,
)

_OWN = all_of(of_acting_organisation(), in_partnerships())
_RAISED = all_of(in_partnerships(), "raised_at IS NOT NULL")


class Migration(migrations.Migration):
    dependencies = [("claims", "0001_begin"), ("access", "0003_entering")]

    operations = [
        protect("claims_claim", read=any_of(_OWN, _RAISED), write=_OWN, jobs=[Job.SEED]),
        freeze(
            "claims_claim",
            "OLD.raised_at IS NOT NULL",
            but=["change_id", "ended_on", "ended_how"],
            says="A claim that is raised stands. Withdraw it, and raise another.",
        ),
        protect("claims_entry", read=in_partnerships(), write=NOBODY, add=_OWN, jobs=[Job.SEED]),
        withhold("claims_entry", "UPDATE, DELETE", APPLICATION_ROLE),
        protect("claims_plan", read=in_partnerships(), write=NOBODY, add=_OWN, jobs=[Job.SEED]),
        withhold("claims_plan", "UPDATE, DELETE", APPLICATION_ROLE),
        protect("claims_instalment", read=in_partnerships(), write=NOBODY, add=_OWN, jobs=[Job.SEED]),
        withhold("claims_instalment", "UPDATE, DELETE", APPLICATION_ROLE),
        protect("claims_repaid", read=in_partnerships(), write=_OWN, erase=NOBODY, jobs=[Job.SEED]),
        freeze(
            "claims_repaid",
            "true",
            but=["taken_back_at"],
            says="What is noted is not rewritten. Take it back and note another.",
        ),
    ]
