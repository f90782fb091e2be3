"""Cards that visitors may carry. Who counts reaches its own; a key is thrown away and never put back."""

import django.db.models.deletion
from django.db import migrations, models

import samsyn.web.project.ids
from samsyn.web.access.jobs import Job
from samsyn.web.access.policies import NOBODY, all_of, freeze, in_partnerships, of_acting_organisation, protect

_OWN = all_of(of_acting_organisation(), in_partnerships())


def _to(model: str, *, null: bool = False, index: bool = True) -> models.ForeignKey:
    return models.ForeignKey(
        null=null, db_index=index, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=model
    )


class Migration(migrations.Migration):
    dependencies = [
        ("organisations", "0001_begin"),
        ("partnerships", "0001_begin"),
        ("tallies", "0005_added_buttons"),
    ]

    operations = [
        migrations.CreateModel(
            name="CardYear",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("pad", models.CharField(max_length=60)),
                ("year", models.PositiveSmallIntegerField()),
                ("key", models.BinaryField(null=True)),
                ("begun_at", models.DateTimeField()),
                ("begun_by", _to("organisations.person", null=True)),
                ("organisation", _to("organisations.organisation")),
                ("partnership", _to("partnerships.partnership")),
            ],
            options={
                "verbose_name": "år med kort",
                "ordering": ["-year"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "partnership", "pad", "year"),
                        name="cards_are_begun_once_a_year",
                        violation_error_message="Korten används redan i år.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CardSeen",
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
                ("pad", models.CharField(max_length=60)),
                ("year", models.PositiveSmallIntegerField()),
                ("month", models.PositiveSmallIntegerField()),
                ("fingerprint", models.CharField(max_length=64)),
                ("organisation", _to("organisations.organisation", index=False)),
                ("partnership", _to("partnerships.partnership", index=False)),
            ],
            options={
                "verbose_name": "visat kort",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "partnership", "pad", "year", "month", "fingerprint"),
                        name="a_card_is_seen_once_a_month",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("month__range", (1, 12))), name="a_card_is_seen_in_a_month"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("fingerprint__regex", "^[0-9a-f]{64}$")),
                        name="a_card_is_kept_as_its_fingerprint",
                    ),
                ],
            },
        ),
        protect("tallies_cardyear", read=_OWN, write=NOBODY, add=_OWN, jobs=[Job.SEED]),
        protect("tallies_cardseen", read=_OWN, write=NOBODY, add=_OWN, jobs=[Job.SEED], reading_jobs=[Job.COUNT]),
        freeze("tallies_cardyear", "true", says="The key of a year is only thrown away."),
        freeze("tallies_cardseen", "true", says="A card that was shown is not rewritten."),
    ]
