"""Buttons by decision. Who counts reaches its own, and its tablets read them."""

import django.db.models.deletion
from django.db import migrations, models

import samsyn.web.project.ids
from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import NOBODY, all_of, freeze, in_partnerships, of_acting_organisation, protect

_OWN = all_of(of_acting_organisation(), in_partnerships())


def _to(model: str, *, null: bool = False) -> models.ForeignKey:
    return models.ForeignKey(null=null, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=model)


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0003_dealt_with"),
        ("organisations", "0001_begin"),
        ("partnerships", "0001_begin"),
        ("tallies", "0004_sums"),
    ]

    operations = [
        migrations.CreateModel(
            name="AddedButton",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("pad", models.CharField(max_length=60)),
                ("key", models.CharField(max_length=60)),
                ("name", models.CharField(max_length=60)),
                ("since", models.DateField()),
                ("until", models.DateField(null=True)),
                ("added_at", models.DateTimeField()),
                ("added_by", _to("organisations.person", null=True)),
                ("decision", _to("meetings.decision")),
                ("organisation", _to("organisations.organisation")),
                ("partnership", _to("partnerships.partnership")),
            ],
            options={
                "verbose_name": "knapp genom beslut",
                "ordering": ["since", "added_at"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "partnership", "pad", "key"),
                        name="an_added_button_has_a_key_of_its_own",
                        violation_error_message="Plattan har redan en knapp med det namnet.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), _negated=True), models.Q(("key", "visit"), _negated=True)
                        ),
                        name="an_added_button_has_a_name",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
                        name="an_added_button_ends_after_it_began",
                    ),
                ],
            },
        ),
        protect("tallies_addedbutton", read=_OWN, write=_OWN, erase=NOBODY, jobs=[Job.SEED], reading_jobs=[Job.COUNT]),
        freeze(
            "tallies_addedbutton", "true", but=["until"], says="A button stays what it was. End it and add another."
        ),
    ]
