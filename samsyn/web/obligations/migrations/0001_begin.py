"""Derived obligations, the outlook of each partnership, and calendar addresses."""

from django.conf import settings
from django.db import migrations, models
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
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
                    name="FeedKey",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("secret_sha256", models.CharField(max_length=64, unique=True)),
                        ("opened_at", models.DateTimeField()),
                        ("revoked_at", models.DateTimeField(null=True)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        ("named", models.BooleanField(default=False)),
                        ("titled_at", models.DateTimeField()),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("revoked_at", None)),
                                fields=("person", "organisation"),
                                name="one_open_feed_at_a_time",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Obligation",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("term", models.CharField(max_length=80)),
                        ("occurrence", models.CharField(max_length=120)),
                        ("kind", models.CharField(max_length=40)),
                        (
                            "by_keys",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=80), size=None
                            ),
                        ),
                        (
                            "to_keys",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=80), default=list, size=None
                            ),
                        ),
                        (
                            "owed_by",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.UUIDField(),
                                default=list,
                                help_text="The organisations behind `by_keys`.",
                                size=None,
                            ),
                        ),
                        ("joint", models.BooleanField(default=False)),
                        ("says", models.TextField()),
                        ("window_start", models.DateField()),
                        ("window_end", models.DateField()),
                        ("due", models.DateField(null=True)),
                        ("due_stated", models.BooleanField(default=True)),
                        ("evidence", models.CharField(max_length=40)),
                        ("amount_ore", models.BigIntegerField(null=True)),
                        ("amount_note", models.TextField(blank=True)),
                        ("clause", models.CharField(max_length=80)),
                        (
                            "reason",
                            models.JSONField(default=dict, help_text="Why this day: the sentence and its inputs."),
                        ),
                        (
                            "assumptions",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=80), default=list, size=None
                            ),
                        ),
                        ("fell_away_on", models.DateField(null=True)),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="obligations",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "owed_to",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.UUIDField(),
                                default=list,
                                help_text="Behind `to_keys`; nobody named: all parties.",
                                size=None,
                            ),
                        ),
                        ("disputed_on", models.DateField(null=True)),
                        ("met_on", models.DateField(null=True)),
                        ("waived_on", models.DateField(null=True)),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["partnership", "due"], name="obligations_by_day"),
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["owed_by"], name="obligations_by_organisation"
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "term", "occurrence"), name="an_obligation_has_one_key"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("window_end__gt", models.F("window_start"))),
                                name="an_obligation_has_its_days",
                            ),
                        ],
                    },
                ),
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
                    options={
                        "indexes": [models.Index(fields=["last_day"], name="obligations_by_last_day")],
                    },
                ),
            ]
        ),
    ]
