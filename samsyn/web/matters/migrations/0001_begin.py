"""What the parties tell each other and answer."""

from django.conf import settings
from django.db import migrations, models
import django.db.models.deletion

from samsyn.web.project.tables import CreateModels
import samsyn.web.project.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("documents", "0001_begin"),
        ("meetings", "0001_begin"),
        ("obligations", "0001_begin"),
        ("organisations", "0001_begin"),
        ("partnerships", "0001_begin"),
    ]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="Matter",
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
                                    ("economic_change", "ekonomisk förändring"),
                                    ("deviation", "avvikelse från plan eller budget"),
                                    ("dispute", "tvist"),
                                    ("other", "annat som parterna behöver veta"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("title", models.CharField(max_length=200)),
                        ("term", models.CharField(blank=True, max_length=80)),
                        ("clause", models.CharField(blank=True, max_length=80)),
                        ("opened_on", models.DateField()),
                        ("opened_at", models.DateTimeField()),
                        ("happens_on", models.DateField(null=True)),
                        ("amount_ore", models.BigIntegerField(null=True)),
                        ("closed_on", models.DateField(null=True)),
                        ("outcome", models.CharField(blank=True, max_length=20)),
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
                                related_name="matters",
                                to="partnerships.partnership",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "ärende mellan parterna",
                        "constraints": [
                            models.UniqueConstraint(fields=("partnership", "number"), name="matters_are_numbered"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "deviation"), _negated=True),
                                    ("happens_on__isnull", False),
                                    _connector="OR",
                                ),
                                name="a_deviation_says_when",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_on", None), ("outcome", "")),
                                    models.Q(("closed_on__isnull", False), models.Q(("outcome", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="a_closed_matter_says_how_it_ended",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Entry",
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
                                    ("opened", "skrev"),
                                    ("acknowledged", "bekräftade att det kommit fram"),
                                    ("approved", "godkände"),
                                    ("refused", "godkände inte"),
                                    ("dialogue", "förde dialog"),
                                    ("settled", "löste saken"),
                                    ("passed_on", "förde saken vidare"),
                                    ("withdrawn", "tog tillbaka"),
                                ],
                                max_length=15,
                            ),
                        ),
                        ("on", models.DateField()),
                        ("says", models.TextField(blank=True)),
                        ("recorded_at", models.DateTimeField()),
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
                            "matter",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="matters.matter"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "anteckning i ett ärende",
                        "ordering": ["recorded_at", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("kind__in", ["opened", "acknowledged", "approved", "refused"])),
                                fields=("matter", "organisation", "kind"),
                                name="a_party_answers_a_matter_once",
                                violation_error_message="Er part har redan svarat. Ladda om sidan för att se läget.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind__in", ["acknowledged", "approved"]),
                                    models.Q(("says", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="an_entry_says_something",
                            ),
                        ],
                    },
                ),
            ]
        ),
    ]
