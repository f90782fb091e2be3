"""What is let go, what of it is told, and the exact numbers."""

import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import samsyn.web.project.ids
from django.conf import settings
from django.db import migrations, models

from samsyn.web.project.tables import CreateModels


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("organisations", "0001_begin"),
        ("partnerships", "0001_begin"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="Release",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(choices=[("own", "egen"), ("compiled", "sammanställd")], max_length=8),
                        ),
                        ("indicator", models.CharField(max_length=80)),
                        ("version", models.CharField(max_length=64)),
                        ("days", django.contrib.postgres.fields.ranges.DateRangeField()),
                        (
                            "number",
                            models.PositiveIntegerField(validators=[django.core.validators.MinValueValidator(1)]),
                        ),
                        ("because", models.TextField(blank=True, default="")),
                        ("about", models.JSONField()),
                        (
                            "made_of",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.UUIDField(), blank=True, default=list, size=None
                            ),
                        ),
                        (
                            "adds_up",
                            models.BooleanField(help_text="The numbers of two periods are those of both together."),
                        ),
                        (
                            "promised",
                            models.BooleanField(help_text="Its total reaches those that the agreement names exactly."),
                        ),
                        ("made_at", models.DateTimeField()),
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
                    ],
                    options={
                        "verbose_name": "frisläppt siffra",
                        "ordering": ["days", "indicator", "number", "id"],
                        "indexes": [models.Index(fields=["partnership", "days"], name="releases_of_a_partnership")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "organisation", "kind", "indicator", "days", "number"),
                                name="releases_of_a_figure_are_numbered",
                                violation_error_message="Någon annan har just släppt siffran. Ladda om sidan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("number", 1), models.Q(("because", ""), _negated=True), _connector="OR"
                                ),
                                name="a_correction_says_why",
                                violation_error_message="Skriv vad som rättas och varför.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("days__isempty", False), ("days__lower_inf", False), ("days__upper_inf", False)
                                ),
                                name="a_release_covers_days",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExactCell",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("place", models.PositiveIntegerField()),
                        (
                            "by",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=20), blank=True, default=list, size=None
                            ),
                        ),
                        (
                            "keys",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=120), blank=True, default=list, size=None
                            ),
                        ),
                        ("name", models.CharField(blank=True, default="", max_length=20)),
                        ("n", models.BigIntegerField(null=True)),
                        ("value", models.JSONField(null=True)),
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="exact", to="releases.release"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "exakt tal",
                        "ordering": ["place"],
                        "constraints": [
                            models.UniqueConstraint(fields=("release", "place"), name="exact_numbers_stand_in_order")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ReleasedCell",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("place", models.PositiveIntegerField()),
                        (
                            "by",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=20), blank=True, default=list, size=None
                            ),
                        ),
                        (
                            "keys",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=120), blank=True, default=list, size=None
                            ),
                        ),
                        ("name", models.CharField(blank=True, default="", max_length=20)),
                        ("n", models.BigIntegerField(null=True)),
                        ("value", models.JSONField(null=True)),
                        ("open", models.BooleanField(default=False)),
                        (
                            "only_for",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.UUIDField(), blank=True, default=list, size=None
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
                            "release",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="cells", to="releases.release"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "frisläppt tal",
                        "ordering": ["place"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("release", "place"), name="released_numbers_stand_in_order"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("n__isnull", False), ("name", ""), _negated=True),
                                    models.Q(("name", ""), ("value__isnull", True), _connector="OR"),
                                ),
                                name="a_released_number_is_a_number_or_a_value",
                            ),
                        ],
                    },
                ),
            ]
        )
    ]
