"""Changes of an agreement, and the steps that parties take with them."""

from django.conf import settings
from django.db import migrations, models
import django.db.models.deletion

from samsyn.web.project.tables import CreateModels
import samsyn.web.project.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("agreements", "0001_begin"),
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
                    name="Change",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("key", models.SlugField(max_length=80)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("amendment", "tillägg"),
                                    ("extension", "förlängning"),
                                    ("notice", "uppsägning"),
                                    ("withdrawal", "återtagen uppsägning"),
                                    ("renegotiation", "begäran om nya samtal"),
                                    ("termination", "hävning"),
                                    ("condition_met", "uppfyllt villkor"),
                                    ("confirmation", "bekräftad tolkning"),
                                    ("waiver", "avstående från ett åtagande"),
                                    ("repayment", "återbetalning"),
                                ],
                                max_length=15,
                            ),
                        ),
                        ("drafted_at", models.DateTimeField()),
                        ("clause", models.CharField(max_length=80)),
                        ("says", models.TextField(blank=True)),
                        (
                            "because",
                            models.TextField(
                                blank=True, help_text="Why; for a termination what the other party has failed in."
                            ),
                        ),
                        ("first", models.DateField(null=True)),
                        ("last", models.DateField(null=True)),
                        ("of", models.CharField(blank=True, max_length=120)),
                        ("answer", models.CharField(blank=True, max_length=120)),
                        ("content", models.JSONField(default=dict)),
                        ("amount_ore", models.BigIntegerField(null=True)),
                        ("proposed_at", models.DateTimeField(null=True)),
                        ("sha256", models.CharField(blank=True, max_length=64)),
                        ("closed_at", models.DateTimeField(null=True)),
                        (
                            "closed_how",
                            models.CharField(
                                blank=True,
                                choices=[("withdrawn", "taget tillbaka"), ("refused", "avböjt")],
                                max_length=10,
                            ),
                        ),
                        ("done_on", models.DateField(null=True)),
                        (
                            "decision",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="meetings.decision",
                            ),
                        ),
                        (
                            "drafted_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "instead_of",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="changes.change",
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
                                related_name="changes",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="agreements.agreementversion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "ändring av överenskommelsen",
                        "constraints": [
                            models.UniqueConstraint(fields=("partnership", "number"), name="changes_are_numbered"),
                            models.UniqueConstraint(fields=("partnership", "key"), name="a_change_has_its_own_key"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("proposed_at", None), ("sha256", "")),
                                    models.Q(("proposed_at__isnull", False), models.Q(("sha256", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="a_proposed_change_is_frozen",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("done_on", None), ("version", None)),
                                    models.Q(
                                        ("closed_at", None),
                                        ("done_on__isnull", False),
                                        ("proposed_at__isnull", False),
                                        ("version__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_change_in_force_was_proposed_and_not_closed",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("closed_at", None), ("closed_how", "")),
                                    models.Q(("closed_at__isnull", False), models.Q(("closed_how", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="a_closed_change_says_how",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Step",
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
                                    ("approval", "godkände"),
                                    ("refusal", "avböjde"),
                                    ("signature", "undertecknade"),
                                    ("board_decision", "fattade beslut i nämnden"),
                                    ("legal_force", "lät beslutet vinna laga kraft"),
                                    ("demand", "krävde rättelse"),
                                    ("corrected", "rättade"),
                                    ("dialogue", "talade igenom saken"),
                                    ("notified", "meddelade skriftligen"),
                                    ("received", "bekräftade att meddelandet kommit"),
                                ],
                                max_length=15,
                            ),
                        ),
                        ("function", models.CharField(blank=True, max_length=200)),
                        ("on", models.DateField()),
                        ("within_limits", models.BooleanField(default=False)),
                        (
                            "reference",
                            models.CharField(
                                blank=True, help_text="The decision, delegation or case number.", max_length=200
                            ),
                        ),
                        ("names", models.CharField(blank=True, max_length=300)),
                        ("where", models.CharField(blank=True, help_text="Ort.", max_length=120)),
                        ("says", models.TextField(blank=True)),
                        ("recorded_at", models.DateTimeField()),
                        (
                            "change",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="changes.change"
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
                            "place",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnerships.partnershipparty",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "steg i en ändring",
                        "indexes": [models.Index(fields=["change", "on"], name="changes_steps_of")],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("kind", "dialogue"), _negated=True),
                                fields=("change", "place", "kind"),
                                name="a_party_takes_a_step_once",
                                violation_error_message="Er part har redan gjort detta. Ladda om sidan för att se läget.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("kind", "refusal"), _negated=True),
                                    models.Q(("says", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_refusal_has_a_reason",
                            ),
                        ],
                    },
                ),
            ]
        ),
    ]
