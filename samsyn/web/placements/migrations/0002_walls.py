"""The one who refers and the one who receives each see their own and what a consent opens; nobody else sees anything."""

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
    setting,
    withhold,
)

_OWN = all_of(of_acting_organisation(), in_partnerships())
_EITHER = all_of(any_of(of_acting_organisation(), of_acting_organisation("sender_id")), in_partnerships())
_OPEN = all_of(of_acting_organisation("open_to_id"), f"(open_until IS NULL OR open_until > {setting('day')}::date)")
# The policies of the table inside decide what each sub-select finds.
_A_PARTICIPANT_SEEN = "EXISTS (SELECT FROM placements_participant p WHERE p.id = participant_id)"
_A_PLACEMENT_RECEIVED = (
    "EXISTS (SELECT FROM placements_placement p"
    f" WHERE p.participant_id = placements_consent.participant_id AND {of_acting_organisation('p.organisation_id')})"
)
_A_PLACEMENT_SEEN = "EXISTS (SELECT FROM placements_placement p WHERE p.id = placement_id)"
_AN_EXTENSION_SEEN = "EXISTS (SELECT FROM placements_extension e WHERE e.id = extension_id)"
_READING = [Job.COUNT]
_FOLLOWING = ("stepdone", "attendance", "selfassessment", "closing")


def _on(table: str, column: str, condition: str) -> str:
    """With the outer column named in full: inside the sub-select it must not be taken for one of its own."""
    return condition.replace(f"= {column})", f"= {table}.{column})")


class Migration(migrations.Migration):
    dependencies = [("placements", "0001_begin"), ("access", "0003_entering")]

    operations = [
        protect(
            "placements_trainingplace",
            read=in_partnerships(),
            write=_OWN,
            erase=NOBODY,
            jobs=[Job.SEED],
            reading_jobs=_READING,
        ),
        freeze(
            "placements_trainingplace",
            "true",
            but=["until"],
            says="A training place only ends. It is not made another.",
        ),
        protect(
            "placements_participant",
            read=any_of(_OWN, all_of(_OPEN, in_partnerships())),
            write=_OWN,
            erase=NOBODY,
            jobs=[Job.SEED, Job.PLACES],
            reading_jobs=[*_READING, Job.POST],
        ),
        protect(
            "placements_placement",
            read=_EITHER,
            write=_EITHER,
            add=_OWN,
            erase=NOBODY,
            jobs=[Job.SEED],
            reading_jobs=_READING,
        ),
        freeze(
            "placements_placement",
            "true",
            but=["track", "planned_last", "ended_on", "fell_through_on"],
            says="What a placement began with is not changed.",
        ),
        protect(
            "placements_consent",
            read=all_of(
                in_partnerships(),
                any_of(
                    of_acting_organisation(),
                    all_of(
                        of_acting_organisation("recipient_id"),
                        any_of(_on("placements_consent", "participant_id", _A_PARTICIPANT_SEEN), _A_PLACEMENT_RECEIVED),
                    ),
                ),
            ),
            write=_OWN,
            erase=NOBODY,
            jobs=[Job.SEED],
            reading_jobs=_READING,
        ),
        freeze(
            "placements_consent",
            "true",
            but=["withdrawn_at"],
            says="What was consented to is not changed. It is withdrawn, and another consent is given.",
        ),
        protect(
            "placements_ownpage", read=_OWN, write=_OWN, erase=NOBODY, jobs=[Job.SEED], reading_jobs=[Job.OWN_PAGE]
        ),
        protect(
            "placements_referral",
            read=all_of(
                in_partnerships(),
                any_of(
                    of_acting_organisation(),
                    all_of(
                        of_acting_organisation("host_id"),
                        "sent_at IS NOT NULL",
                        _on("placements_referral", "participant_id", _A_PARTICIPANT_SEEN),
                    ),
                ),
            ),
            write=all_of(
                in_partnerships(),
                any_of(
                    of_acting_organisation(),
                    all_of(of_acting_organisation("host_id"), "sent_at IS NOT NULL"),
                ),
            ),
            add=_OWN,
            erase=all_of(_OWN, "sent_at IS NULL"),
            jobs=[Job.SEED, Job.PLACES],
            reading_jobs=_READING,
        ),
        freeze(
            "placements_referral",
            "OLD.sent_at IS NOT NULL",
            but=["state", "answered_at", "because", "waiting_since", "priority", "ended_at"],
            says="A referral that has been sent is not rewritten.",
        ),
        protect(
            "placements_occupancy",
            read=_EITHER,
            write=_EITHER,
            add=_OWN,
            erase=NOBODY,
            jobs=[Job.SEED],
            reading_jobs=_READING,
        ),
        protect(
            "placements_extension",
            read=all_of(in_partnerships(), _on("placements_extension", "placement_id", _A_PLACEMENT_SEEN)),
            write=all_of(in_partnerships(), _on("placements_extension", "placement_id", _A_PLACEMENT_SEEN)),
            add=all_of(_OWN, _on("placements_extension", "placement_id", _A_PLACEMENT_SEEN)),
            erase=NOBODY,
            jobs=[Job.SEED],
            reading_jobs=_READING,
        ),
        freeze(
            "placements_extension",
            "true",
            but=["in_force_on", "dropped_on"],
            says="A proposed extension is not changed. Take it back and propose another.",
        ),
        protect(
            "placements_extensionapproval",
            read=all_of(in_partnerships(), _on("placements_extensionapproval", "extension_id", _AN_EXTENSION_SEEN)),
            write=NOBODY,
            add=all_of(_OWN, _on("placements_extensionapproval", "extension_id", _AN_EXTENSION_SEEN)),
            jobs=[Job.SEED],
            reading_jobs=_READING,
        ),
        withhold("placements_extensionapproval", "UPDATE, DELETE", APPLICATION_ROLE),
        *(
            protect(
                f"placements_{table}",
                read=all_of(
                    in_partnerships(),
                    any_of(of_acting_organisation(), "shared"),
                    _on(f"placements_{table}", "placement_id", _A_PLACEMENT_SEEN),
                ),
                write=all_of(_OWN, _on(f"placements_{table}", "placement_id", _A_PLACEMENT_SEEN)),
                erase=NOBODY,
                jobs=[Job.SEED],
                reading_jobs=_READING,
            )
            for table in _FOLLOWING
        ),
    ]
