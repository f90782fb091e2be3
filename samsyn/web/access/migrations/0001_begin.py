"""What one organisation lets another see, with its basis and its dates."""

from django.db import migrations, models
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion

from samsyn.web.project.tables import CreateModels
import samsyn.web.organisations.models
import samsyn.web.project.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [("organisations", "0001_begin"), ("partnerships", "0001_begin")]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="Grant",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("scope", models.SlugField(max_length=40)),
                        (
                            "basis",
                            models.CharField(
                                choices=[
                                    ("clause", "punkt i överenskommelsen"),
                                    ("law", "lag"),
                                    ("consent", "samtycke"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "basis_reference",
                            models.CharField(help_text="§ 1.6, SoL 17:11, or the id of a consent.", max_length=120),
                        ),
                        ("since", models.DateField()),
                        ("until", models.DateField(blank=True, null=True)),
                        (
                            "owner",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="grants_given",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="grants",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "recipient",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="grants_received",
                                to="organisations.organisation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "delning mellan parter",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("owner", models.F("recipient")), _negated=True),
                                name="nobody_grants_to_themselves",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("basis_reference", ""), _negated=True),
                                name="a_grant_says_what_it_rests_on",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
                                name="a_grant_does_not_end_before_it_begins",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    ("partnership", "="),
                                    ("owner", "="),
                                    ("recipient", "="),
                                    ("scope", "="),
                                    (
                                        samsyn.web.organisations.models.DateRange(
                                            "since", "until", django.contrib.postgres.fields.ranges.RangeBoundary()
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="a_grant_stands_once_at_a_time",
                                violation_error_message="Det delas redan med samma organisation under en del av tiden.",
                            ),
                        ],
                    },
                ),
            ]
        ),
    ]
