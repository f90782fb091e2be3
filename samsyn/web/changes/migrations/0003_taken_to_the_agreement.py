"""The job that takes a change into the agreement numbers drafts, writes what follows, and the steps that minutes are."""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import let


class Migration(migrations.Migration):
    dependencies = [("changes", "0002_walls"), ("obligations", "0003_outlook_and_titles")]

    operations = [
        let("changes_change", Job.CHANGE),
        let("changes_step", Job.CHANGE, write=True),
        let("obligations_obligation", Job.CHANGE, write=True),
        let("obligations_outlook", Job.CHANGE, write=True),
    ]
