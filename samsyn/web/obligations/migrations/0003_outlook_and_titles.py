"""The outlook of each partnership for lists over many; neutral or written-out titles in a calendar address."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import NOBODY, in_partnerships, protect


class Migration(migrations.Migration):
    dependencies = [("obligations", "0002_walls"), ("partnerships", "0001_begin")]

    operations = [
        migrations.CreateModel(
            name="Outlook",
            fields=[
                (
                    "partnership",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="outlook",
                        serialize=False,
                        to="partnerships.partnership",
                    ),
                ),
                ("first_day", models.DateField()),
                ("last_day", models.DateField()),
                ("extend_by", models.DateField(null=True)),
                ("notice_by", models.DateField(null=True)),
                ("may_last_to", models.DateField(null=True)),
                ("open_assumptions", models.PositiveIntegerField()),
            ],
            options={"indexes": [models.Index(fields=["last_day"], name="obligations_by_last_day")]},
        ),
        migrations.AddField(
            "obligation",
            "owed_to",
            django.contrib.postgres.fields.ArrayField(
                base_field=models.UUIDField(),
                default=list,
                help_text="Behind `to_keys`; nobody named: all parties.",
                size=None,
            ),
        ),
        migrations.AddField("feedkey", "named", models.BooleanField(default=False)),
        migrations.AddField(
            "feedkey",
            "titled_at",
            models.DateTimeField(default=django.utils.timezone.now),
            preserve_default=False,
        ),
        protect(
            "obligations_outlook", read=in_partnerships(), write=NOBODY, jobs=[Job.SEED, Job.INSTALLATION, Job.DERIVE]
        ),
    ]
