"""Only the parties see the agreement; nobody changes a version that is stored.

A change that has everything its clause demands becomes a version, written by the job that takes it there.
"""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import APPLICATION_ROLE, NOBODY, RETENTION_ROLE, in_partnerships, let, protect, withhold

_STORING = [Job.SEED, Job.INSTALLATION]
_FOR_GOOD = ("UPDATE, DELETE, TRUNCATE", APPLICATION_ROLE, RETENTION_ROLE)


class Migration(migrations.Migration):
    dependencies = [("agreements", "0001_begin"), ("access", "0002_walls")]

    operations = [
        protect(
            "agreements_agreementversion",
            read=in_partnerships(),
            write=NOBODY,
            jobs=_STORING,
            reading_jobs=[Job.DERIVE],
        ),
        protect(
            "agreements_agreementfile", read=in_partnerships(), write=NOBODY, jobs=_STORING, reading_jobs=[Job.DERIVE]
        ),
        withhold("agreements_agreementversion", *_FOR_GOOD),
        withhold("agreements_agreementfile", *_FOR_GOOD),
        let("agreements_agreementversion", Job.CHANGE, write=True),
        let("agreements_agreementfile", Job.CHANGE, write=True),
    ]
