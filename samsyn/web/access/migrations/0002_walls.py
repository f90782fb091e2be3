"""Row-level security on everything that says who is who and who is where. Which migrations have run, their owner writes alone."""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import (
    APPLICATION_ROLE,
    NOBODY,
    RETENTION_ROLE,
    all_of,
    any_of,
    in_known_partnerships,
    in_partnerships,
    of_acting_organisation,
    of_viewer,
    protect,
    under,
    withhold,
)

_COLLEAGUES = f"id IN (SELECT person_id FROM organisations_membership WHERE {of_acting_organisation()})"
_APPOINTED = f"id IN (SELECT person_id FROM partnerships_appointment WHERE {in_known_partnerships()})"
_MY_ORGANISATIONS = f"id IN (SELECT organisation_id FROM organisations_membership WHERE {of_viewer()})"
_FELLOW_PARTIES = f"id IN (SELECT organisation_id FROM partnerships_partnershipparty WHERE {in_known_partnerships()})"
_LAYING = [Job.SEED, Job.INSTALLATION]


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0001_begin"),
        ("organisations", "0001_begin"),
        ("partnerships", "0001_begin"),
    ]

    operations = [
        protect(
            "organisations_organisation",
            read=any_of(of_acting_organisation("id"), _MY_ORGANISATIONS, _FELLOW_PARTIES),
            jobs=_LAYING,
            reading_jobs=[Job.ENTRY, Job.SIGN_IN],
        ),
        protect(
            "organisations_person",
            read=any_of(of_viewer("id"), _COLLEAGUES, _APPOINTED, under(Job.SIGN_IN, Job.INVITATION)),
            write=any_of(of_viewer("id"), under(Job.SIGN_IN)),
            add=under(Job.INVITATION),
            erase=NOBODY,
            jobs=_LAYING,
            reading_jobs=[Job.ENTRY],
        ),
        protect(
            "organisations_membership",
            read=any_of(of_viewer(), of_acting_organisation()),
            write=of_acting_organisation(),
            erase=NOBODY,
            jobs=_LAYING,
            reading_jobs=[Job.ENTRY, Job.SIGN_IN],
        ),
        protect(
            "partnerships_partnership",
            read=in_known_partnerships("id"),
            jobs=_LAYING,
            reading_jobs=[Job.ENTRY, Job.SIGN_IN, Job.DERIVE],
        ),
        protect(
            "partnerships_partnershipparty",
            read=in_known_partnerships(),
            write=all_of(of_acting_organisation(), in_partnerships()),
            add=NOBODY,
            erase=NOBODY,
            jobs=_LAYING,
            reading_jobs=[Job.ENTRY, Job.SIGN_IN, Job.DERIVE],
        ),
        protect(
            "partnerships_appointment",
            read=any_of(in_known_partnerships(), of_acting_organisation(), of_viewer()),
            write=all_of(of_acting_organisation(), in_partnerships()),
            erase=NOBODY,
            jobs=_LAYING,
            reading_jobs=[Job.ENTRY],
        ),
        protect(
            "access_grant",
            read=any_of(of_acting_organisation("owner_id"), of_acting_organisation("recipient_id")),
            write=all_of(of_acting_organisation("owner_id"), in_partnerships()),
            erase=NOBODY,
            jobs=_LAYING,
            reading_jobs=[Job.ENTRY],
        ),
        withhold("django_migrations", "INSERT, UPDATE, DELETE", APPLICATION_ROLE, RETENTION_ROLE),
    ]
