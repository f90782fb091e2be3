"""What people asked for and was put on an agenda: the organisation's own note of it; the agenda is all parties'."""

import django.db.models.deletion
from django.db import migrations, models

import samsyn.web.project.ids
from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import NOBODY, all_of, in_partnerships, of_acting_organisation, protect

_OWN = all_of(of_acting_organisation(), in_partnerships())


def _to(model: str, *, null: bool = False, back: str = "+") -> models.ForeignKey:
    return models.ForeignKey(null=null, on_delete=django.db.models.deletion.PROTECT, related_name=back, to=model)


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0003_dealt_with"),
        ("organisations", "0002_volunteers"),
        ("partnerships", "0001_begin"),
        ("surveys", "0003_guards"),
    ]

    operations = [
        migrations.CreateModel(
            name="Raised",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("option", models.CharField(blank=True, default="", max_length=60)),
                ("item", models.UUIDField(unique=True)),
                ("raised_at", models.DateTimeField()),
                ("meeting", _to("meetings.meeting")),
                ("organisation", _to("organisations.organisation")),
                ("partnership", _to("partnerships.partnership")),
                ("question", _to("surveys.question")),
                ("raised_by", _to("organisations.person", null=True)),
                ("round", _to("surveys.round", back="raised")),
            ],
            options={
                "verbose_name": "önskemål på en dagordning",
                "ordering": ["raised_at"],
            },
        ),
        protect("surveys_raised", read=_OWN, write=NOBODY, add=_OWN, jobs=[Job.SEED]),
    ]
