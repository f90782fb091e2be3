"""A party reaches its own rows, and reads what the others have put forward. What is put forward stands."""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import NOBODY, all_of, any_of, freeze, in_partnerships, of_acting_organisation, protect

_OWN = all_of(of_acting_organisation(), in_partnerships())
_PUT_FORWARD = all_of(in_partnerships(), "shared_at IS NOT NULL")
_A_SHARE_SEEN = all_of(
    in_partnerships(),
    "EXISTS (SELECT FROM funders_fundershare s WHERE s.funder_id = funders_funder.id AND s.shared_at IS NOT NULL)",
)
_TAKEN_BACK = ["taken_back_at", "taken_back_because"]


class Migration(migrations.Migration):
    dependencies = [("funders", "0001_begin"), ("access", "0003_entering")]

    operations = [
        protect("funders_funder", read=any_of(_OWN, _A_SHARE_SEEN), write=_OWN, erase=NOBODY, jobs=[Job.SEED]),
        protect("funders_fundershare", read=any_of(_OWN, _PUT_FORWARD), write=_OWN, erase=NOBODY, jobs=[Job.SEED]),
        protect("funders_voucherfunding", read=_OWN, write=_OWN, jobs=[Job.SEED]),
        protect("funders_finding", read=in_partnerships(), write=NOBODY, add=_OWN, jobs=[Job.SEED]),
        protect("funders_aid", read=in_partnerships(), write=_OWN, erase=NOBODY, jobs=[Job.SEED]),
        freeze("funders_funder", "true", says="A funder keeps its name. Write another."),
        freeze("funders_fundershare", "true", but=["shared_at", *_TAKEN_BACK], says="Take it back and write another."),
        freeze("funders_finding", "true", says="What is shown stands."),
        freeze("funders_aid", "true", but=_TAKEN_BACK, says="Take it back and write another."),
    ]
