"""What is planned and held, and how many came."""

from django.conf import settings
from django.db import migrations, models
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion

from samsyn.web.project.tables import CreateModels
import samsyn.web.project.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("meetings", "0001_begin"),
        ("organisations", "0001_begin"),
        ("partnerships", "0001_begin"),
        ("roster", "0001_begin"),
    ]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="Occasion",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "activity",
                            models.CharField(
                                help_text="The activity's id in the agreement file, or an own one's.", max_length=60
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("open", "öppen för den som kommer"),
                                    ("group", "grupp som träffas"),
                                    ("lecture", "föreläsning"),
                                    ("supervision", "handledning"),
                                    ("training", "utbildning för personalen"),
                                    ("seminar", "gemensamt seminarium"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "counts",
                            models.CharField(
                                choices=[
                                    ("attendance", "närvarande"),
                                    ("participants", "deltagare"),
                                    ("reached", "nådda"),
                                    ("staff", "personal"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("discreet", models.BooleanField(default=False)),
                        ("day", models.DateField()),
                        ("starts", models.TimeField()),
                        ("ends", models.TimeField()),
                        ("place", models.CharField(blank=True, max_length=200)),
                        ("receiver_kind", models.CharField(blank=True, max_length=120)),
                        ("receiver", models.CharField(blank=True, max_length=200)),
                        ("shared", models.BooleanField(default=False)),
                        (
                            "state",
                            models.CharField(
                                choices=[("planned", "planerat"), ("held", "hållet"), ("cancelled", "inställt")],
                                default="planned",
                                max_length=10,
                            ),
                        ),
                        ("planned_at", models.DateTimeField()),
                        ("held_at", models.DateTimeField(null=True)),
                        ("cancelled_at", models.DateTimeField(null=True)),
                        ("cancelled_because", models.CharField(blank=True, default="", max_length=200)),
                        ("revision", models.PositiveIntegerField(default=0)),
                        ("changed_at", models.DateTimeField()),
                        (
                            "cancelled_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "held_by",
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
                            "planned_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "responsible",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="+",
                                to="roster.worker",
                            ),
                        ),
                        (
                            "series",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="occasions",
                                to="occasions.series",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "tillfälle",
                        "ordering": ["day", "starts", "id"],
                        "indexes": [
                            models.Index(fields=["organisation", "partnership", "day"], name="occasions_of_one_by_day"),
                            models.Index(
                                condition=models.Q(("shared", True)),
                                fields=["partnership", "day"],
                                name="occasions_shared_by_day",
                            ),
                        ],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("counts__in", ["attendance", "participants", "reached", "staff"]),
                                    ("kind__in", ["open", "group", "lecture", "supervision", "training", "seminar"]),
                                ),
                                name="an_occasion_is_of_a_known_kind",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("starts", models.F("ends")), _negated=True),
                                name="an_occasion_takes_some_time",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("cancelled_at", None),
                                        ("cancelled_because", ""),
                                        ("held_at", None),
                                        ("state", "planned"),
                                    ),
                                    models.Q(
                                        ("cancelled_at", None),
                                        ("cancelled_because", ""),
                                        ("held_at__isnull", False),
                                        ("state", "held"),
                                    ),
                                    models.Q(
                                        ("cancelled_at__isnull", False),
                                        ("held_at", None),
                                        ("state", "cancelled"),
                                        models.Q(("cancelled_because", ""), _negated=True),
                                    ),
                                    _connector="OR",
                                ),
                                name="an_occasion_is_planned_held_or_cancelled_with_a_reason",
                                violation_error_message="Skriv varför tillfället ställs in.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("receiver", ""), ("receiver_kind", "")),
                                    ("kind", "lecture"),
                                    _connector="OR",
                                ),
                                name="only_a_lecture_has_a_receiver",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "cancelled"), _negated=True),
                                fields=("partnership", "organisation", "activity", "day", "starts", "place"),
                                name="an_occasion_is_planned_once",
                                violation_error_message="Det finns redan ett sådant tillfälle den dagen och tiden på samma plats.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Count",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("nobody", models.BooleanField(default=False)),
                        ("reason", models.CharField(blank=True, default="", max_length=300)),
                        ("made_at", models.DateTimeField()),
                        ("replaced_at", models.DateTimeField(null=True)),
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
                        (
                            "occasion",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="counted",
                                to="occasions.occasion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "räkning vid ett tillfälle",
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("occasion", "number"), name="counts_of_an_occasion_are_numbered"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("replaced_at", None)),
                                fields=("occasion",),
                                name="one_count_stands",
                                violation_error_message="Tillfället är redan räknat. Ladda om sidan.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("number", 1), ("reason", "")),
                                    models.Q(("number__gt", 1), models.Q(("reason", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="a_later_count_says_why",
                                violation_error_message="Skriv varför antalet rättas.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OwnActivity",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("key", models.CharField(max_length=60)),
                        ("name", models.CharField(max_length=120)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("open", "öppen för den som kommer"),
                                    ("group", "grupp som träffas"),
                                    ("lecture", "föreläsning"),
                                    ("supervision", "handledning"),
                                    ("training", "utbildning för personalen"),
                                    ("seminar", "gemensamt seminarium"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "counts",
                            models.CharField(
                                choices=[
                                    ("attendance", "närvarande"),
                                    ("participants", "deltagare"),
                                    ("reached", "nådda"),
                                    ("staff", "personal"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("asks_sex", models.BooleanField(default=True)),
                        (
                            "age_bands",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=10), blank=True, default=list, size=None
                            ),
                        ),
                        (
                            "exposure",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=20), blank=True, default=list, size=None
                            ),
                        ),
                        ("because", models.CharField(blank=True, default="", max_length=300)),
                        ("since", models.DateField()),
                        ("ended_on", models.DateField(null=True)),
                        ("made_at", models.DateTimeField()),
                        (
                            "decision",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="meetings.decision"
                            ),
                        ),
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
                        "verbose_name": "egen aktivitet",
                        "ordering": ["name", "key"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("key__regex", "^own_[1-9][0-9]*$")),
                                name="an_own_activity_is_numbered",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("name", ""), _negated=True), name="an_own_activity_has_a_name"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("counts__in", ["attendance", "participants", "reached", "staff"]),
                                    ("kind__in", ["open", "group", "lecture", "supervision", "training", "seminar"]),
                                ),
                                name="an_own_activity_is_of_a_known_kind",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("exposure__contained_by", ["children", "participants_data"])),
                                name="what_it_meets_is_known",
                            ),
                            models.UniqueConstraint(
                                fields=("partnership", "organisation", "key"), name="own_activities_are_told_apart"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("ended_on", None)),
                                fields=("partnership", "organisation", "name"),
                                name="one_own_activity_of_a_name",
                                violation_error_message="Ni har redan en aktivitet med det namnet.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("ended_on", None), ("ended_on__gte", models.F("since")), _connector="OR"
                                ),
                                name="an_own_activity_ends_after_it_begins",
                                violation_error_message="Aktiviteten kan inte sluta innan den började.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Series",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "activity",
                            models.CharField(
                                help_text="The activity's id in the agreement file, or an own one's.", max_length=60
                            ),
                        ),
                        (
                            "weekdays",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.PositiveSmallIntegerField(), size=None
                            ),
                        ),
                        ("every", models.PositiveSmallIntegerField(default=1)),
                        ("starts", models.TimeField()),
                        ("ends", models.TimeField()),
                        ("first", models.DateField()),
                        ("last", models.DateField()),
                        (
                            "except_days",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.DateField(), blank=True, default=list, size=None
                            ),
                        ),
                        ("place", models.CharField(blank=True, max_length=200)),
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
                        "verbose_name": "serie av tillfällen",
                        "ordering": ["-first", "starts"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("weekdays__contained_by", [1, 2, 3, 4, 5, 6, 7]), ("weekdays__len__gte", 1)
                                ),
                                name="a_series_has_its_weekdays",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("every__gte", 1), ("every__lte", 4)),
                                name="a_series_comes_at_least_monthly",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("last__gte", models.F("first"))),
                                name="a_series_ends_after_it_begins",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("starts", models.F("ends")), _negated=True),
                                name="a_series_takes_some_time",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DifferentPeople",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("activity", models.CharField(max_length=60)),
                        ("days", django.contrib.postgres.fields.ranges.DateRangeField()),
                        ("n", models.PositiveIntegerField()),
                        ("reason", models.CharField(blank=True, default="", max_length=300)),
                        ("said_at", models.DateTimeField()),
                        ("replaced_at", models.DateTimeField(null=True)),
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
                        "verbose_name": "olika personer i en grupp",
                        "ordering": ["-days", "-said_at"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("days__isempty", False), ("days__lower_inf", False), ("days__upper_inf", False)
                                ),
                                name="different_people_of_a_period",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("n__lte", 100000)), name="different_people_are_not_a_town"
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("replaced_at", None)),
                                fields=("partnership", "organisation", "activity", "days"),
                                name="different_people_are_said_once",
                                violation_error_message="Det är redan sagt för de dagarna. Ladda om sidan.",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Heads",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
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
                        ("n", models.PositiveIntegerField()),
                        (
                            "count",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="heads", to="occasions.count"
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
                            "occasion",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="heads",
                                to="occasions.occasion",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "huvuden vid ett tillfälle",
                        "constraints": [
                            models.UniqueConstraint(fields=("count", "sex", "age_band"), name="heads_are_counted_once"),
                            models.CheckConstraint(
                                condition=models.Q(("n__gte", 1), ("n__lte", 100000)), name="heads_are_some"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("sex__in", ["", "woman", "man", "other", "not_stated"])),
                                name="sex_is_as_on_a_pad",
                            ),
                        ],
                    },
                ),
            ]
        ),
    ]
