"""Figures from outside."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import samsyn.web.project.ids
from samsyn.web.project.tables import CreateModels

_TYPED = models.Q(
    models.Q(
        models.Q(("kind", "share"), ("number", None), ("part__isnull", False), ("whole__isnull", False)),
        ("part__gte", 0),
        ("part__lte", models.F("whole")),
        ("whole__gt", 0),
    ),
    models.Q(
        models.Q(("kind", "share"), _negated=True),
        ("number__gte", 0),
        ("number__isnull", False),
        ("part", None),
        ("whole", None),
    ),
    _connector="OR",
)
_REASON = models.Q(
    models.Q(("withdrawn_at", None), ("withdrawn_because", "")),
    models.Q(models.Q(("withdrawn_because", ""), _negated=True), ("withdrawn_at__isnull", False)),
    _connector="OR",
)


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
                    name="OutsideFigure",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("indicator", models.CharField(blank=True, default="", max_length=60)),
                        ("name", models.CharField(max_length=120)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("whole", "heltal"), ("decimal", "decimaltal"), ("share", "andel")],
                                max_length=7,
                            ),
                        ),
                        ("number", models.DecimalField(decimal_places=4, max_digits=16, null=True)),
                        ("part", models.BigIntegerField(null=True)),
                        ("whole", models.BigIntegerField(null=True)),
                        ("unit", models.CharField(max_length=60)),
                        ("definition", models.CharField(max_length=300)),
                        ("method", models.CharField(max_length=300)),
                        ("source", models.CharField(max_length=300)),
                        ("as_of", models.CharField(max_length=60)),
                        ("entered_at", models.DateTimeField()),
                        ("withdrawn_at", models.DateTimeField(null=True)),
                        ("withdrawn_because", models.CharField(blank=True, default="", max_length=300)),
                        (
                            "entered_by",
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
                            "withdrawn_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "siffra utifrån",
                        "ordering": ["indicator", "name", "as_of", "entered_at", "id"],
                        "constraints": [
                            models.CheckConstraint(condition=_TYPED, name="a_value_from_outside_is_typed"),
                            models.CheckConstraint(condition=_REASON, name="what_is_withdrawn_has_a_reason"),
                            models.UniqueConstraint(
                                condition=models.Q(("withdrawn_at", None)),
                                fields=("partnership", "organisation", "name", "as_of", "source"),
                                name="a_figure_from_outside_is_entered_once",
                                violation_error_message=(
                                    "Ni har redan skrivit in den siffran för samma tid, ur samma källa. "
                                    "Ta tillbaka den först."
                                ),
                            ),
                        ],
                    },
                ),
            ]
        ),
    ]
