"""Papers, and their bytes under their hash."""

from django.conf import settings
from django.db import migrations, models
import django.contrib.postgres.fields
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
                    name="Content",
                    fields=[
                        ("sha256", models.CharField(max_length=64, primary_key=True, serialize=False)),
                        ("size", models.PositiveIntegerField(help_text="In bytes.")),
                        ("media_type", models.CharField(max_length=100)),
                        ("data", models.BinaryField()),
                        ("seals", models.JSONField(default=list)),
                    ],
                    options={
                        "verbose_name": "innehåll i ett dokument",
                        "constraints": [
                            models.CheckConstraint(condition=models.Q(("size__gt", 0)), name="a_document_is_not_empty")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Document",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("file_name", models.CharField(max_length=200)),
                        ("title", models.CharField(max_length=200)),
                        ("public_title", models.CharField(max_length=200)),
                        (
                            "direction",
                            models.CharField(choices=[("in", "inkommen"), ("drawn_up", "upprättad")], max_length=10),
                        ),
                        ("dated", models.DateField(help_text="The day it came in or was drawn up.")),
                        (
                            "correspondent",
                            models.CharField(
                                blank=True, help_text="Sender or receiver, where there is one.", max_length=200
                            ),
                        ),
                        ("added_at", models.DateTimeField()),
                        ("handed_over_at", models.DateTimeField(null=True)),
                        ("number", models.PositiveIntegerField(null=True)),
                        (
                            "also_for",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.UUIDField(), default=list, size=None
                            ),
                        ),
                        (
                            "added_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "content",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="documents",
                                to="documents.content",
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
                                related_name="documents",
                                to="partnerships.partnership",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "handling",
                        "indexes": [
                            models.Index(fields=["content"], name="documents_by_content"),
                            models.Index(fields=["partnership", "-dated"], name="documents_by_day"),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "number"), name="a_document_has_its_own_number"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("handed_over_at", None), ("number", None)),
                                    models.Q(("handed_over_at__isnull", False), ("number__isnull", False)),
                                    _connector="OR",
                                ),
                                name="a_document_is_numbered_when_handed_over",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("direction__in", ["in", "drawn_up"])),
                                name="a_document_came_or_was_made",
                            ),
                        ],
                    },
                ),
            ]
        ),
    ]
