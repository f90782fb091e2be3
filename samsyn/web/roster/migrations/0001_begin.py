"""Who works, what each has shown and signed."""

from django.conf import settings
from django.db import migrations, models
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
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
                    name="UndertakingText",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "requirement",
                            models.CharField(help_text="The undertaking's id in the agreement file.", max_length=60),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("title", models.CharField(max_length=200)),
                        ("text", models.TextField(max_length=20000)),
                        ("sha256", models.CharField(max_length=64)),
                        ("since", models.DateField()),
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
                        "verbose_name": "tystnadsförbindelsens text",
                        "ordering": ["requirement", "-number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "organisation", "requirement", "number"),
                                name="a_text_has_its_own_number",
                                violation_error_message="Någon annan har just lagt in en ny version. Ladda om sidan.",
                            ),
                            models.UniqueConstraint(
                                fields=("partnership", "organisation", "requirement", "since"),
                                name="one_text_begins_on_a_day",
                                violation_error_message="En annan version gäller redan från den dagen. Välj en senare dag.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("number__gte", 1),
                                    models.Q(("title", ""), _negated=True),
                                    models.Q(("text", ""), _negated=True),
                                ),
                                name="a_text_says_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")), name="a_text_has_its_digest"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Worker",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("known_as", models.CharField(max_length=120)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("employee", "anställd"),
                                    ("outreach", "uppsökare"),
                                    ("volunteer", "volontär"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("function", models.CharField(max_length=120)),
                        (
                            "post",
                            models.CharField(
                                blank=True, default="", help_text="The cost line's id in the agreement.", max_length=60
                            ),
                        ),
                        ("share", models.DecimalField(decimal_places=3, max_digits=4, null=True)),
                        ("began_on", models.DateField()),
                        ("days", django.contrib.postgres.fields.ranges.DateRangeField()),
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
                        "verbose_name": "medarbetare",
                        "ordering": ["known_as", "id"],
                        "indexes": [
                            models.Index(fields=["organisation", "partnership"], name="workers_of_an_organisation")
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["employee", "outreach", "volunteer"])),
                                name="a_worker_is_of_a_kind_that_we_know",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("known_as", ""), _negated=True), models.Q(("function", ""), _negated=True)
                                ),
                                name="a_worker_has_a_name_and_a_function",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("share", None),
                                    models.Q(
                                        ("share__gt", 0),
                                        ("share__lte", 1),
                                        models.Q(("kind", "volunteer"), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_share_is_of_one_post_and_not_a_volunteer_s",
                                violation_error_message="En andel ligger mellan 0 och 1 tjänst. En volontär har ingen.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("post", ""), models.Q(("kind", "volunteer"), _negated=True), _connector="OR"
                                ),
                                name="a_volunteer_is_not_paid_for",
                                violation_error_message="En volontär finansieras inte av en kostnadsrad.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("days__isempty", False), ("days__lower_inf", False)),
                                name="a_worker_begins_some_day",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("began_on__lte", models.F("days__startswith"))),
                                name="a_worker_is_taken_on_before_the_work_begins",
                                violation_error_message="Personen kan inte arbeta här innan hon började i organisationen.",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("person__isnull", False)),
                                expressions=[
                                    ("partnership", "="),
                                    ("organisation", "="),
                                    ("person", "="),
                                    ("days", "&&"),
                                ],
                                name="an_account_is_on_the_roster_once_at_a_time",
                                violation_error_message="Personen står redan i bemanningen under en del av den tiden.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Fulfilled",
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
                                    ("check", "utdrag ur register"),
                                    ("undertaking", "tystnadsförbindelse"),
                                    ("demand", "krav på personal"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "requirement",
                            models.CharField(help_text="The term's id in the agreement file.", max_length=60),
                        ),
                        ("on", models.DateField()),
                        ("role", models.CharField(max_length=120)),
                        (
                            "how",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("degree", "utbildning"),
                                    ("equivalent", "likvärdig kompetens"),
                                    ("otherwise", "på annat sätt"),
                                ],
                                default="",
                                max_length=12,
                            ),
                        ),
                        ("copy_kept", models.BooleanField(default=False)),
                        ("taken_back_at", models.DateTimeField(null=True)),
                        (
                            "taken_back_because",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("wrong_person", "noterat på fel person"),
                                    ("wrong_day", "fel dag"),
                                    ("wrong_demand", "noterat på fel krav"),
                                    ("not_done", "det har inte skett"),
                                ],
                                default="",
                                max_length=12,
                            ),
                        ),
                        (
                            "noted_by",
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
                            "taken_back_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="roster.undertakingtext",
                            ),
                        ),
                        (
                            "worker",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="fulfilled",
                                to="roster.worker",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "uppfyllt krav",
                        "ordering": ["-on", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("how", ""), ("kind", "check"), ("version", None)),
                                    models.Q(
                                        ("copy_kept", False),
                                        ("how", ""),
                                        ("kind", "undertaking"),
                                        ("version__isnull", False),
                                    ),
                                    models.Q(
                                        ("copy_kept", False),
                                        ("how__in", ["", "degree", "equivalent", "otherwise"]),
                                        ("kind", "demand"),
                                        ("version", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="of_an_extract_only_that_it_was_shown",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("role", ""), _negated=True), name="it_is_shown_for_a_role"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("taken_back_at", None), ("taken_back_because", ""), ("taken_back_by", None)
                                    ),
                                    models.Q(
                                        ("taken_back_at__isnull", False),
                                        (
                                            "taken_back_because__in",
                                            ["wrong_person", "wrong_day", "wrong_demand", "not_done"],
                                        ),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_slip_is_taken_back_with_a_reason",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("taken_back_at", None)),
                                fields=("worker", "requirement", "on"),
                                name="one_thing_is_noted_once_a_day",
                                violation_error_message="Det är redan noterat för den dagen.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Cause",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "requirement",
                            models.CharField(help_text="The register check's id in the agreement file.", max_length=60),
                        ),
                        ("on", models.DateField()),
                        ("tried_as", models.CharField(max_length=30)),
                        ("dropped_at", models.DateTimeField(null=True)),
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
                            "tried_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "worker",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="causes", to="roster.worker"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "anledning till registerkontroll",
                        "ordering": ["-on", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("dropped_at", None)),
                                fields=("worker", "requirement", "on"),
                                name="a_cause_is_tried_once_a_day",
                                violation_error_message="Det är redan noterat för den dagen.",
                            )
                        ],
                    },
                ),
            ]
        ),
    ]
