"""One table of acts for the whole system."""

from django.db import migrations, models
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
                    name="Act",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        ("name", models.CharField(max_length=60)),
                        ("person_id", models.UUIDField(null=True)),
                        ("job", models.CharField(blank=True, max_length=30)),
                        ("subject_type", models.CharField(blank=True, max_length=80)),
                        ("subject_id", models.UUIDField(null=True)),
                        ("reason", models.TextField(blank=True)),
                        ("clause", models.CharField(blank=True, max_length=80)),
                        ("refers_to", models.JSONField(default=dict)),
                        ("shared", models.BooleanField(default=False)),
                        ("erased_at", models.DateTimeField(null=True)),
                        (
                            "organisation",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnerships.partnership",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "händelse i historiken",
                        "indexes": [
                            models.Index(fields=["organisation", "-at"], name="history_by_organisation"),
                            models.Index(fields=["partnership", "-at"], name="history_by_partnership"),
                            models.Index(fields=["subject_id"], name="history_by_subject"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("person_id__isnull", False),
                                    models.Q(("job", ""), _negated=True),
                                    ("erased_at__isnull", False),
                                    _connector="OR",
                                ),
                                name="an_act_has_someone_behind_it",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("erased_at", None),
                                    models.Q(
                                        ("person_id", None), ("reason", ""), ("refers_to", {}), ("subject_id", None)
                                    ),
                                    _connector="OR",
                                ),
                                name="a_tombstone_holds_nothing_else",
                            ),
                        ],
                    },
                ),
            ]
        ),
    ]
