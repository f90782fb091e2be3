"""Which words a self-assessment is an answer to. All rows so far are answers to the first."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("placements", "0003_guards")]

    operations = [
        migrations.AddField("selfassessment", "version", models.PositiveSmallIntegerField(default=1)),
    ]
