"""What has happened, and who has been told."""

from django.conf import settings
from django.db import migrations, models
import django.db.models.deletion

from samsyn.web.project.tables import CreateModels
import samsyn.web.project.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [("beds", "0001_begin"), ("organisations", "0001_begin"), ("partnerships", "0001_begin")]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="Incident",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("year", models.PositiveSmallIntegerField()),
                        ("number", models.PositiveIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("threat", "hot eller våld"),
                                    ("accident", "olycka"),
                                    ("near_miss", "tillbud"),
                                    ("complaint", "klagomål"),
                                    ("lex_sarah", "missförhållande (lex Sarah)"),
                                    ("child_concern", "oro för ett barn"),
                                ],
                                max_length=15,
                            ),
                        ),
                        ("happened_on", models.DateField()),
                        ("happened_at", models.TimeField(help_text="Local time, if anybody knows it.", null=True)),
                        ("place", models.CharField(blank=True, default="", max_length=120)),
                        ("serious", models.BooleanField(default=False)),
                        ("identity_known", models.BooleanField(default=True)),
                        ("says", models.TextField(blank=True, default="")),
                        ("measures", models.TextField(blank=True, default="")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "öppen"),
                                    ("followed_up", "uppföljd"),
                                    ("closed", "avslutad"),
                                    ("taken_back", "tillbakatagen"),
                                ],
                                default="open",
                                max_length=12,
                            ),
                        ),
                        ("closed_with", models.TextField(blank=True, default="")),
                        ("closed_at", models.DateTimeField(null=True)),
                        ("reported_at", models.DateTimeField()),
                        (
                            "coordination_told_at",
                            models.DateTimeField(
                                help_text="When the night's log told the coordination, as it does by itself.", null=True
                            ),
                        ),
                        (
                            "closed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "mark",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="written_up",
                                to="beds.incident",
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
                            "reported_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "händelse",
                        "ordering": ["-happened_on", "-reported_at"],
                        "indexes": [models.Index(fields=["organisation", "state"], name="incidents_by_state")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("organisation", "partnership", "year", "number"),
                                name="incidents_are_numbered_by_year",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "kind__in",
                                        ["threat", "accident", "near_miss", "complaint", "lex_sarah", "child_concern"],
                                    )
                                ),
                                name="an_incident_is_of_a_known_kind",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "child_concern"), _negated=True),
                                    models.Q(
                                        ("closed_with", ""),
                                        ("coordination_told_at", None),
                                        ("happened_at", None),
                                        ("mark", None),
                                        ("measures", ""),
                                        ("place", ""),
                                        ("says", ""),
                                        ("serious", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_concern_for_a_child_has_no_text",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind", "child_concern"), ("identity_known", True), _connector="OR"
                                ),
                                name="only_a_child_is_not_known",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind", "child_concern"),
                                    ("state", "taken_back"),
                                    models.Q(("says", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="an_incident_says_what_happened",
                                violation_error_message="Skriv vad som hände.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("state__in", ["open", "followed_up"]), ("closed_at", None), ("closed_with", "")
                                    ),
                                    models.Q(("state__in", ["closed", "taken_back"]), ("closed_at__isnull", False)),
                                    _connector="OR",
                                ),
                                name="an_incident_is_closed_when_it_is",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "taken_back"), _negated=True),
                                    models.Q(("closed_with", ""), ("measures", ""), ("place", ""), ("says", "")),
                                    _connector="OR",
                                ),
                                name="what_is_taken_back_says_nothing",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Told",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("label", models.CharField(max_length=16)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("threat", "hot eller våld"),
                                    ("accident", "olycka"),
                                    ("near_miss", "tillbud"),
                                    ("complaint", "klagomål"),
                                    ("lex_sarah", "missförhållande (lex Sarah)"),
                                    ("child_concern", "oro för ett barn"),
                                ],
                                max_length=15,
                            ),
                        ),
                        ("happened_on", models.DateField()),
                        ("serious", models.BooleanField(default=False)),
                        (
                            "to_kind",
                            models.CharField(
                                choices=[
                                    ("party", "en part"),
                                    ("body", "en grupp i partnerskapet"),
                                    ("authority", "en myndighet"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "whom",
                            models.CharField(
                                help_text="Key of a party or body in the agreement, or an authority's name.",
                                max_length=120,
                            ),
                        ),
                        ("on", models.DateField()),
                        (
                            "how",
                            models.CharField(
                                choices=[
                                    ("here", "i Samsyn"),
                                    ("written", "skriftligt"),
                                    ("service", "i myndighetens e-tjänst"),
                                    ("phone", "per telefon"),
                                    ("meeting", "muntligt, på plats eller i ett möte"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("reference", models.CharField(blank=True, default="", max_length=60)),
                        ("for_them", models.TextField(blank=True, default="")),
                        ("told_at", models.DateTimeField()),
                        ("taken_back_at", models.DateTimeField(null=True)),
                        (
                            "incident",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="told",
                                to="incidents.incident",
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
                            "receiver",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
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
                            "told_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "underrättelse om en händelse",
                        "ordering": ["-on", "-told_at"],
                        "indexes": [models.Index(fields=["receiver", "partnership"], name="told_by_receiver")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("taken_back_at", None)),
                                fields=("incident", "to_kind", "whom"),
                                name="one_is_told_of_an_incident_once",
                                violation_error_message="Det är redan inskrivet att de har fått veta. Ladda om sidan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        models.Q(("receiver__isnull", False), ("to_kind", "party")),
                                        models.Q(("receiver", None), ("to_kind__in", ["body", "authority"])),
                                        _connector="OR",
                                    ),
                                    models.Q(("whom", ""), _negated=True),
                                ),
                                name="a_party_that_is_told_is_an_organisation",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "child_concern"), _negated=True),
                                    models.Q(("for_them", ""), ("serious", False)),
                                    _connector="OR",
                                ),
                                name="of_a_child_only_the_fact_is_told",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("to_kind", "authority"), _negated=True), ("for_them", ""), _connector="OR"
                                ),
                                name="an_authority_reads_nothing_here",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind", "child_concern"),
                                    ("to_kind", "authority"),
                                    ("taken_back_at__isnull", False),
                                    models.Q(("for_them", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="who_is_told_reads_something",
                                violation_error_message="Skriv vad de ska få veta.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("taken_back_at", None),
                                    models.Q(("for_them", ""), ("reference", "")),
                                    _connector="OR",
                                ),
                                name="what_is_taken_back_is_not_read",
                            ),
                        ],
                    },
                ),
            ]
        ),
    ]
