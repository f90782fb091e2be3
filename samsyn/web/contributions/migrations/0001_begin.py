"""What a party puts in besides money."""

from django.conf import settings
from django.db import migrations, models
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion

from samsyn.web.project.tables import CreateModels
import samsyn.web.project.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [("organisations", "0001_begin"), ("partnerships", "0001_begin")]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="Contribution",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "in_kind",
                            models.CharField(
                                blank=True, default="", help_text="The term's id in the agreement file.", max_length=60
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("volunteer_hours", "volontärers timmar"),
                                    ("premises", "lokaler"),
                                    ("food", "mat"),
                                    ("gifts", "gåvor"),
                                    ("clothes", "kläder"),
                                    ("knowledge", "kunskap"),
                                    ("other", "annat"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("what", models.CharField(blank=True, default="", max_length=200)),
                        ("days", django.contrib.postgres.fields.ranges.DateRangeField()),
                        ("quantity", models.DecimalField(decimal_places=2, max_digits=10)),
                        (
                            "unit",
                            models.CharField(
                                choices=[
                                    ("hours", "timmar"),
                                    ("days", "dagar"),
                                    ("months", "månader"),
                                    ("kilograms", "kg"),
                                    ("portions", "portioner"),
                                    ("pieces", "stycken"),
                                    ("square_metres", "kvadratmeter"),
                                ],
                                max_length=14,
                            ),
                        ),
                        ("value_ore", models.BigIntegerField(null=True)),
                        ("valued_how", models.CharField(blank=True, default="", max_length=300)),
                        (
                            "source",
                            models.CharField(
                                choices=[("typed", "inskrivet"), ("shifts", "rapporterade pass")],
                                default="typed",
                                max_length=8,
                            ),
                        ),
                        ("made_at", models.DateTimeField()),
                        ("shared_at", models.DateTimeField(null=True)),
                        ("taken_back_at", models.DateTimeField(null=True)),
                        ("taken_back_because", models.CharField(blank=True, default="", max_length=300)),
                        (
                            "made_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "shared_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "egen insats",
                        "ordering": ["days", "made_at", "id"],
                        "indexes": [
                            models.Index(fields=["partnership", "days"], name="contributions_of_a_partnership")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("days__isempty", False), ("days__lower_inf", False), ("days__upper_inf", False)
                                ),
                                name="a_contribution_begins_and_ends",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("quantity__gt", 0)),
                                name="a_contribution_is_something",
                                violation_error_message="Skriv ett antal som är större än noll.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("value_ore", None), ("valued_how", "")),
                                    models.Q(("value_ore__gte", 0), models.Q(("valued_how", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="a_value_says_how_it_was_reckoned",
                                violation_error_message="Skriv hur värdet är räknat, eller lämna värdet tomt.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "other"), _negated=True),
                                    models.Q(("what", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="what_has_no_kind_says_what_it_is",
                                violation_error_message="Skriv vad insatsen är.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("source", "typed"),
                                    models.Q(("kind", "volunteer_hours"), ("source", "shifts"), ("unit", "hours")),
                                    _connector="OR",
                                ),
                                name="shifts_give_hours",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("taken_back_at", None), ("taken_back_because", "")),
                                    models.Q(
                                        ("taken_back_at__gte", models.F("shared_at")),
                                        models.Q(("taken_back_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="what_is_put_forward_is_taken_back_with_a_reason",
                                violation_error_message="Skriv varför raden tas tillbaka.",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("source", "shifts"), ("taken_back_at", None)),
                                expressions=[("partnership", "="), ("organisation", "="), ("days", "&&")],
                                name="hours_of_a_day_are_summed_once",
                                violation_error_message="Timmarna för en del av de dagarna är redan summerade. Välj dagar som inte är det, eller ta först bort den raden.",
                            ),
                        ],
                    },
                ),
            ]
        ),
    ]
