"""Meetings: called, held, minuted, approved, and what was to be done after them."""

from django.conf import settings
from django.db import migrations, models
import django.contrib.postgres.fields
import django.db.models.deletion

from samsyn.web.project.tables import CreateModels
import samsyn.web.project.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("documents", "0001_begin"),
        ("obligations", "0001_begin"),
        ("organisations", "0001_begin"),
        ("partnerships", "0001_begin"),
    ]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="ActionPoint",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("says", models.TextField()),
                        ("function", models.CharField(blank=True, max_length=200)),
                        ("due", models.DateField(null=True)),
                        ("wind_down", models.BooleanField(default=False)),
                        ("added_at", models.DateTimeField()),
                        ("done_on", models.DateField(null=True)),
                        ("done_note", models.TextField(blank=True)),
                        ("dropped_on", models.DateField(null=True)),
                        ("dropped_because", models.TextField(blank=True)),
                        (
                            "also_for",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.UUIDField(), default=list, size=None
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
                            "meeting",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="actions_agreed",
                                to="meetings.meeting",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "att göra efter ett möte",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("done_on", None), ("dropped_on", None), _connector="OR"),
                                name="an_action_is_done_or_dropped",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("dropped_on", None),
                                    models.Q(("dropped_because", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="an_action_is_dropped_for_a_reason",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("meeting__isnull", False), ("wind_down", True), _connector="OR"),
                                name="an_action_comes_from_somewhere",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AgendaItem",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("position", models.PositiveIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("free", "fråga"),
                                    ("obligation", "åtagande"),
                                    ("assumption", "tolkning att bekräfta"),
                                    ("action", "att göra sedan förra mötet"),
                                    ("change", "ändring"),
                                    ("matter", "ärende mellan parterna"),
                                ],
                                default="free",
                                max_length=12,
                            ),
                        ),
                        ("title", models.CharField(max_length=300)),
                        ("background", models.TextField(blank=True)),
                        ("clause", models.CharField(blank=True, max_length=80)),
                        (
                            "assumption",
                            models.CharField(
                                blank=True, help_text="The assumption's id in the agreement file.", max_length=120
                            ),
                        ),
                        ("about", models.UUIDField(help_text="The change or the matter.", null=True)),
                        ("noted", models.TextField(blank=True)),
                        (
                            "also_for",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.UUIDField(), default=list, size=None
                            ),
                        ),
                        (
                            "action",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="meetings.actionpoint",
                            ),
                        ),
                        (
                            "added_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "obligation",
                            models.ForeignKey(
                                null=True,
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
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="items", to="meetings.meeting"
                            ),
                        ),
                        (
                            "dealt_with",
                            models.BooleanField(
                                default=False,
                                help_text="The minutes say that the obligation of the item was met at the meeting.",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "punkt på en dagordning",
                        "ordering": ["position", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="Meeting",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("body", models.CharField(help_text="The body's id in the agreement file.", max_length=80)),
                        ("body_name", models.CharField(max_length=200)),
                        ("clause", models.CharField(max_length=80)),
                        ("number", models.PositiveIntegerField()),
                        ("called_at", models.DateTimeField()),
                        ("starts_at", models.DateTimeField()),
                        ("ends_at", models.DateTimeField()),
                        ("place", models.CharField(blank=True, max_length=200)),
                        ("link", models.URLField(blank=True, max_length=400)),
                        ("sequence", models.PositiveIntegerField(default=0)),
                        ("held_on", models.DateField(null=True)),
                        ("cancelled_at", models.DateTimeField(null=True)),
                        ("cancelled_because", models.TextField(blank=True)),
                        ("approved_on", models.DateField(null=True)),
                        (
                            "also_for",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.UUIDField(), default=list, size=None
                            ),
                        ),
                        (
                            "called_by",
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
                                related_name="meetings",
                                to="partnerships.partnership",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "möte",
                        "indexes": [models.Index(fields=["partnership", "-starts_at"], name="meetings_by_day")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "body", "number"), name="meetings_of_a_body_are_numbered"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                                name="a_meeting_ends_after_it_begins",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("held_on", None), ("cancelled_at", None), _connector="OR"),
                                name="a_meeting_is_held_or_cancelled",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("approved_on", None), ("held_on__isnull", False), _connector="OR"),
                                name="only_a_held_meeting_is_approved",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("cancelled_at", None),
                                    models.Q(("cancelled_because", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_meeting_is_cancelled_for_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Decision",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("confirm", "bekräftar en tolkning"),
                                    ("prepare", "förbereder en ändring"),
                                    ("method", "bestämmer arbetssätt"),
                                    ("deviation", "noterar en avvikelse"),
                                    ("other", "annat beslut"),
                                ],
                                default="other",
                                max_length=10,
                            ),
                        ),
                        ("says", models.TextField()),
                        ("assumption", models.CharField(blank=True, max_length=120)),
                        ("answer", models.CharField(blank=True, max_length=120)),
                        (
                            "also_for",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.UUIDField(), default=list, size=None
                            ),
                        ),
                        (
                            "item",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decisions",
                                to="meetings.agendaitem",
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
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="decisions",
                                to="meetings.meeting",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "beslut",
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("meeting", "number"), name="decisions_of_a_meeting_are_numbered"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "confirm"), _negated=True),
                                    models.Q(("assumption", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_confirmation_says_of_what",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Attendance",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("function", models.CharField(max_length=200)),
                        ("name", models.CharField(blank=True, max_length=120)),
                        (
                            "task",
                            models.CharField(
                                blank=True,
                                choices=[("", "deltar"), ("chair", "leder mötet"), ("minutes", "för protokoll")],
                                default="",
                                max_length=10,
                            ),
                        ),
                        ("came", models.BooleanField(null=True)),
                        (
                            "also_for",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.UUIDField(), default=list, size=None
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
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attendances",
                                to="meetings.meeting",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "närvaro vid ett möte",
                    },
                ),
                migrations.CreateModel(
                    name="Minutes",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("revision", models.PositiveIntegerField()),
                        ("content", models.JSONField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("put_forward_at", models.DateTimeField()),
                        (
                            "also_for",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.UUIDField(), default=list, size=None
                            ),
                        ),
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
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="minutes",
                                to="meetings.meeting",
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
                            "put_forward_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "protokoll",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("meeting", "revision"), name="revisions_of_minutes_are_numbered"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MinutesAnswer",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("approved", models.BooleanField()),
                        ("remark", models.TextField(blank=True)),
                        ("on", models.DateField()),
                        ("answered_at", models.DateTimeField()),
                        (
                            "also_for",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.UUIDField(), default=list, size=None
                            ),
                        ),
                        (
                            "minutes",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="meetings.minutes",
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
                    ],
                    options={
                        "verbose_name": "svar på ett protokoll",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("minutes", "organisation"),
                                name="a_party_answers_minutes_once",
                                violation_error_message="Er part har redan svarat på den här versionen av protokollet.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("approved", True), models.Q(("remark", ""), _negated=True), _connector="OR"
                                ),
                                name="minutes_are_sent_back_with_a_remark",
                            ),
                        ],
                    },
                ),
            ]
        ),
    ]
