"""A change that has everything its clause demands becomes a version, written by the job that takes it there."""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import let


class Migration(migrations.Migration):
    dependencies = [("agreements", "0002_walls")]

    operations = [
        let("agreements_agreementversion", Job.CHANGE, write=True),
        let("agreements_agreementfile", Job.CHANGE, write=True),
    ]
