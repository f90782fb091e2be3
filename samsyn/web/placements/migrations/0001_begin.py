"""Training places: participants, consents, referrals, placements and what follows them."""

from django.conf import settings
from django.db import migrations, models
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion

from samsyn.web.project.tables import CreateModels
import samsyn.web.organisations.models
import samsyn.web.project.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [("organisations", "0001_begin"), ("partnerships", "0001_begin")]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="Participant",
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
                        ("known_as", models.CharField(max_length=60)),
                        ("birth_year", models.PositiveSmallIntegerField(null=True)),
                        (
                            "sex",
                            models.CharField(
                                choices=[
                                    ("woman", "kvinna"),
                                    ("man", "man"),
                                    ("other", "annat"),
                                    ("not_stated", "inte uppgivet"),
                                ],
                                default="not_stated",
                                max_length=10,
                            ),
                        ),
                        ("language", models.CharField(blank=True, max_length=10)),
                        ("open_until", models.DateField(null=True)),
                        ("made_at", models.DateTimeField()),
                        (
                            "case_officer",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "open_to",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
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
                        "verbose_name": "deltagare",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("known_as", ""), _negated=True),
                                name="a_participant_is_called_something",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("birth_year", None), ("birth_year__range", (1900, 2199)), _connector="OR"
                                ),
                                name="a_year_of_birth_is_four_digits",
                                violation_error_message="Skriv födelseåret med fyra siffror, eller lämna det tomt.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("open_to__isnull", False), ("open_until", None), _connector="OR"),
                                name="an_end_has_an_opening",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("open_to", models.F("organisation")), _negated=True),
                                name="nobody_opens_to_oneself",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OwnPage",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("secret_sha256", models.CharField(max_length=64, unique=True)),
                        ("made_at", models.DateTimeField()),
                        ("revoked_at", models.DateTimeField(null=True)),
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
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="own_pages",
                                to="placements.participant",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "deltagarens egen sida",
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("revoked_at", None)),
                                fields=("participant",),
                                name="one_open_page_for_a_participant",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Consent",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "scope",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("identity", "namn, födelseår, kön, språk och önskemål"),
                                        ("path", "planering och steg"),
                                        ("attendance", "närvaro"),
                                        ("assessment", "självskattningar"),
                                        ("result", "hur det gick och vad det ledde till"),
                                    ],
                                    max_length=12,
                                ),
                                size=None,
                            ),
                        ),
                        (
                            "reservation",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[
                                        ("supervisors_only", "bara handledarna får ta del av uppgifterna"),
                                        ("not_passed_on", "uppgifterna får inte lämnas vidare"),
                                        ("erased_at_the_end", "uppgifterna tas bort när placeringen är slut"),
                                    ],
                                    max_length=20,
                                ),
                                blank=True,
                                default=list,
                                size=None,
                            ),
                        ),
                        ("given_on", models.DateField()),
                        ("until", models.DateField(null=True)),
                        ("recorded_at", models.DateTimeField()),
                        ("withdrawn_at", models.DateTimeField(null=True)),
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
                            "recipient",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="consents",
                                to="placements.participant",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "samtycke",
                        "ordering": ["given_on", "recorded_at"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("scope__len__gte", 1)), name="a_consent_covers_something"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("until", None), ("until__gt", models.F("given_on")), _connector="OR"
                                ),
                                name="a_consent_does_not_end_before_it_begins",
                                violation_error_message="Samtycket slutar innan det börjar. Ändra någon av dagarna.",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                condition=models.Q(("withdrawn_at", None)),
                                expressions=[
                                    ("participant", "="),
                                    ("recipient", "="),
                                    (
                                        samsyn.web.organisations.models.DateRange(
                                            "given_on", "until", django.contrib.postgres.fields.ranges.RangeBoundary()
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="one_consent_at_a_time_to_the_same",
                                violation_error_message="Det finns redan ett samtycke för den tiden. Ta tillbaka det först, om det ska ersättas.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Placement",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("pool", models.CharField(max_length=80)),
                        ("known_as", models.CharField(max_length=60)),
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
                        ("track", models.CharField(blank=True, max_length=80)),
                        ("first_day", models.DateField()),
                        ("longest_last", models.DateField(null=True)),
                        ("planned_last", models.DateField()),
                        ("ended_on", models.DateField(null=True)),
                        ("fell_through_on", models.DateField(null=True)),
                        ("made_at", models.DateTimeField()),
                        (
                            "organisation",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="placements",
                                to="placements.participant",
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
                            "sender",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "referral",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="placements",
                                to="placements.referral",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "placering",
                        "ordering": ["first_day", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("id", "participant"), name="a_placement_is_one_participant_s"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("fell_through_on", None)),
                                fields=("referral",),
                                name="a_referral_leads_to_one_placement",
                                violation_error_message="Anvisningen har redan lett till en placering. Ladda om sidan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("planned_last__gte", models.F("first_day"))),
                                name="a_placement_does_not_end_before_it_begins",
                                violation_error_message="Den sista dagen ligger före den första. Ändra någon av dagarna.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended_on", None),
                                    models.Q(
                                        ("ended_on__gte", models.F("first_day")),
                                        ("ended_on__lte", models.F("planned_last")),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_placement_ends_within_its_days",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("sender", models.F("organisation")), _negated=True),
                                name="nobody_sends_to_oneself",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("ended_on", None), ("fell_through_on", None), _connector="OR"),
                                name="what_fell_through_did_not_end",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Extension",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("last", models.DateField()),
                        ("consulted_on", models.DateField()),
                        ("proposed_at", models.DateTimeField()),
                        ("in_force_on", models.DateField(null=True)),
                        ("dropped_on", models.DateField(null=True)),
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
                            "placement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="extensions",
                                to="placements.placement",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "förlängning av en placering",
                        "ordering": ["proposed_at", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("dropped_on", None), ("in_force_on", None)),
                                fields=("placement",),
                                name="one_extension_is_proposed_at_a_time",
                                violation_error_message="En förlängning är redan föreslagen. Svara på den först.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("in_force_on", None), ("dropped_on", None), _connector="OR"),
                                name="what_was_dropped_is_not_in_force",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Closing",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "result",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("followed_plan", "genomförd enligt planeringen"),
                                    ("partly", "delvis genomförd enligt planeringen"),
                                    ("broke_off", "avbruten"),
                                ],
                                max_length=15,
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("work", "arbete"),
                                    ("studies", "studier"),
                                    ("continued", "fortsatt insats"),
                                    ("other", "annat"),
                                    ("unknown", "vet inte"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("said_on", models.DateField()),
                        ("said_at", models.DateTimeField()),
                        ("shared", models.BooleanField()),
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
                            "placement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="closings",
                                to="placements.placement",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "avslut av en placering",
                        "ordering": ["said_at"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("placement", "organisation"), name="a_party_closes_a_placement_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Attendance",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("day", models.DateField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("present", "närvarande"),
                                    ("absent_notified", "frånvarande, anmäld"),
                                    ("absent", "frånvarande, inte anmäld"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("talk", models.BooleanField(default=False)),
                        ("noted_at", models.DateTimeField()),
                        ("shared", models.BooleanField()),
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
                            "placement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="attendance",
                                to="placements.placement",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "närvaro",
                        "ordering": ["day"],
                        "constraints": [
                            models.UniqueConstraint(fields=("placement", "day"), name="attendance_is_noted_once_a_day"),
                            models.CheckConstraint(
                                condition=models.Q(("talk", False), ("state", "present"), _connector="OR"),
                                name="who_talked_was_there",
                                violation_error_message="Samtalet kan bara vara hållet en dag då deltagaren var närvarande.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Referral",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("pool", models.CharField(max_length=80)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("draft", "utkast"),
                                    ("sent", "skickad"),
                                    ("accepted", "mottagen, plats ska ges"),
                                    ("waiting", "i kö"),
                                    ("started", "har fått plats"),
                                    ("declined", "inte mottagen"),
                                    ("withdrawn", "tillbakatagen"),
                                ],
                                default="draft",
                                max_length=10,
                            ),
                        ),
                        (
                            "wishes",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=80), blank=True, default=list, size=None
                            ),
                        ),
                        ("wanted_from", models.DateField(null=True)),
                        ("assessed_on", models.DateField(null=True)),
                        ("written_at", models.DateTimeField()),
                        ("sent_at", models.DateTimeField(null=True)),
                        ("answered_at", models.DateTimeField(null=True)),
                        (
                            "because",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("no_place", "det finns ingen plats inom rimlig tid"),
                                    ("no_track", "det finns ingen verksamhet som passar önskemålet"),
                                    ("first_day", "startdagen går inte att ordna"),
                                    ("another_way", "en annan insats valdes"),
                                    ("declined_itself", "deltagaren tackade nej"),
                                    ("consent_withdrawn", "samtycket togs tillbaka"),
                                    ("other", "annat skäl"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("waiting_since", models.DateTimeField(null=True)),
                        (
                            "priority",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("agreed", "parterna är överens"),
                                    ("place_fell_away", "en plats som var given föll bort"),
                                    ("comes_back", "kommer tillbaka efter ett avbrott"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("ended_at", models.DateTimeField(null=True)),
                        (
                            "assessed_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "host",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
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
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="referrals",
                                to="placements.participant",
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
                        "verbose_name": "anvisning",
                        "ordering": ["written_at", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("state__in", ["draft", "sent", "accepted", "waiting"])),
                                fields=("participant", "pool"),
                                name="one_open_referral_to_a_pool",
                                violation_error_message="Deltagaren har redan en öppen anvisning. Fortsätt med den.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("sent_at", None), ("state", "draft")),
                                    ("state", "withdrawn"),
                                    models.Q(
                                        ("sent_at__isnull", False),
                                        ("state__in", ["sent", "accepted", "waiting", "started", "declined"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="what_is_not_a_draft_was_sent",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("sent_at", None), ("assessed_on__isnull", False), _connector="OR"),
                                name="who_is_referred_was_assessed_first",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("ended_at__isnull", False),
                                        ("state__in", ["declined", "withdrawn"]),
                                        models.Q(("because", ""), _negated=True),
                                    ),
                                    models.Q(
                                        models.Q(("state__in", ["declined", "withdrawn"]), _negated=True),
                                        ("because", ""),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_referral_that_ended_says_why",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "waiting"), _negated=True),
                                    ("waiting_since__isnull", False),
                                    _connector="OR",
                                ),
                                name="who_waits_has_waited_since",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SelfAssessment",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("wave", models.PositiveSmallIntegerField()),
                        (
                            "rater",
                            models.CharField(
                                choices=[("participant", "deltagaren"), ("supervisor", "handledaren")], max_length=12
                            ),
                        ),
                        ("statement_1", models.SmallIntegerField(null=True)),
                        ("statement_2", models.SmallIntegerField(null=True)),
                        ("statement_3", models.SmallIntegerField(null=True)),
                        ("statement_4", models.SmallIntegerField(null=True)),
                        ("statement_5", models.SmallIntegerField(null=True)),
                        ("done_on", models.DateField()),
                        ("noted_at", models.DateTimeField()),
                        ("shared", models.BooleanField()),
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
                            "placement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="assessments",
                                to="placements.placement",
                            ),
                        ),
                        ("version", models.PositiveSmallIntegerField(default=1)),
                    ],
                    options={
                        "verbose_name": "självskattning",
                        "ordering": ["wave", "done_on"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("wave__gte", 1)), name="waves_are_numbered_from_one"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("statement_1", None), ("statement_1__range", (1, 5)), _connector="OR"
                                ),
                                name="statement_1_is_one_to_five",
                                violation_error_message="Svara med ett tal från 1 till 5, eller hoppa över påståendet.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("statement_2", None), ("statement_2__range", (1, 5)), _connector="OR"
                                ),
                                name="statement_2_is_one_to_five",
                                violation_error_message="Svara med ett tal från 1 till 5, eller hoppa över påståendet.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("statement_3", None), ("statement_3__range", (1, 5)), _connector="OR"
                                ),
                                name="statement_3_is_one_to_five",
                                violation_error_message="Svara med ett tal från 1 till 5, eller hoppa över påståendet.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("statement_4", None), ("statement_4__range", (1, 5)), _connector="OR"
                                ),
                                name="statement_4_is_one_to_five",
                                violation_error_message="Svara med ett tal från 1 till 5, eller hoppa över påståendet.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("statement_5", None), ("statement_5__range", (1, 5)), _connector="OR"
                                ),
                                name="statement_5_is_one_to_five",
                                violation_error_message="Svara med ett tal från 1 till 5, eller hoppa över påståendet.",
                            ),
                            models.UniqueConstraint(
                                fields=("placement", "organisation", "wave", "rater"),
                                name="a_wave_is_answered_once_by_each",
                                violation_error_message="Skattningen är redan gjord. Ladda om sidan.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StepDone",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("step", models.CharField(max_length=80)),
                        ("kind", models.CharField(max_length=20)),
                        ("occurrence", models.PositiveSmallIntegerField()),
                        ("function", models.CharField(blank=True, max_length=200)),
                        ("done_on", models.DateField()),
                        ("noted_at", models.DateTimeField()),
                        ("shared", models.BooleanField()),
                        ("taken_back_at", models.DateTimeField(null=True)),
                        (
                            "taken_back_because",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("wrong_placement", "det gällde en annan placering"),
                                    ("wrong_day", "dagen var fel"),
                                    ("not_done", "det blev inte gjort"),
                                ],
                                max_length=20,
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
                            "placement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="steps",
                                to="placements.placement",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "taget steg",
                        "ordering": ["done_on", "noted_at"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("taken_back_at", None)),
                                fields=("placement", "organisation", "step", "occurrence", "function"),
                                name="a_step_is_taken_once",
                                violation_error_message="Steget är redan antecknat. Ladda om sidan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("taken_back_at", None), ("taken_back_because", "")),
                                    models.Q(
                                        ("taken_back_at__isnull", False),
                                        models.Q(("taken_back_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="a_step_taken_back_says_why",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="TrainingPlace",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("pool", models.CharField(max_length=80)),
                        ("number", models.PositiveSmallIntegerField()),
                        ("since", models.DateField()),
                        ("until", models.DateField(null=True)),
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
                        "verbose_name": "arbetsträningsplats",
                        "ordering": ["pool", "number", "since"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("number__gte", 1)), name="places_are_numbered_from_one"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
                                name="a_place_does_not_end_before_it_begins",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    ("partnership", "="),
                                    ("pool", "="),
                                    ("number", "="),
                                    (
                                        samsyn.web.organisations.models.DateRange(
                                            "since", "until", django.contrib.postgres.fields.ranges.RangeBoundary()
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="a_number_is_one_place_at_a_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Occupancy",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("first", models.DateField()),
                        ("until", models.DateField()),
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
                            "sender",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="organisations.organisation",
                            ),
                        ),
                        (
                            "participant",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="placements.participant",
                            ),
                        ),
                        (
                            "placement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="occupancies",
                                to="placements.placement",
                            ),
                        ),
                        (
                            "place",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="occupancies",
                                to="placements.trainingplace",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tid på en plats",
                        "ordering": ["first", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("until__gte", models.F("first"))), name="a_time_runs_forward"
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    ("place", "="),
                                    (
                                        samsyn.web.organisations.models.DateRange(
                                            "first", "until", django.contrib.postgres.fields.ranges.RangeBoundary()
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="a_place_is_held_by_one_at_a_time",
                                violation_error_message="Platsen är upptagen eller lovad en del av den tiden. Välj en annan plats.",
                            ),
                            django.contrib.postgres.constraints.ExclusionConstraint(
                                expressions=[
                                    ("participant", "="),
                                    (
                                        samsyn.web.organisations.models.DateRange(
                                            "first", "until", django.contrib.postgres.fields.ranges.RangeBoundary()
                                        ),
                                        "&&",
                                    ),
                                ],
                                name="a_participant_holds_one_place_at_a_time",
                                violation_error_message="Deltagaren har redan en plats en del av den tiden. Ändra den första dagen.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ExtensionApproval",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("on", models.DateField()),
                        ("approved_at", models.DateTimeField()),
                        (
                            "extension",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="approvals",
                                to="placements.extension",
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
                    ],
                    options={
                        "verbose_name": "godkännande av en förlängning",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("extension", "organisation"),
                                name="an_organisation_approves_an_extension_once",
                                violation_error_message="Er organisation har redan godkänt förlängningen.",
                            )
                        ],
                    },
                ),
            ]
        ),
    ]
