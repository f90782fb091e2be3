"""Taps and the pads they come from, the sum of each day, buttons by decision, and cards."""

from django.conf import settings
from django.db import migrations, models
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.functions
import django.db.models.deletion

from samsyn.web.project.tables import CreateModels
import samsyn.web.project.ids
import samsyn.web.tallies.models.devices


class Migration(migrations.Migration):
    initial = True

    dependencies = [("meetings", "0001_begin"), ("organisations", "0001_begin"), ("partnerships", "0001_begin")]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="Device",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("pad", models.CharField(help_text="The pad's id in the agreement file.", max_length=60)),
                        ("name", models.CharField(max_length=60)),
                        ("token_digest", models.CharField(max_length=64, null=True, unique=True)),
                        ("shown", models.JSONField(default=samsyn.web.tallies.models.devices.nothing_shown)),
                        ("made_at", models.DateTimeField()),
                        ("last_seen_at", models.DateTimeField(null=True)),
                        ("revoked_at", models.DateTimeField(null=True)),
                        (
                            "made_by",
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
                        "verbose_name": "räkneplatta",
                        "ordering": ["revoked_at", "made_at"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True), name="a_device_has_a_name"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("token_digest", None), ("token_digest__regex", "^[0-9a-f]{64}$"), _connector="OR"
                                ),
                                name="a_device_token_is_kept_as_its_digest",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeviceInvitation",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("code_digest", models.CharField(max_length=64, unique=True)),
                        ("made_at", models.DateTimeField()),
                        ("expires_at", models.DateTimeField()),
                        ("used_at", models.DateTimeField(null=True)),
                        (
                            "device",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="invitations",
                                to="tallies.device",
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
                        "verbose_name": "inbjudan av en räkneplatta",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("expires_at__gt", models.F("made_at"))),
                                name="an_invitation_lasts_a_while",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("used_at", None), ("used_at__lte", models.F("expires_at")), _connector="OR"
                                ),
                                name="an_invitation_is_used_in_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Event",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("pad", models.CharField(max_length=60)),
                        ("button", models.CharField(max_length=60)),
                        ("day", models.DateField()),
                        ("at", models.DateTimeField(null=True)),
                        ("offset_minutes", models.SmallIntegerField(null=True)),
                        ("received_at", models.DateTimeField()),
                        (
                            "source",
                            models.CharField(
                                choices=[("pad", "plattan"), ("paper", "papper"), ("correction", "rättelse")],
                                max_length=10,
                            ),
                        ),
                        ("n", models.IntegerField()),
                        (
                            "sex",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("woman", "kvinna"),
                                    ("man", "man"),
                                    ("other", "annat"),
                                    ("not_stated", "inte uppgivet"),
                                ],
                                default="",
                                max_length=10,
                            ),
                        ),
                        ("age_band", models.CharField(blank=True, default="", max_length=10)),
                        ("reason", models.CharField(blank=True, default="", max_length=300)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("counted", "räknad"),
                                    ("waits", "väntar på beslut"),
                                    ("refused", "räknas inte"),
                                ],
                                default="counted",
                                max_length=8,
                            ),
                        ),
                        ("decided_at", models.DateTimeField(null=True)),
                        ("decided_because", models.CharField(blank=True, default="", max_length=300)),
                        (
                            "decided_by",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "device",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="tallies.device",
                            ),
                        ),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnerships.partnership",
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                db_index=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "undoes",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="undone_by",
                                to="tallies.event",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "räknehändelse",
                        "indexes": [
                            models.Index(
                                fields=["organisation", "partnership", "pad", "day"], name="events_by_pad_and_day"
                            ),
                            models.Index(
                                condition=models.Q(("state", "waits")),
                                fields=["organisation", "partnership", "pad"],
                                name="events_that_wait",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(models.Q(("n", 0), _negated=True), ("n__range", (-10000, 10000))),
                                name="an_event_counts_something",
                                violation_error_message="Skriv ett antal mellan 1 och 10 000.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("source", "pad"), _negated=True),
                                    models.Q(("n", 1), ("undoes", None)),
                                    models.Q(("n", -1), ("undoes__isnull", False)),
                                    _connector="OR",
                                ),
                                name="a_tap_is_one",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("at__isnull", False),
                                        ("device__isnull", False),
                                        ("offset_minutes__isnull", False),
                                        ("person", None),
                                        ("reason", ""),
                                        ("source", "pad"),
                                    ),
                                    models.Q(
                                        models.Q(("source", "pad"), _negated=True),
                                        ("at", None),
                                        ("device", None),
                                        ("offset_minutes", None),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_tap_comes_from_a_device_and_nobody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("source", "paper"), _negated=True),
                                    models.Q(("n__gt", 0), ("undoes", None), models.Q(("reason", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="a_paper_tally_has_its_source",
                                violation_error_message="Skriv vilket papper siffran kommer från.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("source", "correction"), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_correction_has_its_reason",
                                violation_error_message="Skriv varför siffran rättas.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("button__regex", "^[a-z0-9]+(-[a-z0-9]+)*$"),
                                    ("pad__regex", "^[a-z0-9]+(-[a-z0-9]+)*$"),
                                ),
                                name="a_button_has_an_id",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("age_band", ""), ("age_band__regex", "^\\d{1,3}(-\\d{1,3}|\\+)$"), _connector="OR"
                                ),
                                name="an_age_band_is_two_ages",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("sex__in", ["", "woman", "man", "other", "not_stated"])),
                                name="a_sex_is_one_that_we_know",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("decided_at__isnull", False), ("state", "refused")),
                                    ("state", "counted"),
                                    models.Q(
                                        ("decided_at", None),
                                        ("decided_because", ""),
                                        ("decided_by", None),
                                        ("state", "waits"),
                                    ),
                                    _connector="OR",
                                ),
                                name="what_waits_is_not_decided_and_what_is_refused_is",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="HeldDay",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("pad", models.CharField(max_length=60)),
                        ("day", models.DateField()),
                        (
                            "state",
                            models.CharField(choices=[("held", "hållen"), ("cancelled", "inställd")], max_length=10),
                        ),
                        ("reason", models.CharField(blank=True, default="", max_length=200)),
                        ("said_at", models.DateTimeField()),
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
                            "said_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "hållen eller inställd dag",
                        "ordering": ["day"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "organisation", "pad", "day"), name="one_word_about_a_day"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "cancelled"), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="a_cancelled_day_says_why",
                                violation_error_message="Skriv varför dagen ställs in.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ClosedPeriod",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("pad", models.CharField(max_length=60)),
                        ("days", django.contrib.postgres.fields.ranges.DateRangeField()),
                        ("closed_at", models.DateTimeField()),
                        ("reopened_at", models.DateTimeField(null=True)),
                        ("reopened_because", models.CharField(blank=True, default="", max_length=300)),
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
                            "reopened_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "stängd period",
                        "ordering": ["-days", "-closed_at"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("days__isempty", False), ("days__lower_inf", False), ("days__upper_inf", False)
                                ),
                                name="a_closed_period_begins_and_ends",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("reopened_at", None), ("reopened_because", "")),
                                    models.Q(
                                        ("reopened_at__isnull", False),
                                        models.Q(("reopened_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_period_is_reopened_with_a_reason",
                                violation_error_message="Skriv varför perioden öppnas igen.",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("reopened_at", None)),
                                expressions=[("partnership", "="), ("organisation", "="), ("pad", "="), ("days", "&&")],
                                name="a_day_is_closed_once",
                                violation_error_message="En del av de dagarna är redan stängda. Ladda om sidan, och välj dagar som är öppna.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Closure",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("pad", models.CharField(blank=True, default="", max_length=60)),
                        ("days", django.contrib.postgres.fields.ranges.DateRangeField()),
                        ("why", models.CharField(max_length=200)),
                        ("made_at", models.DateTimeField()),
                        (
                            "made_by",
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
                        "verbose_name": "stängda dagar",
                        "ordering": ["days"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("days__isempty", False), ("days__lower_inf", False), ("days__upper_inf", False)
                                ),
                                name="a_closure_begins_and_ends",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("why", ""), _negated=True), name="a_closure_says_why"
                            ),
                            models.UniqueConstraint(
                                fields=("partnership", "organisation", "pad", "days"),
                                name="the_same_days_are_closed_once",
                                violation_error_message="De dagarna är redan stängda.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DaySum",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                db_default=django.contrib.postgres.functions.RandomUUID(),
                                editable=False,
                                primary_key=True,
                                serialize=False,
                            ),
                        ),
                        ("pad", models.CharField(max_length=60)),
                        ("day", models.DateField()),
                        ("button", models.CharField(max_length=60)),
                        ("sex", models.CharField(blank=True, default="", max_length=10)),
                        ("age_band", models.CharField(blank=True, default="", max_length=10)),
                        ("n", models.IntegerField()),
                        (
                            "organisation",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnerships.partnership",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "dagssumma",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("organisation", "partnership", "pad", "day", "button", "sex", "age_band"),
                                name="a_day_has_one_sum_of_each",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AddedButton",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("pad", models.CharField(max_length=60)),
                        ("key", models.CharField(max_length=60)),
                        ("name", models.CharField(max_length=60)),
                        ("since", models.DateField()),
                        ("until", models.DateField(null=True)),
                        ("added_at", models.DateTimeField()),
                        (
                            "added_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="meetings.decision"
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
                        "verbose_name": "knapp genom beslut",
                        "ordering": ["since", "added_at"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("organisation", "partnership", "pad", "key"),
                                name="an_added_button_has_a_key_of_its_own",
                                violation_error_message="Plattan har redan en knapp med det namnet.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("name", ""), _negated=True), models.Q(("key", "visit"), _negated=True)
                                ),
                                name="an_added_button_has_a_name",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
                                name="an_added_button_ends_after_it_began",
                            ),
                        ],
                    },
                ),
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
                        (
                            "begun_by",
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
                        "verbose_name": "år med kort",
                        "ordering": ["-year"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("organisation", "partnership", "pad", "year"),
                                name="cards_are_begun_once_a_year",
                                violation_error_message="Korten används redan i år.",
                            )
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
                        (
                            "organisation",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "partnership",
                            models.ForeignKey(
                                db_index=False,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="partnerships.partnership",
                            ),
                        ),
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
            ]
        ),
    ]
