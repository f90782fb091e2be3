"""What is asked, what is answered, and what was handed over."""

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from samsyn.web.project.tables import CreateModels
import samsyn.web.project.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("documents", "0002_walls"),
        ("obligations", "0003_walls"),
        ("organisations", "0001_begin"),
        ("partnerships", "0001_begin"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="Request",
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
                        (
                            "about",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=300), default=list, size=None
                            ),
                        ),
                        ("asks", models.TextField()),
                        ("wanted_by", models.DateField(null=True)),
                        ("due", models.DateField(null=True)),
                        ("on", models.DateField()),
                        ("asked_at", models.DateTimeField()),
                        ("withdrawn_at", models.DateTimeField(null=True)),
                        ("withdrawn_because", models.TextField(blank=True, default="")),
                        (
                            "asked",
                            models.ForeignKey(
                                help_text="Who is to answer.",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "asked_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "obligation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
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
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "number"),
                                name="requests_of_a_partnership_are_numbered",
                                violation_error_message="Någon annan har just skickat en begäran. Försök igen.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("asks", ""), _negated=True),
                                name="a_request_says_what_is_asked",
                                violation_error_message="Skriv vad ni vill få.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("organisation", models.F("asked")), _negated=True),
                                name="nobody_asks_itself_for_insight",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("wanted_by", None), ("wanted_by__gte", models.F("on")), _connector="OR"
                                ),
                                name="what_is_asked_is_not_wanted_before_it_is_asked",
                                violation_error_message="Dagen har redan varit. Skriv en dag som kommer.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("withdrawn_at", None), ("withdrawn_because", "")),
                                    models.Q(
                                        ("withdrawn_at__isnull", False),
                                        models.Q(("withdrawn_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_request_is_withdrawn_for_a_reason",
                                violation_error_message="Skriv varför ni tar tillbaka begäran.",
                            ),
                        ],
                        "verbose_name": "begäran om insyn",
                        "ordering": ["-number"],
                    },
                ),
                migrations.CreateModel(
                    name="Answer",
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
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("all", "allt som ni bad om"),
                                    ("more", "en del, mer kommer"),
                                    ("part", "en del, resten lämnas inte ut"),
                                    ("nothing", "ingenting lämnas ut"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("says", models.TextField(blank=True, default="")),
                        (
                            "grounds",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=80), default=list, size=None
                            ),
                        ),
                        ("because", models.TextField(blank=True, default="")),
                        ("tried_as", models.CharField(max_length=120)),
                        (
                            "figures",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.UUIDField(), default=list, size=None
                            ),
                        ),
                        ("content", models.JSONField()),
                        ("sha256", models.CharField(max_length=64)),
                        ("on", models.DateField()),
                        ("answered_at", models.DateTimeField()),
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
                            "person",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "request",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="insight.request",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("request", "number"),
                                name="answers_to_a_request_are_numbered",
                                violation_error_message="Någon annan hos er har just svarat. Ladda om sidan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("because", ""), ("grounds", []), ("outcome__in", ["all", "more"])),
                                    models.Q(
                                        ("outcome__in", ["part", "nothing"]),
                                        models.Q(("grounds", []), _negated=True),
                                        models.Q(("because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="what_is_held_back_has_its_ground_and_its_reason",
                                violation_error_message="Välj grund och skriv varför något inte lämnas ut.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("tried_as", ""), _negated=True),
                                name="somebody_tried_what_may_be_handed_over",
                            ),
                        ],
                        "verbose_name": "svar på en begäran om insyn",
                        "ordering": ["number"],
                    },
                ),
                migrations.CreateModel(
                    name="StaffList",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("as_of", models.DateField()),
                        ("content", models.JSONField()),
                        ("sha256", models.CharField(max_length=64)),
                        (
                            "answer",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="staff_list",
                                to="insight.answer",
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
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")),
                                name="a_staff_list_has_its_digest",
                            )
                        ],
                        "verbose_name": "överlämnad personalförteckning",
                    },
                ),
                migrations.CreateModel(
                    name="Handed",
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
                                choices=[("paper", "handling"), ("staff_list", "personalförteckning")], max_length=10
                            ),
                        ),
                        (
                            "answer",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="handed", to="insight.answer"
                            ),
                        ),
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
                    ],
                    options={
                        "verbose_name": "överlämnat på begäran",
                        "ordering": ["document__number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("answer", "document"), name="a_paper_is_handed_over_once_in_an_answer"
                            )
                        ],
                    },
                ),
            ]
        )
    ]
