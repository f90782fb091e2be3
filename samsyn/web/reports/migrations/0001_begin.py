"""A report from its opening to its submission, and every version of it."""

import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import samsyn.web.project.ids
import samsyn.web.project.tables
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("documents", "0002_walls"),
        ("meetings", "0001_begin"),
        ("obligations", "0003_walls"),
        ("organisations", "0001_begin"),
        ("partnerships", "0001_begin"),
    ]

    operations = [
        samsyn.web.project.tables.CreateModels(
            models=[
                migrations.CreateModel(
                    name="Report",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("term", models.CharField(max_length=80)),
                        ("days", django.contrib.postgres.fields.ranges.DateRangeField()),
                        ("opened_at", models.DateTimeField()),
                        (
                            "obligation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="obligations.obligation",
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
                        "verbose_name": "rapport",
                        "ordering": ["-days", "opened_at", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("obligation", "term", "days"), name="a_duty_is_answered_in_one_report"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("days__isempty", False), ("days__lower_inf", False), ("days__upper_inf", False)
                                ),
                                name="a_report_covers_days",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Part",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "number",
                            models.PositiveIntegerField(validators=[django.core.validators.MinValueValidator(1)]),
                        ),
                        ("content", models.JSONField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("because", models.TextField(blank=True, default="", help_text="Why it was corrected.")),
                        (
                            "signer",
                            models.CharField(
                                blank=True,
                                default="",
                                help_text="The name, as it stands in the papers.",
                                max_length=200,
                            ),
                        ),
                        ("signed_on", models.DateField()),
                        ("signed_at", models.DateTimeField()),
                        (
                            "document",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="documents.document",
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
                            "signed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="parts", to="reports.report"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "undertecknad del av en rapport",
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("report", "organisation", "number"),
                                name="parts_of_a_report_are_numbered",
                                violation_error_message="Någon annan har just undertecknat delen. Ladda om sidan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("number", 1), models.Q(("because", ""), _negated=True), _connector="OR"
                                ),
                                name="a_part_is_corrected_for_a_reason",
                                violation_error_message="Skriv vad som är rättat och varför.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GoneThrough",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("seals", models.JSONField()),
                        ("note", models.TextField(blank=True, default="")),
                        ("on", models.DateField()),
                        ("noted_at", models.DateTimeField()),
                        (
                            "meeting",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="meetings.meeting",
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
                            "person",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="gone_through",
                                to="reports.report",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "genomgång av en rapport",
                        "ordering": ["noted_at", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("meeting__isnull", False), models.Q(("note", ""), _negated=True), _connector="OR"
                                ),
                                name="going_through_a_report_is_shown_by_a_meeting_or_in_words",
                                violation_error_message="Välj mötet, eller skriv hur gruppen gick igenom delarna.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Draft",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("words", models.JSONField(blank=True, default=dict)),
                        ("edits", models.PositiveIntegerField(default=0)),
                        ("edited_at", models.DateTimeField(null=True)),
                        (
                            "edited_by",
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
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="drafts", to="reports.report"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "utkast till rapport",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("report", "organisation"), name="a_party_writes_one_draft_of_a_report"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SentBack",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("note", models.TextField()),
                        ("on", models.DateField()),
                        ("sent_at", models.DateTimeField()),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "part",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="sent_back", to="reports.part"
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
                            "person",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tillbakaskickad del av en rapport",
                        "ordering": ["sent_at", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("part", "organisation"),
                                name="a_party_sends_a_part_back_once",
                                violation_error_message="Er part har redan skickat tillbaka den. Ladda om sidan för att se läget.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("note", ""), _negated=True),
                                name="a_part_is_sent_back_with_a_note",
                                violation_error_message="Skriv vad som behöver ändras.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Submission",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "number",
                            models.PositiveIntegerField(validators=[django.core.validators.MinValueValidator(1)]),
                        ),
                        ("content", models.JSONField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("seals", models.JSONField()),
                        ("drawn_by", models.JSONField()),
                        ("file_sha256", models.CharField(max_length=64)),
                        ("because", models.TextField(blank=True, default="", help_text="Why it was corrected.")),
                        ("submitted_on", models.DateField()),
                        ("submitted_at", models.DateTimeField()),
                        (
                            "document",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="documents.document"
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
                            "report",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="submissions",
                                to="reports.report",
                            ),
                        ),
                        (
                            "submitted_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "inlämnad rapport",
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("report", "number"),
                                name="submissions_of_a_report_are_numbered",
                                violation_error_message="Någon annan har just lämnat rapporten. Ladda om sidan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("number", 1), models.Q(("because", ""), _negated=True), _connector="OR"
                                ),
                                name="a_submitted_report_is_corrected_for_a_reason",
                                violation_error_message="Skriv vad som är rättat och varför.",
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
