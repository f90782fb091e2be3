"""What shows that a duty was met, and who objects. After the meetings, which obligations come before."""

from django.conf import settings
from django.db import migrations, models
import django.db.models.deletion

from samsyn.web.project.tables import CreateModels
import samsyn.web.project.ids


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0001_begin"),
        ("meetings", "0001_begin"),
        ("organisations", "0001_begin"),
        ("partnerships", "0001_begin"),
        ("obligations", "0001_begin"),
    ]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="Evidence",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("document", "handling"),
                                    ("report", "rapport"),
                                    ("payment", "betalning"),
                                    ("meeting", "möte"),
                                    ("note", "anteckning"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("done_on", models.DateField(help_text="The day it was done.")),
                        ("says", models.TextField(blank=True)),
                        ("given_at", models.DateTimeField()),
                        ("taken_back_at", models.DateTimeField(null=True)),
                        ("taken_back_because", models.TextField(blank=True)),
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
                            "given_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
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
                            "obligation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="evidence_given",
                                to="obligations.obligation",
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
                        "verbose_name": "underlag för ett åtagande",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind__in", ["document", "report"]), _negated=True),
                                    ("document__isnull", False),
                                    _connector="OR",
                                ),
                                name="evidence_by_document_has_its_document",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "meeting"), _negated=True),
                                    ("meeting__isnull", False),
                                    _connector="OR",
                                ),
                                name="evidence_by_meeting_has_its_meeting",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "note"), _negated=True),
                                    models.Q(("says", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_note_says_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("taken_back_at", None),
                                    models.Q(("taken_back_because", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="evidence_is_taken_back_for_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Objection",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("raised_on", models.DateField()),
                        ("raised_at", models.DateTimeField()),
                        ("reason", models.TextField()),
                        ("settled_on", models.DateField(null=True)),
                        ("settled_how", models.TextField(blank=True)),
                        (
                            "obligation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="objections",
                                to="obligations.obligation",
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
                            "raised_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "invändning mot ett åtagande",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True), name="an_objection_has_a_reason"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("settled_on", None), models.Q(("settled_how", ""), _negated=True), _connector="OR"
                                ),
                                name="an_objection_is_settled_in_words",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("settled_on", None)),
                                fields=("obligation", "organisation"),
                                name="a_party_objects_once_at_a_time",
                                violation_error_message="Ni har redan en invändning mot detta. Lös den först.",
                            ),
                        ],
                    },
                ),
            ]
        ),
    ]
