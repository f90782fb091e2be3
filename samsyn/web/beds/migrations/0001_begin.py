"""Night places: what there is, who has which place, and what keeps someone from a place."""

from django.conf import settings
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.expressions

from samsyn.web.project.tables import CreateModels
import samsyn.web.project.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [("organisations", "0001_begin"), ("partnerships", "0001_begin")]

    operations = [
        TrigramExtension(),
        CreateModels(
            [
                migrations.CreateModel(
                    name="ExtraNight",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "kept_by",
                            models.CharField(
                                help_text="The coordinating body's id in the agreement file.", max_length=60
                            ),
                        ),
                        ("pool", models.CharField(help_text="The pool's id in the agreement file.", max_length=60)),
                        ("night", models.DateField()),
                        (
                            "trigger",
                            models.CharField(
                                choices=[("cold_night", "extra kall natt"), ("special_event", "särskild händelse")],
                                max_length=15,
                            ),
                        ),
                        ("reason", models.TextField()),
                        ("forecast", models.CharField(blank=True, max_length=200)),
                        ("source", models.CharField(blank=True, max_length=200)),
                        ("clause", models.CharField(max_length=80)),
                        ("decided_at", models.DateTimeField()),
                        (
                            "decided_by",
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
                                related_name="+",
                                to="partnerships.partnership",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "beslut om extra natt",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "pool", "night", "trigger"),
                                name="an_extra_night_is_decided_once",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True), name="an_extra_night_has_a_reason"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("trigger", "cold_night"), _negated=True),
                                    models.Q(
                                        models.Q(("forecast", ""), _negated=True),
                                        models.Q(("source", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_cold_night_rests_on_a_forecast",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("trigger__in", ["cold_night", "special_event"])),
                                name="an_extra_night_is_cold_or_special",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Guest",
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
                        (
                            "kept_by",
                            models.CharField(
                                help_text="The coordinating body's id in the agreement file.", max_length=60
                            ),
                        ),
                        ("known_as", models.CharField(max_length=80)),
                        ("spelled", models.CharField(max_length=200)),
                        (
                            "sex",
                            models.CharField(
                                choices=[
                                    ("woman", "kvinna"),
                                    ("man", "man"),
                                    ("other", "annat"),
                                    ("not_stated", "inte uppgivet"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("born", models.PositiveSmallIntegerField(help_text="Year of birth, if given.", null=True)),
                        ("made_on", models.DateField()),
                        ("last_night", models.DateField()),
                        (
                            "merged_into",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="merged",
                                to="beds.guest",
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
                        "verbose_name": "gäst",
                        "indexes": [
                            django.contrib.postgres.indexes.GinIndex(
                                fields=["spelled"], name="guests_by_spelling", opclasses=["gin_trgm_ops"]
                            ),
                            models.Index(fields=["partnership", "last_night"], name="guests_by_last_night"),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("known_as", ""), _negated=True), name="a_guest_is_called_something"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("sex__in", ["woman", "man", "other", "not_stated"])),
                                name="a_guest_states_a_sex_or_not",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("merged_into", models.F("pk")), _negated=True),
                                name="a_guest_is_not_merged_into_itself",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Entitlement",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("kept_by", models.CharField(max_length=60)),
                        ("pool", models.CharField(max_length=60)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("ordinary", "vanlig plats"),
                                    ("cold_night", "extra kall natt"),
                                    ("special_event", "särskild händelse"),
                                ],
                                default="ordinary",
                                max_length=15,
                            ),
                        ),
                        ("nights", django.contrib.postgres.fields.ranges.DateRangeField()),
                        ("left_on", models.DateField(null=True)),
                        (
                            "ended",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("left", "lämnade i förtid"),
                                    ("no_show", "kom inte"),
                                    ("barred", "avstängd"),
                                    ("undone", "gavs av misstag"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("quarantine_nights", models.PositiveSmallIntegerField()),
                        ("scheme", models.CharField(max_length=80)),
                        ("clause", models.CharField(max_length=80)),
                        (
                            "intake",
                            models.CharField(
                                blank=True, help_text="The intake point's id in the agreement file.", max_length=60
                            ),
                        ),
                        ("given_at", models.DateTimeField()),
                        (
                            "given_by",
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
                                help_text="Who gave it.",
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
                            "guest",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="entitlements",
                                to="beds.guest",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tilldelad plats",
                        "indexes": [models.Index(fields=["partnership", "guest"], name="entitlements_by_guest")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("nights__isempty", False),
                                    ("nights__lower_inf", False),
                                    ("nights__upper_inf", False),
                                ),
                                name="a_place_is_given_for_certain_nights",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("ended", ""), ("left_on", None)),
                                    models.Q(("left_on__isnull", False), models.Q(("ended", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="an_early_end_says_how",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Card",
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
                        ("kept_by", models.CharField(max_length=60)),
                        ("code", models.CharField(max_length=16)),
                        ("made_on", models.DateField()),
                        ("revoked_on", models.DateField(null=True)),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "guest",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="cards", to="beds.guest"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "gästkort",
                        "constraints": [
                            models.UniqueConstraint(fields=("partnership", "code"), name="a_card_has_its_own_code")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Initiative",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("kept_by", models.CharField(max_length=60)),
                        ("name", models.CharField(max_length=120)),
                        ("night", models.DateField()),
                        ("places", models.PositiveSmallIntegerField()),
                        ("contact", models.CharField(blank=True, max_length=120)),
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
                        "verbose_name": "ideellt lokalt initiativ",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "night", "name"), name="an_initiative_is_entered_once_a_night"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Merge",
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
                        ("kept_by", models.CharField(max_length=60)),
                        ("because", models.CharField(max_length=200)),
                        ("merged_at", models.DateTimeField()),
                        ("undone_at", models.DateTimeField(null=True)),
                        (
                            "absorbed",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="beds.guest"
                            ),
                        ),
                        (
                            "kept",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="beds.guest"
                            ),
                        ),
                        (
                            "merged_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                        "verbose_name": "sammanslagning av gäster",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("undone_at", None)),
                                fields=("absorbed",),
                                name="a_record_is_merged_once_at_a_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("kept", models.F("absorbed")), _negated=True),
                                name="two_records_are_merged",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Override",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("kept_by", models.CharField(max_length=60)),
                        (
                            "what",
                            models.CharField(choices=[("quarantine", "karens"), ("bar", "avstängning")], max_length=10),
                        ),
                        ("night", models.DateField(help_text="The first night for which it is set aside.")),
                        ("reason", models.TextField()),
                        ("clause", models.CharField(max_length=80)),
                        ("decided_at", models.DateTimeField()),
                        (
                            "decided_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "guest",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="overrides",
                                to="beds.guest",
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
                        "verbose_name": "undantag från karens eller avstängning",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True), name="an_override_has_a_reason"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("what__in", ["quarantine", "bar"])),
                                name="an_override_is_of_something",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Block",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("kept_by", models.CharField(max_length=60)),
                        ("scheme", models.CharField(max_length=80)),
                        ("nights", django.contrib.postgres.fields.ranges.DateRangeField()),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "entitlement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="blocks",
                                to="beds.entitlement",
                            ),
                        ),
                        (
                            "guest",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="blocks",
                                to="beds.guest",
                            ),
                        ),
                        (
                            "lifted_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="beds.override",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "spärr för en ny plats",
                        "constraints": [
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[("partnership", "="), ("guest", "="), ("scheme", "="), ("nights", "&&")],
                                name="stay_and_quarantine_do_not_overlap",
                                violation_error_message="Gästen har en plats eller karens en av nätterna.",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Place",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("label", models.CharField(max_length=20)),
                        ("rank", models.PositiveIntegerField(default=0)),
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
                            "site",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="places", to="beds.site"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "nattplats",
                        "ordering": ["rank", "label"],
                        "constraints": [
                            models.UniqueConstraint(fields=("site", "label"), name="a_place_has_its_own_label")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Outage",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("nights", django.contrib.postgres.fields.ranges.DateRangeField()),
                        ("because", models.CharField(max_length=200)),
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
                            "place",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="outages", to="beds.place"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "plats ur bruk",
                        "constraints": [
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[("place", "="), ("nights", "&&")],
                                name="a_place_is_out_of_order_once_a_night",
                                violation_error_message="Platsen är redan ur bruk under en del av tiden.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("because", ""), _negated=True), name="an_outage_has_a_reason"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("nights__isempty", False)), name="an_outage_has_nights"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Pulse",
                    fields=[
                        ("id", models.BigAutoField(primary_key=True, serialize=False)),
                        ("at", models.DateTimeField()),
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
                        "verbose_name": "ändring att visa på skärmarna",
                        "indexes": [models.Index(fields=["partnership", "id"], name="pulse_by_partnership")],
                    },
                ),
                migrations.CreateModel(
                    name="Refusal",
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
                        ("kept_by", models.CharField(max_length=60)),
                        ("pool", models.CharField(max_length=60)),
                        ("night", models.DateField()),
                        (
                            "sex",
                            models.CharField(
                                choices=[
                                    ("woman", "kvinna"),
                                    ("man", "man"),
                                    ("other", "annat"),
                                    ("not_stated", "inte uppgivet"),
                                ],
                                max_length=10,
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(
                                choices=[
                                    ("full", "fullt"),
                                    ("quarantine", "karens"),
                                    ("barred", "avstängd"),
                                    ("declined", "tackade nej"),
                                    ("did_not_come", "kom inte"),
                                    ("minor", "under 18 år"),
                                    ("other", "annat"),
                                ],
                                max_length=15,
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
                        "verbose_name": "nekad plats",
                        "indexes": [models.Index(fields=["partnership", "night"], name="refusals_by_night")],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("sex__in", ["woman", "man", "other", "not_stated"])),
                                name="a_refusal_states_a_sex_or_not",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "reason__in",
                                        ["full", "quarantine", "barred", "declined", "did_not_come", "minor", "other"],
                                    )
                                ),
                                name="a_refusal_has_a_known_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Site",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("key", models.CharField(blank=True, max_length=60)),
                        ("name", models.CharField(max_length=120)),
                        ("address", models.CharField(help_text="As it stands on the guest's slip.", max_length=200)),
                        ("phone", models.CharField(blank=True, help_text="Who answers at night.", max_length=30)),
                        ("opens", models.TimeField(help_text="When the evening begins.")),
                        ("latest_arrival", models.TimeField(null=True)),
                        ("out_by", models.TimeField()),
                        (
                            "closed_on",
                            models.DateField(help_text="First night on which the site is no more.", null=True),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sites",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sites",
                                to="partnerships.partnership",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "nattställe",
                        "ordering": ["name"],
                        "constraints": [
                            models.UniqueConstraint(fields=("partnership", "name"), name="a_site_has_its_own_name")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Segment",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("kept_by", models.CharField(max_length=60)),
                        (
                            "sex",
                            models.CharField(
                                choices=[
                                    ("woman", "kvinna"),
                                    ("man", "man"),
                                    ("other", "annat"),
                                    ("not_stated", "inte uppgivet"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("pool", models.CharField(max_length=60)),
                        ("nights", django.contrib.postgres.fields.ranges.DateRangeField()),
                        (
                            "entitlement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="segments",
                                to="beds.entitlement",
                            ),
                        ),
                        (
                            "guest",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="segments",
                                to="beds.guest",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                help_text="Who runs the site.",
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "override",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="beds.override",
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
                            "place",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="segments", to="beds.place"
                            ),
                        ),
                        (
                            "site",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="segments", to="beds.site"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "vistelse på en plats",
                        "indexes": [
                            django.contrib.postgres.indexes.GistIndex(
                                fields=["site", "nights"], name="segments_by_site_and_nights"
                            )
                        ],
                        "constraints": [
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[("place", "="), ("nights", "&&")],
                                name="a_place_has_one_guest_a_night",
                                violation_error_message="Platsen är redan tagen en av nätterna.",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[("partnership", "="), ("guest", "="), ("nights", "&&")],
                                name="a_guest_has_one_place_a_night",
                                violation_error_message="Gästen har redan en plats en av nätterna.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Note",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("kept_by", models.CharField(max_length=60)),
                        ("night", models.DateField()),
                        ("says", models.TextField()),
                        ("written_at", models.DateTimeField()),
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
                            "written_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "site",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="notes", to="beds.site"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "rad i nattens logg",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("says", ""), _negated=True), name="a_line_in_the_log_says_something"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Night",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("kept_by", models.CharField(max_length=60)),
                        ("pool", models.CharField(max_length=60)),
                        (
                            "sex",
                            models.CharField(
                                choices=[
                                    ("woman", "kvinna"),
                                    ("man", "man"),
                                    ("other", "annat"),
                                    ("not_stated", "inte uppgivet"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("night", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[("arrived", "har kommit"), ("no_show", "kom inte")], max_length=10
                            ),
                        ),
                        ("noted_at", models.DateTimeField()),
                        ("out_at", models.DateTimeField(null=True)),
                        (
                            "on_paper",
                            models.BooleanField(default=False, help_text="Entered afterwards from the printed list."),
                        ),
                        (
                            "noted_by",
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
                                related_name="+",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "segment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="slept", to="beds.segment"
                            ),
                        ),
                        (
                            "site",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="beds.site"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "gästnatt",
                        "indexes": [models.Index(fields=["partnership", "night"], name="nights_by_night")],
                        "constraints": [
                            models.UniqueConstraint(fields=("segment", "night"), name="a_night_is_noted_once"),
                            models.CheckConstraint(
                                condition=models.Q(("state__in", ["arrived", "no_show"])),
                                name="a_guest_came_or_did_not",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("out_at", None), ("state", "arrived"), _connector="OR"),
                                name="only_who_came_goes_out_in_the_morning",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Incident",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("kept_by", models.CharField(max_length=60)),
                        ("night", models.DateField()),
                        ("kind", models.CharField(choices=[("threat", "hot"), ("violence", "våld")], max_length=10)),
                        ("police_called", models.BooleanField(default=False)),
                        ("coordination_told_at", models.DateTimeField(null=True)),
                        ("noted_at", models.DateTimeField()),
                        (
                            "noted_by",
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
                                related_name="+",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "site",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="beds.site"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "hot eller våld",
                    },
                ),
                migrations.CreateModel(
                    name="EmergencyContact",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("kept_by", models.CharField(max_length=60)),
                        ("night", models.DateField()),
                        (
                            "about",
                            models.CharField(
                                choices=[
                                    ("minor", "någon under 18 år"),
                                    ("illness", "sjukdom eller skada"),
                                    ("violence", "hot eller våld"),
                                    ("no_place", "ingen plats en farlig natt"),
                                    ("other", "annat"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("noted_at", models.DateTimeField()),
                        (
                            "noted_by",
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
                                related_name="+",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "site",
                            models.ForeignKey(
                                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="beds.site"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "kontakt med socialjouren",
                    },
                ),
                migrations.CreateModel(
                    name="Bar",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("kept_by", models.CharField(max_length=60)),
                        ("nights", django.contrib.postgres.fields.ranges.DateRangeField()),
                        ("reason", models.TextField()),
                        ("decided_at", models.DateTimeField()),
                        ("appealed_on", models.DateField(null=True)),
                        ("appeal_answer", models.TextField(blank=True)),
                        ("answered_on", models.DateField(null=True)),
                        (
                            "decided_by",
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
                                related_name="+",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "guest",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="bars", to="beds.guest"
                            ),
                        ),
                        (
                            "site",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="bars", to="beds.site"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "avstängning",
                        "constraints": [
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[("site", "="), ("guest", "="), ("nights", "&&")],
                                name="a_guest_is_barred_once_from_a_site",
                                violation_error_message="Gästen är redan avstängd där under en del av tiden.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("reason", ""), _negated=True), name="a_bar_has_a_reason"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("nights__upper_inf", False)), name="a_bar_has_an_end"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("answered_on", None),
                                    models.Q(
                                        ("appealed_on__isnull", False), models.Q(("appeal_answer", ""), _negated=True)
                                    ),
                                    _connector="OR",
                                ),
                                name="an_appeal_is_answered_in_words",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Standing",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("pool", models.CharField(max_length=60)),
                        (
                            "kind",
                            models.CharField(
                                choices=[("permanent", "fast"), ("rolling", "enligt schema"), ("extra", "extra")],
                                max_length=10,
                            ),
                        ),
                        ("nights", django.contrib.postgres.fields.ranges.DateRangeField()),
                        ("because", models.TextField(blank=True)),
                        (
                            "extra_night",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="standings",
                                to="beds.extranight",
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
                            "place",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="standings", to="beds.place"
                            ),
                        ),
                        (
                            "site",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="standings", to="beds.site"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "vad en plats är till för",
                        "constraints": [
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[("place", "="), ("nights", "&&")],
                                name="a_place_is_in_one_pool_a_night",
                                violation_error_message="Platsen hör redan till ett slag av platser de nätterna.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("extra_night__isnull", False),
                                        ("kind", "extra"),
                                        (
                                            "nights__endswith",
                                            django.db.models.expressions.CombinedExpression(
                                                models.F("nights__startswith"), "+", models.Value(1)
                                            ),
                                        ),
                                    ),
                                    models.Q(("extra_night", None), ("kind__in", ["permanent", "rolling"])),
                                    _connector="OR",
                                ),
                                name="an_extra_place_stands_one_night_by_a_decision",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("nights__isempty", False)), name="a_standing_has_nights"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Waiting",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("kept_by", models.CharField(max_length=60)),
                        ("pool", models.CharField(max_length=60)),
                        ("night", models.DateField()),
                        ("place_in_line", models.PositiveIntegerField()),
                        ("priority", models.CharField(blank=True, max_length=200)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waits", "väntar"),
                                    ("placed", "har fått plats"),
                                    ("refused", "fick ingen plats"),
                                    ("gone", "har gått"),
                                ],
                                default="waits",
                                max_length=10,
                            ),
                        ),
                        ("since", models.DateTimeField()),
                        (
                            "guest",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="waits", to="beds.guest"
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
                        "verbose_name": "plats i kön",
                        "ordering": ["place_in_line"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "pool", "night", "guest"), name="a_guest_waits_once"
                            ),
                            models.UniqueConstraint(
                                fields=("partnership", "pool", "night", "place_in_line"),
                                name="a_place_in_line_is_one_guests",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Draw",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("kept_by", models.CharField(max_length=60)),
                        ("pool", models.CharField(max_length=60)),
                        ("night", models.DateField()),
                        ("seed", models.CharField(max_length=64)),
                        ("drawn_at", models.DateTimeField()),
                        (
                            "drawn_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
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
                        "verbose_name": "lottning",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "pool", "night"), name="lots_are_drawn_once_a_night"
                            )
                        ],
                    },
                ),
            ]
        ),
    ]
