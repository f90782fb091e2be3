"""The organisation that counts reaches its own rows, and nobody else any. A pad finds its device by its credential.

Buttons by decision its tablets read too. A card's key is thrown away and never put back.
"""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import (
    APPLICATION_ROLE,
    NOBODY,
    all_of,
    freeze,
    in_partnerships,
    of_acting_organisation,
    protect,
    withhold,
)

_OWN = all_of(of_acting_organisation(), in_partnerships())


class Migration(migrations.Migration):
    dependencies = [("tallies", "0001_begin"), ("access", "0003_entering")]

    operations = [
        *(
            protect(f"tallies_{table}", read=_OWN, write=_OWN, erase=NOBODY, jobs=[Job.SEED], reading_jobs=[Job.PAD])
            for table in ("device", "deviceinvitation")
        ),
        protect("tallies_event", read=_OWN, write=_OWN, erase=NOBODY, jobs=[Job.SEED], reading_jobs=[Job.COUNT]),
        *(
            protect(f"tallies_{table}", read=_OWN, write=_OWN, erase=erase, jobs=[Job.SEED], reading_jobs=[Job.COUNT])
            for table, erase in (("closedperiod", NOBODY), ("closure", _OWN), ("heldday", _OWN))
        ),
        protect("tallies_daysum", read=_OWN, write=_OWN, jobs=[Job.SEED], reading_jobs=[Job.COUNT]),
        withhold("tallies_daysum", "DELETE", APPLICATION_ROLE),
        protect("tallies_addedbutton", read=_OWN, write=_OWN, erase=NOBODY, jobs=[Job.SEED], reading_jobs=[Job.COUNT]),
        protect("tallies_cardyear", read=_OWN, write=NOBODY, add=_OWN, jobs=[Job.SEED]),
        protect("tallies_cardseen", read=_OWN, write=NOBODY, add=_OWN, jobs=[Job.SEED], reading_jobs=[Job.COUNT]),
        freeze(
            "tallies_device",
            "true",
            but=["token_digest", "shown", "last_seen_at", "revoked_at"],
            says="A device stays at its pad. Revoke it and make another.",
        ),
        freeze("tallies_deviceinvitation", "true", but=["used_at"], says="An invitation is only used."),
        freeze(
            "tallies_event",
            "true",
            but=["state", "decided_at", "decided_by_id", "decided_because"],
            says="What is counted is not rewritten. Correct it with an event of its own.",
        ),
        freeze(
            "tallies_closedperiod",
            "true",
            but=["reopened_at", "reopened_by_id", "reopened_because"],
            says="A closed period is only reopened.",
        ),
        freeze(
            "tallies_addedbutton", "true", but=["until"], says="A button stays what it was. End it and add another."
        ),
        freeze("tallies_cardyear", "true", says="The key of a year is only thrown away."),
        freeze("tallies_cardseen", "true", says="A card that was shown is not rewritten."),
    ]
