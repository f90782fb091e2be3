"""Who reaches which rows: the coordination by its seat, a site's organisation its own nights, the rest a yes or no."""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import (
    APPLICATION_ROLE,
    NOBODY,
    all_of,
    any_of,
    in_partnerships,
    of_acting_organisation,
    protect,
    seated,
    setting,
    withhold,
)

_OWN = all_of(of_acting_organisation(), in_partnerships())
_KEPT = all_of(seated(), in_partnerships())
_BOTH = any_of(_OWN, _KEPT)
_LATELY = f"daterange({setting('day')}::date - 1, {setting('day')}::date + 1)"
_SLEEPS_HERE = f"""id = ANY ((SELECT array_agg(s.guest_id) FROM beds_segment s
    WHERE s.organisation_id = {setting("organisation")}::uuid AND s.nights && {_LATELY})::uuid[])"""
"""Last night or tonight. The sub-select names no column of the guest, so it is answered once per query."""
_WRITERS = [Job.SEED, Job.PLACES]


class Migration(migrations.Migration):
    dependencies = [("beds", "0001_begin"), ("access", "0003_entering")]

    operations = [
        *(
            protect(f"beds_{table}", read=in_partnerships(), write=_OWN, erase=NOBODY, jobs=_WRITERS)
            for table in ("site", "place", "standing", "outage", "initiative")
        ),
        protect("beds_extranight", read=in_partnerships(), write=NOBODY, add=_OWN, jobs=_WRITERS),
        withhold("beds_extranight", "UPDATE, DELETE", APPLICATION_ROLE),
        protect(
            "beds_guest",
            read=any_of(_KEPT, all_of(in_partnerships(), _SLEEPS_HERE)),
            write=_KEPT,
            jobs=_WRITERS,
            # Whose blocks a card's code asks about, where its guest has been merged into another.
            reading_jobs=[Job.ANSWER],
        ),
        protect("beds_card", read=_KEPT, write=_KEPT, jobs=_WRITERS, reading_jobs=[Job.ANSWER]),
        protect("beds_block", read=_KEPT, write=_KEPT, erase=NOBODY, jobs=_WRITERS, reading_jobs=[Job.ANSWER]),
        *(
            protect(f"beds_{table}", read=_KEPT, write=_KEPT, erase=NOBODY, jobs=_WRITERS)
            for table in ("merge", "waiting", "entitlement")
        ),
        *(
            protect(f"beds_{table}", read=_KEPT, write=NOBODY, add=_KEPT, jobs=_WRITERS)
            for table in ("draw", "override", "refusal")
        ),
        *(withhold(f"beds_{table}", "UPDATE, DELETE", APPLICATION_ROLE) for table in ("draw", "override", "refusal")),
        protect("beds_segment", read=_BOTH, write=_BOTH, add=_KEPT, erase=NOBODY, jobs=_WRITERS),
        protect("beds_bar", read=_BOTH, write=_BOTH, erase=NOBODY, jobs=_WRITERS, reading_jobs=[Job.ANSWER]),
        *(
            protect(f"beds_{table}", read=_BOTH, write=_BOTH, erase=NOBODY, jobs=_WRITERS)
            for table in ("night", "note", "emergencycontact", "incident")
        ),
        protect("beds_pulse", read=in_partnerships(), write=NOBODY, add=in_partnerships(), jobs=_WRITERS),
    ]
