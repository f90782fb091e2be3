"""Insight: what a party asks to see by a clause, what the other answers, and all that was handed over with it."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from samsyn.web.documents.models import Document
from samsyn.web.insight.rows import HandedQuerySet, InsightAnswerQuerySet, RequestQuerySet, StaffListQuerySet
from samsyn.web.obligations.models import Obligation
from samsyn.web.organisations.models import Organisation, Person
from samsyn.web.partnerships.models import Partnership
from samsyn.web.project.ids import new_id


class Request(models.Model):
    """begäran om insyn: a party asks another for particulars and papers, by an obligation that holds on request.

    `about` are those of the subjects that the clause lists; `asks` is the rest in the party's own words. `due` is the
    last day where the clause gives a time, and only then; `wanted_by` is when the one that asks would like it, which
    binds nobody. Never changed; it may be withdrawn with a reason.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    asked = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+", help_text="Who is to answer.")
    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(validators=[MinValueValidator(1)])
    about = ArrayField(models.CharField(max_length=300), default=list)
    asks = models.TextField()
    wanted_by = models.DateField(null=True)
    due = models.DateField(null=True)
    on = models.DateField()
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_because = models.TextField(blank=True, default="")

    objects = RequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("begäran om insyn")
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["partnership", "number"],
                name="requests_of_a_partnership_are_numbered",
                violation_error_message=_("Någon annan har just skickat en begäran. Försök igen."),
            ),
            models.CheckConstraint(
                condition=~Q(asks=""),
                name="a_request_says_what_is_asked",
                violation_error_message=_("Skriv vad ni vill få."),
            ),
            models.CheckConstraint(condition=~Q(organisation=F("asked")), name="nobody_asks_itself_for_insight"),
            models.CheckConstraint(
                condition=Q(wanted_by=None) | Q(wanted_by__gte=F("on")),
                name="what_is_asked_is_not_wanted_before_it_is_asked",
                violation_error_message=_("Dagen har redan varit. Skriv en dag som kommer."),
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_because="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_because="")),
                name="a_request_is_withdrawn_for_a_reason",
                violation_error_message=_("Skriv varför ni tar tillbaka begäran."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partnership_id} {self.number}"


class Answer(models.Model):
    """svar på en begäran: all that was asked, a part with more to come, a part, or nothing. Frozen.

    `grounds` say why something is held back (ids of `rules.secrecy.door`), `because` in the party's own words.
    `tried_as` is the function of the one who tried whether it may be handed over. `figures` are ids of releases that it
    points at. `content` is all that the answer says as plain values, `sha256` over their canonical JSON, `document` the
    same as a paper.
    """

    class Outcome(models.TextChoices):
        ALL = "all", _("allt som ni bad om")
        MORE = "more", _("en del, mer kommer")
        PART = "part", _("en del, resten lämnas inte ut")
        NOTHING = "nothing", _("ingenting lämnas ut")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="answers")
    number = models.PositiveIntegerField(validators=[MinValueValidator(1)])
    outcome = models.CharField(max_length=10, choices=Outcome)
    says = models.TextField(blank=True, default="")
    grounds = ArrayField(models.CharField(max_length=80), default=list)
    because = models.TextField(blank=True, default="")
    tried_as = models.CharField(max_length=120)
    figures = ArrayField(models.UUIDField(), default=list)
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    answered_at = models.DateTimeField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    objects = InsightAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("svar på en begäran om insyn")
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["request", "number"],
                name="answers_to_a_request_are_numbered",
                violation_error_message=_("Någon annan hos er har just svarat. Ladda om sidan."),
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["all", "more"], grounds=[], because="")
                | (Q(outcome__in=["part", "nothing"]) & ~Q(grounds=[]) & ~Q(because="")),
                name="what_is_held_back_has_its_ground_and_its_reason",
                violation_error_message=_("Välj grund och skriv varför något inte lämnas ut."),
            ),
            models.CheckConstraint(condition=~Q(tried_as=""), name="somebody_tried_what_may_be_handed_over"),
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.number}"


class StaffList(models.Model):
    """personalförteckning, as it was handed over: who works with what and which demands are met. Frozen.

    `content` as plain values (`presenters/staff.py`), `sha256` over their canonical JSON. Names stand only for those
    whom the employer named; of extracts only that one was shown. Once more is a list of its own.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    answer = models.OneToOneField(Answer, on_delete=models.PROTECT, related_name="staff_list")
    as_of = models.DateField()
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)

    objects = StaffListQuerySet.as_manager()

    class Meta:
        verbose_name = _("överlämnad personalförteckning")
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(sha256__regex="^[0-9a-f]{64}$"), name="a_staff_list_has_its_digest"),
        ]

    def __str__(self) -> str:
        return f"{self.answer_id} {self.as_of}"


class Handed(models.Model):
    """överlämnat: one paper that an answer handed over. Never changed."""

    class Kind(models.TextChoices):
        PAPER = "paper", _("handling")
        STAFF_LIST = "staff_list", _("personalförteckning")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="handed")
    kind = models.CharField(max_length=10, choices=Kind)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")

    objects = HandedQuerySet.as_manager()

    class Meta:
        verbose_name = _("överlämnat på begäran")
        ordering: ClassVar = ["document__number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["answer", "document"], name="a_paper_is_handed_over_once_in_an_answer"),
        ]

    def __str__(self) -> str:
        return f"{self.answer_id} {self.document_id}"
