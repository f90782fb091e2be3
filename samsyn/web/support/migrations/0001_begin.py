"""Contacts with a support line."""

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
                    name="SupportContact",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_timeless_id,
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("day", models.DateField()),
                        (
                            "channel",
                            models.CharField(
                                choices=[("phone", "telefon"), ("chat", "chatt"), ("mail", "mejl"), ("visit", "besök")],
                                max_length=5,
                            ),
                        ),
                        ("kind", models.CharField(max_length=40)),
                        (
                            "first_or_returning",
                            models.CharField(
                                blank=True,
                                choices=[("first", "första gången"), ("returning", "har varit i kontakt förr")],
                                max_length=9,
                            ),
                        ),
                        ("children", models.PositiveSmallIntegerField(default=0)),
                        (
                            "concern",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("reported", "skriftlig orosanmälan gjord"),
                                    ("mother_applies", "mamman ansöker själv"),
                                    ("talk_held", "samtal fört, identiteten okänd"),
                                ],
                                max_length=14,
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
                        "verbose_name": "kontakt, utan person",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("channel__in", ["phone", "chat", "mail", "visit"])),
                                name="a_channel_is_one_of_four",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("kind__regex", "^([a-z0-9]+(-[a-z0-9]+)*|passed_on)$"),
                                    models.Q(("kind__regex", "[0-9]{4}"), _negated=True),
                                ),
                                name="a_kind_is_an_id_and_no_number_of_anyone",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("first_or_returning__in", ["", "first", "returning"])),
                                name="first_or_returning_or_not_asked",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("children__lte", 20)), name="children_are_a_small_number"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("concern__in", ["", "reported", "mother_applies", "talk_held"])),
                                name="concern_is_a_fact_and_not_a_story",
                            ),
                        ],
                    },
                ),
            ]
        ),
    ]
