"""The files of an agreement, version by version."""

from django.db import migrations, models
import django.db.models.deletion

from samsyn.web.project.tables import CreateModels
import samsyn.web.project.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [("partnerships", "0001_begin")]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="AgreementVersion",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        (
                            "digest",
                            models.CharField(
                                help_text="SHA-256 over the names and contents of the files.", max_length=64
                            ),
                        ),
                        ("known_from", models.DateField()),
                        ("registered_at", models.DateTimeField()),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="partnerships.partnership",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("partnership", "number"), name="versions_are_numbered"),
                            models.CheckConstraint(
                                condition=models.Q(("number__gte", 1)), name="versions_are_numbered_from_one"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AgreementFile",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("content", models.BinaryField()),
                        ("sha256", models.CharField(max_length=64)),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="files",
                                to="agreements.agreementversion",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("version", "name"), name="a_file_stands_once_in_a_version")
                        ],
                    },
                ),
            ]
        ),
    ]
