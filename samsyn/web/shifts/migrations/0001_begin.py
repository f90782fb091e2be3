"""Who works at an occasion, and calendar addresses."""

from django.conf import settings
from django.db import migrations, models
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion

from samsyn.web.project.tables import CreateModels
import samsyn.web.project.ids
import samsyn.web.shifts.models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("occasions", "0001_begin"),
        ("organisations", "0001_begin"),
        ("partnerships", "0001_begin"),
        ("roster", "0001_begin"),
    ]

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
                    ],
                    options={
                        "verbose_name": "kalenderadress för egna pass",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("revoked_at", None)),
                                fields=("person", "organisation"),
                                name="one_open_address_to_one_s_shifts",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("secret_sha256__regex", "^[0-9a-f]{64}$")),
                                name="an_address_to_shifts_is_kept_as_its_digest",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Shift",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("function", models.CharField(max_length=120)),
                        ("starts_at", models.DateTimeField()),
                        ("ends_at", models.DateTimeField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("free", "ledigt"),
                                    ("taken", "taget"),
                                    ("offered", "söker någon som tar över"),
                                    ("cancelled", "struket"),
                                ],
                                default="free",
                                max_length=10,
                            ),
                        ),
                        ("hours", models.DecimalField(decimal_places=2, max_digits=4, null=True)),
                        ("reported_at", models.DateTimeField(null=True)),
                        (
                            "reported_as",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("employee", "anställd"),
                                    ("outreach", "uppsökare"),
                                    ("volunteer", "volontär"),
                                ],
                                default="",
                                max_length=10,
                            ),
                        ),
                        ("changed_at", models.DateTimeField()),
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
                            "occasion",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="shifts",
                                to="occasions.occasion",
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
                            "worker",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="shifts",
                                to="roster.worker",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "pass",
                        "ordering": ["starts_at", "function", "id"],
                        "indexes": [
                            models.Index(
                                fields=["organisation", "partnership", "starts_at"], name="shifts_of_an_organisation"
                            )
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                                name="a_shift_ends_after_it_begins",
                                violation_error_message="Passet måste sluta efter att det börjar.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("function", ""), _negated=True), name="a_shift_has_a_function"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("state__in", ["free", "taken", "offered", "cancelled"])),
                                name="a_shift_is_in_a_state_we_know",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "free"), _negated=True), ("worker", None), _connector="OR"
                                ),
                                name="a_free_shift_is_nobody_s",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("hours", None), ("reported_as", ""), ("reported_at", None)),
                                    models.Q(
                                        ("hours__gte", 0),
                                        ("hours__lte", 24),
                                        ("reported_at__isnull", False),
                                        ("state", "taken"),
                                        models.Q(("reported_as", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="hours_are_reported_of_a_taken_shift",
                                violation_error_message="Skriv högst 24 timmar för ett pass.",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(
                                    ("worker__isnull", False), models.Q(("state", "cancelled"), _negated=True)
                                ),
                                expressions=[
                                    ("worker", "="),
                                    (
                                        samsyn.web.shifts.models.TimeRange(
                                            "starts_at",
                                            "ends_at",
                                            django.contrib.postgres.fields.ranges.RangeBoundary(),
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="nobody_is_on_two_shifts_at_once",
                                violation_error_message="Det finns redan ett annat pass under en del av den tiden.",
                            ),
                        ],
                    },
                ),
            ]
        ),
    ]
