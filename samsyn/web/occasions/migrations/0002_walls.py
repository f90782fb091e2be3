"""The organisation that holds an occasion reaches its own rows. What it opens to all parties they may read."""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import NOBODY, all_of, any_of, freeze, in_partnerships, of_acting_organisation, protect

_OWN = all_of(of_acting_organisation(), in_partnerships())
_OPENED = all_of("shared", in_partnerships())

# A foreign key alone sees past the walls: what belongs together must be of one owner.
_OF_ONE_OWNER = """
ALTER TABLE occasions_series ADD CONSTRAINT a_series_is_of_one_owner UNIQUE (id, organisation_id, partnership_id);
ALTER TABLE occasions_occasion ADD CONSTRAINT an_occasion_is_of_one_owner UNIQUE (id, organisation_id, partnership_id);
ALTER TABLE occasions_count ADD CONSTRAINT a_count_is_of_one_occasion
    UNIQUE (id, occasion_id, organisation_id, partnership_id);
ALTER TABLE occasions_occasion ADD CONSTRAINT planned_in_an_own_series
    FOREIGN KEY (series_id, organisation_id, partnership_id)
    REFERENCES occasions_series (id, organisation_id, partnership_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE occasions_occasion ADD CONSTRAINT an_own_worker_is_responsible
    FOREIGN KEY (responsible_id, organisation_id, partnership_id)
    REFERENCES roster_worker (id, organisation_id, partnership_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE occasions_count ADD CONSTRAINT counted_at_an_own_occasion
    FOREIGN KEY (occasion_id, organisation_id, partnership_id)
    REFERENCES occasions_occasion (id, organisation_id, partnership_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE occasions_heads ADD CONSTRAINT heads_of_an_own_count
    FOREIGN KEY (count_id, occasion_id, organisation_id, partnership_id)
    REFERENCES occasions_count (id, occasion_id, organisation_id, partnership_id) DEFERRABLE INITIALLY DEFERRED;
"""
_UNDO = """
ALTER TABLE occasions_heads DROP CONSTRAINT heads_of_an_own_count;
ALTER TABLE occasions_count DROP CONSTRAINT counted_at_an_own_occasion;
ALTER TABLE occasions_occasion DROP CONSTRAINT an_own_worker_is_responsible, DROP CONSTRAINT planned_in_an_own_series;
ALTER TABLE occasions_count DROP CONSTRAINT a_count_is_of_one_occasion;
ALTER TABLE occasions_occasion DROP CONSTRAINT an_occasion_is_of_one_owner;
ALTER TABLE occasions_series DROP CONSTRAINT a_series_is_of_one_owner;
"""


class Migration(migrations.Migration):
    dependencies = [("occasions", "0001_begin"), ("access", "0003_entering"), ("roster", "0002_walls")]

    operations = [
        migrations.RunSQL(_OF_ONE_OWNER, _UNDO),
        protect("occasions_occasion", read=any_of(_OWN, _OPENED), write=_OWN, erase=NOBODY, jobs=[Job.SEED]),
        *(
            protect(f"occasions_{table}", read=_OWN, write=_OWN, erase=NOBODY, jobs=[Job.SEED])
            for table in ("ownactivity", "series", "count", "heads", "differentpeople")
        ),
        freeze(
            "occasions_ownactivity",
            "true",
            but=["name", "ended_on"],
            says="What a decision added stays as it was added. End it and add another.",
        ),
        freeze("occasions_series", "true", but=["except_days", "last"], says="A series is only ended earlier."),
        freeze(
            "occasions_occasion",
            "true",
            but=[
                "day",
                "starts",
                "ends",
                "place",
                "responsible_id",
                "receiver_kind",
                "receiver",
                "shared",
                "state",
                "held_at",
                "held_by_id",
                "cancelled_at",
                "cancelled_by_id",
                "cancelled_because",
                "revision",
                "changed_at",
            ],
            says="An occasion stays with its activity and its organisation. Cancel it and plan another.",
        ),
        freeze(
            "occasions_count", "true", but=["replaced_at"], says="A count is not rewritten. Count anew, with a reason."
        ),
        freeze("occasions_heads", "true", says="A count is not rewritten. Count anew, with a reason."),
        freeze(
            "occasions_differentpeople",
            "true",
            but=["replaced_at"],
            says="What was said is not rewritten. Say it anew, with a reason.",
        ),
    ]
