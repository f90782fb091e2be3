"""A partnership, who is in it, and who sits in its bodies."""

from django.conf import settings
from django.db import migrations, models
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion

from samsyn.web.project.tables import CreateModels
import samsyn.web.organisations.models
import samsyn.web.project.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [("organisations", "0001_begin")]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="Partnership",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("slug", models.SlugField(max_length=80, unique=True)),
                        ("name", models.CharField(max_length=200)),
                        ("is_demo", models.BooleanField(default=False)),
                        (
                            "twin_of",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="twins",
                                to="partnerships.partnership",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "partnerskap",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("twin_of", None), ("is_demo", True), _connector="OR"),
                                name="a_twin_is_always_marked_as_demo",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Appointment",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("body", models.CharField(help_text="The body's id in the agreement file.", max_length=60)),
                        ("function", models.CharField(max_length=200)),
                        ("since", models.DateField()),
                        ("until", models.DateField(blank=True, null=True)),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="appointments",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="appointments",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="appointments",
                                to="partnerships.partnership",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "uppdrag i en grupp",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
                                name="an_appointment_does_not_end_before_it_begins",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    ("person", "="),
                                    ("partnership", "="),
                                    ("body", "="),
                                    ("function", "="),
                                    (
                                        samsyn.web.organisations.models.DateRange(
                                            "since", "until", django.contrib.postgres.fields.ranges.RangeBoundary()
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="a_person_holds_a_function_once_at_a_time",
                                violation_error_message="Personen har redan den funktionen under en del av tiden.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PartnershipParty",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                help_text="The party's or participant's id in the agreement file.", max_length=60
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("party", "part"), ("participant", "deltar utan att vara part")],
                                default="party",
                                max_length=12,
                            ),
                        ),
                        (
                            "case_number",
                            models.CharField(blank=True, help_text="The authority's own diarienummer.", max_length=60),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="parties",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="parties",
                                to="partnerships.partnership",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "part i ett partnerskap",
                        "constraints": [
                            models.UniqueConstraint(fields=("partnership", "key"), name="a_party_key_is_used_once"),
                            models.UniqueConstraint(
                                fields=("partnership", "organisation"),
                                name="an_organisation_has_one_place_in_a_partnership",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("kind__in", ["party", "participant"])),
                                name="a_place_is_a_party_or_a_participant",
                            ),
                        ],
                    },
                ),
            ]
        ),
    ]
