"""Letters, and how each person wishes to have them."""

from django.conf import settings
from django.db import migrations, models
import django.db.models.deletion

from samsyn.web.project.tables import CreateModels
import samsyn.web.project.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [("obligations", "0001_begin"), ("organisations", "0001_begin"), ("partnerships", "0001_begin")]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="Letter",
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
                                    ("reminder", "påminnelse"),
                                    ("digest", "samlat brev"),
                                    ("call", "kallelse"),
                                    ("news", "nytt att ta ställning till"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("about", models.CharField(max_length=200)),
                        ("subject", models.CharField(max_length=200)),
                        ("body", models.TextField()),
                        (
                            "calendar",
                            models.TextField(
                                blank=True, help_text="An iTIP invitation (text/calendar) that goes with it."
                            ),
                        ),
                        ("made_at", models.DateTimeField()),
                        ("waits", models.BooleanField(default=False)),
                        ("claimed_at", models.DateTimeField(null=True)),
                        ("sent_at", models.DateTimeField(null=True)),
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
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="letters",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "taken_up_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="holds",
                                to="reminders.letter",
                            ),
                        ),
                        ("only_here", models.BooleanField(default=False)),
                    ],
                    options={
                        "verbose_name": "brev",
                        "indexes": [
                            models.Index(fields=["person", "organisation", "-made_at"], name="letters_of_a_person"),
                            models.Index(
                                condition=models.Q(
                                    ("claimed_at", None), ("only_here", False), ("taken_up_by", None), ("waits", False)
                                ),
                                fields=["made_at"],
                                name="letters_to_send",
                            ),
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("person", "organisation", "kind", "about"), name="a_letter_is_written_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("sent_at", None), ("claimed_at__isnull", False), _connector="OR"),
                                name="a_letter_is_claimed_before_it_is_sent",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("only_here", False),
                                    models.Q(("claimed_at", None), ("taken_up_by", None), ("waits", False)),
                                    _connector="OR",
                                ),
                                name="a_letter_that_is_read_here_goes_nowhere",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Wish",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "how",
                            models.CharField(
                                choices=[
                                    ("single", "ett brev för varje sak"),
                                    ("daily", "ett samlat brev om dagen, när det finns något"),
                                    ("weekly", "ett samlat brev på måndagar, när det finns något"),
                                    ("none", "inga brev, bara Min dag"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("chosen_at", models.DateTimeField()),
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
                        "verbose_name": "önskan om påminnelser",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("person", "organisation"), name="a_person_wishes_once_in_an_organisation"
                            )
                        ],
                    },
                ),
            ]
        ),
    ]
