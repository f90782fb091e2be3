"""What was answered. What is not in these tables is the point of them: no person, no instant, no device, no address."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_timeless_id
from samsyn.web.surveys.models.rounds import Round
from samsyn.web.surveys.models.wording import Audience, Question
from samsyn.web.surveys.queries.rows import AnswerQuerySet, FreeTextQuerySet, SheetQuerySet

MOST = 9_999
"""A number that is answered is at most this."""


class Sheet(models.Model):
    """ifylld enkät: somebody answered on a civil day. The id is random, made with the page, and counts once.

    `sex`, `age_band`: what she said of herself, empty where she did not or was not asked. Never changed, never removed
    but by the retention.
    """

    class How(models.TextChoices):
        KIOSK = "kiosk", _("platta på plats")
        LINK = "link", _("egen telefon")
        PAPER = "paper", _("papper")

    class Sex(models.TextChoices):
        WOMAN = "woman", _("kvinna")
        MAN = "man", _("man")
        OTHER = "other", _("annat")

    id = models.UUIDField(primary_key=True, default=new_timeless_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="sheets")
    day = models.DateField()
    language = models.CharField(max_length=3)
    audience = models.CharField(max_length=5, choices=Audience)
    how = models.CharField(max_length=5, choices=How)
    sex = models.CharField(max_length=5, choices=Sex, blank=True, default="")
    age_band = models.CharField(max_length=10, blank=True, default="")

    objects = SheetQuerySet.as_manager()

    class Meta:
        verbose_name = _("ifylld enkät, utan person")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(how__in=["kiosk", "link", "paper"]), name="a_sheet_comes_one_of_three_ways"
            ),
            models.CheckConstraint(
                condition=Q(sex__in=["", "woman", "man", "other"]), name="a_sheet_has_a_sex_we_know"
            ),
            models.CheckConstraint(condition=Q(audience__in=["adult", "child"]), name="a_sheet_is_adults_or_childs"),
            models.CheckConstraint(
                condition=Q(age_band="") | Q(age_band__regex=r"^\d{1,3}(-\d{1,3}|\+)$"),
                name="a_sheet_has_an_age_band_and_no_age",
            ),
        ]

    def __str__(self) -> str:
        return str(self.day)


class Answer(models.Model):
    """svar: `value` on a scale (1–5) or of a number, `option` of a choice or «yes», «no». Several options:
    several rows. A question that was skipped has no row.
    """

    id = models.UUIDField(primary_key=True, default=new_timeless_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")
    value = models.PositiveSmallIntegerField(null=True)
    option = models.CharField(max_length=60, blank=True, default="")

    objects = AnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("svar, utan person")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sheet", "question", "option"], name="an_option_is_chosen_once"),
            models.CheckConstraint(
                condition=Q(value__isnull=False, value__lte=MOST, option="") | (Q(value=None) & ~Q(option="")),
                name="an_answer_is_a_number_or_an_option",
            ),
        ]

    def __str__(self) -> str:
        return str(self.option or self.value)


class FreeText(models.Model):
    """egna ord: held back until somebody has read it and shown it, or withheld it with a reason."""

    class State(models.TextChoices):
        HELD = "held", _("väntar på läsning")
        SHOWN = "shown", _("visas")
        WITHHELD = "withheld", _("visas inte")

    class Because(models.TextChoices):
        PERSON = "person", _("någon går att känna igen")
        SENSITIVE = "sensitive", _("den säger något för känsligt")
        UNKIND = "unkind", _("den kränker någon")
        NOTHING = "nothing", _("den säger ingenting")

    id = models.UUIDField(primary_key=True, default=new_timeless_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    sheet = models.ForeignKey(Sheet, on_delete=models.CASCADE, related_name="texts")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")
    text = models.CharField(max_length=1000)
    state = models.CharField(max_length=8, choices=State, default=State.HELD)
    because = models.CharField(max_length=9, choices=Because, blank=True, default="")
    screened_at = models.DateTimeField(null=True)
    screened_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = FreeTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("egna ord i en enkät")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sheet", "question"], name="own_words_are_said_once"),
            models.CheckConstraint(condition=~Q(text=""), name="own_words_are_not_empty"),
            models.CheckConstraint(
                condition=Q(state="held", because="", screened_at=None, screened_by=None)
                | Q(state="shown", because="", screened_at__isnull=False)
                | Q(state="withheld", screened_at__isnull=False)
                & Q(because__in=["person", "sensitive", "unkind", "nothing"]),
                name="own_words_are_held_until_somebody_has_read_them",
            ),
        ]

    def __str__(self) -> str:
        return self.state
