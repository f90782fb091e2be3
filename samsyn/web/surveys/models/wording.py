"""What is asked. A fixed version is never changed (trigger in 0003): answers keep the words they were given to."""

from typing import ClassVar

from django.db import models
from django.db.models import Deferrable, Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id
from samsyn.web.surveys.queries.rows import (
    QuestionQuerySet,
    QuestionTextQuerySet,
    TemplateQuerySet,
    VersionQuerySet,
)


class Audience(models.TextChoices):
    """A child is asked in words of its own, and is not pooled with grown-ups."""

    ADULT = "adult", _("vuxna")
    CHILD = "child", _("barn")


class Template(models.Model):
    """mall: one for each survey of the agreement, whoever asks by it. `organisation`: who began it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    survey = models.CharField(max_length=60, help_text="The survey's id in the agreement file.")
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = TemplateQuerySet.as_manager()

    class Meta:
        verbose_name = _("mall för en enkät")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["partnership", "survey"], name="one_template_for_each_survey"),
        ]

    def __str__(self) -> str:
        return self.survey


class Version(models.Model):
    """A draft has no number; its organisation writes it. A fixed one has, and is asked by all who ask by the survey.

    `main_language`: the one it is written in; the digests of its questions are of the words in that language.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    template = models.ForeignKey(Template, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(null=True)
    main_language = models.CharField(max_length=3)
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    fixed_at = models.DateTimeField(null=True)
    fixed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = _("version av en enkät")
        ordering: ClassVar = ["number", "begun_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["template", "number"], name="one_version_has_a_number"),
            models.UniqueConstraint(
                fields=["template", "organisation"],
                condition=Q(fixed_at=None),
                name="one_draft_at_a_time",
                violation_error_message=_("Det finns redan ett utkast. Skriv vidare på det, eller kasta det."),
            ),
            models.CheckConstraint(
                condition=Q(number=None, fixed_at=None) | Q(number__gte=1, fixed_at__isnull=False),
                name="a_fixed_version_has_a_number",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.template_id} {self.number or 'draft'}"

    @property
    def is_fixed(self) -> bool:
        return self.fixed_at is not None


class Question(models.Model):
    """fråga. `key`: its identity from version to version, kept only while the words in the main language are the same.

    `wording_digest`, `child_digest`: SHA-256 of the words and options that grown-ups and children are asked with, in
    the main language (empty: not asked of them). `options`: keys of what can be chosen, in order, only for a choice;
    their words are in QuestionText. `several`: more than one may be chosen. `pictogram`: a drawing of the house, or ''.
    """

    class Type(models.TextChoices):
        SCALE5 = "scale5", _("skala 1–5")
        YESNO = "yesno", _("ja eller nej")
        CHOICE = "choice", _("val")
        NUMBER = "number", _("antal")
        FREE = "free", _("egna ord")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=60)
    type = models.CharField(max_length=6, choices=Type)
    several = models.BooleanField(default=False)
    options = models.JSONField(default=list, blank=True)
    pictogram = models.CharField(max_length=30, blank=True, default="")
    wording_digest = models.CharField(max_length=64, blank=True, default="")
    child_digest = models.CharField(max_length=64, blank=True, default="")

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("fråga i en enkät")
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "key"], name="a_question_is_asked_once"),
            models.UniqueConstraint(
                fields=["version", "position"], name="one_question_at_a_place", deferrable=Deferrable.DEFERRED
            ),
            models.CheckConstraint(condition=Q(key__regex=r"^[a-z0-9]+(-[a-z0-9]+)*$"), name="a_question_key_is_an_id"),
            models.CheckConstraint(
                condition=(Q(type="choice") & ~Q(options=[])) | (~Q(type="choice") & Q(options=[], several=False)),
                name="a_choice_has_options_and_nothing_else_has",
            ),
        ]

    def __str__(self) -> str:
        return self.key


class QuestionText(models.Model):
    """The words of a question in one language, for grown-ups or for children. `options`: {key of the option: words}."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=3)
    audience = models.CharField(max_length=5, choices=Audience)
    text = models.CharField(max_length=300)
    options = models.JSONField(default=dict, blank=True)

    objects = QuestionTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("frågans ord")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["question", "language", "audience"], name="said_once_in_each_language"),
            models.CheckConstraint(condition=~Q(text=""), name="a_question_has_words"),
            models.CheckConstraint(condition=Q(language__regex=r"^[a-z]{2,3}$"), name="a_language_has_its_code"),
        ]

    def __str__(self) -> str:
        return f"{self.language} {self.audience}"
