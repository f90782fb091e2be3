"""Who to ring about what."""

from django.conf import settings
from django.db import migrations, models
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
                    name="Contact",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "topic",
                            models.CharField(
                                choices=[
                                    ("urgent", "Bråttom i dag"),
                                    ("daily", "Den dagliga verksamheten"),
                                    ("agreement", "Överenskommelsen och styrgruppen"),
                                    ("money", "Pengar och fakturor"),
                                    ("follow_up", "Uppföljning och rapporter"),
                                    ("personal_data", "Personuppgifter och sekretess"),
                                    ("other", "Annat"),
                                ],
                                max_length=15,
                            ),
                        ),
                        ("about", models.CharField(blank=True, max_length=200)),
                        ("function", models.CharField(max_length=200)),
                        ("name", models.CharField(blank=True, max_length=120)),
                        ("phone", models.CharField(blank=True, max_length=40)),
                        ("email", models.EmailField(blank=True, max_length=254)),
                        ("hours", models.CharField(blank=True, help_text="When it can be reached.", max_length=120)),
                        ("since", models.DateField()),
                        ("until", models.DateField(blank=True, null=True)),
                        ("confirmed_on", models.DateField()),
                        (
                            "confirmed_by",
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
                                related_name="contacts",
                                to="partnerships.partnership",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kontakt",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("phone", ""), _negated=True),
                                    models.Q(("email", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_contact_can_be_reached",
                            )
                        ],
                    },
                ),
            ]
        ),
    ]
