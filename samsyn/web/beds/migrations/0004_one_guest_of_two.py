"""Whose blocks a card's code asks about, where its guest has been merged into another, is read to answer it."""

from django.db import migrations

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import let


class Migration(migrations.Migration):
    dependencies = [("beds", "0003_refusals")]

    operations = [let("beds_guest", Job.ANSWER)]
