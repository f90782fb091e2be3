"""Organisations, people, and who holds which role where."""

from django.conf import settings
from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations, models
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.text

from samsyn.web.project.tables import CreateModels
import samsyn.web.organisations.models
import samsyn.web.project.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        BtreeGistExtension(),
        CreateModels(
            [
                migrations.CreateModel(
                    name="Person",
                    fields=[
                        ("password", models.CharField(max_length=128, verbose_name="password")),
                        ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("email", models.EmailField(max_length=254, unique=True)),
                        ("display_name", models.CharField(max_length=120)),
                        ("is_active", models.BooleanField(default=True)),
                        ("is_demo", models.BooleanField(default=False)),
                    ],
                    options={
                        "verbose_name": "person som loggar in",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("email", django.db.models.functions.text.Lower("email"))),
                                name="an_address_is_kept_in_lower_case",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("is_demo", False), ("password__startswith", "!"), _connector="OR"),
                                name="a_demo_person_has_no_password",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Organisation",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("slug", models.SlugField(unique=True)),
                        ("name", models.CharField(max_length=200)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("public", "offentlig part"), ("civil", "idéburen part")], max_length=10
                            ),
                        ),
                        ("legal_name", models.CharField(blank=True, max_length=200)),
                        ("administration", models.CharField(blank=True, max_length=200)),
                        ("org_nr", models.CharField(blank=True, max_length=11)),
                        ("is_demo", models.BooleanField(default=False)),
                    ],
                    options={
                        "verbose_name": "organisation",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["public", "civil"])),
                                name="an_organisation_is_public_or_civil",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Membership",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("head", "verksamhetschef"),
                                    ("controller", "controller"),
                                    ("staff", "personal"),
                                    ("steering", "ledamot i styrgrupp"),
                                    ("case_officer", "handläggare"),
                                    ("auditor", "revisor"),
                                    ("protection_officer", "dataskyddsombud"),
                                    ("administrator", "administratör"),
                                    ("volunteer", "volontär"),
                                ],
                                max_length=30,
                            ),
                        ),
                        ("since", models.DateField()),
                        ("until", models.DateField(blank=True, null=True)),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="memberships",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="memberships",
                                to="organisations.organisation",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "roll i en organisation",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
                                name="a_membership_does_not_end_before_it_begins",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    ("person", "="),
                                    ("organisation", "="),
                                    ("role", "="),
                                    (
                                        samsyn.web.organisations.models.DateRange(
                                            "since", "until", django.contrib.postgres.fields.ranges.RangeBoundary()
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="a_role_is_held_once_at_a_time",
                                violation_error_message="Personen har redan den rollen under en del av tiden.",
                            ),
                        ],
                    },
                ),
            ]
        ),
    ]
