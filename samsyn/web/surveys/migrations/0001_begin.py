"""What is asked, what is answered, and what was put on an agenda."""

from django.conf import settings
from django.db import migrations, models
import django.contrib.postgres.fields
import django.db.models.constraints
import django.db.models.deletion

from samsyn.web.project.tables import CreateModels
import samsyn.web.project.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [("meetings", "0001_begin"), ("organisations", "0001_begin"), ("partnerships", "0001_begin")]

    operations = [
        CreateModels(
            [
                migrations.CreateModel(
                    name="Question",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("position", models.PositiveSmallIntegerField()),
                        ("key", models.CharField(max_length=60)),
                        (
                            "type",
                            models.CharField(
                                choices=[
                                    ("scale5", "skala 1–5"),
                                    ("yesno", "ja eller nej"),
                                    ("choice", "val"),
                                    ("number", "antal"),
                                    ("free", "egna ord"),
                                ],
                                max_length=6,
                            ),
                        ),
                        ("several", models.BooleanField(default=False)),
                        ("options", models.JSONField(blank=True, default=list)),
                        ("pictogram", models.CharField(blank=True, default="", max_length=30)),
                        ("wording_digest", models.CharField(blank=True, default="", max_length=64)),
                        ("child_digest", models.CharField(blank=True, default="", max_length=64)),
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
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="questions",
                                to="surveys.version",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "fråga i en enkät",
                        "ordering": ["position"],
                        "constraints": [
                            models.UniqueConstraint(fields=("version", "key"), name="a_question_is_asked_once"),
                            models.UniqueConstraint(
                                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                                fields=("version", "position"),
                                name="one_question_at_a_place",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("key__regex", "^[a-z0-9]+(-[a-z0-9]+)*$")),
                                name="a_question_key_is_an_id",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("type", "choice"), models.Q(("options", []), _negated=True)),
                                    models.Q(
                                        models.Q(("type", "choice"), _negated=True), ("options", []), ("several", False)
                                    ),
                                    _connector="OR",
                                ),
                                name="a_choice_has_options_and_nothing_else_has",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Round",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("name", models.CharField(max_length=80)),
                        ("about", models.CharField(blank=True, default="", max_length=60)),
                        ("first_day", models.DateField()),
                        ("last_day", models.DateField()),
                        (
                            "languages",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=3), size=None
                            ),
                        ),
                        (
                            "audiences",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(
                                    choices=[("adult", "vuxna"), ("child", "barn")], max_length=5
                                ),
                                size=None,
                            ),
                        ),
                        (
                            "asks",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=10), blank=True, default=list, size=None
                            ),
                        ),
                        (
                            "age_bands",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.CharField(max_length=10), blank=True, default=list, size=None
                            ),
                        ),
                        ("smallest_group", models.PositiveSmallIntegerField(default=5)),
                        ("kiosk", models.BooleanField(default=False)),
                        ("code", models.CharField(max_length=20, unique=True)),
                        ("opened_at", models.DateTimeField()),
                        ("closed_at", models.DateTimeField(null=True)),
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
                            "opened_by",
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
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="rounds", to="surveys.version"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "omgång av en enkät",
                        "ordering": ["-first_day", "-opened_at"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("last_day__gte", models.F("first_day"))),
                                name="a_round_ends_after_it_begins",
                                violation_error_message="Sista dagen ska vara samma dag som den första eller senare.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("audiences__len__gte", 1), ("languages__len__gte", 1)),
                                name="a_round_is_asked_of_somebody",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("code__regex", "^[a-z0-9]{8,20}$")), name="a_code_can_be_typed"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Sheet",
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
                        ("language", models.CharField(max_length=3)),
                        ("audience", models.CharField(choices=[("adult", "vuxna"), ("child", "barn")], max_length=5)),
                        (
                            "how",
                            models.CharField(
                                choices=[("kiosk", "platta på plats"), ("link", "egen telefon"), ("paper", "papper")],
                                max_length=5,
                            ),
                        ),
                        (
                            "sex",
                            models.CharField(
                                blank=True,
                                choices=[("woman", "kvinna"), ("man", "man"), ("other", "annat")],
                                default="",
                                max_length=5,
                            ),
                        ),
                        ("age_band", models.CharField(blank=True, default="", max_length=10)),
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
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="sheets", to="surveys.round"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "ifylld enkät, utan person",
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("how__in", ["kiosk", "link", "paper"])),
                                name="a_sheet_comes_one_of_three_ways",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("sex__in", ["", "woman", "man", "other"])),
                                name="a_sheet_has_a_sex_we_know",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("audience__in", ["adult", "child"])),
                                name="a_sheet_is_adults_or_childs",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("age_band", ""), ("age_band__regex", "^\\d{1,3}(-\\d{1,3}|\\+)$"), _connector="OR"
                                ),
                                name="a_sheet_has_an_age_band_and_no_age",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="FreeText",
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
                        ("text", models.CharField(max_length=1000)),
                        (
                            "state",
                            models.CharField(
                                choices=[("held", "väntar på läsning"), ("shown", "visas"), ("withheld", "visas inte")],
                                default="held",
                                max_length=8,
                            ),
                        ),
                        (
                            "because",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("person", "någon går att känna igen"),
                                    ("sensitive", "den säger något för känsligt"),
                                    ("unkind", "den kränker någon"),
                                    ("nothing", "den säger ingenting"),
                                ],
                                default="",
                                max_length=9,
                            ),
                        ),
                        ("screened_at", models.DateTimeField(null=True)),
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
                            "screened_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "question",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="surveys.question"
                            ),
                        ),
                        (
                            "sheet",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="texts", to="surveys.sheet"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "egna ord i en enkät",
                        "constraints": [
                            models.UniqueConstraint(fields=("sheet", "question"), name="own_words_are_said_once"),
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True), name="own_words_are_not_empty"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(
                                        ("because", ""), ("screened_at", None), ("screened_by", None), ("state", "held")
                                    ),
                                    models.Q(("because", ""), ("screened_at__isnull", False), ("state", "shown")),
                                    models.Q(
                                        ("screened_at__isnull", False),
                                        ("state", "withheld"),
                                        ("because__in", ["person", "sensitive", "unkind", "nothing"]),
                                    ),
                                    _connector="OR",
                                ),
                                name="own_words_are_held_until_somebody_has_read_them",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Answer",
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
                        ("value", models.PositiveSmallIntegerField(null=True)),
                        ("option", models.CharField(blank=True, default="", max_length=60)),
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
                            "question",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="surveys.question"
                            ),
                        ),
                        (
                            "sheet",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="surveys.sheet"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "svar, utan person",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("sheet", "question", "option"), name="an_option_is_chosen_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("option", ""), ("value__isnull", False), ("value__lte", 9999)),
                                    models.Q(("value", None), models.Q(("option", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="an_answer_is_a_number_or_an_option",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Template",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("survey", models.CharField(help_text="The survey's id in the agreement file.", max_length=60)),
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
                        "verbose_name": "mall för en enkät",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("partnership", "survey"), name="one_template_for_each_survey"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Version",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(null=True)),
                        ("main_language", models.CharField(max_length=3)),
                        ("begun_at", models.DateTimeField()),
                        ("fixed_at", models.DateTimeField(null=True)),
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
                            "fixed_by",
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
                            "template",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="surveys.template",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "version av en enkät",
                        "ordering": ["number", "begun_at"],
                        "constraints": [
                            models.UniqueConstraint(fields=("template", "number"), name="one_version_has_a_number"),
                            models.UniqueConstraint(
                                condition=models.Q(("fixed_at", None)),
                                fields=("template", "organisation"),
                                name="one_draft_at_a_time",
                                violation_error_message="Det finns redan ett utkast. Skriv vidare på det, eller kasta det.",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("fixed_at", None), ("number", None)),
                                    models.Q(("fixed_at__isnull", False), ("number__gte", 1)),
                                    _connector="OR",
                                ),
                                name="a_fixed_version_has_a_number",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="QuestionText",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("language", models.CharField(max_length=3)),
                        ("audience", models.CharField(choices=[("adult", "vuxna"), ("child", "barn")], max_length=5)),
                        ("text", models.CharField(max_length=300)),
                        ("options", models.JSONField(blank=True, default=dict)),
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
                            "question",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="texts", to="surveys.question"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "frågans ord",
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("question", "language", "audience"), name="said_once_in_each_language"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("text", ""), _negated=True), name="a_question_has_words"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("language__regex", "^[a-z]{2,3}$")), name="a_language_has_its_code"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Raised",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=samsyn.web.project.ids.new_id, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("option", models.CharField(blank=True, default="", max_length=60)),
                        ("item", models.UUIDField(unique=True)),
                        ("raised_at", models.DateTimeField()),
                        (
                            "meeting",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="meetings.meeting"
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
                            "question",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="surveys.question"
                            ),
                        ),
                        (
                            "raised_by",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="raised", to="surveys.round"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "önskemål på en dagordning",
                        "ordering": ["raised_at"],
                    },
                ),
            ]
        ),
    ]
